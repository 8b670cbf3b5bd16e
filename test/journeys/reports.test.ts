import { beforeEach, describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { button, coordinator, formOf, member, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { planVisit } from '../support/visits.ts'

const leader = 'sample-td1'
const teamMember = 'sample-tvd1'
const otherLeader = 'sample-td2'
const chair = 'sample-ct'
const strangers = [teamMember, otherLeader, member, chair]
const notLeader = vi.refusals['not-leader']({})

const committee = committeeEachTest()
let visit = ''
beforeEach(async () => {
  visit = await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00', '2020-06-22T11:30')
})

const stored = () => committee.db.visit.findUniqueOrThrow({ where: { id: visit } })
const confirm = (who: string, revision = 1) => committee.press(who, { kind: 'visit.confirm', visit, revision })
const reportForm = async (who: string) => formOf(await committee.press(who, { kind: 'visit.report.form', visit }))
const report = async (who: string, note: string) => committee.fill(who, await reportForm(who), { note })
const cancel = async () => {
  const form = formOf(await committee.press(coordinator, { kind: 'visit.cancel.form', visit }))
  await committee.fill(coordinator, form, { reason: 'Đơn vị xin hoãn' })
}

describe('a visit is confirmed', () => {
  it('by its leader from the card, with a version and an audit line; nobody needs to be told', async () => {
    const shown = await committee.press(leader, { kind: 'visit.show', visit })
    const done = await committee.press(leader, button(shown, vi.visits.confirm))
    expect(textOf(done)).toContain(vi.moves.confirmed)
    expect(textOf(done)).toContain(vi.schedule.states.confirmed)
    expect(done).toMatchObject({ replaces: true })
    expect(await stored()).toMatchObject({ state: 'confirmed', revision: 2 })
    expect(await committee.db.visitVersion.count({ where: { visitId: visit, state: 'confirmed' } })).toBe(1)
    expect(await committee.db.audit.findMany({ where: { deed: 'visit.confirmed' } })).toMatchObject([
      { actor: leader, subject: 'KT-1' },
    ])
    expect(await committee.deliver()).toEqual([])
  })

  it('by a coordinator; by nobody else, not even others of the team', async () => {
    for (const who of strangers) expect(textOf(await confirm(who)), who).toBe(notLeader)
    expect(await stored()).toMatchObject({ state: 'planned', revision: 1 })
    expect(textOf(await confirm(coordinator))).toContain(vi.moves.confirmed)
  })

  it('by whoever leads the team today or on its day, not by a leader of before or after', async () => {
    const { id } = await committee.db.duty.findFirstOrThrow({ where: { person: { key: leader } } })
    const span = async (fromDay: string | null, toDay: string | null) =>
      await committee.db.duty.update({ where: { id }, data: { fromDay, toDay } })
    await span(null, '2020-06-15')
    expect(textOf(await confirm(leader))).toBe(notLeader)
    await span('2020-06-17', '2020-06-17')
    expect(textOf(await confirm(leader))).toBe(notLeader)
    await span('2020-06-16', '2020-06-16')
    expect(textOf(await confirm(leader))).toContain(vi.moves.confirmed)
  })

  it('once by a double click, two people at once and a redelivery', async () => {
    const replies = await Promise.all([confirm(leader), confirm(leader), confirm(coordinator)])
    const texts = [...replies, await confirm(leader)].map(textOf)
    expect(texts.filter((text) => text.includes(vi.moves.confirmed))).toHaveLength(1)
    expect(texts.filter((text) => text.includes(vi.moves.confirmedAlready))).toHaveLength(3)
    expect(await committee.db.audit.count({ where: { deed: 'visit.confirmed' } })).toBe(1)
    expect(await stored()).toMatchObject({ revision: 2 })
  })

  it('not from a card that is out of date: it is shown as it is now, with what confirms that', async () => {
    await committee.db.visit.update({ where: { id: visit }, data: { place: 'Nơi khác', revision: 2 } })
    const shown = await confirm(leader, 1)
    expect(textOf(shown)).toContain(vi.moves.changedSince)
    expect(textOf(shown)).toContain('Nơi khác')
    expect(await stored()).toMatchObject({ state: 'planned', revision: 2 })
    expect(textOf(await committee.press(leader, button(shown, vi.visits.confirm)))).toContain(vi.moves.confirmed)
  })

  it('not where it is called off, done, without a date, or has begun', async () => {
    const undated = await planVisit(committee, '1', 'Lào Cai', null)
    const without = await committee.press(leader, { kind: 'visit.confirm', visit: undated, revision: 1 })
    expect(textOf(without)).toBe(vi.refusals['visit-undated']({}))
    committee.setClock('2020-06-22T08:00')
    expect(textOf(await confirm(leader))).toContain(vi.moves.begun)
    await report(leader, 'Xong.')
    expect(textOf(await confirm(leader, 2))).toBe(vi.refusals['visit-done']({}))
    committee.setClock('2020-06-16T09:00')
    visit = await planVisit(committee, '1', 'Bộ Nội vụ', '2020-06-23T08:00')
    await cancel()
    expect(textOf(await confirm(leader, 2))).toContain(vi.refusals['visit-cancelled']({}))
  })
})

describe('a visit is reported', () => {
  beforeEach(() => committee.setClock('2020-06-22T12:00'))

  it('with a note; coordinators get it once, without its words in the notification', async () => {
    const said = textOf(await report(leader, 'Đã làm việc.\nCòn hai kiến nghị.'))
    expect(said).toContain(vi.moves.reported)
    expect(said).toContain('Còn hai kiến nghị.')
    expect(await stored()).toMatchObject({ state: 'done', report: 'Đã làm việc.\nCòn hai kiến nghị.', revision: 2 })
    const sent = await committee.deliver()
    expect(sent.map((call) => call.to.user).sort()).toEqual(['sample-dp1', 'sample-dp2'])
    for (const { message } of sent) {
      expect(message.text).toContain('KT-1: Bộ Y tế')
      expect(message.text).not.toContain('kiến nghị')
      expect(message.blocks).toContainEqual(
        expect.objectContaining({ kind: 'quote', text: expect.stringContaining('kiến nghị') }),
      )
    }
    const audit = await committee.db.audit.findMany({ where: { deed: 'visit.done' } })
    expect(audit).toMatchObject([{ actor: leader, subject: 'KT-1' }])
    expect(JSON.stringify(audit)).not.toContain('kiến nghị')
    expect(JSON.stringify(committee.lines)).not.toContain('kiến nghị')
  })

  it('by a coordinator, who is not told of it; by nobody else', async () => {
    for (const who of strangers)
      expect(textOf(await committee.press(who, { kind: 'visit.report.form', visit })), who).toBe(notLeader)
    const form = await reportForm(leader)
    for (const who of strangers)
      expect(await committee.fill(who, form, { note: 'x' }), who).toMatchObject({ kind: 'invalid', message: notLeader })
    expect(await stored()).toMatchObject({ state: 'planned' })
    await report(coordinator, 'Xong.')
    expect((await committee.deliver()).map((call) => call.to.user)).toEqual(['sample-dp2'])
  })

  it('again with other words replaces the note, and the cards follow without another message', async () => {
    await report(leader, 'Bản đầu.')
    await committee.deliver()
    expect(await reportForm(leader)).toMatchObject({ fields: [{ value: 'Bản đầu.' }] })
    committee.setClock('2020-06-22T13:00')
    // By whoever has such a card, as by anybody else.
    expect(textOf(await report(coordinator, 'Bản sau.'))).toContain(vi.moves.reportReplaced)
    expect(await stored()).toMatchObject({ report: 'Bản sau.', revision: 3 })
    const calls = await committee.deliver()
    expect(calls.map((call) => call.what)).toEqual(['update', 'update'])
    for (const call of calls) expect(JSON.stringify(call.message)).toContain('Bản sau.')
  })

  it('with the same words twice changes nothing: double click, two people, redelivery', async () => {
    const form = await reportForm(leader)
    const send = (who: string) => committee.fill(who, form, { note: 'Xong.' })
    const texts = [...(await Promise.all([send(leader), send(leader), send(coordinator)])), await send(leader)].map(
      textOf,
    )
    expect(texts.filter((text) => text.includes(vi.moves.reportedAlready))).toHaveLength(3)
    expect(await stored()).toMatchObject({ revision: 2 })
    const delivery = committee.inbound(leader, {
      kind: 'filled',
      intent: (await reportForm(leader)).intent,
      values: { note: 'Lại.' },
    })
    await committee.app.receive(delivery)
    expect(await committee.app.receive(delivery)).toMatchObject({ repeated: true })
    expect(await stored()).toMatchObject({ revision: 3 })
  })

  it('of two notes at the same moment keeps one, and the other stays in its form', async () => {
    const form = await reportForm(leader)
    const replies = await Promise.all([
      committee.fill(leader, form, { note: 'Một.' }),
      committee.fill(coordinator, form, { note: 'Hai.' }),
    ])
    expect(replies.map((reply) => reply.kind).sort()).toEqual(['invalid', 'message'])
    expect(textOf(replies.find((reply) => reply.kind === 'invalid') ?? { kind: 'none' })).toContain(
      vi.refusals['visit-changed']({}),
    )
  })

  it('only once it has begun, and not without words or with too many', async () => {
    committee.setClock('2020-06-22T07:59')
    expect(textOf(await committee.press(leader, { kind: 'visit.report.form', visit }))).toBe(
      vi.refusals['visit-not-yet']({}),
    )
    committee.setClock('2020-06-22T08:00')
    const form = await reportForm(leader)
    expect(await committee.fill(leader, form, { note: '  ' })).toMatchObject({ fields: { note: vi.errors.required } })
    expect(await committee.fill(leader, form, { note: 'a'.repeat(1001) })).toMatchObject({ kind: 'invalid' })
    expect(await committee.fill(leader, form, { note: 'a'.repeat(1000) })).toMatchObject({ kind: 'message' })
  })

  it('not where it is called off or has no date', async () => {
    await cancel()
    expect(textOf(await committee.press(leader, { kind: 'visit.report.form', visit }))).toContain(
      vi.refusals['visit-cancelled']({}),
    )
    const undated = await planVisit(committee, '1', 'Lào Cai', null)
    expect(textOf(await committee.press(leader, { kind: 'visit.report.form', visit: undated }))).toBe(
      vi.refusals['visit-undated']({}),
    )
  })
})

describe('the first page', () => {
  const home = async (who: string) => textOf(await committee.press(who, { kind: 'home.show' }))

  it('shows whoever sits on a team their next visit, and the leader alone the reports that are missing', async () => {
    expect(await home(leader)).toContain(vi.moves.homeNext('KT-1: Bộ Y tế, Thứ Hai, 22/06/2020, 08:00'))
    expect(await home(teamMember)).toContain('KT-1')
    expect(await home(leader)).not.toContain(vi.moves.homeMissing(1))
    for (const who of [otherLeader, member, coordinator]) expect(await home(who), who).not.toContain('KT-1')
    committee.setClock('2020-06-22T11:29')
    expect(await home(leader)).not.toContain(vi.moves.homeMissing(1))
    committee.setClock('2020-06-22T11:31')
    expect(await home(leader)).toContain(vi.moves.homeMissing(1))
    expect(await home(teamMember)).not.toContain(vi.moves.homeMissing(1))
    const form = formOf(
      await committee.press(
        leader,
        button(await committee.press(leader, { kind: 'home.show' }), `${vi.moves.homeReport}: KT-1`),
      ),
    )
    await committee.fill(leader, form, { note: 'Xong.' })
    expect(await home(leader)).not.toContain('KT-1')
  })
})
