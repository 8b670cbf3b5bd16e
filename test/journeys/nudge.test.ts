import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import type { Message } from '../../src/contract/message.ts'
import { plain } from '../../src/contract/plain.ts'
import { planSteps } from '../../src/nudges/ladder/plan-steps.ts'
import { runNudges } from '../../src/nudges/run-nudges.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  button,
  buttonsOf,
  type Committee,
  coordinator,
  drafter,
  formOf,
  initial,
  member,
  messageOf,
  openRoundOn,
  otherMember,
  textOf,
  zone,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const me = { name: 'Thành viên – Bộ Y tế (mẫu)', honorific: 'Đồng chí' }
const title = 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'
const { nudge } = vi

const committee = committeeEachTest()
let round: string
beforeEach(async () => {
  committee.setClock('2020-06-01T09:00')
  round = await openRoundOn(committee, 'ND-DLCN')
  await committee.deliver()
})

const idOf = async (key: string) => (await committee.db.person.findUniqueOrThrow({ where: { key } })).id
const plan = (ctx = { db: committee.db, now: committee.now(), zone, calendar: VIETNAM }) => runNudges(ctx, [planSteps])
/** What reaches a member at a moment of the committee's clock. */
const at = async (local: string, who = member) => {
  committee.setClock(local)
  await plan()
  return sentTo(await committee.deliver(), who)
}
const sentTo = (calls: Awaited<ReturnType<Committee['deliver']>>, who: string): readonly Message[] =>
  calls.flatMap((call) =>
    call.what === 'send' && call.to.user === who && call.message !== undefined ? [call.message] : [],
  )
const updatesOf = (calls: Awaited<ReturnType<Committee['deliver']>>, who: string) =>
  calls.flatMap((call) =>
    call.what === 'update' && call.to.user === who && call.message !== undefined ? [plain(call.message)] : [],
  )
const only = (messages: readonly Message[]): Message => {
  const [first] = messages
  if (first === undefined || messages.length !== 1) throw new Error(`${messages.length} messages instead of one`)
  return first
}
const labels = (message: Message) => buttonsOf(message).map((one) => one.label)
const leave = async (key: string, fromDay: string, toDay: string) =>
  committee.db.absence.create({
    data: { id: randomUUID(), personId: await idOf(key), fromDay, toDay, at: committee.now() },
  })
const stepsOf = async (key: string) =>
  (await committee.db.nudge.findMany({ where: { personId: await idOf(key) }, orderBy: { at: 'asc' } })).map(
    (row) => row.step,
  )

const notificationOf = async (step: string) =>
  await committee.db.outbox.findFirst({ where: { personId: await idOf(member), key: { endsWith: `:${step}` } } })

describe('a member who has not answered', () => {
  it('is nudged once at each step of the ladder, with what is left, why it came and what can be done', async () => {
    expect(await at('2020-06-16T08:29')).toEqual([])
    const first = only(await at('2020-06-16T08:30'))
    const text = plain(first)
    expect(text).toContain(nudge.missing(me, title))
    expect(text).toContain('Còn 14 ngày, hạn 17:00, Thứ Ba 30/06/2020')
    expect(text).toContain(nudge.why.before(14, false))
    expect(labels(first)).toEqual([vi.buttons.answer, nudge.snooze[1], nudge.snooze[3], vi.explain.why])
    expect(await at('2020-06-16T08:31')).toEqual([])
    expect(await at('2020-06-16T16:59')).toEqual([])
    // T-3 is a Saturday: it comes on Friday.
    for (const local of ['2020-06-23T08:30', '2020-06-26T08:30', '2020-06-29T08:30']) only(await at(local))
    const last = only(await at('2020-06-30T08:30'))
    expect(plain(last)).toContain('Hôm nay là ngày đến hạn: 17:00, Thứ Ba 30/06/2020')
    expect(plain(last)).toContain(nudge.why.before(0, true))
    expect(labels(last)).toEqual([vi.buttons.answer, vi.explain.why])
    const overdue = only(await at('2020-07-02T08:30'))
    expect(plain(overdue)).toContain(nudge.overdue(2))
    expect(labels(overdue)).toEqual([vi.buttons.answer, vi.explain.why])
    expect(await at('2020-07-03T08:30')).toEqual([])
    for (const local of ['2020-07-06T08:30', '2020-07-08T08:30', '2020-07-10T08:30', '2020-07-14T08:30'])
      only(await at(local))
    expect(await at('2020-07-16T08:30')).toEqual([])
    expect(await stepsOf(member)).toEqual([...['T-14', 'T-7', 'T-3', 'T-1', 'T-0', 'T+2', 'T+4', 'T+6', 'T+8', 'T+10']])
  })

  it('is never nudged after answering, also when the answer is stored while the nudge waits in the outbox', async () => {
    await answerRound(committee, otherMember, round, { position: 'agree' })
    committee.setClock('2020-06-16T08:30')
    expect(await plan()).toBe(18)
    await answerRound(committee, member, round, { position: 'agree' })
    const calls = await committee.deliver()
    expect(sentTo(calls, member)).toEqual([])
    expect(sentTo(calls, otherMember)).toEqual([])
    expect(sentTo(calls, 'sample-tv-bca')).toHaveLength(1)
    const dropped = await committee.db.outbox.findFirstOrThrow({
      where: { personId: await idOf(member), key: { startsWith: 'letter:nudge:' } },
    })
    expect(dropped.status).toBe('dropped')
    committee.setClock('2020-06-23T08:30')
    expect(await plan()).toBe(17)
  })

  it('gets one message for several rounds, and it stops asking for what is answered', async () => {
    const other = await openRoundOn(committee, 'CL-CPDT', { day: '2020-06-30', time: '17:00' })
    await committee.deliver()
    const message = only(await at('2020-06-16T08:30'))
    const text = plain(message)
    expect(text).toContain(nudge.many(me, 2))
    expect(text).toContain(title)
    expect(labels(message)).toContain(`${vi.buttons.answer}: ND-DLCN`)
    expect(labels(message)).toContain(`${nudge.snooze[1]}: CL-CPDT`)
    await answerRound(committee, member, other, { position: 'agree' })
    const [updated] = updatesOf(await committee.deliver(), member).filter((words) => words.includes(nudge.many(me, 1)))
    expect(updated).toContain(nudge.answered('Chiến lược quốc gia phát triển Chính phủ điện tử').slice(-15))
    await answerRound(committee, member, round, { position: 'agree' })
    expect(updatesOf(await committee.deliver(), member).some((words) => words.includes(nudge.settled))).toBe(true)
  })

  it('sees the card of a nudge stop asking once answered, and tell a new deadline once it is extended', async () => {
    only(await at('2020-06-16T08:30'))
    const form = formOf(await committee.type(coordinator, 'gia hạn ND-DLCN'))
    await committee.fill(coordinator, form, { day: '2020-07-07', time: '17:00', reason: 'thêm thời gian' })
    const [extended] = updatesOf(await committee.deliver(), member).filter((words) => words.includes(nudge.why.moved))
    expect(extended).toContain('Còn 21 ngày, hạn 17:00, Thứ Ba 07/07/2020')
    await answerRound(committee, member, round, { position: 'agree' })
    const updates = updatesOf(await committee.deliver(), member)
    expect(updates.length).toBeGreaterThan(0)
    for (const words of updates) expect(words).not.toContain(nudge.missing(me, title))
  })

  it('has a fresh ladder after an extension, without a burst', async () => {
    only(await at('2020-06-23T08:30'))
    const form = formOf(await committee.type(coordinator, 'gia hạn ND-DLCN'))
    await committee.fill(coordinator, form, { day: '2020-07-01', time: '17:00', reason: 'thêm thời gian' })
    await committee.deliver()
    // The notification of the extension covers T-14 and what is left of the old ladder.
    expect(await at('2020-06-23T16:00')).toEqual([])
    expect(plain(only(await at('2020-06-24T08:30')))).toContain('Còn 7 ngày')
    expect(await at('2020-06-25T09:00')).toEqual([])
  })
})

describe('remind me later', () => {
  it('holds nudges back until that morning, and never past the last step', async () => {
    const message = only(await at('2020-06-23T08:30'))
    const said = await committee.press(member, button(message, nudge.snooze[3]))
    expect(textOf(said)).toContain(nudge.snoozed('Thứ Sáu, 26/06/2020', false))
    expect(await at('2020-06-25T08:30')).toEqual([])
    const again = only(await at('2020-06-26T08:30'))
    await committee.press(member, button(again, nudge.snooze[3]))
    expect(await at('2020-06-29T08:30')).toHaveLength(1)
    const early = only(await at('2020-06-30T08:30'))
    expect(plain(early)).toContain(nudge.why.before(0, true))
    expect(textOf(await committee.press(member, { kind: 'nudge.snooze', round, days: 1 }))).toBe(
      vi.refusals['snooze-too-late']({}),
    )
  })

  it('gives one nudge on a morning that is no step, and says why', async () => {
    const message = only(await at('2020-06-16T08:30'))
    await committee.press(member, button(message, nudge.snooze[1]))
    expect(await at('2020-06-16T15:00')).toEqual([])
    expect(plain(only(await at('2020-06-17T08:30')))).toContain(nudge.why.snooze)
    expect(await at('2020-06-17T09:30')).toEqual([])
    expect(await at('2020-06-17T08:30', otherMember)).toEqual([])
  })

  it('stops what waits in the outbox, and is refused once answered, unasked or closed', async () => {
    committee.setClock('2020-06-16T08:30')
    await plan()
    await committee.press(member, { kind: 'nudge.snooze', round, days: 1 })
    expect(sentTo(await committee.deliver(), member)).toEqual([])
    await answerRound(committee, member, round, { position: 'agree' })
    const snooze = { kind: 'nudge.snooze', round, days: 1 } as const
    expect(textOf(await committee.press(member, snooze))).toBe(vi.refusals['nudge-answered']({}))
    await committee.db.asked.deleteMany({ where: { personId: await idOf(otherMember) } })
    expect(textOf(await committee.press(otherMember, snooze))).toBe(vi.refusals['not-asked']({}))
    expect(await committee.db.snooze.count()).toBe(1)
  })
})

describe('leave and delegates', () => {
  it('leave holds back every step but the last', async () => {
    await leave(member, '2020-06-15', '2020-07-03')
    expect(await at('2020-06-16T08:30')).toEqual([])
    expect(await at('2020-06-23T08:30')).toEqual([])
    expect(plain(only(await at('2020-06-30T08:30')))).toContain(nudge.why.before(0, true))
    expect(await at('2020-07-02T08:30')).toEqual([])
    only(await at('2020-07-06T08:30'))
  })

  it('leave entered while the nudge waits stops it, but for the last step', async () => {
    committee.setClock('2020-06-29T08:30')
    await plan()
    await leave(member, '2020-06-29', '2020-06-30')
    expect(sentTo(await committee.deliver(), member)).toEqual([])
    committee.setClock('2020-06-30T08:30')
    await plan()
    await leave(otherMember, '2020-06-30', '2020-06-30')
    const calls = await committee.deliver()
    expect([...sentTo(calls, member), ...sentTo(calls, otherMember)]).toHaveLength(2)
  })

  it('the last step tells the delegate too, for whom, and no other step does', async () => {
    const [personId, takerId] = await Promise.all([idOf(member), idOf(drafter)])
    await committee.db.delegation.create({
      data: {
        id: randomUUID(),
        personId,
        takerId,
        rights: '["draft"]',
        itemId: null,
        fromDay: '2020-06-01',
        toDay: '2020-07-31',
        at: committee.now(),
      },
    })
    expect(await at('2020-06-29T08:30', drafter)).toEqual([])
    const message = only(await at('2020-06-30T08:30', drafter))
    expect(plain(message)).toContain(nudge.missingFor(me, title))
    expect(plain(message)).toContain(nudge.why.delegate)
    const form = formOf(await committee.press(drafter, button(message, vi.buttons.answer)))
    expect(form.intent).toMatchObject({ kind: 'opinion.save', for: personId })
    expect(await at('2020-07-02T08:30', drafter)).toEqual([])
  })

  it('the delegate’s card stops asking once the member has answered, and follows the round as the member’s does', async () => {
    const [personId, takerId] = await Promise.all([idOf(member), idOf(drafter)])
    const span = { fromDay: '2020-06-01', toDay: '2020-07-31', at: committee.now() }
    await committee.db.delegation.create({
      data: { id: randomUUID(), personId, takerId, rights: '["draft"]', ...span },
    })
    only(await at('2020-06-30T08:30', drafter))
    const form = formOf(await committee.type(coordinator, 'gia hạn ND-DLCN'))
    await committee.fill(coordinator, form, { day: '2020-07-10', time: '17:00', reason: 'thêm thời gian' })
    const moved = updatesOf(await committee.deliver(), drafter)
    expect(
      moved.filter((words) => words.includes(nudge.missingFor(me, title)) && words.includes('10/07/2020')),
    ).toHaveLength(1)
    await answerRound(committee, member, round, { position: 'agree' })
    expect(updatesOf(await committee.deliver(), drafter)).toEqual([expect.stringContaining(nudge.answered(title))])
  })

  it('a delegation that has ended since the nudge was planned stops it', async () => {
    const [personId, takerId] = await Promise.all([idOf(member), idOf(drafter)])
    const span = { fromDay: '2020-06-01', toDay: '2020-07-31', at: committee.now() }
    await committee.db.delegation.create({
      data: { id: randomUUID(), personId, takerId, rights: '["draft"]', ...span },
    })
    committee.setClock('2020-06-30T08:30')
    await plan()
    await committee.db.delegation.updateMany({ data: { endedAt: committee.now() } })
    expect(sentTo(await committee.deliver(), drafter)).toEqual([])
  })
})

describe('whatever the clock and the processes do', () => {
  it('two planners at once make no double', async () => {
    committee.setClock('2020-06-16T08:30')
    await Promise.all([plan(), plan(), plan()])
    await plan()
    const calls = await committee.deliver()
    expect(calls.filter((call) => call.what === 'send')).toHaveLength(19)
    expect(await committee.db.nudge.count({ where: { kind: 'step' } })).toBe(19)
  })

  it('after three weeks of sleep there is one message, the latest step', async () => {
    only(await at('2020-06-16T08:30'))
    const message = only(await at('2020-07-07T11:00'))
    expect(plain(message)).toContain(nudge.overdue(5))
    expect(await at('2020-07-07T11:01')).toEqual([])
    expect(await stepsOf(member)).toEqual(['T-14', 'T+4'])
  })

  it('a clock that jumps back brings no earlier step', async () => {
    only(await at('2020-06-23T08:30'))
    expect(await at('2020-06-16T10:00')).toEqual([])
    expect(await stepsOf(member)).toEqual(['T-7'])
    only(await at('2020-06-26T08:30'))
  })

  it('a notification that waited over the next step is overtaken by it', async () => {
    committee.setClock('2020-06-16T08:30')
    await plan()
    const message = only(await at('2020-06-23T08:30'))
    expect(plain(message)).toContain(nudge.why.before(7, false))
  })

  it('a notification that comes out of hours waits for the morning, and falls out past the deadline', async () => {
    committee.setClock('2020-06-23T16:59')
    await plan()
    committee.setClock('2020-06-23T17:30')
    expect(sentTo(await committee.deliver(), member)).toEqual([])
    expect((await notificationOf('T-7'))?.status).toBe('waiting')
    committee.setClock('2020-06-24T08:00')
    only(sentTo(await committee.deliver(), member))
    committee.setClock('2020-06-30T16:59')
    await plan()
    committee.setClock('2020-06-30T18:00')
    expect(sentTo(await committee.deliver(), member)).toEqual([])
    expect((await notificationOf('T-0'))?.status).toBe('dropped')
    committee.setClock('2020-07-01T09:00')
    expect(sentTo(await committee.deliver(), member)).toEqual([])
  })

  it('a notification that waited for a morning on which the next step comes is left to that step', async () => {
    committee.setClock('2020-06-29T16:59')
    await plan()
    committee.setClock('2020-06-29T17:30')
    expect(sentTo(await committee.deliver(), member)).toEqual([])
    expect(await at('2020-06-30T08:00')).toEqual([])
    expect((await notificationOf('T-1'))?.status).toBe('dropped')
    expect(plain(only(await at('2020-06-30T08:30')))).toContain(nudge.why.before(0, true))
  })

  it('whoever is back on the morning of a step gets that step, and not the one before it as well', async () => {
    await leave(member, '2020-06-25', '2020-06-28')
    expect(await at('2020-06-26T08:30')).toEqual([])
    expect(await at('2020-06-29T08:00')).toEqual([])
    expect(plain(only(await at('2020-06-29T08:30')))).toContain(nudge.why.before(1, false))
  })

  it('a clock that was past the deadline and is set right loses no last step', async () => {
    only(await at('2020-07-02T08:30'))
    expect(await at('2020-06-26T10:00')).toEqual([])
    expect(await at('2020-06-29T08:30')).toEqual([])
    expect(plain(only(await at('2020-06-30T08:30')))).toContain(nudge.why.before(0, true))
    expect(await at('2020-07-02T08:31')).toEqual([])
    only(await at('2020-07-06T08:30'))
  })

  it('a notification that could come only past the deadline is dropped at once', async () => {
    await committee.db.round.update({ where: { id: round }, data: { dueAt: new Date('2020-06-30T20:00:00+07:00') } })
    committee.setClock('2020-06-30T16:59')
    await plan()
    committee.setClock('2020-06-30T17:30')
    expect(sentTo(await committee.deliver(), member)).toEqual([])
    expect((await notificationOf('T-0'))?.status).toBe('dropped')
  })

  it('somebody abroad is nudged on their own clocks', async () => {
    await committee.db.person.update({ where: { key: member }, data: { timeZone: 'Europe/Paris' } })
    expect(await at('2020-06-16T08:30')).toEqual([])
    // 08:30 in Paris is 13:30 in Hanoi in summer.
    expect(await at('2020-06-16T13:29')).toEqual([])
    only(await at('2020-06-16T13:30'))
  })

  it('whoever gave up their seat is not nudged', async () => {
    await committee.db.role.updateMany({ where: { personId: await idOf(member) }, data: { toDay: '2020-06-10' } })
    expect(await at('2020-06-16T08:30')).toEqual([])
    expect(await stepsOf(member)).toEqual([])
    expect(await stepsOf(otherMember)).toEqual(['T-14'])
  })
})

describe('the ladder', () => {
  it("of a year's plan is reached from the plan, by coordinators alone", async () => {
    const form = formOf(
      await committee.press(coordinator, button(await committee.type(coordinator, 'kế hoạch'), nudge.ladder.button)),
    )
    expect(form.intent).toEqual({ kind: 'ladder.save', year: 2020 })
    expect(buttonsOf(messageOf(await committee.type(member, 'kế hoạch'))).map((one) => one.label)).not.toContain(
      nudge.ladder.button,
    )
  })

  const fill = async (values: Record<string, string>) => {
    const form = formOf(await committee.press(coordinator, { kind: 'ladder.save.form', round }))
    return await committee.fill(coordinator, form, values)
  }

  it('of one round is changed on a form, and holds from then on', async () => {
    const form = formOf(await committee.press(coordinator, { kind: 'ladder.save.form', round }))
    expect(initial(form)).toEqual({
      before: '14, 7, 3, 1, 0',
      overdueEvery: '2',
      overdueMost: '5',
      escalateAfter: '5',
      at: '08:30',
    })
    const said = await fill({ before: '10, 2', overdueMost: '0', at: '14:00' })
    expect(textOf(said)).toContain(nudge.ladder.saved)
    expect(await at('2020-06-16T08:30')).toEqual([])
    expect(await at('2020-06-19T14:00')).toHaveLength(1)
    const other = await openRoundOn(committee, 'CL-CPDT', { day: '2020-07-07', time: '17:00' })
    await committee.deliver()
    expect((await committee.db.round.findUniqueOrThrow({ where: { id: other } })).ladder).toBeNull()
    expect(textOf(await fill({ before: '' }))).toContain(nudge.ladder.inherited)
    expect((await committee.db.round.findUniqueOrThrow({ where: { id: round } })).ladder).toBeNull()
    expect(await committee.db.audit.count({ where: { deed: 'ladder.save' } })).toBe(2)
  })

  it('of a year’s plan holds for rounds without their own', async () => {
    const form = formOf(await committee.press(coordinator, { kind: 'ladder.save.form', year: 2020 }))
    await committee.fill(coordinator, form, { before: '5' })
    expect(await at('2020-06-16T08:30')).toEqual([])
    only(await at('2020-06-25T08:30'))
    expect(textOf(await committee.press(coordinator, { kind: 'ladder.save.form', year: 2019 }))).toBe(
      vi.refusals['no-such-plan']({ year: '2019' }),
    )
  })

  it('that is impossible is refused by field', async () => {
    const refused = async (values: Record<string, string>) => {
      const reply = await fill(values)
      return reply.kind === 'invalid' ? reply.fields : {}
    }
    for (const before of ['3, 7', '7, 7', '91', 'x', '-1', '1,2,3', '11 10 9 8 7 6 5 4 3 2 1'])
      expect(await refused({ before })).toEqual({ before: nudge.ladder.badBefore })
    expect(await refused({ overdueEvery: '0', overdueMost: '21', escalateAfter: '1.5', at: '07:59' })).toEqual({
      overdueEvery: nudge.ladder.badNumber(1, 30),
      overdueMost: nudge.ladder.badNumber(0, 20),
      escalateAfter: nudge.ladder.badNumber(1, 60),
      at: nudge.ladder.badTime('08:00', '17:00'),
    })
    expect(await refused({ at: '17:00' })).toEqual({ at: nudge.ladder.badTime('08:00', '17:00') })
    expect(textOf(await committee.press(member, { kind: 'ladder.save.form', round }))).toBe(
      vi.refusals['not-allowed']({}),
    )
  })
})
