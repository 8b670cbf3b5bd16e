import type { Context } from '../../context.ts'
import type { Block, Button, Message } from '../../contract/message.ts'
import { type Round, titleOf } from '../../opinions/rounds/rounds.ts'
import type { PutOff } from '../ladder/put-offs.ts'

/** Requests with a button of their own to answer them; of more the list of one's own opinions leads there. */
const withButtons = 5

/**
 * Until when the nudges about each round are put off. Of those that were meant as well, `tooLate` cannot be, and `settled`
 * (how many) wait no more.
 */
export function putOffMessage(
  ctx: Context,
  rounds: readonly (PutOff & { readonly round: Round })[],
  { tooLate, settled }: { readonly tooLate: readonly Round[]; readonly settled: number },
): Message {
  const { texts: t } = ctx
  const words = t.nudge.later
  const [first] = rounds
  const only = rounds.length === 1 ? first : undefined
  const text =
    only === undefined ? words.done(rounds.length) : t.nudge.snoozed(t.dayWithWeekday(only.untilDay), only.last)
  const each = rounds.map(({ round, untilDay, last }) =>
    words.until(titleOf(round.item, ctx), t.dayWithWeekday(untilDay), last),
  )
  return {
    text,
    blocks: [
      { kind: 'text', text },
      only === undefined
        ? { kind: 'list', items: each }
        : { kind: 'text', text: words.about(titleOf(only.round.item, ctx)), tone: 'subtle' },
      ...cannotBe(ctx, tooLate),
      ...(settled === 0 ? [] : [{ kind: 'text', text: words.settled(settled), tone: 'subtle' } as const]),
      { kind: 'buttons', buttons: answers(ctx, [...rounds.map(({ round }) => round), ...tooLate]) },
    ],
  }
}

/** Nothing waits for the actor, of this item or at all; `others`: something else does. */
export function nothingToPutOff({ texts: t, actor }: Context, item?: string, others = false): Message {
  const words = t.nudge.later
  const text = item === undefined ? words.none(actor) : words.noneOn(item, actor)
  const buttons: readonly Button[] = [
    ...(others ? [{ label: words.title, intent: { kind: 'nudge.snooze.form' } } as const] : []),
    { label: t.buttons.mine, intent: { kind: 'opinion.list' } },
  ]
  return {
    text,
    blocks: [
      { kind: 'text', text },
      { kind: 'text', text: words.onlyOwn, tone: 'subtle' },
      { kind: 'buttons', buttons },
    ],
  }
}

/** The last step before each of these deadlines has come, or the deadline itself. */
export function tooLateToPutOff(ctx: Context, rounds: readonly Round[]): Message {
  const text = ctx.texts.refusals['snooze-too-late']({})
  return {
    text,
    blocks: [
      { kind: 'text', text },
      { kind: 'list', items: rounds.map((round) => dueOf(ctx, round)) },
      { kind: 'buttons', buttons: answers(ctx, rounds) },
    ],
  }
}

/** Which of the requests that were meant cannot be put off any more. */
export const cannotBe = (ctx: Context, rounds: readonly Round[]): readonly Block[] =>
  rounds.length === 0
    ? []
    : [
        { kind: 'text', text: ctx.texts.nudge.later.tooLate, tone: 'warning' },
        { kind: 'list', items: rounds.map((round) => dueOf(ctx, round)) },
      ]

const dueOf = (ctx: Context, round: Round): string =>
  `${titleOf(round.item, ctx)}: ${ctx.texts.home.due(ctx.texts.deadline(round.dueAt, ctx.zone))}`

function answers({ texts: t }: Context, rounds: readonly Round[]): readonly Button[] {
  const suffix = ({ item }: Round) => (rounds.length === 1 ? '' : `: ${item.key}`)
  return rounds.length > withButtons
    ? [{ label: t.buttons.mine, intent: { kind: 'opinion.list' } }]
    : rounds.map((round) => ({
        label: t.buttons.answer + suffix(round),
        intent: { kind: 'opinion.save.form', round: round.id },
      }))
}
