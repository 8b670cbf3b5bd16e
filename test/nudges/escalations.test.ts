import { expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { plain } from '../../src/contract/plain.ts'
import { planEscalations } from '../../src/nudges/quarter-watch/plan-escalations.ts'
import { runNudges } from '../../src/nudges/run-nudges.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  button,
  coordinator,
  formOf,
  member,
  openRoundOn,
  otherMember,
  zone,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()

const nudge = () => runNudges({ db: committee.db, now: committee.now(), zone, calendar: VIETNAM }, [planEscalations])
const two = { asked: 'named', names: `${member}\n${otherMember}` }
const told = async (who = coordinator) =>
  (await committee.deliver())
    .filter((call) => call.what === 'send' && call.to.user === who && call.message.title?.includes('quá hạn'))
    .map((call) => call.message)

it('names who is overdue by five working days to each coordinator, once, also from replicas at once', async () => {
  const round = await openRoundOn(committee, 'ND-DLCN', two)
  await answerRound(committee, otherMember, round, { position: 'disagree', body: 'lời riêng' })
  await committee.deliver()
  // Due on Tuesday the 30th; the fifth working day past it is the Tuesday after.
  committee.setClock('2020-07-07T08:29')
  expect(await nudge()).toBe(0)
  committee.setClock('2020-07-07T08:30')
  await Promise.all([nudge(), nudge(), nudge()])
  const calls = (await committee.deliver()).filter((call) => call.what === 'send')
  expect(calls.map((call) => call.to.user).sort()).toEqual(['sample-dp1', 'sample-dp2'])
  const [message] = calls.filter((call) => call.to.user === coordinator).map((call) => call.message)
  if (message === undefined) throw new Error('not told')
  expect(plain(message)).toContain('Bộ Y tế')
  expect(plain(message)).toContain('quá hạn 5 ngày làm việc')
  expect(plain(message)).not.toContain('Bộ Tài chính')
  expect(JSON.stringify(message)).not.toContain('lời riêng')
  expect(button(message, vi.digest.escalation.remind(1, 'ND-DLCN'))).toEqual({
    kind: 'reminder.preview',
    round,
    people: [member],
  })
  committee.setClock('2020-07-10T10:00')
  expect(await nudge()).toBe(0)
})

it('counts working days over 2 September and a weekend', async () => {
  await openRoundOn(committee, 'ND-DLCN', { ...two, day: '2020-08-28' })
  // 31/8, 1/9, (2/9 off), 3/9, 4/9, (weekend), 7/9.
  committee.setClock('2020-09-04T16:00')
  expect(await nudge()).toBe(0)
  committee.setClock('2020-09-07T08:30')
  expect(await nudge()).toBe(2)
})

it('holds to office hours, and after a long sleep sends one message about everything', async () => {
  await openRoundOn(committee, 'ND-DLCN', two)
  await openRoundOn(committee, 'CL-CPDT', { ...two, day: '2020-07-06' })
  await committee.deliver()
  for (const closed of ['2020-08-01T10:00', '2020-08-02T10:00', '2020-08-03T07:59', '2020-08-03T17:00']) {
    committee.setClock(closed)
    expect(await nudge(), closed).toBe(0)
  }
  committee.setClock('2020-08-04T08:00')
  expect(await nudge()).toBe(2)
  const [message, ...more] = await told()
  expect(more).toHaveLength(0)
  expect(message?.title).toBe(vi.digest.escalation.summary(4))
})

it('names tomorrow who becomes overdue after the morning message', async () => {
  await openRoundOn(committee, 'ND-DLCN', two)
  await openRoundOn(committee, 'CL-CPDT', { ...two, day: '2020-07-01' })
  const other = await committee.db.round.findFirstOrThrow({ where: { item: { key: 'CL-CPDT' } } })
  const ladder = { before: [1], overdueEvery: 2, overdueMost: 1, escalateAfter: 4, at: '14:00' }
  await committee.db.round.update({ where: { id: other.id }, data: { ladder: JSON.stringify(ladder) } })
  committee.setClock('2020-07-07T09:00')
  expect(await nudge()).toBe(2)
  committee.setClock('2020-07-07T15:00')
  expect(await nudge()).toBe(0)
  // The morning's message, sent late, does not run ahead of tomorrow's.
  expect((await told()).map(({ title }) => title)).toEqual([vi.digest.escalation.summary(2)])
  committee.setClock('2020-07-08T08:00')
  expect(await nudge()).toBe(2)
  expect((await told()).map(({ title }) => title)).toEqual([vi.digest.escalation.summary(2)])
  expect(await committee.db.nudge.count({ where: { roundId: other.id } })).toBe(4)
})

it('leaves out at the sending who has answered since, and drops the notification when nobody is left', async () => {
  const round = await openRoundOn(committee, 'ND-DLCN', two)
  await committee.deliver()
  committee.setClock('2020-07-07T09:00')
  await nudge()
  await answerRound(committee, member, round, { position: 'agree' })
  const [message] = await told()
  expect(message && plain(message)).toContain('Bộ Tài chính')
  expect(message && plain(message)).not.toContain('Bộ Y tế')

  const next = await openRoundOn(committee, 'CL-CPDT', { ...two, day: '2020-07-08' })
  await committee.deliver()
  committee.setClock('2020-07-16T09:00')
  await nudge()
  await answerRound(committee, member, next, { position: 'agree' })
  await answerRound(committee, otherMember, next, { position: 'agree' })
  expect(await told()).toHaveLength(0)
  expect(
    await committee.db.outbox.count({ where: { key: { startsWith: 'escalation:2020-07-16' }, status: 'dropped' } }),
  ).toBe(2)
})

it.each([
  ['at once', true],
  ['long after', false],
])(
  'tells again of a deadline that was extended and missed again; of the one before nothing, sent %s',
  async (_, soon) => {
    const round = await openRoundOn(committee, 'ND-DLCN', two)
    await committee.deliver()
    committee.setClock('2020-07-07T09:00')
    await nudge()
    const form = formOf(await committee.press(coordinator, { kind: 'round.change.form', round, change: 'extend' }))
    await committee.fill(coordinator, form, { day: '2020-07-10', time: '17:00', reason: 'chờ văn bản' })
    if (soon) expect(await told()).toHaveLength(0)
    committee.setClock('2020-07-17T09:00')
    expect(await nudge()).toBe(2)
    expect(await told()).toHaveLength(1)
  },
)

it('is silent where late answers are refused, where silence is deemed, and about who is no member any more', async () => {
  await openRoundOn(committee, 'ND-DLCN', { ...two, late: 'refuse' })
  await openRoundOn(committee, 'CL-CPDT', { ...two, day: '2020-07-01', silence: 'deemed', basis: 'Điều 7 Quy chế' })
  await openRoundOn(committee, 'DA-KNDL', { asked: 'named', names: member, day: '2020-07-01' })
  await committee.db.role.updateMany({ where: { person: { key: member } }, data: { toDay: '2020-07-02' } })
  committee.setClock('2020-07-14T09:00')
  expect(await nudge()).toBe(0)
})
