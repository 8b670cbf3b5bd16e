import { workingDaysBetween } from '../../calendar/working-days.ts'
import { dayIn, daysBetween } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Block, Button, Message } from '../../contract/message.ts'
import { isAnswered, progressWords } from '../../opinions/known-remarks/count-answered.ts'
import { titleOf } from '../../opinions/rounds/rounds.ts'
import type { AnswersItem } from '../answers/answers-entry.ts'

/** Rounds with buttons of their own; more are listed. */
const inFull = 8

/** A nudge to whoever drafts, on what stands now: what is settled asks no more, a moved date is the new one. */
export function answersNudgeCard(ctx: Context, items: readonly AnswersItem[]): Message {
  const { nudge: t } = ctx.texts.answers
  const waiting = items.filter(({ progress }) => !isAnswered(progress))
  const settled = items
    .filter(({ progress }) => isAnswered(progress))
    .map(({ round }) => t.settled(titleOf(round.item, ctx)))
  const more = waiting
    .slice(inFull)
    .map(({ round }) => `${titleOf(round.item, ctx)}: ${whenOf(ctx, round.answersDueAt)}`)
  const [only] = waiting
  if (only === undefined) {
    const text = settled.length === 1 ? (settled[0] ?? t.done) : t.done
    return { text, blocks: [{ kind: 'text', text }, ...list(settled.length === 1 ? [] : settled)] }
  }
  const text =
    waiting.length === 1
      ? `${t.one(ctx.actor, titleOf(only.round.item, ctx))} ${whenOf(ctx, only.round.answersDueAt)}`
      : t.many(ctx.actor, waiting.length)
  return {
    text,
    blocks: [
      { kind: 'text', text, tone: 'strong' },
      ...waiting.slice(0, inFull).flatMap((item) => entry(ctx, item, waiting.length > 1)),
      ...list([...more, ...settled]),
    ],
  }
}

function entry(
  ctx: Context,
  { entry: { step, due, last }, round, progress }: AnswersItem,
  several: boolean,
): readonly Block[] {
  const { texts: t } = ctx
  const counted = progressWords(t, progress)
  const said = several ? `${titleOf(round.item, ctx)}: ${counted}. ${whenOf(ctx, round.answersDueAt)}` : `${counted}.`
  const days = Number(step.slice(2))
  const why =
    round.answersDueAt?.toISOString() !== due
      ? t.nudge.why.moved
      : step.startsWith('T+')
        ? t.nudge.why.overdue(days)
        : t.nudge.why.before(days, last === true)
  const button: Button = {
    label: t.answers.button,
    style: 'primary',
    intent: { kind: 'answer.list', round: round.id },
  }
  return [
    { kind: 'text', text: said, own: { row: `${round.item.key}-${round.number}`, buttons: [button] } },
    { kind: 'text', text: why, tone: 'subtle' },
  ]
}

/** How long is left, in calendar days; past the date how long ago it was, in working days. */
function whenOf({ texts, zone, now, calendar }: Context, dueAt: Date | null): string {
  if (dueAt === null) return texts.answers.due.none
  const [today, dueDay] = [dayIn(now, zone), dayIn(dueAt, zone)]
  return now < dueAt
    ? texts.nudge.left(daysBetween(today, dueDay), texts.deadline(dueAt, zone))
    : texts.answers.nudge.overdue(workingDaysBetween(calendar, dueDay, today))
}

const list = (items: readonly string[]): readonly Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }])
