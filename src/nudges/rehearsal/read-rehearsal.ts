import { derivedDeadline } from '../../calendar/derived-deadline.ts'
import { nextWorkingDay, workingDayUpTo } from '../../calendar/working-days.ts'
import { addDays, dayIn, toInstant } from '../../calendar/zoned.ts'
import { countAnswered, isAnswered } from '../../opinions/known-remarks/count-answered.ts'
import { codeOf } from '../../visits/visits.ts'
import { type AnswerRound, datedRounds } from '../answers/answer-dates.ts'
import { defaultDigest } from '../digest/digest-time.ts'
import { ladderOf, roundFacts } from '../ladder/round-ladder.ts'
import type { NudgeContext } from '../planned.ts'
import { readWaiting, reasonOf } from '../read-waiting.ts'
import { teamOn } from '../visits/visit-team.ts'
import { dutiesOf, liveVisits, withinReach } from '../visits/visits-to-remind.ts'
import type { Cast, PlayedItem, PlayedRound, PlayedVisit } from './played.ts'
import { holds } from './rehearsal-plan.ts'

/** So many days before its derived deadline, at this time, an item without a round is assumed to be sent round. */
const assumedDays = 30
const assumedTime = '09:00'

/**
 * Everything a rehearsal plays with, as it stands at `ctx.now`: the plan, the people, visits, open rounds, what has been
 * told and what waits in the ledger; and, where `assume`, one round for each item of the plan that has a quarter and has
 * had no round, asked of the members of its opening's day.
 */
export async function readRehearsal(ctx: NudgeContext, { assume }: { readonly assume: boolean }): Promise<Cast> {
  const { db } = ctx
  const [people, { items, ladders, plans }, told, rounds, visits, delegations, waiting, answers] = await Promise.all([
    readPeople(ctx),
    readItems(ctx),
    db.nudge.findMany({
      where: { kind: { not: 'reminder' } },
      select: { key: true, kind: true, roundId: true, subject: true, step: true, personId: true },
    }),
    readRounds(ctx),
    readVisits(ctx),
    readDelegations(ctx),
    readWaiting(ctx),
    readAnswers(ctx),
  ])
  const played = new Set(rounds.map((round) => round.itemId))
  const lacking = items.filter((item) => !item.hadRound && !played.has(item.itemId))
  const assumed = assume
    ? lacking.flatMap((item) => assumedRound(ctx, item, ladders.get(item.itemId), people) ?? [])
    : []
  return {
    now: ctx.now,
    rounds: [...rounds, ...assumed],
    visits,
    answers,
    people,
    items,
    delegations,
    plans,
    told: told.map((row) => ({ ...reasonOf(row), personId: row.personId })),
    waiting,
    digest: ctx.digest ?? defaultDigest,
  }
}

async function readPeople({ db, zone, now }: NudgeContext): Promise<Cast['people']> {
  const [people, roles, absences] = await Promise.all([
    db.person.findMany({ select: { id: true, organisation: true, timeZone: true } }),
    db.role.findMany({ select: { personId: true, role: true, fromDay: true, toDay: true } }),
    db.absence.findMany({
      // No zone is more than a day from UTC.
      where: { endedAt: null, toDay: { gte: addDays(dayIn(now, 'UTC'), -1) } },
      select: { personId: true, fromDay: true, toDay: true },
    }),
  ])
  const held = Map.groupBy(roles, (row) => row.personId)
  const away = Map.groupBy(absences, (row) => row.personId)
  return new Map(
    people.map(({ id, organisation, timeZone }) => [
      id,
      { organisation, zone: timeZone ?? zone, roles: held.get(id) ?? [], absences: away.get(id) ?? [] },
    ]),
  )
}

async function readItems({ db }: NudgeContext) {
  const rows = await db.workItem.findMany({
    orderBy: [{ plan: { year: 'asc' } }, { position: 'asc' }],
    select: {
      id: true,
      key: true,
      quarter: true,
      draftingAgency: true,
      plan: { select: { ladder: true, createdAt: true } },
      rounds: { where: { state: { notIn: ['withdrawn', 'open'] } }, take: 1, select: { id: true } },
    },
  })
  const plans = await db.plan.findMany({ select: { createdAt: true } })
  return {
    items: rows.map(({ id, key, quarter, draftingAgency, rounds }): PlayedItem => {
      return { item: key, itemId: id, quarter, agency: draftingAgency, hadRound: rounds.length > 0 }
    }),
    ladders: new Map(rows.map(({ id, plan }) => [id, ladderOf({ ladder: null }, plan)])),
    plans: plans.map((plan) => plan.createdAt),
  }
}

async function readRounds(ctx: NudgeContext): Promise<readonly PlayedRound[]> {
  const { db } = ctx
  const open = { round: { state: 'open' } }
  const [rounds, asked, opinions, snoozes] = await Promise.all([
    db.round.findMany({
      where: { state: 'open' },
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      include: { item: { select: { key: true, draftingAgency: true, plan: { select: { ladder: true } } } } },
    }),
    db.asked.findMany({ where: open, select: { roundId: true, personId: true, askedAt: true, insteadOfId: true } }),
    db.opinion.findMany({ where: open, select: { roundId: true, personId: true } }),
    db.snooze.findMany({ where: open, select: { roundId: true, personId: true, untilDay: true } }),
  ])
  const pair = (row: { roundId: string; personId: string }) => `${row.roundId} ${row.personId}`
  const answered = new Set(opinions.map(pair))
  const snoozed = new Map(snoozes.map((row) => [pair(row), row.untilDay]))
  const byRound = Map.groupBy(asked, (row) => row.roundId)
  const followed = new Set(asked.map((row) => `${row.roundId} ${row.insteadOfId}`))
  return rounds.map((round) => ({
    ...roundFacts(round, round.item.plan),
    item: round.item.key,
    itemId: round.itemId,
    agency: round.item.draftingAgency,
    opensAt: round.openedAt,
    closes: round.late === 'refuse',
    draftUrl: round.draftUrl,
    documentId: round.documentId,
    revision: round.revision,
    handled: round.dueHandled >= round.revision,
    assumed: false,
    seats: (byRound.get(round.id) ?? []).map((row) => {
      const snoozedUntil = snoozed.get(pair(row))
      return {
        person: row.personId,
        answered: answered.has(pair(row)),
        ...(row.askedAt === null ? {} : { askedAt: row.askedAt }),
        ...(followed.has(pair(row)) ? { followed: true as const } : {}),
        ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
      }
    }),
  }))
}

async function readVisits(ctx: NudgeContext): Promise<readonly PlayedVisit[]> {
  const visits = await liveVisits(ctx, withinReach(ctx, ctx.now))
  const duties = await dutiesOf(
    ctx,
    visits.map((visit) => visit.teamId),
  )
  const byTeam = Map.groupBy(duties, (duty) => duty.teamId)
  return visits.map((visit) => ({
    ...visit,
    code: codeOf(visit),
    team: teamOn(byTeam.get(visit.teamId) ?? [], visit.teamId, visit.day),
  }))
}

/** Rounds with a date for their answers: those that have closed only where something is left to answer. */
async function readAnswers(ctx: NudgeContext): Promise<Cast['answers']> {
  const found: AnswerRound[] = []
  for (const round of (await datedRounds(ctx)).values())
    if (round.startsAt > ctx.now || !isAnswered(await countAnswered(ctx, round.round))) found.push(round)
  return found
}

async function readDelegations({ db, now, zone }: NudgeContext): Promise<Cast['delegations']> {
  const rows = await db.delegation.findMany({
    where: { endedAt: null, toDay: { gte: dayIn(now, zone) } },
    select: { personId: true, takerId: true, itemId: true, fromDay: true, toDay: true, at: true },
  })
  return rows.map(({ personId: person, takerId: taker, at: givenAt, ...row }) => ({ ...row, person, taker, givenAt }))
}

/**
 * A round assumed for an item: from the working day 30 days before its derived deadline at 09:00, or from the next
 * 09:00 of a working day where that has passed, to the members of that day; its draft comes with it, late answers are accepted
 * and silence counts for nothing. None where the deadline comes first.
 */
function assumedRound(
  { calendar, zone, now }: NudgeContext,
  { item, itemId, quarter, agency }: PlayedItem,
  ladder: PlayedRound['ladder'] | undefined,
  people: Cast['people'],
): PlayedRound | undefined {
  const dueAt = derivedDeadline(calendar, zone, quarter)
  if (dueAt === undefined || ladder === undefined) return undefined
  let day = workingDayUpTo(calendar, addDays(dayIn(dueAt, zone), -assumedDays))
  if (toInstant(day, assumedTime, zone) < now) day = workingDayUpTo(calendar, dayIn(now, zone))
  while (toInstant(day, assumedTime, zone) < now) day = nextWorkingDay(calendar, day)
  const opensAt = toInstant(day, assumedTime, zone)
  if (opensAt >= dueAt) return undefined
  const seats = [...people]
    .filter(([, person]) => holds(person, 'member', day))
    .map(([person]) => ({ person, answered: false }))
  const terms = {
    closes: false,
    takesLate: true,
    draftUrl: '',
    documentId: null,
    revision: 1,
    handled: false,
    assumed: true,
  }
  return { id: `assumed-${item}`, item, itemId, agency, dueAt, opensAt, startsAt: opensAt, ladder, seats, ...terms }
}
