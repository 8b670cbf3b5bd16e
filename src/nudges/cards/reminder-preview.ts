import type { Context } from '../../context.ts'
import type { Intent } from '../../contract/intent.ts'
import type { Block, Button, Message } from '../../contract/message.ts'
import { type Round, titleOf } from '../../opinions/rounds/rounds.ts'
import { nameAndBody } from '../../people/members.ts'
import type { WhoToRemind } from '../reminders/who-to-remind.ts'
import { byWhy, detailOf, keysOf, namesOf } from './reminder-names.ts'

/** How many names a preview lists one by one. */
const listed = 30

export type Preview = {
  readonly rounds: readonly Round[]
  /** Rounds of the quarter that this reminder does not hold. */
  readonly more: number
  readonly who: WhoToRemind
  readonly send: Extract<Intent, { kind: 'reminder.send' }>
}

/** Says exactly who would get the reminder and who is left out and why. Nothing has been sent. */
export async function reminderPreview(ctx: Context, { rounds, more, who, send }: Preview): Promise<Message> {
  const { texts: t } = ctx
  const { due } = who
  const several = rounds.length > 1
  const later = due.filter((one) => one.at > ctx.now).length
  const names = due.map(({ person, rounds: of }) => {
    const name = nameAndBody(t, person)
    return several ? `${name} (${keysOf(of)})` : name
  })
  const said = due.length === 0 ? t.remind.nobody : t.remind.willRemind(due.length)
  return {
    text: `${t.remind.preview}. ${said}`,
    title: t.remind.preview,
    blocks: [
      {
        kind: 'facts',
        facts: rounds.map((round) => ({
          label: round.item.key,
          value: `${titleOf(round.item, ctx)}; ${t.home.due(t.deadline(round.dueAt, ctx.zone))}`,
        })),
      },
      ...(more > 0 ? [{ kind: 'text', text: t.remind.moreRounds(more), tone: 'warning' } as const] : []),
      { kind: 'text', text: said, tone: 'strong' },
      ...list(ctx, names),
      ...(later > 0 ? [{ kind: 'text', text: t.remind.inTheMorning(later), tone: 'subtle' } as const] : []),
      ...(await leftOut(ctx, who, several)),
      { kind: 'buttons', buttons: buttons(ctx, rounds, due.length, send) },
    ],
  }
}

async function leftOut(ctx: Context, { left }: WhoToRemind, several: boolean): Promise<readonly Block[]> {
  const { texts: t } = ctx
  const nameOf = await namesOf(
    ctx,
    left.map((one) => one.before?.byId),
  )
  return byWhy(left).flatMap(({ why, entries, people }): readonly Block[] => [
    {
      kind: 'text',
      text: t.remind.leftOut(t.remind.why[why], people),
      tone: why === 'unreachable' ? 'warning' : 'plain',
    },
    ...list(
      ctx,
      entries.map((one) => {
        const where = several && one.rounds.length > 0 ? ` (${keysOf(one.rounds)})` : ''
        const detail = detailOf(ctx, one, nameOf)
        return `${nameAndBody(t, one.person)}${where}${detail === undefined ? '' : `: ${detail}`}`
      }),
    ),
    ...(why === 'unreachable' ? [{ kind: 'text', text: t.remind.whatToDo, tone: 'subtle' } as const] : []),
  ])
}

function buttons(ctx: Context, rounds: readonly Round[], count: number, send: Preview['send']): readonly Button[] {
  const { texts: t } = ctx
  const [only] = rounds
  const back: Intent =
    only !== undefined && rounds.length === 1 ? { kind: 'board.show', round: only.id } : { kind: 'status.show' }
  return [
    ...(count > 0 ? [{ label: t.buttons.remind(count), style: 'primary', intent: send } as const] : []),
    { label: t.buttons.back, intent: back },
  ]
}

function list({ texts: t }: Context, items: readonly string[]): readonly Block[] {
  const over = items.length - listed
  if (items.length === 0) return []
  return [{ kind: 'list', items: over > 0 ? [...items.slice(0, listed), t.round.others(over)] : items }]
}
