import type { Context } from '../../context.ts'
import type { Line, Section } from '../../contract/page.ts'
import type { Digest } from '../../nudges/digest/read-digest.ts'
import { readPositions } from '../../opinions/boards/read-positions.ts'
import { dueWords } from '../parts/due-words.ts'
import { roundBar } from '../parts/round-bar.ts'

/** A digest has rounds that take answers alone: past the deadline those take late ones. */
const taking = { state: 'open', late: 'accept', silence: 'none' } as const

/** How many rounds the page shows; the page of rounds has all. */
const most = 12

/** Every round that takes answers, nearest deadline first, each as a bar with who is missing. */
export async function openRoundsSection(ctx: Context, { rounds }: Digest): Promise<Section> {
  const { texts: t } = ctx
  const shown = rounds.slice(0, most)
  const positions = await readPositions(
    ctx,
    shown.map(({ id }) => id),
  )
  const lines = shown.map((round): Line => {
    const { text, pill } = dueWords(ctx, { ...round, ...taking })
    const remind = {
      label: t.buttons.remind(round.missing),
      intent: { kind: 'reminder.preview', round: round.id },
    } as const
    return {
      name: round.item,
      text: round.title,
      place: { page: 'round', round: round.id },
      small: [text, t.desk.today.standing(round.answered, round.total, round.missing)],
      ...(pill === undefined ? {} : { pill }),
      bar: roundBar(ctx, positions.get(round.id), round.total),
      buttons: ctx.actor.roles.has('coordinator') && round.missing > 0 ? [remind] : [],
    }
  })
  return {
    id: 'open-rounds',
    title: t.desk.today.rounds,
    pill: { text: String(rounds.length), tone: 'plain' },
    ways: [{ label: t.desk.rounds.all, place: { page: 'rounds' } }],
    parts:
      lines.length === 0
        ? [{ kind: 'text', text: t.home.noRounds, tone: 'subtle' }]
        : [
            { kind: 'lines', lines },
            ...(rounds.length > most
              ? [{ kind: 'text', text: t.home.more(rounds.length - most), tone: 'subtle' } as const]
              : []),
          ],
  }
}
