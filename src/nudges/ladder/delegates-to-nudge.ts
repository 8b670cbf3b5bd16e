import { dayIn } from '../../calendar/zoned.ts'
import { inForce } from '../../people/delegated.ts'
import type { NudgeContext } from '../planned.ts'
import { atWork } from './at-work.ts'
import { type LadderStep, ladderSteps, nudgeKey, type RoundFacts } from './due.ts'
import type { DelegateFacts } from './due-delegates.ts'
import type { LiveRound } from './open-rounds.ts'

/**
 * Whoever may act today for a member who was asked in one of these rounds, holds the seat and has not answered: only
 * where the last step has come on the delegate's clocks, so that at most moments next to nothing is read.
 */
export async function delegatesToNudge(
  ctx: NudgeContext,
  rounds: ReadonlyMap<string, LiveRound>,
  zoneOf: (personId: string) => string,
): Promise<readonly DelegateFacts[]> {
  const rows = await ctx.db.delegation.findMany({
    where: inForce(dayIn(ctx.now, ctx.zone)),
    select: { personId: true, takerId: true, itemId: true, fromDay: true, toDay: true, at: true },
  })
  const ladders = new Map<string, readonly LadderStep[]>()
  const near = rows.flatMap(({ personId: person, takerId: taker, itemId, at: givenAt, ...days }) => {
    const zone = zoneOf(taker)
    if (!atWork(ctx.calendar, zone, ctx.now)) return []
    return [...rounds.values()]
      .filter((round) => (itemId === null || itemId === round.itemId) && lastHasCome(ctx, round, zone, ladders))
      .map((round) => ({ round: round.id, person, taker, zone, givenAt, ...days }))
  })
  if (near.length === 0) return []
  const [waiting, planned] = await Promise.all([waitingAmong(ctx, near), toldAmong(ctx, rounds, near)])
  return near
    .filter(({ round, person }) => waiting.has(`${round} ${person}`))
    .map((one) => ({ ...one, planned: planned.get(one.taker) ?? new Set<string>() }))
}

function lastHasCome(ctx: NudgeContext, round: RoundFacts, zone: string, ladders: Map<string, readonly LadderStep[]>) {
  if (ctx.now >= round.dueAt) return false
  const place = `${round.id} ${zone}`
  const steps = ladders.get(place) ?? ladderSteps(ctx, round, zone)
  ladders.set(place, steps)
  return steps.some((step) => step.last && step.at <= ctx.now)
}

type Near = Omit<DelegateFacts, 'planned'>

/** How many ids one statement asks for: SQLite's adapter takes fewer than 1,000 parameters. */
const idsAtOnce = 300

/** Of these seats those of today's members who were asked and have not answered, as `round person`. */
async function waitingAmong({ db, now, zone }: NudgeContext, near: readonly Near[]): Promise<ReadonlySet<string>> {
  const today = dayIn(now, zone)
  const seated = { role: 'member', fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }] }
  const rounds = [...new Set(near.map((one) => one.round))]
  const people = [...new Set(near.map((one) => one.person))]
  const waiting = new Set<string>()
  for (let at = 0; at < people.length; at += idsAtOnce) {
    const some = people.slice(at, at + idsAtOnce)
    for (const roundId of rounds) {
      const where = { roundId, personId: { in: some } }
      const [asked, opinions] = await Promise.all([
        db.asked.findMany({ where: { ...where, person: { roles: { some: seated } } }, select: { personId: true } }),
        db.opinion.findMany({ where, select: { personId: true } }),
      ])
      const answered = new Set(opinions.map((one) => one.personId))
      for (const { personId } of asked) if (!answered.has(personId)) waiting.add(`${roundId} ${personId}`)
    }
  }
  return waiting
}

/** Keys of what these delegates were told about these rounds already, by delegate. */
async function toldAmong(
  { db }: NudgeContext,
  rounds: ReadonlyMap<string, LiveRound>,
  near: readonly Near[],
): Promise<ReadonlyMap<string, Set<string>>> {
  const takers = [...new Set(near.map((one) => one.taker))]
  const told = new Map<string, Set<string>>()
  for (let at = 0; at < takers.length; at += idsAtOnce) {
    const rows = await db.nudge.findMany({
      where: { personId: { in: takers.slice(at, at + idsAtOnce) }, kind: 'step', subject: { not: null } },
      select: { key: true, personId: true, roundId: true },
    })
    for (const { key, personId, roundId } of rows) {
      const round = rounds.get(roundId ?? '')
      if (round === undefined || !key.startsWith(nudgeKey(round, '', '').slice(0, -1))) continue
      told.set(personId, (told.get(personId) ?? new Set()).add(key))
    }
  }
  return told
}
