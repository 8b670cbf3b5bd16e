import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { addDays } from '../../src/calendar/zoned.ts'
import { readRehearsal } from '../../src/nudges/read-rehearsal.ts'
import { type Rehearsed, rehearse } from '../../src/nudges/rehearsal.ts'
import { runNudges } from '../../src/nudges/run-nudges.ts'
import {
  answerRound,
  button,
  type Committee,
  coordinator,
  formOf,
  member,
  messageOf,
  openCommittee,
  openRoundOn,
  otherMember,
  textOf,
  zone,
} from '../support/committee.ts'

let house: Committee
beforeEach(async () => {
  house = await openCommittee()
})
afterEach(() => house.drop())

const ctx = () => ({ db: house.db, now: house.now(), zone, calendar: VIETNAM })
const line = (at: Date, kind: string, person: string, about: string) => `${at.toISOString()} ${kind} ${person} ${about}`
const told = ({ at, kind, person, about, step }: Rehearsed) =>
  line(
    at,
    kind,
    person,
    kind === 'nudge'
      ? about
          .map((one) => `${one.item} ${one.step}`)
          .sort()
          .join()
      : (step ?? ''),
  )

/** What really was put into the ledger, as the rehearsal tells it. */
async function happened(from: Date): Promise<readonly string[]> {
  const { db } = house
  const nudges = await db.nudge.findMany({
    where: { at: { gte: from } },
    include: { round: { select: { item: true } } },
  })
  const byMessage = [...Map.groupBy(nudges, (row) => row.outboxKey).values()]
  const lines = byMessage.flatMap((rows) => {
    const [first] = rows
    if (first === undefined) return []
    const { at, personId, kind, step } = first
    if (kind === 'step' || kind === 'snooze') {
      const about = rows.map((row) => `${row.round?.item.key} ${row.step}`).sort()
      return [line(at, 'nudge', personId, about.join())]
    }
    return [line(at, kind, personId, kind === 'escalation' ? '' : step)]
  })
  const notices = await db.outbox.findMany({
    where: { createdAt: { gte: from }, key: { contains: ':due:' }, kind: 'send' },
  })
  return [...lines, ...notices.map((row) => line(row.createdAt, 'deadline', row.personId, ''))].sort()
}

describe('a rehearsal', () => {
  it('lists what then goes out: the same messages, to the same people, at the same moments', async () => {
    house.setClock('2020-06-05T10:00')
    const first = await openRoundOn(house, 'ND-DLCN')
    await openRoundOn(house, 'CL-CPDT', { day: '2020-06-24', time: '17:00', late: 'refuse' })
    await answerRound(house, member, first, { position: 'agree' })
    const other = await house.db.person.findUniqueOrThrow({ where: { key: otherMember } })
    await house.db.absence.create({
      data: { id: 'a', personId: other.id, fromDay: '2020-06-12', toDay: '2020-06-24', at: house.now() },
    })
    await house.db.person.update({ where: { key: 'sample-tv-bxd' }, data: { timeZone: 'Europe/Paris' } })
    const from = new Date(house.now().getTime() + 1)
    const span = { from: '2020-06-06', to: '2020-07-20' }
    const rehearsed = rehearse(ctx(), await readRehearsal(ctx(), { from: span.from, assume: false }), span)
    for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
      for (const time of ['08:00', '08:30', '13:00', '13:30', '17:00']) {
        house.setClock(`${day}T${time}`)
        await house.settle()
        await runNudges(ctx())
      }
    }
    expect(await happened(from)).toEqual(rehearsed.map(told).sort())
    expect(new Set(rehearsed.map((one) => one.kind))).toEqual(
      new Set(['nudge', 'deadline', 'escalation', 'upcoming', 'digest']),
    )
  }, 60_000)

  it('assumes rounds for items that have had none, marks them, and leaves them out on demand', async () => {
    const span = { from: '2020-03-23', to: '2020-12-31' }
    const all = rehearse(ctx(), await readRehearsal(ctx(), { from: span.from, assume: true }), span)
    const asked = all.filter((one) => one.kind === 'request')
    const items = await house.db.workItem.findMany({
      where: { quarter: { not: null } },
      select: { key: true, quarter: true },
    })
    const expected = items.filter((item) => item.quarter !== '2019-Q4').map((item) => item.key)
    expect(new Set(asked.flatMap((one) => one.about.map(({ item }) => item)))).toEqual(new Set(expected))
    expect(asked.every((one) => one.assumed)).toBe(true)
    const without = rehearse(ctx(), await readRehearsal(ctx(), { from: span.from, assume: false }), span)
    expect(without.some((one) => one.assumed)).toBe(false)
    expect(new Set(without.map((one) => one.kind))).toEqual(new Set(['upcoming', 'digest']))
  })

  it('sends nothing and stores nothing', async () => {
    await openRoundOn(house, 'ND-DLCN')
    await house.deliver()
    const counts = () =>
      Promise.all([house.db.outbox.count(), house.db.nudge.count(), house.db.round.count(), house.db.audit.count()])
    const before = await counts()
    await house.press(coordinator, { kind: 'rehearse.show', from: '2020-06-16', to: '2020-12-31' })
    expect(await counts()).toEqual(before)
    expect(await house.deliver()).toEqual([])
  })

  it('is shown page by page in the chat, from a form that knows what days there are', async () => {
    const form = formOf(await house.type(coordinator, 'diễn tập'))
    const wrong = await house.fill(coordinator, form, { from: '2020-07-01', to: '2020-06-01' })
    expect(wrong).toMatchObject({ kind: 'invalid' })
    expect(await house.fill(coordinator, form, { from: '2020-02-30', to: '2020-06-01' })).toMatchObject({
      kind: 'invalid',
    })
    expect(await house.fill(coordinator, form, { from: '2020-01-01', to: '2022-06-01' })).toMatchObject({
      kind: 'invalid',
    })
    const page = await house.fill(coordinator, form, { from: '2020-03-23', to: '2020-12-31' })
    expect(textOf(page)).toContain('Chưa gửi gì')
    expect(textOf(page)).toContain('giả định')
    expect(messageOf(page).text).not.toContain('undefined')
    const next = await house.press(coordinator, button(page, 'Trang sau'))
    expect(textOf(next)).toContain('Trang 2/')
  })
})
