import { workingDaysBetween } from '../../calendar/working-days.ts'
import { dayIn, daysBetween } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Block, Button, Message } from '../../contract/message.ts'
import type { Seat } from '../../opinions/answering/seat.ts'
import { opinionCard } from '../../opinions/cards/opinion-card.ts'
import { documentButton, roundFacts, subtle, whyButton } from '../../opinions/cards/opinion-content.ts'
import { phase, standing, takesAnswers } from '../../opinions/rounds/phase.ts'
import { type Round, titleOf } from '../../opinions/rounds/rounds.ts'
import { snoozeDays } from '../ladder/snooze-days.ts'
import { readerZone } from '../on-leave.ts'
import { openDraft, unsentDraft } from './unsent-draft.ts'

/** One thing a nudge is about. `member`: the reader is this one's delegate. */
export type NudgeItem = {
  readonly seat: Seat
  readonly step: string
  readonly due: string
  readonly last?: true | undefined
  readonly member?: { readonly id: string; readonly name: string; readonly honorific: string | null }
}

/** Rounds with facts and buttons of their own; more are listed. */
const inFull = 5

/**
 * A nudge about one round or several, on what stands now: what is answered or has ended stops asking, a moved deadline
 * is the new one.
 */
export async function nudgeCard(ctx: Context, items: readonly NudgeItem[]): Promise<Message> {
  const { texts: t } = ctx
  const [only] = items
  if (only !== undefined && items.length === 1) {
    if (isWaiting(ctx, only)) return await one(ctx, only)
    return only.member === undefined ? opinionCard(ctx, only.seat) : listing(endOf(ctx, only), [])
  }
  const waiting = items.filter((item) => isWaiting(ctx, item))
  const ended = items.filter((item) => !isWaiting(ctx, item)).map((item) => endOf(ctx, item))
  if (waiting.length === 0) return listing(t.nudge.settled, ended)
  const text = t.nudge.many(ctx.actor, waiting.length)
  const entries = await Promise.all(waiting.slice(0, inFull).map((item) => entry(ctx, item)))
  const more = waiting
    .slice(inFull)
    .map(({ seat: { round } }) => `${titleOf(round.item, ctx)}: ${t.deadline(round.dueAt, ctx.zone)}`)
  return {
    text,
    blocks: [
      { kind: 'text', text, tone: 'strong' },
      ...entries.flat(),
      ...list([...more, ...ended]),
      { kind: 'buttons', buttons: [{ label: t.buttons.mine, intent: { kind: 'opinion.list' } }] },
    ],
  }
}

const isWaiting = ({ now }: Context, { seat: { round, opinion } }: NudgeItem): boolean =>
  takesAnswers(round, now) && standing(round, opinion, now) === 'missing'

async function one(ctx: Context, item: NudgeItem): Promise<Message> {
  const said = saidOf(ctx, item)
  return {
    text: `${said} ${whenOf(ctx, item.seat.round)}`,
    blocks: [{ kind: 'text', text: said, tone: 'strong' }, ...(await details(ctx, item, ''))],
  }
}

async function entry(ctx: Context, item: NudgeItem): Promise<readonly Block[]> {
  const title = item.member === undefined ? titleOf(item.seat.round.item, ctx) : saidOf(ctx, item)
  return [
    { kind: 'divider' },
    { kind: 'text', text: title, tone: 'strong' },
    ...(await details(ctx, item, `: ${item.seat.round.item.key}`)),
  ]
}

/** `suffix` tells buttons of several rounds apart. */
async function details(ctx: Context, item: NudgeItem, suffix: string): Promise<readonly Block[]> {
  const { round } = item.seat
  const { member } = item
  const answer: Button = {
    label: ctx.texts.buttons.answer + suffix,
    // Where a draft lies, that is what comes first.
    ...(item.seat.draft === undefined ? { style: 'primary' as const } : {}),
    intent: { kind: 'opinion.save.form', round: round.id, ...(member === undefined ? {} : { for: member.id }) },
  }
  const open = openDraft(ctx, item.seat, suffix, member)
  const putOff = member === undefined ? await later(ctx, item, suffix) : []
  const tone = phase(round, ctx.now) === 'late' ? 'warning' : 'plain'
  return [
    { kind: 'text', text: whenOf(ctx, round), tone },
    { kind: 'facts', facts: roundFacts(ctx, round) },
    ...unsentDraft(ctx, item.seat),
    { kind: 'buttons', buttons: [...open, answer, ...putOff, ...documentButton(ctx, round), whyButton(ctx, round)] },
    subtle(reasonOf(ctx, item)),
  ]
}

async function later(ctx: Context, { seat: { round }, last }: NudgeItem, suffix: string): Promise<readonly Button[]> {
  if (last === true || phase(round, ctx.now) !== 'open') return []
  const days = await snoozeDays(ctx, round, readerZone(ctx))
  const soon = days.get(1)
  // Where tomorrow brings the last step, three days bring no more.
  return [...days.keys()]
    .filter((count) => count === 1 || soon?.last !== true)
    .map((count) => ({
      label: ctx.texts.nudge.snooze[count] + suffix,
      intent: { kind: 'nudge.snooze', round: round.id, days: count },
    }))
}

const saidOf = (ctx: Context, { seat: { round }, member }: NudgeItem): string => {
  const { nudge } = ctx.texts
  const title = titleOf(round.item, ctx)
  return member === undefined ? nudge.missing(ctx.actor, title) : nudge.missingFor(member, title)
}

/** How long is left, in calendar days; past the deadline how long ago it was, in working days. */
function whenOf(ctx: Context, round: Round): string {
  const { nudge, deadline } = ctx.texts
  const today = dayIn(ctx.now, ctx.zone)
  const dueDay = dayIn(round.dueAt, ctx.zone)
  return phase(round, ctx.now) === 'open'
    ? nudge.left(daysBetween(today, dueDay), deadline(round.dueAt, ctx.zone))
    : nudge.overdue(workingDaysBetween(ctx.calendar, dueDay, today))
}

/** Why it came: by which step of the ladder, or at the reader's own wish. */
function reasonOf(ctx: Context, { seat: { round }, step, due, last, member }: NudgeItem): string {
  const { why } = ctx.texts.nudge
  if (member !== undefined) return why.delegate
  if (round.dueAt.toISOString() !== due) return why.moved
  const [, sign, count] = /^T([+-])(\d+)$/.exec(step) ?? []
  if (sign === undefined) return why.snooze
  return sign === '+' ? why.overdue(Number(count)) : why.before(Number(count), last === true)
}

/** How it ended for something that is asked for no more. */
function endOf(ctx: Context, { seat: { round, opinion } }: NudgeItem): string {
  const { nudge } = ctx.texts
  const title = titleOf(round.item, ctx)
  if (opinion !== undefined) return nudge.answered(title)
  return phase(round, ctx.now) === 'withdrawn' ? nudge.withdrawn(title) : nudge.closed(title)
}

const listing = (text: string, items: readonly string[]): Message => ({
  text,
  blocks: [{ kind: 'text', text }, ...list(items)],
})

const list = (items: readonly string[]): readonly Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }])
