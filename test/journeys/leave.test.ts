import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { button, buttonsOf, coordinator, formOf, member, messageOf, otherMember, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()

const from = '2020-06-20'
const to = '2020-06-25'
const person = async (key: string) => (await committee.db.person.findUniqueOrThrow({ where: { key } })).id
const startOf = async (who: string) => formOf(await committee.press(who, { kind: 'leave.save.form' }))
const enter = async (who: string, values: Record<string, string>) => committee.fill(who, await startOf(who), values)
const labels = async (who: string) =>
  buttonsOf(messageOf(await committee.press(who, { kind: 'leave.list' }))).map((one) => one.label)

describe('leave', () => {
  it('is entered by the person, said back with what it does, and written into the log', async () => {
    const said = textOf(await enter(member, { from, to, note: 'phép năm' }))
    expect(said).toContain(vi.leave.saved('20/06/2020', '25/06/2020'))
    expect(said).toContain(vi.leave.intro)
    expect(await committee.db.absence.findMany()).toMatchObject([
      { personId: await person(member), fromDay: from, toDay: to, note: 'phép năm', byId: null, endedAt: null },
    ])
    const audit = await committee.db.audit.findMany({ where: { deed: 'leave.save' } })
    expect(audit).toMatchObject([{ actor: member, subject: member }])
    expect(audit[0]?.facts).not.toContain('phép năm')
    // Nobody is written to about what they entered themselves.
    expect(await committee.deliver()).toEqual([])
  })

  it('is asked for with its person only of a coordinator, who enters it for another, and that one is told', async () => {
    const names = async (who: string) => (await startOf(who)).fields.map((field) => field.name)
    expect(await names(member)).toEqual(['from', 'to', 'note'])
    expect(await names(coordinator)).toEqual(['person', 'from', 'to', 'note'])
    const { name } = await committee.db.person.findUniqueOrThrow({ where: { key: member } })
    const said = await enter(coordinator, { person: name, from, to })
    expect(textOf(said)).toContain(vi.leave.savedFor(name, '20/06/2020', '25/06/2020'))
    const [sent] = await committee.deliver()
    expect(JSON.stringify(sent)).toContain('20/06/2020')
    expect(await committee.db.absence.findMany()).toMatchObject([
      { personId: await person(member), byId: await person(coordinator) },
    ])
  })

  it("is refused to everybody else who means another's", async () => {
    const id = await person(member)
    const refused = vi.refusals['not-allowed']({})
    expect(textOf(await committee.press(otherMember, { kind: 'leave.save.form', person: id }))).toBe(refused)
    const form = await startOf(otherMember)
    const forged = { ...form, intent: { kind: 'leave.save', person: id } as const }
    expect(await committee.fill(otherMember, forged, { from, to, person: member })).toMatchObject({ message: refused })
    // The field is the coordinator's; sent by another it names nobody.
    await committee.fill(otherMember, form, { from, to, person: member })
    expect(await committee.db.absence.findMany()).toMatchObject([{ personId: await person(otherMember) }])
  })

  it.each([
    ['ends before it begins', { from, to: '2020-06-19' }, 'to', vi.leave.backwards],
    ['is over', { from: '2020-06-01', to: '2020-06-15' }, 'to', vi.leave.past],
    ['lasts longer than a year', { from, to: '2021-06-21' }, 'to', vi.leave.tooLong],
    ['names a day that is none', { from, to: '2020-06-31' }, 'to', vi.errors.badDay],
    ['begins in a year that nobody means', { from: '9999-12-31', to: '9999-12-31' }, 'from', vi.errors.badDay],
    ['lacks a day', { from, to: '' }, 'to', vi.errors.required],
  ])('that %s is refused beside its field', async (_, values, field, message) => {
    expect(await enter(member, values)).toMatchObject({ kind: 'invalid', fields: { [field]: message } })
    expect(await committee.db.absence.count()).toBe(0)
  })

  it('of a coordinator who names nobody is refused beside the name', async () => {
    const reply = await enter(coordinator, { person: 'Bộ Không Có', from, to })
    expect(reply).toMatchObject({ fields: { person: vi.picking.none('Bộ Không Có') } })
  })

  it('may hold today, and a whole year, and both ends', async () => {
    await enter(member, { from: '2020-06-16', to: '2021-06-16' })
    expect(await committee.db.absence.count()).toBe(1)
  })

  it('never overlaps another of the same person; one that was ended is in nobody’s way', async () => {
    await enter(member, { from, to })
    const clash = { fields: { from: vi.leave.overlaps('20/06/2020', '25/06/2020') } }
    expect(await enter(member, { from: to, to: '2020-06-30' })).toMatchObject(clash)
    expect(await enter(member, { from: '2020-06-17', to: from })).toMatchObject(clash)
    await enter(otherMember, { from, to })
    const listed = await committee.press(member, { kind: 'leave.list' })
    await committee.press(member, button(listed, `${vi.leave.end}: ${vi.leave.rowMine('20/06/2020')}`))
    expect(await enter(member, { from: to, to: '2020-06-30' })).toMatchObject({ kind: 'message' })
  })

  it('is stored once by a double click, a redelivery, and two screens at once', async () => {
    const form = await startOf(member)
    const twice = await Promise.all([1, 2, 3].map(() => committee.fill(member, form, { from, to })))
    for (const reply of twice) expect(textOf(reply)).toContain(vi.leave.saved('20/06/2020', '25/06/2020'))
    const overlapping = await Promise.all(
      ['2020-07-05', '2020-07-06'].map((last) => committee.fill(member, form, { from: '2020-07-01', to: last })),
    )
    expect(overlapping.map((reply) => reply.kind).sort()).toEqual(['invalid', 'message'])
    const filled = { kind: 'filled', intent: form.intent, values: { from: '2020-08-01', to: '2020-08-02', note: '' } }
    const delivery = committee.inbound(member, { ...filled, kind: 'filled' })
    await committee.app.receive(delivery)
    expect(await committee.app.receive(delivery)).toMatchObject({ repeated: true })
    expect(await committee.db.absence.count()).toBe(3)
  })

  it('is listed as long as it is or will be: mine to me, everybody’s to coordinators, page by page', async () => {
    await enter(member, { from: '2020-06-16', to: '2020-06-17' })
    await enter(otherMember, { from, to })
    expect(await labels(member)).toEqual([`${vi.leave.end}: ${vi.leave.rowMine('16/06/2020')}`, vi.leave.enter])
    expect(await labels(coordinator)).toHaveLength(3)
    committee.setClock('2020-06-17T23:59')
    expect(await labels(member)).toHaveLength(2)
    committee.setClock('2020-06-18T00:00')
    expect(await labels(member)).toEqual([vi.leave.enter])
    expect(textOf(await committee.press(member, { kind: 'leave.list' }))).toContain(vi.leave.none)
    const personId = await person(member)
    await committee.db.absence.createMany({
      data: Array.from({ length: 41 }, (_, n) => ({
        id: randomUUID(),
        personId,
        fromDay: `2021-01-${String(1 + (n % 28)).padStart(2, '0')}`,
        toDay: '2021-02-01',
        at: committee.now(),
      })),
    })
    const first = await committee.press(coordinator, { kind: 'leave.list' })
    const second = await committee.press(coordinator, button(first, vi.buttons.nextPage))
    expect(textOf(second)).toContain(vi.page(2, 3))
    expect(textOf(await committee.press(coordinator, { kind: 'leave.list', page: 99 }))).toContain(vi.page(3, 3))
  })

  it('is listed no more once it was ended early', async () => {
    await enter(member, { from: '2020-06-10', to: '2020-06-30' })
    expect(await labels(member)).toHaveLength(2)
    await committee.db.absence.updateMany({ data: { endedAt: committee.now() } })
    expect(await labels(member)).toEqual([vi.leave.enter])
    expect(await labels(coordinator)).toHaveLength(1)
  })

  it('is ended by its person or a coordinator, once; the person is told of the latter; nobody else may', async () => {
    await enter(member, { from, to })
    const { id } = await committee.db.absence.findFirstOrThrow()
    const end = { kind: 'leave.end', leave: id } as const
    expect(textOf(await committee.press(otherMember, end))).toBe(vi.refusals['not-allowed']({}))
    const both = await Promise.all([committee.press(coordinator, end), committee.press(coordinator, end)])
    expect(both.map(textOf).filter((text) => text.includes(vi.leave.ended))).toHaveLength(1)
    expect(both.map(textOf).filter((text) => text.includes(vi.leave.endedAlready))).toHaveLength(1)
    expect(JSON.stringify(await committee.deliver())).toContain(vi.leave.endedFor('20/06/2020', '25/06/2020'))
    expect(await committee.db.audit.count({ where: { deed: 'leave.end' } })).toBe(1)
    const gone = { kind: 'leave.end', leave: randomUUID() } as const
    expect(textOf(await committee.press(member, gone))).toContain(vi.refusals['no-such-leave']({}))
  })

  it('ended before its notification was sent is not told of', async () => {
    await enter(coordinator, { person: member, from, to })
    const { id } = await committee.db.absence.findFirstOrThrow()
    await committee.press(member, { kind: 'leave.end', leave: id })
    expect(await committee.deliver()).toEqual([])
  })
})
