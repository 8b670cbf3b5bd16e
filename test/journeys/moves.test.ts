import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../../src/contract/message.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, buttonsOf, coordinator, formOf, member, messageOf, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { at, planVisit } from '../support/visits.ts'

const leader = 'sample-td1'
const teamMember = 'sample-tvd1'
const otherLeader = 'sample-td2'
const otherCoordinator = 'sample-dp2'
const reason = 'Đơn vị bận họp'
/** A Tuesday on which nothing speaks against it. */
const wish = { day: '2020-06-23', time: '14:00', endTime: '17:00', endDay: '', reason }
const from = 'Thứ Hai, 22/06/2020, 08:00–11:30'
const to = 'Thứ Ba, 23/06/2020, 14:00–17:00'
const { moves: t } = vi

const committee = committeeEachTest()
let visit = ''
beforeEach(async () => {
  visit = await planVisit(committee, '1', 'Bộ Y tế', '2020-06-22T08:00', '2020-06-22T11:30')
})

const form = async (who: string) => formOf(await committee.press(who, { kind: 'move.ask.form', visit }))
const ask = async (values: Record<string, string> = {}, who = leader) =>
  committee.fill(who, await form(who), { ...wish, ...values })
const requests = async () =>
  (await committee.db.moveRequest.findMany()).sort(
    (a, b) => a.at.getTime() - b.at.getTime() || (a.state < b.state ? 1 : -1),
  )
const stored = () => committee.db.visit.findUniqueOrThrow({ where: { id: visit } })
const asText = (message: Message) => textOf({ kind: 'message', message })
const labels = (reply: Reply | Message) => buttonsOf('kind' in reply ? messageOf(reply) : reply).map((one) => one.label)
/** What each person was sent, by their key. */
const sent = async () => (await committee.deliver()).filter((call) => call.what === 'send')
/** Asks, and gives the card as the coordinator got it. */
async function askedCard(values: Record<string, string> = {}): Promise<Message> {
  await ask(values)
  const card = (await sent()).find((call) => call.to.user === coordinator)
  if (card === undefined) throw new Error('no card')
  return card.message
}
const refuse = async (who: string, card: Message, answer: string) =>
  committee.fill(who, formOf(await committee.press(who, button(card, t.refuse))), { answer })

describe('a leader asks to move a visit', () => {
  it('and every coordinator gets one card: from what to what, why, what speaks against it, and two buttons', async () => {
    const said = await ask()
    expect(textOf(said)).toContain(t.asked)
    expect(labels(said)).toEqual([t.withdraw, vi.visits.show])
    expect(await stored()).toMatchObject({ starts: at('2020-06-22T08:00'), revision: 1 })
    const calls = await sent()
    expect(calls.map((call) => call.to.user).sort()).toEqual([coordinator, otherCoordinator])
    for (const { message } of calls) {
      const text = asText(message)
      for (const part of [from, to, reason, 'Bộ Y tế', 'Đoàn công tác số 1', vi.visits.noConflicts])
        expect(text).toContain(part)
      expect(text.split('Trưởng đoàn số 1 (mẫu)'), 'the asker is named once').toHaveLength(2)
      expect(text).toContain(`${t.reason}:\n> ${reason}`)
      expect(message.text).toContain(to)
      expect(message.text).not.toContain(reason)
      expect(labels(message)).toEqual([t.accept, t.refuse, vi.visits.show])
    }
    const audit = await committee.db.audit.findMany({ where: { deed: 'move.ask' } })
    expect(audit).toMatchObject([{ actor: leader, subject: 'KT-1' }])
    expect(JSON.stringify([audit, committee.lines])).not.toContain(reason)
  })

  it('in a form that begins with the visit’s time, or with what was typed and as long as it was', async () => {
    const values = async (more: { day?: string; time?: string }) =>
      Object.fromEntries(
        formOf(await committee.press(leader, { kind: 'move.ask.form', visit, ...more })).fields.map((field) => [
          field.name,
          field.value,
        ]),
      )
    expect(await values({})).toMatchObject({ day: '2020-06-22', time: '08:00', endTime: '11:30' })
    expect(await values({ day: '2020-06-24' })).toMatchObject({ day: '2020-06-24', time: '08:00', endTime: '11:30' })
    expect(await values({ day: '2020-06-24', time: '22:00' })).toMatchObject({ endDay: '2020-06-25', endTime: '01:30' })
    expect(await values({ day: '2020-06-31' })).toMatchObject({ day: '2020-06-22' })
  })

  it('and so may one of a visit without a date; nobody else may', async () => {
    for (const who of [teamMember, otherLeader, member, 'sample-ct'])
      expect(textOf(await committee.press(who, { kind: 'move.ask.form', visit })), who).toBe(
        vi.refusals['not-leader']({}),
      )
    const mine = await form(leader)
    for (const who of [teamMember, otherLeader])
      expect(await committee.fill(who, mine, wish)).toMatchObject({
        kind: 'invalid',
        message: vi.refusals['not-leader']({}),
      })
    visit = await planVisit(committee, '1', 'Lào Cai', null)
    expect(textOf(await ask())).toContain(t.asked)
    const card = (await sent())[0]?.message
    expect(asText(card ?? { text: '' })).toContain(vi.visits.noDay)
    await committee.press(coordinator, button(card ?? { text: '' }, t.accept))
    expect(await stored()).toMatchObject({ starts: at('2020-06-23T14:00') })
  })

  it('while a coordinator, who needs no leave, gets the form for the change itself', async () => {
    expect(await form(coordinator)).toMatchObject({ intent: { kind: 'visit.check', visit } })
    const forged = await form(leader)
    expect(await committee.fill(coordinator, forged, wish)).toMatchObject({ kind: 'invalid', message: t.moveYourself })
  })

  it.each([
    ['the time it has', { day: '2020-06-22', time: '08:00', endTime: '11:30' }, { day: t.same }],
    ['a time that is past', { day: '2020-06-16', time: '08:59', endTime: '' }, { day: t.past }],
    ['this very moment', { day: '2020-06-16', time: '09:00', endTime: '' }, { day: t.past }],
    ['a day that is none', { day: '2020-06-31' }, { day: vi.errors.badDay }],
    ['a year that nobody means', { day: '9999-12-31' }, { day: vi.errors.badDay }],
    ['a time that is none', { time: '25:00' }, { time: vi.errors.badTime }],
    ['an end before its beginning', { endTime: '13:59' }, { endTime: vi.visits.endsBefore }],
    ['an end on a day before', { endDay: '2020-06-22' }, { endDay: vi.visits.endsBefore }],
    ['a month and a day', { endDay: '2020-07-24' }, { endDay: vi.visits.tooLong(31) }],
    ['no day', { day: '' }, { day: vi.errors.required }],
    ['no reason', { reason: ' ' }, { reason: vi.errors.required }],
    ['a reason that is too long', { reason: 'a'.repeat(501) }, { reason: vi.errors.tooLong(501, 500) }],
  ])('but not with %s', async (_, values, fields) => {
    expect(await ask(values)).toMatchObject({ kind: 'invalid', fields })
    expect(await requests()).toEqual([])
  })

  it('nor to where the same team visits the same unit already', async () => {
    await planVisit(committee, '1', 'Bộ Y tế', '2020-06-23T14:00')
    expect(await ask()).toMatchObject({ kind: 'invalid', message: vi.refusals['visit-exists']({}) })
  })

  it('nor when it is done, called off, or has changed since the form was opened', async () => {
    const opened = await form(leader)
    await committee.db.visit.update({ where: { id: visit }, data: { place: 'Nơi khác', revision: 2 } })
    expect(await committee.fill(leader, opened, wish)).toMatchObject({ message: vi.refusals['visit-changed']({}) })
    for (const state of ['done', 'cancelled'] as const) {
      await committee.db.visit.update({ where: { id: visit }, data: { state } })
      const refused = vi.refusals[`visit-${state}`]({})
      expect(textOf(await committee.press(leader, { kind: 'move.ask.form', visit }))).toContain(refused)
      expect(await committee.fill(leader, opened, wish)).toMatchObject({ message: refused })
    }
  })

  it('once by a double click and a redelivery', async () => {
    const opened = await form(leader)
    const send = () => committee.fill(leader, opened, wish)
    const texts = [...(await Promise.all([send(), send(), send()])), await send()].map(textOf)
    expect(texts.filter((text) => text.includes(t.askedAlready))).toHaveLength(3)
    const delivery = committee.inbound(leader, {
      kind: 'filled',
      intent: opened.intent,
      values: { ...wish, reason: 'Lần khác' },
    })
    await committee.app.receive(delivery)
    expect(await committee.app.receive(delivery)).toMatchObject({ repeated: true })
    expect((await requests()).map((one) => [one.reason, one.state])).toEqual([
      [reason, 'withdrawn'],
      ['Lần khác', 'waiting'],
    ])
  })

  it('again, which replaces their own request: the old cards stop asking', async () => {
    const card = await askedCard()
    committee.setClock('2020-06-16T10:00')
    expect(JSON.stringify(await form(leader))).toContain(t.replacesOwn(to))
    await ask({ day: '2020-06-24' })
    expect((await requests()).map((one) => [one.state, one.liveKey])).toEqual([
      ['withdrawn', null],
      ['waiting', visit],
    ])
    const calls = await committee.deliver()
    const updates = calls.filter((call) => call.what === 'update')
    expect(updates.map((call) => call.to.user).sort()).toEqual([coordinator, otherCoordinator])
    for (const { message } of updates) {
      expect(asText(message)).toContain(t.states.withdrawn)
      expect(labels(message)).toEqual([vi.visits.show])
    }
    expect(calls.filter((call) => call.what === 'send')).toHaveLength(2)
    expect(textOf(await committee.press(coordinator, button(card, t.accept)))).toContain(t.states.withdrawn)
    expect(await stored()).toMatchObject({ revision: 1 })
  })

  it('but not over the head of another leader who has asked', async () => {
    const { id, name } = await committee.db.person.findUniqueOrThrow({ where: { key: leader } })
    await ask()
    await committee.db.duty.updateMany({ where: { person: { key: teamMember } }, data: { duty: 'leader' } })
    expect(textOf(await committee.press(teamMember, { kind: 'move.ask.form', visit }))).toContain(
      t.waitingAlready(name, to),
    )
    expect((await requests()).map((one) => one.byId)).toEqual([id])
  })

  it('at the moment another leader does: one request waits', async () => {
    await committee.db.duty.updateMany({ where: { person: { key: teamMember } }, data: { duty: 'leader' } })
    const forms = await Promise.all([form(leader), form(teamMember)])
    const replies = await Promise.all([
      committee.fill(leader, forms[0] ?? (await form(leader)), wish),
      committee.fill(teamMember, forms[1] ?? (await form(leader)), { ...wish, reason: 'Khác' }),
    ])
    expect(replies.map((reply) => reply.kind).sort()).toEqual(['invalid', 'message'])
    expect(await requests()).toMatchObject([{ state: 'waiting' }])
  })
})

describe('a coordinator accepts', () => {
  it('and the visit moves; each of the team is told once, the asker too, and every card says who decided', async () => {
    await committee.press(leader, { kind: 'visit.confirm', visit, revision: 1 })
    const card = await askedCard()
    const done = await committee.press(coordinator, button(card, t.accept))
    expect(textOf(done)).toContain(t.acceptedNow)
    expect(done).toMatchObject({ replaces: true })
    expect(await stored()).toMatchObject({
      starts: at('2020-06-23T14:00'),
      ends: at('2020-06-23T17:00'),
      // Another time wants to be confirmed anew.
      state: 'planned',
      revision: 3,
    })
    const { id, name } = await committee.db.person.findUniqueOrThrow({ where: { key: coordinator } })
    expect(await requests()).toMatchObject([{ state: 'accepted', liveKey: null, decidedById: id }])
    const calls = await committee.deliver()
    expect(
      calls
        .filter((call) => call.what === 'send')
        .map((call) => call.to.user)
        .sort(),
    ).toEqual([leader, teamMember])
    const updates = calls.filter((call) => call.what === 'update')
    expect(updates.map((call) => call.to.user).sort()).toEqual([coordinator, otherCoordinator])
    for (const { message } of updates) {
      expect(asText(message)).toContain(t.decided(t.states.accepted, name, '09:00, 16/06/2020'))
      // What it was moved from stays to be read.
      expect(asText(message)).toContain(from)
      expect(labels(message)).toEqual([vi.visits.show])
    }
    expect(await committee.db.audit.count({ where: { deed: 'move.accept', actor: coordinator } })).toBe(1)
    expect(await committee.db.audit.count({ where: { deed: 'visit.move', actor: coordinator } })).toBe(1)
  })

  it('only after having seen what speaks against it', async () => {
    // A Sunday.
    const card = await askedCard({ day: '2020-06-28' })
    expect(asText(card)).toContain(vi.visits.conflicts(1))
    const shown = await committee.press(coordinator, button(card, t.accept))
    expect(textOf(shown)).toContain(t.sureAsk)
    expect(textOf(shown)).toContain(vi.visits.conflict.weekend('2020-06-28'))
    expect(await stored()).toMatchObject({ revision: 1 })
    await committee.press(coordinator, button(shown, t.acceptSurely))
    expect(await stored()).toMatchObject({ starts: at('2020-06-28T14:00'), revision: 2 })
  })

  it('as nobody else may', async () => {
    const card = await askedCard()
    const notAllowed = vi.refusals['not-allowed']({})
    for (const who of [leader, teamMember, otherLeader, member, 'sample-ct'])
      for (const label of [t.accept, t.refuse])
        expect(textOf(await committee.press(who, button(card, label))), who).toBe(notAllowed)
    expect(await requests()).toMatchObject([{ state: 'waiting' }])
  })

  it('and the asker who left the team hears what was decided', async () => {
    const card = await askedCard()
    await committee.db.duty.updateMany({ where: { person: { key: leader } }, data: { toDay: '2020-06-15' } })
    const shown = await committee.press(coordinator, button(card, t.accept))
    expect(textOf(shown)).toContain(vi.visits.conflict.noLeader)
    await committee.press(coordinator, button(shown, t.acceptSurely))
    const mine = (await sent()).filter((call) => call.to.user === leader)
    expect(mine.map((call) => call.message.text)).toEqual([
      t.acceptedNotification('KT-1: Bộ Y tế, Thứ Hai, 22/06/2020', to),
    ])
  })

  it('once by a double click; of two who decide at the same moment one does and the other sees it', async () => {
    const card = await askedCard()
    const form = formOf(await committee.press(otherCoordinator, button(card, t.refuse)))
    const answers = await Promise.all([
      committee.press(coordinator, button(card, t.accept)),
      committee.press(coordinator, button(card, t.accept)),
      committee.fill(otherCoordinator, form, { answer: 'Không được' }),
    ])
    const texts = answers.map(textOf)
    const decided = texts.filter((text) => text.includes(t.acceptedNow) || text.includes(t.refusedNow))
    expect(decided).toHaveLength(1)
    expect(texts.filter((text) => text.includes(t.decidedAlready))).toHaveLength(2)
    const accepted = texts.some((text) => text.includes(t.acceptedNow))
    expect(await stored()).toMatchObject({ revision: accepted ? 2 : 1 })
    expect(await requests()).toMatchObject([{ state: accepted ? 'accepted' : 'refused' }])
  })

  it('and a redelivery gets the first answer', async () => {
    const card = await askedCard()
    const delivery = committee.inbound(coordinator, { kind: 'pressed', intent: button(card, t.accept) })
    const first = await committee.app.receive(delivery)
    expect(await committee.app.receive(delivery)).toEqual({ ...first, repeated: true })
    expect(await stored()).toMatchObject({ revision: 2 })
  })

  it('not to where the team has come to visit the same unit since', async () => {
    const card = await askedCard()
    await planVisit(committee, '1', 'Bộ Y tế', '2020-06-23T14:00')
    expect(textOf(await committee.press(coordinator, button(card, t.accept)))).toBe(vi.refusals['visit-exists']({}))
    expect(await requests()).toMatchObject([{ state: 'waiting' }])
  })
})

describe('a coordinator declines', () => {
  it('with an answer; the asker alone is told, the cards stop asking, the visit stays', async () => {
    const card = await askedCard()
    const done = await refuse(coordinator, card, 'Đơn vị chỉ nhận ngày 22/06.')
    expect(textOf(done)).toContain(t.refusedNow)
    expect(await stored()).toMatchObject({ revision: 1 })
    const calls = await committee.deliver()
    const letters = calls.filter((call) => call.what === 'send')
    expect(letters.map((call) => call.to.user)).toEqual([leader])
    const letter = letters[0]?.message ?? { text: '' }
    expect(letter.text).toBe(t.refusedNotification('KT-1: Bộ Y tế, Thứ Hai, 22/06/2020', to))
    expect(asText(letter)).toContain('Đơn vị chỉ nhận ngày 22/06.')
    expect(button(letter, t.askAgain)).toEqual({ kind: 'move.ask.form', visit })
    const updates = calls.filter((call) => call.what === 'update')
    expect(updates).toHaveLength(2)
    for (const { message } of updates) expect(labels(message)).toEqual([vi.visits.show])
    expect(JSON.stringify(await committee.db.audit.findMany())).not.toContain('chỉ nhận')
    // And they may ask again.
    expect(textOf(await ask())).toContain(t.asked)
  })

  it('without one as well; not with one that is too long', async () => {
    const card = await askedCard()
    expect(await refuse(coordinator, card, 'a'.repeat(301))).toMatchObject({ kind: 'invalid' })
    expect(textOf(await refuse(coordinator, card, ''))).toContain(t.refusedNow)
    expect(await requests()).toMatchObject([{ state: 'refused', answer: null }])
  })

  it('too late for one that was withdrawn in the meantime', async () => {
    const card = await askedCard()
    const opened = formOf(await committee.press(coordinator, button(card, t.refuse)))
    const [request] = await requests()
    await committee.press(leader, { kind: 'move.withdraw', request: request?.id ?? '' })
    expect(textOf(await committee.fill(coordinator, opened, { answer: 'x' }))).toContain(t.states.withdrawn)
    expect(await requests()).toMatchObject([{ state: 'withdrawn', answer: null }])
  })
})

describe('a request ends without a decision', () => {
  it('when its asker withdraws it, once; nobody else may', async () => {
    const said = await ask()
    await sent()
    const withdraw = button(said, t.withdraw)
    for (const who of [teamMember, coordinator])
      expect(textOf(await committee.press(who, withdraw))).toBe(vi.refusals['not-allowed']({}))
    expect(textOf(await committee.press(leader, withdraw))).toContain(t.withdrawn)
    expect(textOf(await committee.press(leader, withdraw))).toContain(t.decidedAlready)
    const calls = await committee.deliver()
    expect(calls.map((call) => call.what)).toEqual(['update', 'update'])
    for (const { message } of calls) expect(asText(message)).toContain(t.states.withdrawn)
    expect(await committee.db.audit.count({ where: { deed: 'move.withdraw' } })).toBe(1)
  })

  it('withdrawn before its card was sent, so that none is', async () => {
    await committee.press(leader, button(await ask(), t.withdraw))
    expect(await committee.deliver()).toEqual([])
  })

  it.each(['called off', 'moved', 'done'] as const)('when the visit is %s', async (how) => {
    const card = await askedCard()
    if (how === 'called off') {
      const off = formOf(await committee.press(coordinator, { kind: 'visit.cancel.form', visit }))
      await committee.fill(coordinator, off, { reason: 'Hoãn' })
    } else if (how === 'moved') {
      const edit = formOf(await committee.press(coordinator, { kind: 'visit.check.form', visit }))
      const shown = await committee.fill(coordinator, edit, { day: '2020-06-25' })
      await committee.press(coordinator, button(shown, vi.visits.save))
    } else {
      committee.setClock('2020-06-22T12:00')
      await committee.fill(leader, formOf(await committee.press(leader, { kind: 'visit.report.form', visit })), {
        note: 'Xong.',
      })
    }
    expect(await requests()).toMatchObject([{ state: 'overtaken', liveKey: null }])
    const before = await stored()
    const updates = (await committee.deliver()).filter(
      (call) => call.what === 'update' && asText(call.message).includes(t.states.overtaken),
    )
    expect(updates.map((call) => call.to.user).sort()).toEqual([coordinator, otherCoordinator])
    expect(textOf(await committee.press(coordinator, button(card, t.accept)))).toContain(t.states.overtaken)
    expect(await stored()).toEqual(before)
  })

  it('when a file moved the visit and said nothing: pressing says so, and the cards follow', async () => {
    const card = await askedCard()
    await committee.db.visit.update({
      where: { id: visit },
      data: { starts: at('2020-06-25T08:00'), ends: null, revision: 2 },
    })
    const said = await committee.press(coordinator, button(card, t.accept))
    expect(textOf(said)).toContain(t.states.overtaken)
    expect(await stored()).toMatchObject({ starts: at('2020-06-25T08:00'), revision: 2 })
    expect(await requests()).toMatchObject([{ state: 'overtaken', liveKey: null }])
    expect((await committee.deliver()).map((call) => call.what)).toEqual(['update', 'update'])
    expect(textOf(await ask())).toContain(t.asked)
  })

  it('while another place or note leaves it as it is', async () => {
    const card = await askedCard()
    await committee.db.visit.update({ where: { id: visit }, data: { place: 'Phòng 2', revision: 2 } })
    expect(textOf(await committee.press(coordinator, button(card, t.accept)))).toContain(t.acceptedNow)
    expect(await stored()).toMatchObject({ place: 'Phòng 2', starts: at('2020-06-23T14:00'), revision: 3 })
  })

  it('that is gone is said to be', async () => {
    for (const kind of ['move.accept', 'move.refuse.form', 'move.refuse', 'move.withdraw'] as const) {
      const reply = await committee.press(coordinator, { kind, request: randomUUID() })
      expect(textOf(reply)).toContain(vi.refusals['no-such-request']({}))
    }
  })
})

describe('whoever coordinates', () => {
  it('no longer, sees what became of a card they got, without its buttons', async () => {
    const card = await askedCard()
    await committee.db.role.updateMany({ where: { person: { key: otherCoordinator } }, data: { toDay: '2020-06-16' } })
    committee.setClock('2020-06-17T09:00')
    await committee.press(coordinator, button(card, t.accept))
    const mine = (await committee.deliver()).filter((call) => call.to.user === otherCoordinator)
    expect(mine.map((call) => call.what)).toEqual(['update'])
    expect(labels(mine[0]?.message ?? { text: '' })).toEqual([vi.visits.show])
  })

  it('and leads a team moves a visit without asking', async () => {
    const { id: personId } = await committee.db.person.findUniqueOrThrow({ where: { key: leader } })
    await committee.db.role.create({ data: { id: randomUUID(), personId, role: 'coordinator', fromDay: '2020-01-01' } })
    expect(await form(leader)).toMatchObject({ intent: { kind: 'visit.check' } })
  })

  it('finds on the first page what waits, and decides on it from the visit', async () => {
    await ask()
    const home = await committee.press(coordinator, { kind: 'home.show' })
    expect(textOf(home)).toContain(t.homeRequests(1))
    const label = 'KT-1: Bộ Y tế, Thứ Hai, 22/06/2020'
    expect(textOf(home)).toContain(t.homeRequest(label, to))
    const shown = await committee.press(coordinator, button(home, `${t.homeSee}: ${label}`))
    expect(textOf(shown)).toContain(reason)
    await committee.press(coordinator, button(shown, t.accept))
    expect(await stored()).toMatchObject({ revision: 2 })
    expect(textOf(await committee.press(coordinator, { kind: 'home.show' }))).not.toContain(t.homeRequests(1))
    expect(textOf(await committee.press(leader, { kind: 'home.show' }))).not.toContain(t.homeRequests(1))
  })
})
