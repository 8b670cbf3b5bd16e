import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Intent } from '../../src/contract/intent.ts'
import type { Message } from '../../src/contract/message.ts'
import { plain } from '../../src/contract/plain.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  button,
  buttonsOf,
  type Committee,
  coordinator,
  formOf,
  member,
  messageOf,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const secondCoordinator = 'sample-dp2'
const name = 'Thành viên – Bộ Y tế (mẫu)'
const otherName = 'Thành viên – Bộ Tài chính (mẫu)'
const { remind } = vi

const committee = committeeEachTest()
let round: string
beforeEach(async () => {
  round = await openRoundOn(committee, 'ND-DLCN')
  await committee.deliver()
})

const idOf = async (key: string) => (await committee.db.person.findUniqueOrThrow({ where: { key } })).id
const preview = (words = 'nhắc ND-DLCN', who = coordinator) => committee.type(who, words)
const send = (reply: Reply, count: number, who = coordinator) =>
  committee.press(who, button(reply, vi.buttons.remind(count)))
const sentTo = (calls: Awaited<ReturnType<Committee['deliver']>>) =>
  calls.filter((call) => call.what === 'send').map((call) => call.to.user)
const outOf = (why: keyof typeof remind.why, count: number) => remind.leftOut(remind.why[why], count)
const leave = async (key: string, fromDay: string, toDay: string, endedAt: Date | null = null) =>
  committee.db.absence.create({
    data: { id: randomUUID(), personId: await idOf(key), fromDay, toDay, at: committee.now(), endedAt },
  })
const list = async () => textOf(await committee.type(coordinator, 'các lần nhắc ND-DLCN'))

describe('the preview', () => {
  it('says who will get it and who is left out and why, and sends nothing', async () => {
    await answerRound(committee, member, round, { position: 'agree' })
    await leave(otherMember, '2020-06-15', '2020-06-17')
    await leave('sample-tv-bca', '2020-06-17', '2020-06-30')
    await leave('sample-tv-bca', '2020-06-01', '2020-06-30', committee.now())
    await committee.db.account.deleteMany({ where: { personId: await idOf('sample-tv-bnv') } })
    const shown = await preview()
    const text = textOf(shown)
    expect(text).toContain(remind.willRemind(16))
    expect(text).toContain(`${outOf('answered', 1)}\n- ${name}`)
    expect(text).toContain(`${outOf('leave', 1)}\n- ${otherName}: ${remind.until('17/06/2020')}`)
    expect(text).toContain(outOf('unreachable', 1))
    expect(text).toContain(remind.whatToDo)
    expect(buttonsOf(messageOf(shown)).map((one) => one.label)).toEqual([vi.buttons.remind(16), vi.buttons.back])
    expect(sentTo(await committee.deliver())).toEqual([])
    expect(await committee.db.nudge.count()).toBe(0)
  })

  it('is one press away from the board, for coordinators alone and while somebody is missing', async () => {
    const board = await committee.type(coordinator, 'tình hình ND-DLCN')
    expect(textOf(await committee.press(coordinator, button(board, vi.buttons.remind(19))))).toContain(
      remind.willRemind(19),
    )
    expect(textOf(await committee.press(coordinator, button(board, vi.buttons.reminders)))).toContain(remind.list.none)
    const others = buttonsOf(messageOf(await committee.type(member, 'tình hình ND-DLCN'))).map((one) => one.label)
    expect(others).not.toContain(vi.buttons.remind(19))
    committee.setClock('2020-07-02T09:00')
    await committee.fill(coordinator, formOf(await committee.type(coordinator, 'đóng ND-DLCN')), {
      reason: 'đủ ý kiến',
    })
    const closed = buttonsOf(messageOf(await committee.press(coordinator, { kind: 'board.show', round })))
    expect(closed.map((one) => one.label)).not.toContain(vi.buttons.remind(19))
  })

  it('is one press away from the name of somebody missing', async () => {
    await committee.db.asked.deleteMany({
      where: { personId: { notIn: [await idOf(member), await idOf(otherMember)] } },
    })
    const missing = await committee.press(coordinator, { kind: 'board.show', round, show: 'missing' })
    const shown = await committee.press(coordinator, button(missing, `${vi.buttons.remindOne}: ${name}`))
    expect(textOf(shown)).toContain(`${remind.willRemind(1)}\n- ${name}`)
    expect(textOf(shown)).not.toContain(otherName)
  })

  it('takes names with and without diacritics, several at once, also where a name holds “và”', async () => {
    const named = async (words: string) => {
      const shown = await preview(`nhắc ND-DLCN ${words}`)
      const intent = buttonsOf(messageOf(shown)).flatMap((one) => ('intent' in one ? [one.intent] : []))[0]
      const ids = intent?.kind === 'reminder.send' ? (intent.people ?? []) : []
      const people = await committee.db.person.findMany({ where: { id: { in: [...ids] } }, orderBy: { key: 'asc' } })
      return people.map((person) => person.key)
    }
    expect(await named('Bộ Y tế')).toEqual([member])
    expect(await named('bo y te va bo tai chinh')).toEqual([otherMember, member])
    expect(await named(`${member}; ${otherMember}`)).toEqual([otherMember, member])
    expect(await named('Bộ Thông tin và Truyền thông và Bộ Y tế')).toEqual(['sample-tv-btttt', member])
    expect(await named('Bo Ke hoach va Dau tu, Bộ Y tế')).toEqual(['sample-tv-bkhdt', member])
  })

  it('tells two of one name apart by the bodies for which they sit', async () => {
    await committee.db.person.updateMany({ where: { key: { in: [member, otherMember] } }, data: { name: 'Lê An' } })
    await answerRound(committee, member, round, { position: 'agree' })
    const text = textOf(await preview())
    expect(text).toContain('- Lê An, Bộ Tài chính')
    expect(text).toContain(`${outOf('answered', 1)}\n- Lê An, Bộ Y tế`)
  })

  it('refuses names that are nobody’s and names of several, and says of somebody not asked that they were not', async () => {
    expect(textOf(await preview('nhắc ND-DLCN Bộ Ngoại thương'))).toBe(vi.errors.unknownPeople(['Bộ Ngoại thương']))
    for (const body of ['Bộ Nông nghiệp và Môi trường', 'Ministry of Agriculture and Environment'])
      expect(textOf(await preview(`nhắc ND-DLCN ${body}`))).toBe(vi.errors.unknownPeople([body]))
    await committee.db.person.update({ where: { key: otherMember }, data: { organisation: 'Bộ Y tế' } })
    expect(textOf(await preview('nhắc ND-DLCN Bộ Y tế'))).toContain(`Bộ Y tế (${otherMember}, ${member})`)
    await committee.db.asked.deleteMany({ where: { personId: await idOf(member) } })
    const text = textOf(await preview(`nhắc ND-DLCN ${member}`))
    expect(text).toContain(remind.nobody)
    expect(text).toContain(`${outOf('not-asked', 1)}\n- ${name}`)
    const empty = await committee.press(coordinator, { kind: 'reminder.preview', round, people: [] })
    expect(textOf(empty)).toBe(remind.nobodyNamed)
    expect(await committee.db.nudge.count()).toBe(0)
  })

  it('refuses an unknown item, one without a round, a round that takes no answers, and a quarter without any', async () => {
    const unknown = await committee.press(coordinator, { kind: 'reminder.preview', item: 'XX' })
    expect(textOf(unknown)).toContain(vi.refusals['no-such-item']({ item: 'XX' }))
    expect(textOf(await preview('nhắc CL-CPDT'))).toContain('chưa có đợt lấy ý kiến nào')
    expect(textOf(await preview('nhắc tất cả quý III'))).toBe(
      vi.refusals['no-open-round']({ quarter: vi.quarter('2020-Q3') }),
    )
    await committee.fill(coordinator, formOf(await committee.type(coordinator, 'đóng ND-DLCN')), { reason: 'x' })
    expect(textOf(await preview())).toContain('đã đóng lúc')
    await committee.fill(coordinator, formOf(await committee.type(coordinator, 'thu hồi ND-DLCN')), {
      reason: 'sai bản',
    })
    expect(textOf(await preview())).toContain('sai bản')
  })

  it('counts silence by the round’s own rule, and leaves out whoever gave up their seat', async () => {
    const other = await openRoundOn(committee, 'CL-CPDT', {
      day: '2020-06-29',
      time: '17:00',
      silence: 'deemed',
      basis: 'Điều 7 Quy chế',
    })
    const personId = await idOf(member)
    await committee.db.role.updateMany({ where: { personId }, data: { toDay: '2020-06-20' } })
    committee.setClock('2020-06-30T09:00')
    // Who had left by the deadline is not deemed to agree.
    const text = textOf(await committee.press(coordinator, { kind: 'reminder.preview', round: other }))
    expect(text).toContain(outOf('deemed', 18))
    expect(text).toContain(outOf('former', 1))
    expect(textOf(await preview())).toContain(`${outOf('former', 1)}\n- ${name}`)
  })

  it('is not for members', async () => {
    const intents: readonly Intent[] = [
      { kind: 'reminder.preview', round },
      { kind: 'reminder.send', id: randomUUID(), rounds: [round] },
      { kind: 'nudge.list', round },
    ]
    for (const intent of intents)
      expect(textOf(await committee.press(member, intent))).toBe(vi.refusals['not-allowed']({}))
    expect(await committee.db.nudge.count()).toBe(0)
  })
})

describe('sending', () => {
  it('sends each member one card that asks and stops asking once it is answered', async () => {
    const said = await send(await preview('nhắc ND-DLCN Bộ Y tế, Bộ Tài chính'), 2)
    expect(textOf(said)).toContain(remind.sending(2))
    const calls = await committee.deliver()
    expect(sentTo(calls).sort()).toEqual([otherMember, member])
    const card = calls.find((call) => call.to.user === member)?.message
    if (card === undefined) throw new Error('no card')
    const text = plain(card)
    expect(text).toContain(
      remind.notification({ name, honorific: 'Đồng chí' }, 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'),
    )
    expect(text).toContain('17:00, Thứ Ba 30/06/2020')
    await committee.fill(member, formOf(await committee.press(member, button(card, vi.buttons.answer))), {
      position: 'agree',
    })
    await answerRound(committee, member, round, { position: 'agree' })
    const updates = (await committee.deliver()).filter((call) => call.what === 'update' && call.to.user === member)
    expect(updates).toHaveLength(2)
    for (const { message } of updates) expect(plain(message)).toContain('đã ghi nhận ý kiến “Đồng ý”')
    const [entry] = await committee.db.audit.findMany({ where: { deed: 'remind.send' } })
    expect(entry).toMatchObject({ actor: coordinator, subject: round })
    expect(JSON.parse(entry?.facts ?? '')).toEqual({ rounds: 'ND-DLCN', people: 2, leftOut: 0 })
  })

  it('sends once however often it is pressed, at once or later, and says so', async () => {
    const shown = await preview('nhắc ND-DLCN Bộ Y tế')
    const replies = await Promise.all([1, 2, 3].map(() => send(shown, 1)))
    const again = remind.already(1, '09:00, 16/06/2020')
    expect(replies.map(textOf).filter((text) => text.includes(remind.sending(1)))).toHaveLength(1)
    expect(replies.map(textOf).filter((text) => text.includes(again))).toHaveLength(2)
    committee.setClock('2020-06-24T09:00')
    expect(textOf(await send(shown, 1))).toBe(again)
    expect(sentTo(await committee.deliver())).toEqual([member])
    expect(await committee.db.nudge.count()).toBe(1)
  })

  it('lets one of two coordinators at the same moment send, and tells the other who was', async () => {
    const one = await preview()
    const two = await preview('nhắc ND-DLCN', secondCoordinator)
    const replies = await Promise.all([send(one, 19), send(two, 19, secondCoordinator)])
    const texts = replies.map(textOf)
    expect(texts.filter((text) => text.includes(remind.sending(19)))).toHaveLength(1)
    expect(texts.filter((text) => text.includes(remind.notSent(`${remind.why.reminded} 19`)))).toHaveLength(1)
    expect(sentTo(await committee.deliver())).toHaveLength(19)
    expect(await committee.db.nudge.count()).toBe(19)
  })

  it('leaves out for an hour whoever was reminded, naming by whom, and reminds again after it', async () => {
    await send(await preview('nhắc ND-DLCN Bộ Y tế'), 1)
    await committee.deliver()
    committee.setClock('2020-06-16T09:59')
    const shown = await preview('nhắc ND-DLCN', secondCoordinator)
    const { name: by } = await committee.db.person.findUniqueOrThrow({ where: { key: coordinator } })
    expect(textOf(shown)).toContain(
      `${outOf('reminded', 1)}\n- ${name}: ${remind.remindedAt('09:00, 16/06/2020', remind.rules.reminder(by))}`,
    )
    await send(shown, 18, secondCoordinator)
    expect(sentTo(await committee.deliver())).not.toContain(member)
    committee.setClock('2020-06-16T10:00')
    await send(await preview('nhắc ND-DLCN Bộ Y tế'), 1)
    expect(sentTo(await committee.deliver())).toEqual([member])
  })

  it('counts a nudge by rule for the hour as well', async () => {
    await committee.db.nudge.create({
      data: {
        id: randomUUID(),
        key: 'step',
        kind: 'step',
        personId: await idOf(member),
        roundId: round,
        step: 'T-14',
        at: committee.now(),
        outboxKey: 'none',
      },
    })
    const text = textOf(await preview('nhắc ND-DLCN Bộ Y tế'))
    expect(text).toContain(remind.remindedAt('09:00, 16/06/2020', remind.rules.step('T-14')))
  })

  it('asks nobody who answered between the preview and the press, or while it waits', async () => {
    const shown = await preview('nhắc ND-DLCN Bộ Y tế, Bộ Tài chính')
    await answerRound(committee, member, round, { position: 'agree' })
    const said = await send(shown, 2)
    expect(textOf(said)).toContain(remind.sending(1))
    expect(textOf(said)).toContain(remind.notSent(`${remind.why.answered} 1`))
    await answerRound(committee, otherMember, round, { position: 'agree' })
    expect(sentTo(await committee.deliver())).toEqual([])
    expect(await list()).toContain(remind.list.answeredBefore)
  })

  it('asks nobody whose round was closed or who went on leave while it waits', async () => {
    await send(await preview('nhắc ND-DLCN Bộ Y tế'), 1)
    await leave(member, '2020-06-16', '2020-06-16')
    expect(sentTo(await committee.deliver())).toEqual([])
    await send(await preview('nhắc ND-DLCN Bộ Tài chính'), 1)
    await committee.fill(coordinator, formOf(await committee.type(coordinator, 'đóng ND-DLCN')), { reason: 'x' })
    const letters = (await committee.deliver()).filter((call) => call.what === 'send' && call.to.user === otherMember)
    expect(letters.map((call) => call.message.text)).toEqual([
      vi.notifications.closed('Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'),
    ])
  })

  it('says so when nobody is left, and sends nothing', async () => {
    const shown = await preview('nhắc ND-DLCN Bộ Y tế')
    await answerRound(committee, member, round, { position: 'agree' })
    expect(textOf(await send(shown, 1))).toContain(remind.nobody)
    expect(await committee.db.nudge.count()).toBe(0)
    const none = await preview('nhắc ND-DLCN Bộ Y tế')
    expect(buttonsOf(messageOf(none)).map((one) => one.label)).toEqual([vi.buttons.back])
  })
})

describe('the hour of the reader', () => {
  it('goes out in the evening, and waits for the morning at night', async () => {
    committee.setClock('2020-06-20T20:59')
    await send(await preview('nhắc ND-DLCN Bộ Tài chính'), 1)
    expect(sentTo(await committee.deliver())).toEqual([otherMember])
    committee.setClock('2020-06-20T21:00')
    const shown = await preview('nhắc ND-DLCN Bộ Y tế')
    expect(textOf(shown)).toContain(remind.inTheMorning(1))
    await send(shown, 1)
    expect(sentTo(await committee.deliver())).toEqual([])
    expect(await list()).toContain(remind.list.waitingUntil('08:00, 21/06/2020'))
    committee.setClock('2020-06-21T07:59')
    expect(sentTo(await committee.deliver())).toEqual([])
    expect(textOf(await preview('nhắc ND-DLCN Bộ Y tế', secondCoordinator))).toContain('đang chờ gửi')
    committee.setClock('2020-06-21T08:00')
    expect(sentTo(await committee.deliver())).toEqual([member])
    committee.setClock('2020-06-21T08:30')
    expect(textOf(await preview('nhắc ND-DLCN Bộ Y tế', secondCoordinator))).toContain(outOf('reminded', 1))
  })

  it('is that of the zone they keep office hours in, leave included', async () => {
    await committee.db.person.update({ where: { key: member }, data: { timeZone: 'America/New_York' } })
    await leave(member, '2020-06-15', '2020-06-15')
    // 09:00 on the 16th in Hanoi is 22:00 on the 15th in New York.
    expect(textOf(await preview('nhắc ND-DLCN Bộ Y tế'))).toContain(outOf('leave', 1))
    committee.setClock('2020-06-16T11:00')
    expect(textOf(await preview('nhắc ND-DLCN Bộ Y tế'))).toContain(remind.inTheMorning(1))
    committee.setClock('2020-06-16T17:00')
    expect(textOf(await preview('nhắc ND-DLCN Bộ Y tế'))).not.toContain(remind.inTheMorning(1))
  })
})

describe('several rounds', () => {
  let second: string
  beforeEach(async () => {
    second = await openRoundOn(committee, 'DA-KNDL', { day: '2020-06-26' })
    await committee.db.workItem.update({ where: { key: 'DA-KNDL' }, data: { quarter: '2020-Q2' } })
    await committee.deliver()
  })

  it('come in one message a person, with the rounds that this person has not answered', async () => {
    await answerRound(committee, otherMember, second, { position: 'agree' })
    const shown = await preview('nhắc tất cả quý II')
    expect(textOf(shown)).toContain(`${name} (DA-KNDL, ND-DLCN)`)
    expect(textOf(shown)).toContain(`${otherName} (ND-DLCN)`)
    expect(textOf(shown)).toContain(`${outOf('answered', 1)}\n- ${otherName} (DA-KNDL)`)
    await send(shown, 19)
    const calls = await committee.deliver()
    const messageTo = (who: string): readonly Message[] =>
      calls.filter((call) => call.what === 'send' && call.to.user === who).map((call) => call.message)
    expect(sentTo(calls)).toHaveLength(19)
    expect(messageTo(member)[0]?.text).toBe(remind.notificationMany({ name, honorific: 'Đồng chí' }, 2))
    expect(JSON.stringify(messageTo(member)[0])).toContain(second)
    expect(messageTo(otherMember)[0]?.text).toContain('Nghị định')
    expect(JSON.stringify(messageTo(otherMember)[0])).not.toContain(second)
    expect(await committee.db.nudge.count()).toBe(37)
  })

  it('of more than five, five have buttons of their own and the others are listed, with the way to all', async () => {
    const items = await committee.db.workItem.findMany({ select: { key: true } })
    for (const { key } of items.filter((item) => item.key !== 'DA-KNDL' && item.key !== 'ND-DLCN').slice(0, 5))
      await openRoundOn(committee, key, { day: '2020-06-26' })
    await committee.deliver()
    await send(await preview('nhắc tất cả'), 19)
    const calls = (await committee.deliver()).filter((call) => call.what === 'send' && call.to.user === member)
    const labels = calls.flatMap((call) => buttonsOf(call.message)).map((one) => one.label)
    expect(labels.filter((label) => label === vi.buttons.answer)).toHaveLength(5)
    expect(labels.at(-1)).toBe(vi.buttons.mine)
  })

  it('lose what was answered while the message waits', async () => {
    await send(await preview('nhắc quý II Bộ Y tế'), 1)
    await answerRound(committee, member, second, { position: 'agree' })
    const [call] = (await committee.deliver()).filter((one) => one.what === 'send' && one.to.user === member)
    expect(JSON.stringify(call?.message)).not.toContain(second)
    expect(JSON.stringify(call?.message)).toContain(round)
  })

  it('are asked for no more, in the message that has come, once they are answered', async () => {
    await send(await preview('nhắc quý II Bộ Y tế'), 1)
    await committee.deliver()
    const shown = async () =>
      (await committee.deliver()).flatMap((one) =>
        one.what === 'update' && one.to.user === member ? [JSON.stringify(one.message)] : [],
      )
    await answerRound(committee, member, second, { position: 'agree' })
    expect((await shown()).some((words) => words.includes(round) && !words.includes(second))).toBe(true)
    await answerRound(committee, member, round, { position: 'agree' })
    expect((await shown()).some((words) => words.includes(remind.settled))).toBe(true)
  })

  it('are all that are open, where nothing else is said', async () => {
    expect(textOf(await preview('nhắc tất cả'))).toContain(`${name} (DA-KNDL, ND-DLCN)`)
  })
})

describe('the list of deliveries', () => {
  it('says to whom, when, by which rule, what became of each, and what to do', async () => {
    await send(await preview(), 19)
    await committee.deliver()
    const all = await committee.db.outbox.findMany({
      where: { key: { startsWith: 'remind:' } },
      orderBy: { key: 'asc' },
    })
    const become = async (at: number, status: string) =>
      committee.db.outbox.update({ where: { id: all[at]?.id ?? '' }, data: { status } })
    for (const [at, status] of ['unsure', 'unreachable', 'failed', 'sending', 'dropped'].entries())
      await become(at, status)
    const shown = await committee.type(coordinator, 'các lần nhắc ND-DLCN')
    const text = textOf(shown)
    const { name: by } = await committee.db.person.findUniqueOrThrow({ where: { key: coordinator } })
    for (const expected of [
      remind.list.sent('09:00, 16/06/2020'),
      remind.rules.reminder(by),
      remind.list.unsure,
      remind.list.unreachable,
      remind.list.failed,
      remind.list.sending,
      remind.list.dropped,
    ])
      expect(text).toContain(expected)
    const labels = buttonsOf(messageOf(shown)).map((one) => one.label)
    expect(labels).toEqual([vi.buttons.record, vi.buttons.access, vi.buttons.back])
  })

  it('is turned page by page, the latest first', async () => {
    await send(await preview(), 19)
    await committee.deliver()
    committee.setClock('2020-06-17T09:00')
    await send(await preview('nhắc ND-DLCN Bộ Y tế, Bộ Tài chính'), 2)
    const first = await committee.type(coordinator, 'các lần nhắc ND-DLCN')
    expect(textOf(first)).toContain(vi.page(1, 2))
    expect(textOf(first)).toContain('17/06/2020')
    const next = await committee.press(coordinator, button(first, vi.buttons.nextPage))
    expect(textOf(next)).toContain(vi.page(2, 2))
    expect(textOf(next)).not.toContain('17/06/2020')
    expect(textOf(await committee.press(coordinator, button(next, vi.buttons.previousPage)))).toContain(vi.page(1, 2))
  })
})
