import { beforeEach, describe, expect, it } from 'vitest'
import type { Form } from '../../src/contract/form.ts'
import { plain } from '../../src/contract/plain.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  button,
  buttonsOf,
  coordinator,
  formOf,
  initial,
  member,
  messageOf,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { actWhile } from '../support/meanwhile.ts'

const me = { name: 'Thành viên – Bộ Y tế (mẫu)', honorific: 'Đồng chí' }
const leader = 'sample-td1'
const { later, snoozed } = vi.nudge

const committee = committeeEachTest()
let round: string
// A Tuesday; the round is due on Tuesday the 30th at 17:00, and the last step before that comes that morning.
beforeEach(async () => {
  committee.setClock('2020-06-16T09:00')
  round = await openRoundOn(committee, 'ND-DLCN', { day: '2020-06-30', time: '17:00' })
  await committee.deliver()
})

const idOf = async (key: string) => (await committee.db.person.findUniqueOrThrow({ where: { key } })).id
const kept = async (key = member) =>
  (
    await committee.db.snooze.findMany({
      where: { personId: await idOf(key) },
      include: { round: { include: { item: true } } },
    })
  )
    .map((row) => `${row.round.item.key} ${row.untilDay}`)
    .sort()
const said = (reply: Reply) => plain(messageOf(reply))
const introOf = ({ intro = [] }: Form) => plain({ text: '', blocks: intro })
const optionsOf = (form: Form, name: string) => {
  const field = form.fields.find((one) => one.name === name)
  return field !== undefined && 'options' in field ? field.options : []
}
/** How many nudges reach a member at a moment of the committee's clock. */
const nudgedAt = async (local: string, who = member) => {
  committee.setClock(local)
  await committee.nudge()
  return (await committee.deliver()).filter((call) => call.what === 'send' && call.to.user === who).length
}

describe('one request that waits, and it is said how long', () => {
  it.each([
    ['mai nhắc lại tôi nhé', '2020-06-17', 'Thứ Tư, 17/06/2020'],
    ['nhắc tôi sau 3 ngày', '2020-06-19', 'Thứ Sáu, 19/06/2020'],
    ['thứ bảy nhắc lại tôi', '2020-06-22', 'Thứ Hai, 22/06/2020'],
    ['remind me next week', '2020-06-22', 'Thứ Hai, 22/06/2020'],
    ['nhắc lại tôi ND-DLCN ngày 24/06', '2020-06-24', 'Thứ Tư, 24/06/2020'],
  ])('“%s” is done at once, to %s', async (typed, day, words) => {
    const reply = await committee.type(member, typed)
    expect(textOf(reply)).toContain(snoozed(words, false))
    expect(said(reply)).toContain(later.about('Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'))
    expect(button(reply, vi.buttons.answer)).toEqual({ kind: 'opinion.save.form', round })
    expect(await kept()).toEqual([`ND-DLCN ${day}`])
  })

  it('holds the nudges back until that morning, and nobody else’s', async () => {
    await committee.type(member, 'nhắc tôi ngày 25/06')
    expect(await nudgedAt('2020-06-23T08:30')).toBe(0)
    expect(await nudgedAt('2020-06-23T08:31', otherMember)).toBe(0)
    expect(await committee.db.nudge.count({ where: { person: { key: otherMember } } })).toBe(1)
    expect(await nudgedAt('2020-06-25T08:30')).toBe(1)
    expect(await nudgedAt('2020-06-25T08:31')).toBe(0)
  })

  it('is never put off past the last step before the deadline, and says so', async () => {
    const reply = await committee.type(member, 'nhắc tôi sau đến 15/08')
    expect(textOf(reply)).toContain(snoozed('Thứ Ba, 30/06/2020', true))
    expect(await kept()).toEqual(['ND-DLCN 2020-06-30'])
    for (const local of ['2020-06-23T08:30', '2020-06-26T08:30', '2020-06-29T08:30'])
      expect(await nudgedAt(local)).toBe(0)
    expect(await nudgedAt('2020-06-30T08:30')).toBe(1)
  })

  it('tells that an hour is not used, and keeps the day', async () => {
    const reply = await committee.type(member, 'nhắc tôi 15h ngày 19/06')
    expect(said(reply)).toContain(vi.help.notUsed(['15h']))
    expect(said(reply)).toContain('Lời nhắc đến vào buổi sáng ngày làm việc.')
    expect(await kept()).toEqual(['ND-DLCN 2020-06-19'])
  })

  it('said twice it is one wish, and a later one replaces it; each is in the log', async () => {
    await committee.type(member, 'nhắc tôi ngày 19/06')
    await committee.type(member, 'nhắc tôi ngày 19/06')
    await committee.type(member, 'nhắc tôi ngày 18/06')
    expect(await kept()).toEqual(['ND-DLCN 2020-06-18'])
    const lines = await committee.db.audit.findMany({ where: { deed: 'nudge.snooze' }, orderBy: { at: 'asc' } })
    expect(lines.map(({ subject }) => subject)).toEqual([round, round, round])
  })

  it('delivered twice it is done once', async () => {
    const inbound = committee.inbound(member, { kind: 'typed', text: 'remind me tomorrow' })
    const first = await committee.app.receive(inbound)
    expect(await committee.app.receive(inbound)).toEqual({ ...first, repeated: true })
    expect(await committee.db.audit.count({ where: { deed: 'nudge.snooze' } })).toBe(1)
  })

  it('does nothing in a round that is withdrawn meanwhile', async () => {
    const reply = await actWhile(committee, member, { kind: 'typed', text: 'mai nhắc lại tôi' }, () =>
      committee.db.round.update({
        where: { id: round },
        data: { state: 'withdrawn', liveKey: null, revision: { increment: 1 } },
      }),
    )
    expect(textOf(reply)).toContain(later.none(me))
    expect(await kept()).toEqual([])
  })
})

describe('the form', () => {
  it('asks how long where that was not said, and names the morning of each choice', async () => {
    const form = formOf(await committee.type(member, 'đang họp, lát nhắc lại nhé'))
    expect(introOf(form)).toContain('Dự thảo Nghị định về bảo vệ dữ liệu cá nhân')
    expect(introOf(form)).toContain('17:00, Thứ Ba 30/06/2020')
    expect(introOf(form)).toContain(later.rule)
    expect(form.fields.map(({ name }) => name)).toEqual(['days', 'until'])
    expect(optionsOf(form, 'days').map(({ label }) => label)).toEqual([
      later.in[1]('Thứ Tư, 17/06/2020', false),
      later.in[3]('Thứ Sáu, 19/06/2020', false),
      later.untilDay,
    ])
    expect(initial(form)).toEqual({ days: '1', until: '' })
    expect(await kept()).toEqual([])
    expect(textOf(await committee.fill(member, form, {}))).toContain(snoozed('Thứ Tư, 17/06/2020', false))
    expect(await kept()).toEqual(['ND-DLCN 2020-06-17'])
  })

  it('takes a day to come, and says what is wrong with another', async () => {
    const form = formOf(await committee.type(member, 'nhắc tôi sau'))
    const wrong = async (values: Record<string, string>) => {
      const reply = await committee.fill(member, form, values)
      return reply.kind === 'invalid' ? reply.fields : reply
    }
    expect(await wrong({ days: 'until' })).toEqual({ until: vi.errors.required })
    expect(await wrong({ days: 'until', until: '2020-06-16' })).toEqual({ until: later.notAhead })
    expect(await wrong({ days: 'until', until: '2020-06-31' })).toEqual({ until: later.notAhead })
    expect(await wrong({ days: '1', until: '2020-06-24' })).toEqual({ until: later.chooseUntil })
    expect(await wrong({ days: '2' })).toEqual({ days: vi.errors.badChoice })
    expect(await wrong({ days: '' })).toEqual({ days: vi.errors.required })
    expect(await kept()).toEqual([])
    await committee.fill(member, form, { days: 'until', until: '2020-06-24' })
    expect(await kept()).toEqual(['ND-DLCN 2020-06-24'])
  })

  it('opens where the day that was said is over, and says so', async () => {
    const form = formOf(await committee.press(member, { kind: 'nudge.snooze.form', until: '2020-06-16' }))
    expect(introOf(form)).toContain(later.notAhead)
    expect(initial(form)).toEqual({ days: '1', until: '' })
    const none = formOf(await committee.press(member, { kind: 'nudge.snooze.form', until: '2020-06-31' }))
    expect(introOf(none)).toContain(later.notAhead)
  })

  it('on the day before the last step offers that morning alone, and is refused from its day on and past the deadline', async () => {
    committee.setClock('2020-06-29T09:00')
    const form = formOf(await committee.type(member, 'nhắc tôi sau'))
    expect(optionsOf(form, 'days').map(({ label }) => label)).toEqual([
      later.in[1]('Thứ Ba, 30/06/2020', true),
      later.untilDay,
    ])
    for (const local of ['2020-06-30T00:00', '2020-06-30T09:00', '2020-07-02T09:00']) {
      committee.setClock(local)
      const late = await committee.type(member, 'mai nhắc lại tôi')
      expect(messageOf(late).text).toBe(vi.refusals['snooze-too-late']({}))
      expect(buttonsOf(messageOf(late)).map(({ label }) => label)).toEqual([vi.buttons.answer])
      expect(await committee.fill(member, form, {})).toMatchObject({ kind: 'invalid', message: messageOf(late).text })
    }
    expect(await kept()).toEqual([])
    await committee.db.round.update({ where: { id: round }, data: { late: 'refuse' } })
    expect(said(await committee.type(member, 'mai nhắc lại tôi'))).toContain(later.none(me))
  })

  it('speaks the reader’s language', async () => {
    await committee.type(member, 'english')
    const form = formOf(await committee.type(member, 'remind me later'))
    expect(form.title).toBe(en.nudge.later.title)
    expect(optionsOf(form, 'days')[0]?.label).toBe('Tomorrow: Wednesday, 17 June 2020')
    const reply = await committee.type(member, 'in a meeting, remind me tomorrow at 3pm')
    expect(said(reply)).toContain(en.help.notUsed(['at 3pm']))
    expect(said(reply)).toContain('Reminders come on the mornings of working days.')
  })
})

it.each([vi, en])('no platform cuts a word of the form', (t) => {
  const longest = t.dayWithWeekday('2020-09-30')
  for (const words of [t.nudge.later.in[1](longest, true), t.nudge.later.in[3](longest, true), t.nudge.later.untilDay])
    expect([...words].length).toBeLessThanOrEqual(75)
  for (const words of [t.nudge.later.title, t.nudge.later.submit]) expect([...words].length).toBeLessThanOrEqual(24)
})

describe('several requests that wait', () => {
  let other: string
  beforeEach(async () => {
    other = await openRoundOn(committee, 'CL-CPDT', { day: '2020-06-18', time: '17:00' })
    await committee.deliver()
  })

  it('are all chosen, each is put off to its own morning at the furthest, and one of them is left out', async () => {
    const form = formOf(await committee.type(member, 'nhắc tôi ngày 24/06'))
    expect(form.fields.map(({ name }) => name)).toEqual(['rounds', 'days', 'until'])
    expect(initial(form)).toEqual({ rounds: [other, round], days: 'until', until: '2020-06-24' })
    expect(optionsOf(form, 'rounds').map(({ label }) => label.slice(0, 9))).toEqual(['CL-CPDT: ', 'ND-DLCN: '])
    expect(await kept()).toEqual([])
    const reply = await committee.fill(member, form, {})
    expect(textOf(reply)).toContain(later.done(2))
    expect(said(reply)).toContain('nhắc lại vào Thứ Năm, 18/06/2020 (lần nhắc cuối trước hạn)')
    expect(said(reply)).toContain('nhắc lại vào Thứ Tư, 24/06/2020')
    expect(await kept()).toEqual(['CL-CPDT 2020-06-18', 'ND-DLCN 2020-06-24'])
    expect(textOf(await committee.fill(member, form, { rounds: [round], days: '1', until: '' }))).toContain(
      snoozed('Thứ Tư, 17/06/2020', false),
    )
    expect(await kept()).toEqual(['CL-CPDT 2020-06-18', 'ND-DLCN 2020-06-17'])
  })

  it('are not asked about where one is named', async () => {
    await committee.type(member, 'remind me tomorrow about ND-DLCN')
    expect(await kept()).toEqual(['ND-DLCN 2020-06-17'])
  })

  it('one at its last step is named as not to be put off, and the other is', async () => {
    committee.setClock('2020-06-18T09:00')
    const form = formOf(await committee.type(member, 'mai nhắc lại tôi'))
    expect(introOf(form)).toContain(later.tooLate)
    expect(introOf(form)).toContain('Chiến lược')
    expect(form.intent).toEqual({ kind: 'nudge.snooze', round })
    expect(await kept()).toEqual([])
  })

  it('what came to its last step, or was answered, since the form was opened is told and left as it is', async () => {
    const form = formOf(await committee.type(member, 'nhắc tôi sau'))
    committee.setClock('2020-06-18T09:00')
    const late = await committee.fill(member, form, {})
    expect(said(late)).toContain(later.tooLate)
    expect(await kept()).toEqual(['ND-DLCN 2020-06-19'])
    await answerRound(committee, member, other, { position: 'agree' })
    const settled = await committee.fill(member, form, { days: '3' })
    expect(said(settled)).toContain(later.settled(1))
    expect(await kept()).toEqual(['ND-DLCN 2020-06-22'])
    await answerRound(committee, member, round, { position: 'agree' })
    expect(messageOf(await committee.fill(member, form, {})).text).toBe(later.none(me))
    expect(await committee.fill(member, form, { rounds: [] })).toMatchObject({
      kind: 'invalid',
      fields: { rounds: vi.errors.required },
    })
  })

  it('a round that is withdrawn between the reading and the commit is not put off, the others are', async () => {
    const form = formOf(await committee.type(member, 'nhắc tôi sau'))
    const reply = await actWhile(
      committee,
      member,
      { kind: 'filled', intent: form.intent, values: initial(form) },
      () =>
        committee.db.round.update({
          where: { id: other },
          data: { state: 'withdrawn', liveKey: null, revision: { increment: 1 } },
        }),
    )
    expect(said(reply)).toContain(later.settled(1))
    expect(await kept()).toEqual(['ND-DLCN 2020-06-17'])
  })

  it('of another member’s nobody puts off anything', async () => {
    await answerRound(committee, otherMember, other, { position: 'agree' })
    const form = formOf(await committee.type(member, 'nhắc tôi sau'))
    await committee.fill(otherMember, form, {})
    expect(await kept(otherMember)).toEqual(['ND-DLCN 2020-06-17'])
    expect(await kept()).toEqual([])
  })
})

describe('nothing that waits', () => {
  it.each([
    [coordinator, 'remind me to call the Ministry of Finance tomorrow'],
    [coordinator, 'nhắc tôi ND-DLCN ngày mai'],
    [leader, 'mai nhắc lại tôi'],
  ])('is told to %s who types “%s”, and nobody is reminded', async (who, typed) => {
    const reply = await committee.type(who, typed)
    expect(said(reply)).toContain('nên không có lời nhắc nào để hoãn')
    expect(said(reply)).toContain(later.onlyOwn)
    expect(await committee.db.snooze.count()).toBe(0)
    expect(await committee.db.nudge.count()).toBe(0)
    expect(await committee.deliver()).toEqual([])
  })

  it('is told to a member who has answered; of an item that does not wait it is told with the way to the others', async () => {
    const other = await openRoundOn(committee, 'CL-CPDT', { day: '2020-06-30', time: '17:00' })
    await answerRound(committee, member, other, { position: 'agree' })
    const reply = await committee.type(member, 'mai nhắc lại tôi CL-CPDT')
    expect(messageOf(reply).text).toBe(later.noneOn('CL-CPDT', me))
    expect(button(reply, later.title)).toEqual({ kind: 'nudge.snooze.form' })
    await answerRound(committee, member, round, { position: 'agree' })
    expect(messageOf(await committee.type(member, 'mai nhắc lại tôi')).text).toBe(later.none(me))
    expect(await kept()).toEqual([])
  })

  it('the change itself is refused to whoever is no member, and says what a button left out', async () => {
    for (const who of [coordinator, leader])
      expect(textOf(await committee.press(who, { kind: 'nudge.snooze', round, days: 1 }))).toBe(
        vi.refusals['not-allowed']({}),
      )
    expect(textOf(await committee.press(member, { kind: 'nudge.snooze', round }))).toContain(vi.errors.required)
    expect(await committee.db.snooze.count()).toBe(0)
  })

  it('is not said in a channel', async () => {
    const { reply } = await committee.act(member, { kind: 'typed', text: 'mai nhắc lại tôi' }, { audience: 'shared' })
    expect(textOf(reply)).toContain(vi.help.sentPrivately)
    expect(await kept()).toEqual([])
  })
})
