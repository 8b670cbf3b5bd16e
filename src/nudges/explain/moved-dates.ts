import type { Calendar } from '../../calendar/calendar.ts'
import { quarterDeadline } from '../../calendar/quarters.ts'
import type { Context } from '../../context.ts'
import { roundThatCounts } from '../../opinions/rounds/deadline-that-stands.ts'
import { takesAnswers } from '../../opinions/rounds/phase.ts'
import { codeOf } from '../../visits/visits.ts'
import { ladderSteps } from '../ladder/due.ts'
import { roundFacts } from '../ladder/round-ladder.ts'
import { visitMoments } from '../visits/visit-steps.ts'
import { liveVisits, withinReach } from '../visits/visits-to-remind.ts'

/** The default deadline of an item that moves, as days. */
export type MovedDeadline = {
  readonly item: string
  readonly quarter: string
  readonly before: string
  readonly after: string
  /** Whether a round is open whose deadline was derived: that one stays as it was told. */
  readonly openRound: boolean
}

/** A nudge of an open round that moves, as days; null where a step falls away or is new. */
export type MovedNudge = {
  readonly item: string
  readonly round: number
  readonly step: string
  readonly before: string | null
  readonly after: string | null
}

/** A reminder of a visit that moves, as days; null where a step falls away or is new. */
export type MovedReminder = {
  /** As people call it: `KT-12`. */
  readonly visit: string
  readonly step: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * What moves when one calendar takes the place of another: default deadlines of the plan's items, where nothing else has
 * been set, and nudges to come of
 * open rounds and reminders to come of visits, by the committee's clocks. Deadlines of rounds and visits themselves
 * never move.
 */
export async function movedDates(
  ctx: Pick<Context, 'db' | 'now' | 'zone'>,
  before: Calendar,
  after: Calendar,
): Promise<{
  readonly deadlines: readonly MovedDeadline[]
  readonly nudges: readonly MovedNudge[]
  readonly visits: readonly MovedReminder[]
}> {
  const { db, now, zone } = ctx
  const items = await db.workItem.findMany({
    where: { quarter: { not: null } },
    orderBy: [{ quarter: 'asc' }, { position: 'asc' }],
    select: {
      key: true,
      quarter: true,
      rounds: { select: { state: true, liveKey: true, number: true, dueRule: true } },
    },
  })
  const rows = await db.round.findMany({
    where: { state: 'open' },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    include: { item: { select: { key: true, plan: { select: { ladder: true } } } } },
  })
  const rounds = rows.filter((round) => takesAnswers(round, now))
  const derived = new Set(rounds.filter((round) => round.dueRule === 'quarter-end').map((round) => round.item.key))
  const deadlines = items.flatMap(({ key, quarter, rounds }): readonly MovedDeadline[] => {
    const counts = roundThatCounts(rounds)
    // One that somebody has set, or that is past, has taken the default's place.
    if (quarter === null || (counts !== undefined && (counts.liveKey === null || counts.dueRule !== 'quarter-end')))
      return []
    const [old, new_] = [quarterDeadline(before, quarter).day, quarterDeadline(after, quarter).day]
    return old === new_ ? [] : [{ item: key, quarter, before: old, after: new_, openRound: derived.has(key) }]
  })
  const nudges = rounds.flatMap((round): readonly MovedNudge[] => {
    const daysBy = (calendar: Calendar) => {
      const facts = roundFacts(round, round.item.plan)
      const steps = ladderSteps({ calendar, zone }, facts, zone)
      return new Map(steps.filter((step) => step.at > now).map((step) => [step.step, step.day]))
    }
    return moved(daysBy(before), daysBy(after)).map((one) => ({
      item: round.item.key,
      round: round.number,
      ...one,
    }))
  })
  return { deadlines, nudges, visits: await movedReminders(ctx, before, after) }
}

async function movedReminders(
  ctx: Pick<Context, 'db' | 'now' | 'zone'>,
  before: Calendar,
  after: Calendar,
): Promise<readonly MovedReminder[]> {
  const { now, zone } = ctx
  const near = [before, after].map((calendar) => withinReach({ calendar, zone }, now))
  const visits = await liveVisits(ctx, { OR: near })
  return visits.flatMap((visit): readonly MovedReminder[] => {
    const daysBy = (calendar: Calendar) => {
      const steps = visitMoments({ calendar, zone }, visit, zone)
      return new Map(steps.filter(({ at }) => at > now && at > visit.toldAt).map(({ step, day }) => [step, day]))
    }
    return moved(daysBy(before), daysBy(after)).map((one) => ({ visit: codeOf(visit), ...one }))
  })
}

/** The steps whose days differ, each with both. */
function moved(old: ReadonlyMap<string, string>, new_: ReadonlyMap<string, string>) {
  return [...new Set([...old.keys(), ...new_.keys()])].flatMap((step) => {
    const [was, is] = [old.get(step) ?? null, new_.get(step) ?? null]
    return was === is ? [] : [{ step, before: was, after: is }]
  })
}
