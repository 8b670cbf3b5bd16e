import { type Calendar, explainDay } from '../../calendar/calendar.ts'
import { quarterDeadline } from '../../calendar/quarters.ts'
import { addDays, dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Prisma } from '../../database/generated/sqlite/client.ts'
import { type LadderStep, ladderSteps } from '../ladder/due.ts'
import { ladderOf } from '../ladder/round-ladder.ts'
import type { Meaning, Nudged, Origin } from './explanation.ts'

type Reading = Pick<Context, 'db' | 'zone' | 'calendar' | 'actor' | 'audience'>
export type ExplainedRound = Awaited<ReturnType<typeof roundsToExplain>>[number]

/** Rounds with what their explanation needs: the item, the plan's ladder, whether the reader was asked and has answered. */
export function roundsToExplain(ctx: Reading, where: Prisma.RoundWhereInput) {
  const mine = { personId: ctx.actor.id }
  return ctx.db.round.findMany({
    where: { state: { not: 'withdrawn' }, ...where },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    include: {
      item: { select: { key: true, title: true, titleEn: true, quarter: true, plan: { select: { ladder: true } } } },
      asked: { where: mine, select: { personId: true } },
      opinions: { where: mine, orderBy: { version: 'asc' }, take: 1, select: { at: true } },
    },
  })
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
 * The nudges of a round for readers in `zone`: those that the letter about the deadline has not covered, and, for
 * somebody who has answered, those until then; `on`: these steps alone.
 */
export function nudgesOf(
  ctx: Reading,
  round: ExplainedRound,
  zone: string,
  on: (step: LadderStep) => boolean = () => true,
): readonly Nudged[] {
  const startsAt = round.dueSetAt ?? round.openedAt
  const takesLate = round.late === 'accept' && round.silence !== 'deemed'
  const ladder = ladderOf(round, round.item.plan)
  const facts = { id: round.id, dueAt: round.dueAt, startsAt, ladder, takesLate }
  const answered = round.opinions[0]?.at
  return ladderSteps({ calendar: ctx.calendar, zone: ctx.zone }, facts, zone)
    .filter((step) => step.at > startsAt && (answered === undefined || step.at <= answered) && on(step))
    .map((step) => ({ step, passed: passedOver(ctx.calendar, step.ruleDay, step.day) }))
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
