import { describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { readRehearsal } from '../../src/nudges/rehearsal/read-rehearsal.ts'
import { rehearse } from '../../src/nudges/rehearsal/rehearsal.ts'
import {
  button,
  coordinator,
  drafter,
  formOf,
  member,
  messageOf,
  openRoundOn,
  textOf,
  zone,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()

const ctx = () => ({ db: committee.db, now: committee.now(), zone, calendar: VIETNAM })

describe('a rehearsal', () => {
  it('assumes rounds for items that have had none, marks them, and leaves them out on demand', async () => {
    committee.setClock('2020-03-23T00:00')
    const span = { from: '2020-03-23', to: '2020-12-31' }
    const all = rehearse(ctx(), await readRehearsal(ctx(), { assume: true }), span)
    const asked = all.filter((one) => one.kind === 'request')
    const items = await committee.db.workItem.findMany({
      where: { quarter: { not: null } },
      select: { key: true, quarter: true },
    })
    const expected = items.filter((item) => item.quarter !== '2019-Q4').map((item) => item.key)
    expect(new Set(asked.flatMap((one) => one.about.map(({ item }) => item)))).toEqual(new Set(expected))
    expect(asked.every((one) => one.assumed)).toBe(true)
    const without = rehearse(ctx(), await readRehearsal(ctx(), { assume: false }), span)
    expect(without.some((one) => one.assumed)).toBe(false)
    expect(new Set(without.map((one) => one.kind))).toEqual(new Set(['upcoming', 'digest']))
  })

  it('has an assumed round ask the members of the day on which it opens', async () => {
    committee.setClock('2020-05-20T09:00')
    const { db } = committee
    const of = (key: string) => ({ person: { key }, role: 'member' })
    await db.role.updateMany({ where: of('sample-tv-byt'), data: { toDay: '2020-05-28' } })
    await db.role.updateMany({ where: of('sample-tv-btc'), data: { fromDay: '2020-05-29' } })
    const all = rehearse(ctx(), await readRehearsal(ctx(), { assume: true }), { from: '2020-05-20', to: '2020-06-30' })
    const keys = new Map((await db.person.findMany()).map((person) => [person.id, person.key]))
    const asked = all.filter((one) => one.kind === 'request').map((one) => keys.get(one.person))
    expect(asked).toContain('sample-tv-btc')
    expect(asked).not.toContain('sample-tv-byt')
  })

  it('counts a delegation on its last day, and neither leave nor a delegation that was ended early', async () => {
    committee.setClock('2020-06-30T08:00')
    const { db } = committee
    const idOf = async (key: string) => (await db.person.findUniqueOrThrow({ where: { key } })).id
    const [giver, taker] = [await idOf(member), await idOf(drafter)]
    await openRoundOn(committee, 'ND-DLCN', { asked: 'named', names: member, day: '2020-06-30', time: '17:00' })
    await db.round.updateMany({ data: { openedAt: new Date('2020-06-01T02:00:00Z') } })
    const at = new Date('2020-06-02T02:00:00Z')
    const given = { personId: giver, takerId: taker, rights: '["draft"]', itemId: null, fromDay: '2020-06-01', at }
    await db.delegation.create({ data: { id: 'd', ...given, toDay: '2020-06-30' } })
    await db.absence.create({
      data: { id: 'a', personId: giver, fromDay: '2020-06-20', toDay: '2020-07-10', at, endedAt: at },
    })
    const steps = async (person: string) =>
      rehearse(ctx(), await readRehearsal(ctx(), { assume: false }), { from: '2020-06-30', to: '2020-07-03' })
        .filter((one) => one.kind === 'nudge' && one.person === person)
        .flatMap((one) => one.about.map(({ step }) => step))
    expect(await steps(taker)).toEqual(['T-0'])
    const mine = await steps(giver)
    expect(mine).toEqual(['T-0', 'T+2'])
    await db.absence.updateMany({ data: { endedAt: null } })
    expect(await steps(giver)).toEqual(['T-0'])
    await db.delegation.updateMany({ data: { endedAt: at } })
    expect(await steps(taker)).toEqual([])
  })

  it('sends nothing and stores nothing', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    const counts = () =>
      Promise.all([
        committee.db.outbox.count(),
        committee.db.nudge.count(),
        committee.db.round.count(),
        committee.db.audit.count(),
      ])
    const before = await counts()
    await committee.press(coordinator, { kind: 'rehearsal.show', from: '2020-06-16', to: '2020-12-31' })
    expect(await counts()).toEqual(before)
    expect(await committee.deliver()).toEqual([])
  })

  it('is shown page by page in the chat, from a form that knows what days there are', async () => {
    const form = formOf(await committee.type(coordinator, 'diễn tập'))
    const wrong = await committee.fill(coordinator, form, { from: '2020-07-01', to: '2020-06-01' })
    expect(wrong).toMatchObject({ kind: 'invalid' })
    expect(await committee.fill(coordinator, form, { from: '2020-02-30', to: '2020-06-01' })).toMatchObject({
      kind: 'invalid',
    })
    expect(await committee.fill(coordinator, form, { from: '2020-01-01', to: '2022-06-01' })).toMatchObject({
      kind: 'invalid',
    })
    const page = await committee.fill(coordinator, form, { from: '2020-03-23', to: '2020-12-31' })
    expect(textOf(page)).toContain('Chưa gửi gì')
    expect(textOf(page)).toContain('giả định')
    expect(messageOf(page).text).not.toContain('undefined')
    const next = await committee.press(coordinator, button(page, 'Trang sau'))
    expect(textOf(next)).toContain('Trang 2/')
  })
})
