import { type Calendar, explainDay } from '../../calendar/calendar.ts'
import { daysFromOpening } from '../../calendar/days-from-opening.ts'
import { quarterDeadline } from '../../calendar/quarters.ts'
import { addDays, dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { answerFacts } from '../answers/answer-dates.ts'
import { type LadderStep, ladderSteps } from '../ladder/due.ts'
import { type KeptRound, roundFacts } from '../ladder/round-ladder.ts'
import type { Meaning, NamedItem, Nudged, Origin } from './explanation.ts'

type Reading = Pick<Context, 'zone' | 'calendar' | 'audience'> & {
  readonly actor: Pick<Context['actor'], 'roles' | 'organisation'>
}

/** A stored round with what its explanation needs. */
export type ExplainedRound = KeptRound & {
  readonly number: number
  readonly state: string
  /** `quarter-end`: derived from the item's quarter; `working-days`: `dueDays` from the opening; `set`: chosen by a coordinator. */
  readonly dueRule: string
  readonly dueDays: number | null
  readonly dueBefore: Date | null
  readonly changeReason: string | null
  readonly closedAt: Date | null
  readonly answersDueAt: Date | null
  readonly answersSetAt: Date | null
  readonly item: NamedItem & {
    readonly quarter: string | null
    readonly draftingAgency: string | null
    readonly plan: { readonly ladder: string | null }
  }
  /** An entry where the reader was asked, */
  readonly asked: readonly unknown[]
  /** and their first opinion, if they have given any. */
  readonly opinions: readonly { readonly at: Date }[]
}

/** Why a round is due when it is, and where `withNudges` the dates of its ladder for readers in `zone`. */
export function explainDeadline(
  ctx: Reading,
  round: ExplainedRound,
  zone: string,
  withNudges: boolean,
): Extract<Meaning, { kind: 'deadline' }> {
  return {
    kind: 'deadline',
    round,
    origin: originOf(ctx, round),
    day: explainDay(ctx.calendar, dayIn(round.dueAt, ctx.zone)),
    nudges: withNudges && mayKnowNudges(ctx, round) ? nudgesOf(ctx, round, zone) : [],
  }
}

/**
 * The nudges of a round for readers in `zone`: those that the notification about the deadline has not covered, and, for
 * somebody who has answered, those until then; `on`: these steps alone.
 */
export function nudgesOf(
  ctx: Reading,
  round: ExplainedRound,
  zone: string,
  on: (step: LadderStep) => boolean = () => true,
): readonly Nudged[] {
  const facts = roundFacts(round, round.item.plan)
  const answered = round.opinions[0]?.at
  return ladderSteps(ctx, facts, zone)
    .filter((step) => step.at > facts.startsAt && (answered === undefined || step.at <= answered) && on(step))
    .map((step) => ({ step, passed: passedOver(ctx.calendar, step.ruleDay, step.day) }))
}

/**
 * Until when the drafting agency answers, for coordinators and for the agency in private, with the nudges to readers in
 * `zone`; `on`: where that day or one of the nudges on it is asked about, and these alone.
 */
export function explainAnswers(
  ctx: Reading,
  round: ExplainedRound,
  zone: string,
  on?: (day: string, ruleDay: string) => boolean,
): readonly Extract<Meaning, { kind: 'answers' }>[] {
  const { answersDueAt: dueAt, answersSetAt: setAt } = round
  const { roles, organisation } = ctx.actor
  const drafts = roles.has('drafter') && organisation !== null && organisation === round.item.draftingAgency
  if (dueAt === null || setAt === null || ctx.audience !== 'private' || !(roles.has('coordinator') || drafts)) return []
  const facts = answerFacts(round, round.item.plan)
  const steps = facts === undefined ? [] : ladderSteps(ctx, facts, zone).filter((step) => step.at > facts.startsAt)
  const nudges = steps
    .filter((step) => on === undefined || on(step.day, step.ruleDay))
    .map((step) => ({ step, passed: passedOver(ctx.calendar, step.ruleDay, step.day) }))
  const day = dayIn(dueAt, ctx.zone)
  if (on !== undefined && nudges.length === 0 && !on(day, day)) return []
  return [{ kind: 'answers', round, dueAt, setAt, day: explainDay(ctx.calendar, day), nudges }]
}

/** Nudges go to those asked, and coordinators see to them; a channel is neither. */
export function mayKnowNudges(ctx: Reading, round: ExplainedRound): boolean {
  return ctx.audience === 'private' && (ctx.actor.roles.has('coordinator') || round.asked.length > 0)
}

function originOf(ctx: Reading, round: ExplainedRound): Origin {
  const { quarter } = round.item
  if (round.dueRule === 'quarter-end' && quarter !== null) {
    const { day, steps } = quarterDeadline(ctx.calendar, quarter)
    return { rule: 'quarter-end', quarter, steps, moved: day !== dayIn(round.dueAt, ctx.zone) }
  }
  if (round.dueRule === 'working-days' && round.dueDays !== null) {
    const opened = dayIn(round.openedAt, ctx.zone)
    const counted = daysFromOpening(ctx.calendar, opened, round.dueDays)
    const moved = counted.day !== dayIn(round.dueAt, ctx.zone)
    return { rule: 'working-days', count: round.dueDays, opened, counted, moved }
  }
  const { dueSetAt, dueBefore, openedAt, changeReason } = round
  // Of a round that has ended, the stored reason is that of the ending.
  const reason = round.state === 'open' && ctx.audience === 'private' ? changeReason : null
  // A round changed before that moment was kept says no more than that somebody set its deadline.
  const at = dueSetAt ?? (changeReason === null ? openedAt : undefined)
  return {
    rule: 'set',
    ...(at === undefined ? {} : { when: { at, change: dueSetAt !== null } }),
    ...(dueBefore === null ? {} : { before: dueBefore }),
    ...(reason === null ? {} : { reason }),
  }
}

function passedOver(calendar: Calendar, from: string, to: string) {
  const days = []
  for (let day = from; day > to; day = addDays(day, -1)) days.push(explainDay(calendar, day))
  return days
}
