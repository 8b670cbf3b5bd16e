import type { Context } from '../../context.ts'
import type { Button } from '../../contract/message.ts'
import type { Line, Tab, Way } from '../../contract/page.ts'
import type { Place } from '../../contract/place.ts'
import { readPositions } from '../../opinions/boards/read-positions.ts'
import { type Progress, readProgress } from '../../opinions/boards/read-progress.ts'
import { standing, takesAnswers, takingAnswers } from '../../opinions/rounds/phase.ts'
import { findRoundsPage, type Round, titleOf, typeOf } from '../../opinions/rounds/rounds.ts'
import type { PageBody } from '../page-body.ts'
import { dueWords } from '../parts/due-words.ts'
import { roundBar } from '../parts/round-bar.ts'

type RoundsPlace = Extract<Place, { page: 'rounds' }>

/** Rounds a page. */
const atOnce = 20

/** Every round: those that take answers by their deadlines, then the others, the latest first; in numbers, as a board says to everybody. */
export async function readRounds(ctx: Context, place: RoundsPlace): Promise<PageBody> {
  const { texts: t, db, actor } = ctx
  const open = takingAnswers(ctx.now)
  const [openCount, count] = await Promise.all([db.round.count({ where: open }), db.round.count()])
  const counts = { open: openCount, closed: count - openCount }
  const all = place.show === 'open' ? counts.open : place.show === 'closed' ? counts.closed : count
  const from = Math.min(place.from ?? 0, Math.max(0, all - 1))
  const rounds = await pageOfRounds(ctx, place.show, from, counts.open)
  const ids = rounds.map(({ id }) => id)
  const [progress, positions, waiting] = await Promise.all([
    readProgress(ctx, rounds),
    readPositions(ctx, ids),
    waitingAmong(ctx, ids),
  ])
  const lines = progress.map((one) => roundLine(ctx, one, positions.get(one.round.id), waiting.has(one.round.id)))
  return {
    under: 'rounds',
    title: t.desk.rounds.title,
    trail: [],
    lead: [],
    buttons: actor.roles.has('coordinator')
      ? [{ label: t.buttons.openRound, style: 'primary', intent: { kind: 'round.propose.form' } }]
      : [],
    main: [
      {
        id: 'rounds',
        title: t.desk.rounds.all,
        pill: { text: String(all), tone: 'plain' },
        tabs: tabsOf(ctx, place, { ...counts, all: count }),
        parts: [
          lines.length === 0 ? { kind: 'text', text: t.desk.rounds.none, tone: 'subtle' } : { kind: 'lines', lines },
          ...turns(ctx, place, from, all),
        ],
      },
    ],
    aside: [],
  }
}

/** Those of one page. Where all are shown, the ones that take answers come before the first that does not. */
async function pageOfRounds(
  ctx: Context,
  show: RoundsPlace['show'],
  from: number,
  openCount: number,
): Promise<readonly Round[]> {
  const taking = takingAnswers(ctx.now)
  const over = { NOT: taking }
  if (show === 'open') return await findRoundsPage(ctx, taking, { order: 'asc', skip: from, take: atOnce })
  if (show === 'closed') return await findRoundsPage(ctx, over, { order: 'desc', skip: from, take: atOnce })
  const open = from < openCount ? await findRoundsPage(ctx, taking, { order: 'asc', skip: from, take: atOnce }) : []
  if (open.length === atOnce) return open
  const skip = Math.max(0, from - openCount)
  return [...open, ...(await findRoundsPage(ctx, over, { order: 'desc', skip, take: atOnce - open.length }))]
}

/** In which of these rounds the reader was asked and has not answered. */
async function waitingAmong({ db, actor }: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (!actor.roles.has('member') || ids.length === 0) return new Set()
  const rows = await db.asked.findMany({
    where: { personId: actor.id, roundId: { in: [...ids] }, round: { opinions: { none: { personId: actor.id } } } },
    select: { roundId: true },
  })
  return new Set(rows.map(({ roundId }) => roundId))
}

function roundLine(
  ctx: Context,
  { round, answered, total }: Progress & { readonly round: Round },
  positions: Parameters<typeof roundBar>[1],
  waiting: boolean,
): Line {
  const { texts: t, now, actor } = ctx
  const { text, pill } = dueWords(ctx, round)
  const silent = Math.max(0, total - answered)
  const deemed = standing(round, undefined, now) === 'deemed' ? silent : 0
  const missing = silent - deemed
  const live = takesAnswers(round, now)
  const buttons: readonly Button[] = [
    ...(waiting && live
      ? [{ label: t.buttons.answer, style: 'primary', intent: { kind: 'opinion.show', round: round.id } } as const]
      : []),
    ...(actor.roles.has('coordinator') && live && missing > 0
      ? [{ label: t.buttons.remind(missing), intent: { kind: 'reminder.preview', round: round.id } } as const]
      : []),
  ]
  return {
    name: `${round.item.key}, ${t.round.number(round.number)}`,
    text: titleOf(round.item, ctx),
    place: { page: 'round', round: round.id },
    small: [
      [typeOf(round.item, ctx), round.item.key, t.round.number(round.number), text].join(' · '),
      t.desk.today.standing(answered, total, missing),
    ],
    ...(pill === undefined ? {} : { pill }),
    bar: roundBar(ctx, positions, total, deemed),
    buttons,
  }
}

function tabsOf(
  { texts: t }: Context,
  { show }: RoundsPlace,
  counts: { readonly all: number; readonly open: number; readonly closed: number },
): readonly Tab[] {
  const words = t.desk.rounds.shows
  return [
    { label: words.all, place: { page: 'rounds' }, current: show === undefined, count: counts.all },
    { label: words.open, place: { page: 'rounds', show: 'open' }, current: show === 'open', count: counts.open },
    {
      label: words.closed,
      place: { page: 'rounds', show: 'closed' },
      current: show === 'closed',
      count: counts.closed,
    },
  ]
}

function turns({ texts: t }: Context, place: RoundsPlace, from: number, of: number): PageBody['main'][number]['parts'] {
  const at = (label: string, start: number): Way => ({ label, place: { ...place, from: start } })
  const ways = [
    ...(from > 0 ? [at(t.buttons.previousPage, Math.max(0, from - atOnce))] : []),
    ...(from + atOnce < of ? [at(t.buttons.nextPage, from + atOnce)] : []),
  ]
  return ways.length === 0 ? [] : [{ kind: 'ways', ways }]
}
