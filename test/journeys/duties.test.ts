import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { OthersSee } from '../../src/context.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, buttonsOf, coordinator, formOf, member, messageOf, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { planVisit } from '../support/visits.ts'

const leader = 'sample-td1'
const teamMember = 'sample-tvd1'
const otherLeader = 'sample-td2'
const otherMember = 'sample-tvd2'
const chair = 'sample-ct'
const { teams: t } = vi
const team = 'Đoàn công tác số 1'
const from = '2020-06-20'
const to = '2020-07-20'
const span = 'từ 20/06/2020 đến hết 20/07/2020'

const committee = committeeEachTest()

const nameOf = async (key: string) => (await committee.db.person.findUniqueOrThrow({ where: { key } })).name
const editForm = async (who = coordinator) => formOf(await committee.press(who, { kind: 'duty.save.form', team: '1' }))
const put = async (person: string, values: Record<string, string> = {}) =>
  committee.fill(coordinator, await editForm(), { person, from, to, ...values })
const dutyOf = async (key: string, key2 = '1') =>
  await committee.db.duty.findFirstOrThrow({
    where: { person: { key }, team: { key: key2 } },
    orderBy: { fromDay: 'desc' },
  })
const duties = async (key: string) => (await committee.db.duty.findMany({ where: { person: { key } } })).length
const endForm = async (key: string) =>
  formOf(await committee.press(coordinator, { kind: 'duty.end.form', duty: (await dutyOf(key)).id }))
const end = async (key: string, day: string) => committee.fill(coordinator, await endForm(key), { to: day })
const show = async (who: string, key?: string) =>
  await committee.press(who, { kind: 'team.show', ...(key === undefined ? {} : { team: key }) })

describe('the teams', () => {
  it('name who sits on them to the end of their last day', async () => {
    const { id } = await dutyOf('sample-tvd1')
    await committee.db.duty.update({ where: { id }, data: { toDay: '2020-06-16' } })
    const { name } = await committee.db.person.findUniqueOrThrow({ where: { key: 'sample-tvd1' } })
    expect(textOf(await show(coordinator, '1'))).toContain(name)
    committee.setClock('2020-06-17T00:00')
    expect(textOf(await show(coordinator, '1'))).not.toContain(name)
  })

  it('are listed in the order of their numbers, with leader and size for those who may see them', async () => {
    const all = await show(coordinator)
    const labels = buttonsOf(messageOf(all)).map((one) => one.label)
    expect(labels).toHaveLength(11)
    expect(labels[1]).toBe('Đoàn công tác số 2')
    expect(labels[10]).toBe('Đoàn công tác số 11')
    const rows = (reply: typeof all) =>
      (messageOf(reply).blocks ?? []).flatMap((block) => (block.kind === 'table' ? block.rows : []))
    expect(rows(all)[0]).toEqual([team, await nameOf(leader), '2'])
    expect(rows(all)[10]).toEqual(['Đoàn công tác số 11', t.noLeader, '0'])
    expect(rows(await show(chair))).toEqual(rows(all))
    expect(rows(await show(leader)).slice(0, 2)).toEqual([
      [team, await nameOf(leader), '2'],
      ['Đoàn công tác số 2', t.notShown, t.notShown],
    ])
    expect(rows(await show(member))[0]).toEqual([team])
    expect(textOf(await show(member))).toContain(t.ownOnly)
  })

  it('show who sits on them to their own people, coordinators and the chair, and to nobody else', async () => {
    const names = await Promise.all([leader, teamMember].map(nameOf))
    for (const who of [coordinator, chair, leader, teamMember]) {
      const text = textOf(await show(who, '1'))
      for (const name of names) expect(text, who).toContain(name)
    }
    for (const who of [member, otherLeader]) {
      const text = textOf(await show(who, '1'))
      for (const name of names) expect(text, who).not.toContain(name)
      expect(text).toContain(t.ownOnly)
    }
    await put(member)
    expect(textOf(await show(member, '1'))).toContain(names[0])
    await committee.db.duty.updateMany({ where: { person: { key: teamMember } }, data: { toDay: '2020-06-15' } })
    expect(textOf(await show(teamMember, '1'))).toContain(t.ownOnly)
  })

  it.each([
    ['dates', false, true],
    ['details', true, true],
    ['none', false, false],
  ] as const)('show others as the committee decides: %s', async (othersSee: OthersSee, people, visits) => {
    await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00')
    const { createApp } = await import('../../src/requests/receive.ts')
    const app = createApp({ ...committee.host, othersSee, wake: () => undefined })
    const pressed = committee.inbound(otherLeader, { kind: 'pressed', intent: { kind: 'team.show', team: '1' } })
    const text = textOf((await app.receive(pressed)).reply)
    expect(text.includes(await nameOf(leader))).toBe(people)
    expect(text.includes('Bộ Y tế')).toBe(visits)
    expect(text.includes('08:00')).toBe(people)
  })

  it('name their next visits, and give coordinators alone the ways to put people on and off', async () => {
    await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00')
    await planVisit(committee, '1', 'Phú Thọ', '2020-06-15T08:00')
    const shown = await show(coordinator, '1')
    expect(textOf(shown)).toContain('KT-1: Bộ Y tế, Thứ Hai, 22/06/2020, 08:00')
    expect(textOf(shown)).not.toContain('Phú Thọ')
    expect(button(shown, t.add)).toEqual({ kind: 'duty.save.form', team: '1' })
    expect(button(shown, `${t.end}: ${await nameOf(leader)} (${t.duties.leader})`)).toMatchObject({
      kind: 'duty.end.form',
    })
    const labels = buttonsOf(messageOf(await show(leader, '1'))).map((one) => one.label)
    expect(labels).toEqual([vi.visits.teamOf(team), t.button])
    expect(textOf(await show(coordinator, '99'))).toContain(vi.refusals['no-such-team']({ team: '99' }))
    expect(textOf(await show(coordinator, '11'))).toContain(t.nobody)
  })
})

describe('somebody is put on a team', () => {
  it('from a day to a day, is told with the visits to come, and it is in the log', async () => {
    await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00')
    await planVisit(committee, '1', 'Lào Cai', '2020-07-21T08:00')
    const said = textOf(await put(otherMember))
    const name = await nameOf(otherMember)
    expect(said).toContain(t.saved(name, team, t.duties.member, span))
    expect(said).toContain(t.told)
    expect(await dutyOf(otherMember)).toMatchObject({ duty: 'member', fromDay: from, toDay: to })
    const audit = await committee.db.audit.findMany({ where: { deed: 'duty.save' } })
    expect(audit).toMatchObject([{ actor: coordinator, subject: otherMember }])
    const calls = await committee.deliver()
    expect(calls.map((call) => call.to.user)).toEqual([otherMember])
    const text = textOf({ kind: 'message', message: calls[0]?.message ?? { text: '' } })
    expect(text).toContain(t.givenNotification(team, t.duties.member, span))
    // What they go to, and nothing after their last day.
    expect(text).toContain('Bộ Y tế')
    expect(text).not.toContain('Lào Cai')
    committee.setClock('2020-06-20T00:00')
    expect(textOf(await committee.press(otherMember, { kind: 'schedule.show', mine: true }))).toContain('Bộ Y tế')
  })

  it('by name or key, without a last day, as leader; whoever does it for themselves is not told', async () => {
    const own = await nameOf(coordinator)
    expect(textOf(await put(own, { duty: 'leader', to: '' }))).not.toContain(t.told)
    expect(await dutyOf(coordinator)).toMatchObject({ duty: 'leader', fromDay: from, toDay: null })
    expect(await committee.deliver()).toEqual([])
  })

  it('by coordinators alone', async () => {
    const notAllowed = vi.refusals['not-allowed']({})
    const mine = await editForm()
    for (const who of [leader, member, chair]) {
      expect(textOf(await committee.press(who, { kind: 'duty.save.form', team: '1' })), who).toBe(notAllowed)
      expect(await committee.fill(who, mine, { person: who, from }), who).toMatchObject({ message: notAllowed })
    }
  })

  it.each([
    ['nobody of the roster', { person: 'Ông Không Có' }, { person: vi.picking.none('Ông Không Có') }],
    ['no team', { team: '99' }, { team: vi.picking.none('99') }],
    ['a duty that is none', { duty: 'chief' }, { duty: vi.errors.badChoice }],
    ['days the wrong way round', { to: '2020-06-19' }, { to: t.backwards }],
    ['days that are over', { from: '2020-06-01', to: '2020-06-15' }, { to: t.past }],
    ['a day that is none', { from: '2020-06-31' }, { from: vi.errors.badDay }],
    ['a last day that is none', { to: '2020-02-30' }, { to: vi.errors.badDay }],
    ['no first day', { from: '' }, { from: vi.errors.required }],
  ])('but not %s', async (_, values, fields) => {
    expect(await put(otherMember, values)).toMatchObject({ kind: 'invalid', fields })
    expect(await duties(otherMember)).toBe(1)
  })

  it('but not twice in the same duty at once; one after the other is another matter', async () => {
    await put(otherMember)
    const clash = { fields: { from: t.overlaps(span) } }
    expect(await put(otherMember, { from: to, to: '' })).toMatchObject(clash)
    expect(await put(otherMember, { from: '2020-06-17', to: from })).toMatchObject(clash)
    expect(await put(otherMember, { from: '2020-07-21', to: '' })).toMatchObject({ kind: 'message' })
    expect(await put(otherMember, { from: '2020-06-17', to: '2020-06-19' })).toMatchObject({ kind: 'message' })
    // The sample's own people sit there without any day.
    expect(await put(teamMember)).toMatchObject({ fields: { from: t.overlaps(t.openSpan) } })
  })

  it('once by a double click, two coordinators at once and a redelivery', async () => {
    const opened = await editForm()
    const values = { person: otherMember, from, to }
    const send = (who: string) => committee.fill(who, opened, values)
    const replies = [
      ...(await Promise.all([send(coordinator), send(coordinator), send('sample-dp2')])),
      await send(coordinator),
    ]
    expect(replies.map(textOf).filter((text) => text.includes(t.savedAlready))).toHaveLength(3)
    const overlapping = await Promise.all(
      ['2020-08-01', '2020-08-02'].map((day) => committee.fill(coordinator, opened, { ...values, from: day, to: '' })),
    )
    expect(overlapping.map((reply) => reply.kind).sort()).toEqual(['invalid', 'message'])
    const filled = {
      kind: 'filled',
      intent: opened.intent,
      values: { person: member, team: '1', duty: 'member', from, to },
    } as const
    const delivery = committee.inbound(coordinator, filled)
    await committee.app.receive(delivery)
    expect(await committee.app.receive(delivery)).toMatchObject({ repeated: true })
    expect(await duties(member)).toBe(1)
    expect(await committee.deliver()).toHaveLength(3)
  })

  it('with a word on a second leader, another duty, a visit of another team at the same time, and their own side', async () => {
    await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00', '2020-06-22T11:30')
    await planVisit(committee, '2', 'Lào Cai', '2020-06-22T11:00')
    await planVisit(committee, '2', 'Phú Thọ', '2020-06-23T11:00')
    const second = textOf(await put(otherMember, { duty: 'leader' }))
    expect(second).toContain(t.secondLeader(await nameOf(leader)))
    expect(second).toContain(t.elsewhere('KT-1: Bộ Y tế, Thứ Hai, 22/06/2020', 'KT-2: Lào Cai, Thứ Hai, 22/06/2020'))
    expect(second).not.toContain('Phú Thọ')
    expect(textOf(await put(teamMember, { duty: 'leader' }))).toContain(t.otherDuty(t.duties.member))
    expect(textOf(await put(member))).toContain(t.ownSide('Bộ Y tế', 'KT-1: Bộ Y tế, Thứ Hai, 22/06/2020'))
    // Before and after those days nothing speaks against it.
    expect(textOf(await put(otherLeader, { from: '2020-06-23' }))).not.toContain(t.warnings)
  })
})

describe('somebody is taken off a team', () => {
  it('with a last day; they are told, keep what is past, and see no more of what comes', async () => {
    await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00')
    const opened = await endForm(teamMember)
    expect(opened.fields).toMatchObject([{ name: 'to', value: '2020-06-16' }])
    const said = textOf(await committee.fill(coordinator, opened, {}))
    expect(said).toContain(t.ended(await nameOf(teamMember), team, '16/06/2020'))
    expect(await dutyOf(teamMember)).toMatchObject({ toDay: '2020-06-16' })
    const calls = await committee.deliver()
    expect(calls.map((call) => [call.to.user, call.message.text])).toEqual([
      [teamMember, t.endedNotification(team, t.duties.member, '16/06/2020')],
    ])
    expect(await committee.db.audit.findMany({ where: { deed: 'duty.end' } })).toMatchObject([{ subject: teamMember }])
    expect(textOf(await show(teamMember, '1'))).toContain(await nameOf(leader))
    committee.setClock('2020-06-17T00:00')
    expect(textOf(await show(teamMember, '1'))).not.toContain(await nameOf(leader))
    expect(textOf(await show(coordinator, '1'))).not.toContain(await nameOf(teamMember))
  })

  it('by coordinators alone, once, and never later than it ends', async () => {
    const opened = await endForm(teamMember)
    const notAllowed = vi.refusals['not-allowed']({})
    for (const who of [leader, teamMember, chair]) {
      expect(textOf(await committee.press(who, { kind: 'duty.end.form', duty: (await dutyOf(teamMember)).id }))).toBe(
        notAllowed,
      )
      expect(await committee.fill(who, opened, {})).toMatchObject({ message: notAllowed })
    }
    const send = (day: string) => committee.fill(coordinator, opened, { to: day })
    const presses = ['2020-06-30', '2020-06-30', '2020-06-30', '2020-06-30'].map(send)
    const texts = [...(await Promise.all(presses)), await send('2020-06-30')].map(textOf)
    expect(texts.filter((text) => text.includes(t.endedAlready))).toHaveLength(4)
    expect(await send('2020-07-01')).toMatchObject({ fields: { to: t.later('30/06/2020') } })
    expect(await send('2020-06-31')).toMatchObject({ fields: { to: vi.errors.badDay } })
    expect(await committee.db.audit.count({ where: { deed: 'duty.end' } })).toBe(1)
    // Of several at the same moment the earliest stands, whichever comes first.
    await Promise.all(['2020-06-20', '2020-06-21', '2020-06-22'].map(send))
    expect(await dutyOf(teamMember)).toMatchObject({ toDay: '2020-06-20' })
    committee.setClock('2020-06-21T09:00')
    const over = vi.refusals['no-such-duty']({})
    expect(
      textOf(await committee.press(coordinator, { kind: 'duty.end.form', duty: (await dutyOf(teamMember)).id })),
    ).toContain(over)
    expect(textOf(await committee.press(coordinator, { kind: 'duty.end.form', duty: randomUUID() }))).toContain(over)
  })

  it('is said to leave the team without a leader, where it does', async () => {
    expect(textOf(await end(leader, '2020-06-30'))).toContain(t.noLeaderLeft(team))
    await put(otherMember, { duty: 'leader', from: '2020-07-01', to: '' })
    expect(textOf(await end(leader, '2020-06-29'))).toContain(t.noLeaderLeft(team))
    await put(member, { duty: 'leader', from: '2020-06-29', to: '' })
    expect(textOf(await end(leader, '2020-06-28'))).not.toContain(t.noLeaderLeft(team))
  })

  it('before it begins, which drops it: nobody is told of what never was, and it can be given again', async () => {
    await put(otherMember)
    expect(JSON.stringify(await endForm(otherMember))).toContain(t.notBegun)
    expect(textOf(await end(otherMember, '2020-06-16'))).toContain(t.dropped(await nameOf(otherMember), team))
    const { id } = await dutyOf(otherMember)
    expect(textOf(await show(coordinator, '1'))).not.toContain(await nameOf(otherMember))
    expect(await committee.deliver()).toEqual([])
    committee.setClock('2020-06-16T10:00')
    expect(textOf(await put(otherMember))).toContain(t.told)
    expect(await dutyOf(otherMember)).toMatchObject({ id, fromDay: from, toDay: to })
    expect((await committee.deliver()).map((call) => call.message.text)).toEqual([
      t.givenNotification(team, t.duties.member, span),
    ])
    committee.setClock('2020-06-16T11:00')
    await end(otherMember, '2020-06-16')
    expect((await committee.deliver()).map((call) => call.message.text)).toEqual([
      t.droppedNotification(team, t.duties.member),
    ])
    // Dropped is dropped: another begins when it likes, and ends no sooner than it begins.
    await put(otherMember, { from: '2020-06-10', to: '' })
    const { id: other } = await committee.db.duty.findFirstOrThrow({ where: { fromDay: '2020-06-10' } })
    committee.setClock('2020-06-25T10:00')
    const last = formOf(await committee.press(coordinator, { kind: 'duty.end.form', duty: other }))
    expect(await committee.fill(coordinator, last, { to: '2020-06-09' })).toMatchObject({ fields: { to: t.backwards } })
  })
})
