import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  button,
  coordinator,
  drafter,
  formOf,
  member,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { visitsOf } from '../support/visits.ts'

/* The days at which a period ends, and rows that have ended before: what counts on the day itself, and not after it. */

const committee = committeeEachTest()
beforeEach(async () => {
  committee.setClock('2020-06-01T09:00')
})

const two = { asked: 'named', names: `${member}\n${otherMember}` }
const idOf = async (key: string) => (await committee.db.person.findUniqueOrThrow({ where: { key } })).id
/** Opens a round, due on Tuesday 30/06/2020 at 17:00, and lets its requests go. */
async function open(item = 'ND-DLCN', values: Record<string, string> = {}): Promise<string> {
  const round = await openRoundOn(committee, item, { ...two, ...values })
  await committee.deliver()
  return round
}
const plan = async (local: string) => {
  committee.setClock(local)
  await committee.nudge()
}
const arrived = async (who: string) =>
  (await committee.deliver()).filter((call) => call.what === 'send' && call.to.user === who)
/** What goes out at a moment of the committee's clock by the ladder, as `sample-tv-byt T-14`. */
async function sentAt(local: string): Promise<readonly string[]> {
  await plan(local)
  const sent = await committee.deliver()
  const keys = sent.flatMap((call) => (call.what === 'send' ? [call.key] : []))
  const where = { outboxKey: { in: keys }, roundId: { not: null } }
  const rows = await committee.db.nudge.findMany({ where, include: { person: true } })
  return rows.map((row) => `${row.person.key} ${row.step}`).sort()
}
const stepsAt = async (local: string, who = member): Promise<readonly string[]> =>
  (await sentAt(local)).flatMap((line) => (line.startsWith(`${who} `) ? [line.slice(who.length + 1)] : []))
const leave = async (key: string, fromDay: string, toDay: string, endedAt: Date | null = null) =>
  await committee.db.absence.create({
    data: { id: randomUUID(), personId: await idOf(key), fromDay, toDay, endedAt, at: committee.now() },
  })

describe('leave', () => {
  it('holds back a step on its first day and on its last', async () => {
    await open()
    await leave(member, '2020-06-10', '2020-06-16')
    await leave(otherMember, '2020-06-16', '2020-06-20')
    expect(await sentAt('2020-06-16T08:30')).toEqual([])
    expect(await sentAt('2020-06-16T16:59')).toEqual([])
    // The morning after it brings what was held back.
    expect(await sentAt('2020-06-17T08:00')).toEqual([`${member} T-14`])
  })

  it.each([
    ['begins', '2020-06-16', '2020-06-20'],
    ['ends', '2020-06-10', '2020-06-16'],
  ])('that %s on the day stops a step that was planned that morning, and none of who is there', async (_, from, to) => {
    await open()
    await plan('2020-06-16T08:30')
    await leave(member, from, to)
    await leave(otherMember, '2020-06-17', '2020-06-20')
    const told = (await committee.deliver()).flatMap((call) => (call.what === 'send' ? [call.to.user] : []))
    expect(told).not.toContain(member)
    expect(told).toContain(otherMember)
  })

  it('that was ended early holds back nothing, neither at the planning nor at the sending', async () => {
    await open()
    await leave(member, '2020-06-10', '2020-06-30', committee.now())
    expect(await stepsAt('2020-06-16T08:30')).toEqual(['T-14'])
    await plan('2020-06-23T08:30')
    await leave(otherMember, '2020-06-20', '2020-06-30', committee.now())
    expect(await sentAt('2020-06-23T08:31')).toEqual([`${otherMember} T-7`, `${member} T-7`])
  })

  it('that was ended early does not leave somebody out of a reminder by hand', async () => {
    await open()
    await leave(member, '2020-06-01', '2020-06-30', committee.now())
    await leave(otherMember, '2020-05-01', '2020-06-01')
    const said = textOf(await committee.type(coordinator, 'nhắc ND-DLCN'))
    expect(said).toContain('Bộ Y tế')
    // On the last day of their leave.
    expect(said).toMatch(/Bộ Tài chính.*01\/06\/2020/)
  })

  it('of a visit’s team holds back a week’s notice on its last day, and not once it has been ended', async () => {
    const { plan: planVisit, away } = visitsOf(committee)
    await planVisit('1', '2020-06-23T08:00')
    await committee.deliver()
    await away('sample-td1', '2020-06-10', '2020-06-16')
    await leave('sample-tvd1', '2020-06-10', '2020-06-30', committee.now())
    await plan('2020-06-16T08:30')
    const told = async () =>
      (await committee.db.nudge.findMany({ where: { kind: 'visit' }, include: { person: true } })).map(
        (row) => `${row.person.key} ${row.step}`,
      )
    expect(await told()).toContain('sample-tvd1 T-7')
    expect(await told()).not.toContain('sample-td1 T-7')
    await plan('2020-06-17T08:00')
    expect(await told()).toContain('sample-td1 T-7')
  })
})

describe('a role', () => {
  const ends = async (key: string, toDay: string) =>
    await committee.db.role.updateMany({ where: { personId: await idOf(key) }, data: { toDay } })

  it('of a member counts on its last day, also at the sending, and not after it', async () => {
    await open()
    await ends(member, '2020-06-16')
    await ends(otherMember, '2020-06-15')
    expect(await sentAt('2020-06-16T08:30')).toEqual([`${member} T-14`])
    expect(await sentAt('2020-06-23T08:30')).toEqual([])
  })

  it('of a member that begins on the day of a step counts from that day on', async () => {
    await open()
    await committee.db.role.updateMany({ where: { personId: await idOf(member) }, data: { fromDay: '2020-06-16' } })
    await committee.db.role.updateMany({
      where: { personId: await idOf(otherMember) },
      data: { fromDay: '2020-06-17' },
    })
    expect(await sentAt('2020-06-16T08:30')).toEqual([`${member} T-14`])
    expect(await sentAt('2020-06-17T08:00')).toEqual([`${otherMember} T-14`])
  })

  it('of a coordinator brings the digest on its last day, and not after it', async () => {
    await open()
    await ends(coordinator, '2020-06-22')
    await ends('sample-dp2', '2020-06-21')
    await plan('2020-06-22T08:00')
    const readers = await committee.db.nudge.findMany({ where: { kind: 'digest' }, include: { person: true } })
    const told = readers.filter((row) => row.step === '2020-06-22').map((row) => row.person.key)
    expect(told).toContain(coordinator)
    expect(told).not.toContain('sample-dp2')
    expect((await arrived(coordinator)).length).toBeGreaterThan(0)
  })

  it('of a member brings them before the coordinators on its last day, and not after it', async () => {
    await open()
    // The fifth working day past the deadline.
    await ends(member, '2020-07-07')
    await ends(otherMember, '2020-07-06')
    await plan('2020-07-07T08:30')
    const named = await committee.db.nudge.findMany({ where: { kind: 'escalation' }, select: { subject: true } })
    expect(new Set(named.map((row) => row.subject))).toEqual(new Set([await idOf(member)]))
  })

  it('of a coordinator or a drafter brings the news of a deadline from its first day to its last', async () => {
    await open('ND-DLCN', { late: 'refuse' })
    const of = async (key: string, period: object) =>
      await committee.db.role.updateMany({ where: { personId: await idOf(key) }, data: period })
    const due = async (coordinating: object, drafting: object) => {
      await of('sample-dp2', coordinating)
      await of(drafter, drafting)
      await committee.db.round.updateMany({ data: { state: 'open', dueHandled: 0 } })
      await committee.db.outbox.deleteMany()
      committee.setClock('2020-06-30T17:00')
      await committee.settle()
      const calls = await committee.deliver()
      return ['sample-dp2', drafter].map((who) => calls.some((one) => one.what === 'send' && one.to.user === who))
    }
    const day = '2020-06-30'
    expect(await due({ fromDay: day, toDay: null }, { fromDay: '2020-01-01', toDay: day })).toEqual([true, true])
    expect(await due({ fromDay: '2020-01-01', toDay: day }, { fromDay: day, toDay: null })).toEqual([true, true])
    expect(await due({ fromDay: '2020-07-01', toDay: null }, { toDay: '2020-06-29', fromDay: '2020-01-01' })).toEqual([
      false,
      false,
    ])
  })

  it('of a drafting agency’s person brings what its quarter lacks on its last day, and not after it', async () => {
    await ends(drafter, '2020-06-16')
    await plan('2020-06-16T08:30')
    const upcoming = async () =>
      (await committee.db.nudge.findMany({ where: { kind: 'upcoming' }, include: { person: true } })).map(
        (row) => row.person.key,
      )
    expect(await upcoming()).toContain(drafter)
    await committee.db.nudge.deleteMany()
    await committee.db.outbox.deleteMany()
    await ends(drafter, '2020-06-15')
    await plan('2020-06-16T08:31')
    expect(await upcoming()).not.toContain(drafter)
  })
})

describe('a delegation', () => {
  const delegate = async (fromDay: string, toDay: string, endedAt: Date | null = null) =>
    await committee.db.delegation.create({
      data: {
        id: randomUUID(),
        personId: await idOf(member),
        takerId: await idOf(drafter),
        rights: '["draft"]',
        itemId: null,
        fromDay,
        toDay,
        endedAt,
        at: committee.now(),
      },
    })

  it.each([
    ['on its first day', '2020-06-30', '2020-07-10', ['T-0']],
    ['on its last day', '2020-06-01', '2020-06-30', ['T-0']],
    ['not before it', '2020-07-01', '2020-07-10', []],
    ['not after it', '2020-06-01', '2020-06-29', []],
  ])('brings the last step to the delegate %s', async (_, from, to, steps) => {
    await open()
    await delegate(from, to)
    expect(await stepsAt('2020-06-30T08:30', drafter)).toEqual(steps)
  })

  it.each([
    ['begins on that day', { fromDay: '2020-06-30' }, ['T-0']],
    ['ends on that day', { toDay: '2020-06-30' }, ['T-0']],
    ['has yet to begin', { fromDay: '2020-07-01' }, []],
    ['has ended', { toDay: '2020-06-29' }, []],
  ])('brings the last step to the delegate as the member’s role %s', async (_, period, steps) => {
    await open()
    await delegate('2020-06-01', '2020-07-10')
    await committee.db.role.updateMany({ where: { personId: await idOf(member) }, data: period })
    expect(await stepsAt('2020-06-30T08:30', drafter)).toEqual(steps)
  })

  it('that was ended early brings the delegate nothing', async () => {
    await open()
    await delegate('2020-06-01', '2020-07-10', committee.now())
    expect(await stepsAt('2020-06-30T08:30', drafter)).toEqual([])
  })
})

describe('where silence is deemed to agree', () => {
  const deemed = { silence: 'deemed', basis: 'Điều 7 Quy chế', late: 'accept' }

  it('nobody is nudged past the deadline: they have been counted', async () => {
    const closing = await open('CL-CPDT', { day: '2020-06-02', time: '17:00', late: 'refuse' })
    const agreed = await open('DA-KNDL', { ...deemed, day: '2020-06-02', time: '17:00' })
    expect(await stepsAt('2020-06-02T08:30')).toEqual(['T-0', 'T-0'])
    await committee.settle()
    await committee.deliver()
    for (const day of ['04', '08', '10', '12', '16'])
      expect(await stepsAt(`2020-06-${day}T08:30`), `June ${day}`).toEqual([])
    const later = { roundId: { in: [closing, agreed] }, step: { startsWith: 'T+' } }
    expect(await committee.db.nudge.count({ where: later })).toBe(0)
    // The same deadline without the rule is followed by overdue steps.
    await committee.db.round.update({ where: { id: agreed }, data: { silence: 'none' } })
    expect(await stepsAt('2020-06-16T08:31')).toEqual(['T+10'])
  })

  it('a nudge that waited over the deadline is dropped, and a reminder by hand leaves everybody out', async () => {
    await open('DA-KNDL', { ...deemed, day: '2020-06-02', time: '17:00' })
    await plan('2020-06-02T16:59')
    committee.setClock('2020-06-03T08:00')
    expect(await arrived(member)).toEqual([])
    expect(textOf(await committee.type(coordinator, 'nhắc DA-KNDL'))).toContain(vi.standings.deemed.toLowerCase())
  })

  it('a round that is closed before its deadline reports nobody as agreed, also once that day has come', async () => {
    const round = await open('DA-KNDL', { ...deemed, day: '2020-06-12', time: '17:00' })
    const extended = await open('CL-CPDT', { ...deemed, day: '2020-06-12', time: '17:00' })
    await answerRound(committee, otherMember, round, { position: 'agree' })
    committee.setClock('2020-06-05T09:00')
    const form = formOf(await committee.press(coordinator, { kind: 'round.change.form', round, change: 'close' }))
    await committee.fill(coordinator, form, { reason: 'đã đủ ý kiến' })
    const board = async (id: string) => textOf(await committee.press(coordinator, { kind: 'board.show', round: id }))
    for (const local of ['2020-06-05T09:01', '2020-06-12T17:00', '2020-06-20T09:00']) {
      committee.setClock(local)
      await committee.settle()
      expect(await board(round), local).toContain(`${vi.standings.deemed}: 0`)
      expect(await board(round), local).toContain(`${vi.standings.missing}: 1`)
    }
    // One that ran to its deadline counts them, from the deadline itself on.
    expect(await board(extended)).toContain(`${vi.standings.deemed}: 2`)
  })
})

describe('a second wish to be reminded later', () => {
  it.each([
    ['sooner', [3, 1] as const, '2020-06-17'],
    ['later', [1, 3] as const, '2020-06-19'],
  ])('replaces the first one where it is for %s', async (_, [first, second], morning) => {
    const round = await open()
    expect(await stepsAt('2020-06-16T08:30')).toEqual(['T-14'])
    for (const days of [first, second]) await committee.press(member, { kind: 'nudge.snooze', round, days })
    for (const day of ['2020-06-17', '2020-06-18', '2020-06-19', '2020-06-22'])
      expect(await stepsAt(`${day}T08:30`), day).toEqual(day === morning ? [morning] : [])
    expect(await committee.db.snooze.count()).toBe(1)
  })

  it('also after the first has brought its nudge', async () => {
    const round = await open()
    await stepsAt('2020-06-16T08:30')
    await committee.press(member, { kind: 'nudge.snooze', round, days: 1 })
    await plan('2020-06-17T08:30')
    const [call] = await arrived(member)
    if (call?.what !== 'send') throw new Error('no nudge on the morning that was asked for')
    await committee.press(member, button(call.message, vi.nudge.snooze[1]))
    expect(await stepsAt('2020-06-18T08:30')).toEqual(['2020-06-18'])
  })
})
