import fc from 'fast-check'
import { expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { addDays } from '../../src/calendar/zoned.ts'
import type { Rehearsed } from '../../src/nudges/rehearsal/played.ts'
import { readRehearsal } from '../../src/nudges/rehearsal/read-rehearsal.ts'
import { rehearse } from '../../src/nudges/rehearsal/rehearsal.ts'
import { runNudges } from '../../src/nudges/run-nudges.ts'
import { answerRound, member, openRoundOn, otherMember, zone } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { lineOf, openTale, tale } from '../support/rehearsable.ts'
import { at, visitsOf } from '../support/visits.ts'

const committee = committeeEachTest()

/** With a holiday in the middle of the weeks that are played. */
const holiday = { day: '2020-06-23', kind: 'holiday', name: 'Nghỉ', nameEn: 'Off', source: 'test' } as const
const calendar = { ...VIETNAM, days: new Map([...VIETNAM.days, [holiday.day, holiday]]) }
const ctx = () => ({ db: committee.db, now: committee.now(), zone, calendar })
const line = (at: Date, kind: string, person: string, about: string) => `${at.toISOString()} ${kind} ${person} ${about}`
const told = ({ at, kind, person, about, visits = [], step }: Rehearsed) =>
  line(
    at,
    kind,
    person,
    kind === 'nudge' || kind === 'visit'
      ? [...about.map((one) => `${one.item} ${one.step}`), ...visits.map((one) => `${one.visit} ${one.step}`)]
          .sort()
          .join()
      : (step ?? ''),
  )

/** What really was put into the ledger, as the rehearsal tells it. */
async function happened(from: Date): Promise<readonly string[]> {
  const { db } = committee
  const nudges = await db.nudge.findMany({
    where: { at: { gte: from } },
    include: { round: { select: { item: true } } },
  })
  const codes = new Map((await db.visit.findMany()).map((visit) => [visit.id, `KT-${visit.number}`]))
  const byMessage = [...Map.groupBy(nudges, (row) => row.outboxKey).values()]
  const lines = byMessage.flatMap((rows) => {
    const [first] = rows
    if (first === undefined) return []
    const { at, personId, kind, step } = first
    if (kind === 'step' || kind === 'snooze') {
      const about = rows.map((row) => `${row.round?.item.key} ${row.step}`).sort()
      return [line(at, 'nudge', personId, about.join())]
    }
    if (kind === 'visit') {
      const about = rows.map((row) => `${codes.get(row.subject ?? '')} ${row.step}`).sort()
      return [line(at, kind, personId, about.join())]
    }
    return [line(at, kind, personId, kind === 'escalation' ? '' : step)]
  })
  const notices = await db.outbox.findMany({
    where: { createdAt: { gte: from }, key: { contains: ':due:' }, kind: 'send' },
  })
  return [...lines, ...notices.map((row) => line(row.createdAt, 'deadline', row.personId, ''))].sort()
}

/** Visits of three teams around six weeks: near and far, moved, called off, undated; with leave, and across the world. */
async function playableVisits(): Promise<void> {
  const { plan, change, join, away } = visitsOf(committee)
  await join('2', 'sample-tvd3', 'leader', '2020-06-01', '2020-06-20')
  await join('1', 'sample-td3', 'member', '2020-06-24', null)
  await committee.db.person.update({ where: { key: 'sample-tvd3' }, data: { timeZone: 'Europe/Paris' } })
  await committee.db.person.update({ where: { key: 'sample-tvd2' }, data: { timeZone: 'America/New_York' } })
  await away('sample-td1', '2020-06-15', '2020-06-29')
  await away('sample-tvd1', '2020-06-17', '2020-06-22')
  await away('sample-td2', '2020-06-08', '2020-06-11')
  await plan('1', '2020-06-30T08:00')
  // It ended before the span; its report is still missing.
  await plan('2', '2020-06-05T08:00', { ends: at('2020-06-05T09:00') })
  const moved = await plan('2', '2020-06-09T08:00')
  await plan('2', '2020-06-29T07:00', { ends: at('2020-07-01T11:30') })
  const off = await plan('3', '2020-06-24T08:00')
  await plan('3', null)
  await plan('3', '2020-06-24T23:30')
  await plan('3', '2020-06-24T09:00')
  await change(moved.id, { starts: at('2020-06-17T00:30') })
  await change(off.id, { state: 'cancelled' })
  await plan('1', '2020-07-27T08:00')
}

it('a rehearsal lists what then goes out: the same messages, to the same people, at the same moments', async () => {
  committee.setClock('2020-06-05T10:00')
  const first = await openRoundOn(committee, 'ND-DLCN')
  await openRoundOn(committee, 'CL-CPDT', { day: '2020-06-24', time: '17:00', late: 'refuse' })
  await answerRound(committee, member, first, { position: 'agree' })
  const other = await committee.db.person.findUniqueOrThrow({ where: { key: otherMember } })
  await committee.db.absence.create({
    data: { id: 'a', personId: other.id, fromDay: '2020-06-12', toDay: '2020-06-24', at: committee.now() },
  })
  await committee.db.person.update({ where: { key: 'sample-tv-bxd' }, data: { timeZone: 'Europe/Paris' } })
  await playableVisits()
  const from = new Date(committee.now().getTime() + 1)
  const span = { from: '2020-06-06', to: '2020-07-08' }
  const rehearsed = rehearse(ctx(), await readRehearsal(ctx(), { assume: false }), span)
  // What is due at once, before the first day that is asked for.
  await runNudges(ctx())
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
    for (const time of ['08:00', '08:30', '13:00', '13:30', '17:00', '19:00', '19:30']) {
      committee.setClock(`${day}T${time}`)
      await committee.settle()
      await runNudges(ctx())
    }
  }
  expect(await happened(from)).toEqual(rehearsed.map(told).sort())
  expect(new Set(rehearsed.map((one) => one.kind))).toEqual(
    new Set(['nudge', 'deadline', 'escalation', 'upcoming', 'digest', 'visit']),
  )
  const steps = rehearsed.flatMap(({ visits = [] }) => visits.map(({ visit, step }) => `${visit} ${step}`))
  for (const step of ['KT-1 T-7', 'KT-1 T-1', 'KT-1 report', 'KT-2 report', 'KT-4 T-7', 'KT-7 T-1'])
    expect(steps).toContain(step)
  // Called off, and without a date.
  for (const step of steps) expect(step).not.toMatch(/^KT-[56] /)
}, 300_000)

/** How many committees are played; more where somebody has the time. */
const runs = Number(process.env.REHEARSALS ?? 2)

it('a rehearsal says of every kind of message to whom it then goes, and when', async () => {
  await fc.assert(
    fc.asyncProperty(tale, async (told) => {
      const { committee, context, play, span } = await openTale(told)
      try {
        const rehearsed = rehearse(context(), await readRehearsal(context(), { assume: false }), span)
        const lines = rehearsed.map(lineOf).sort()
        expect(lines).toEqual(await play())
      } finally {
        await committee.drop()
      }
    }),
    // Each is played anew while it is made smaller: the seed says enough.
    { numRuns: runs, endOnFailure: true },
  )
}, 600_000)
