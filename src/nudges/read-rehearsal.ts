import { derivedDeadline } from '../calendar/derived-deadline.ts'
import { workingDayFrom, workingDayUpTo } from '../calendar/working-days.ts'
import { addDays, dayIn, toInstant } from '../calendar/zoned.ts'
import type { Db } from '../database/open.ts'
import { phase } from '../opinions/phase.ts'
import { codeOf } from '../teams/visits.ts'
import { defaultDigest } from './digest-time.ts'
import type { NudgeContext } from './planned.ts'
import type { Cast, PlayedRound } from './rehearsal.ts'
import type { PlayedVisit } from './rehearsal-visits.ts'
import { ladderOf } from './round-ladder.ts'
import { roundFacts } from './seats-to-nudge.ts'
import { teamOn } from './visit-team.ts'
import { dutiesOf, liveVisits, withinReach } from './visits-to-remind.ts'

/** So many days before its derived deadline, at this time, an item without a round is assumed to be sent round. */
const assumedDays = 30
const assumedTime = '09:00'

/**
 * Everything a rehearsal from `from` on plays with: the plan, the people, visits, the rounds that take answers, and, where
 * `assume`, one round for each item of the plan that has a quarter and has had no round, asked of today's members.
 */
export async function readRehearsal(
  ctx: NudgeContext,
  { from, assume }: { readonly from: string; readonly assume: boolean },
): Promise<Cast> {
  const { db } = ctx
  const [people, items, nudges, stored, visits] = await Promise.all([
    readPeople(ctx, from),
    readItems(db),
    db.nudge.findMany({
      where: { kind: { not: 'reminder' } },
      select: { key: true, kind: true, roundId: true, personId: true },
    }),
    readRounds(ctx),
    readVisits(ctx, from),
  ])
  const today = dayIn(ctx.now, ctx.zone)
  const isMember = (id: string) =>
    people
      .get(id)
      ?.roles.some((one) => one.role === 'member' && one.fromDay <= today && (one.toDay ?? today) >= today) === true
  const seats = [...people.keys()].filter(isMember).map((person) => ({ person, answered: false }))
  const assumed = assume
    ? items.filter((item) => !item.withRound).flatMap((item) => assumedRound(ctx, from, item, seats) ?? [])
    : []
  const planned = nudges.map((row) =>
    row.kind === 'escalation' ? `escalation ${row.roundId ?? ''} ${row.personId}` : row.key,
  )
  return {
    rounds: [
      ...stored.map((round) => ({ ...round, seats: round.seats.filter((seat) => isMember(seat.person)) })),
      ...assumed,
    ],
    visits,
    people,
    items,
    planned: new Set(planned),
    digest: ctx.digest ?? defaultDigest,
  }
}

async function readPeople({ db, zone }: NudgeContext, from: string): Promise<Cast['people']> {
  const [people, roles, absences] = await Promise.all([
    db.person.findMany({ select: { id: true, organisation: true, timeZone: true } }),
    db.role.findMany({ select: { personId: true, role: true, fromDay: true, toDay: true } }),
    db.absence.findMany({
      where: { endedAt: null, toDay: { gte: from } },
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

async function readItems(db: Db) {
  const rows = await db.workItem.findMany({
    orderBy: [{ plan: { year: 'asc' } }, { position: 'asc' }],
    select: {
      key: true,
      quarter: true,
      draftingAgency: true,
      plan: { select: { ladder: true } },
      rounds: { where: { state: { not: 'withdrawn' } }, take: 1, select: { id: true } },
    },
  })
  return rows.map(({ key, quarter, draftingAgency, plan, rounds }) => ({
    item: key,
    quarter,
    agency: draftingAgency,
    ladder: ladderOf({ ladder: null }, plan),
    withRound: rounds.length > 0,
  }))
}

async function readRounds(ctx: NudgeContext): Promise<readonly PlayedRound[]> {
  const { db } = ctx
  const open = { round: { state: 'open' } }
  const [rounds, asked, opinions, snoozes] = await Promise.all([
    db.round.findMany({
      where: { state: 'open' },
      include: { item: { select: { key: true, draftingAgency: true, plan: { select: { ladder: true } } } } },
    }),
    db.asked.findMany({ where: open, select: { roundId: true, personId: true } }),
    db.opinion.findMany({ where: open, select: { roundId: true, personId: true } }),
    db.snooze.findMany({ where: open, select: { roundId: true, personId: true, untilDay: true } }),
  ])
  const pair = (row: { roundId: string; personId: string }) => `${row.roundId} ${row.personId}`
  const answered = new Set(opinions.map(pair))
  const snoozed = new Map(snoozes.map((row) => [pair(row), row.untilDay]))
  const byRound = Map.groupBy(asked, (row) => row.roundId)
  return rounds
    .filter((round) => phase(round, ctx.now) !== 'closed')
    .map((round) => ({
      ...roundFacts(round, round.item.plan),
      item: round.item.key,
      agency: round.item.draftingAgency,
      opensAt: round.openedAt,
      late: round.late === 'accept',
      hasDraft: round.draftUrl !== null,
      assumed: false,
      seats: (byRound.get(round.id) ?? []).map((row) => {
        const snoozedUntil = snoozed.get(pair(row))
        const seat = { person: row.personId, answered: answered.has(pair(row)) }
        return snoozedUntil === undefined ? seat : { ...seat, snoozedUntil }
      }),
    }))
}

async function readVisits(ctx: NudgeContext, from: string): Promise<readonly PlayedVisit[]> {
  const visits = await liveVisits(ctx, withinReach(ctx, toInstant(from, '00:00', ctx.zone)))
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

function assumedRound(
  { calendar, zone }: NudgeContext,
  from: string,
  { item, quarter, agency, ladder }: Awaited<ReturnType<typeof readItems>>[number],
  seats: PlayedRound['seats'],
): PlayedRound | undefined {
  const dueAt = derivedDeadline(calendar, zone, quarter)
  if (dueAt === undefined) return undefined
  const usual = workingDayUpTo(calendar, addDays(dayIn(dueAt, zone), -assumedDays))
  const opensAt = toInstant(usual < from ? workingDayFrom(calendar, from) : usual, assumedTime, zone)
  if (opensAt >= dueAt) return undefined
  const terms = { late: true, takesLate: true, hasDraft: true, assumed: true }
  return { id: `assumed-${item}`, item, agency, dueAt, opensAt, startsAt: opensAt, ladder, seats, ...terms }
}
