import { beforeEach, describe, expect, it } from 'vitest'
import { renderMessage as onTeams } from '../../adapters/msteams/drawing/render.ts'
import { renderMessage as onSlack } from '../../adapters/slack/drawing/render.ts'
import { plain } from '../../src/contract/plain.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, buttonsOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { validateMessage } from '../support/slack-validate.ts'
import { cardFaults } from '../support/teams-schema.ts'
import { at, visitsOf } from '../support/visits.ts'

const leader = 'sample-td1'
const mate = 'sample-tvd1'

const committee = committeeEachTest()
let visits: ReturnType<typeof visitsOf>
beforeEach(async () => {
  visits = visitsOf(committee)
  committee.setClock('2020-06-01T09:00')
})

/** Sets the clock, plans and sends; gives what reminders of visits went to whom. */
async function reminded(local: string) {
  committee.setClock(local)
  await committee.nudge()
  const sent = await committee.deliver()
  return sent.flatMap((call) =>
    call.what === 'send' && call.key.startsWith('letter:visit:')
      ? [{ to: call.to.user, message: call.message, text: plain(call.message) }]
      : [],
  )
}
/** Sends what waits; gives the reminders' cards that were rewritten. Notifications about the change are cards too. */
async function followed() {
  const calls = await committee.deliver()
  const refs = new Set((await outcome('')).map(({ ref }) => ref))
  return calls.flatMap((call) =>
    call.what === 'update' && refs.has(call.ref) ? [{ to: call.to.user, message: call.message }] : [],
  )
}
const people = (sent: readonly { readonly to: string }[]) => sent.map(({ to }) => to).sort()
const labels = (message: Parameters<typeof buttonsOf>[0]) => buttonsOf(message).map((one) => one.label)
const nudges = () => committee.db.nudge.findMany({ where: { kind: 'visit' }, orderBy: { key: 'asc' } })
const outcome = (key: string) => committee.db.outbox.findMany({ where: { key: { startsWith: `letter:visit:${key}` } } })

describe('reminders of a visit', () => {
  it('go to everybody on the team that day, a week and a day before it, once', async () => {
    const { code } = await visits.plan('1', '2020-06-10T08:00')
    await visits.join('1', 'sample-tvd2', 'member', '2020-06-10', '2020-06-10')
    await visits.join('1', 'sample-tvd3', 'member', null, '2020-06-09')
    expect(await reminded('2020-06-03T08:29')).toEqual([])
    const first = await reminded('2020-06-03T08:30')
    expect(people(first)).toEqual([leader, mate, 'sample-tvd2'].sort())
    expect(await reminded('2020-06-03T08:31')).toEqual([])
    expect(await reminded('2020-06-08T10:00')).toEqual([])
    const second = await reminded('2020-06-09T08:30')
    expect(people(second)).toEqual(people(first))
    for (const { text } of second)
      for (const part of [code, 'Thứ Tư', '10/06/2020', '08:00', 'Phòng họp số 1', 'Trưởng đoàn số 1 (mẫu)'])
        expect(text).toContain(part)
    const steps = (await nudges()).map(({ step, subject }) => [step, subject])
    expect(steps.filter(([step]) => step === 'T-7')).toHaveLength(3)
    expect(new Set(steps.map(([, subject]) => subject)).size).toBe(1)
  })

  it('let the leader confirm from the card, which then asks no more; nobody else has the button', async () => {
    const { id } = await visits.plan('1', '2020-06-10T08:00')
    const sent = await reminded('2020-06-03T08:30')
    const toLeader = sent.find(({ to }) => to === leader)
    const toMate = sent.find(({ to }) => to === mate)
    if (toLeader === undefined || toMate === undefined) throw new Error('not sent')
    expect(labels(toLeader.message)).toEqual([vi.visits.confirm, vi.visits.show])
    expect(labels(toMate.message)).toEqual([vi.visits.show])
    expect(button(toLeader.message, vi.visits.confirm)).toEqual({ kind: 'visit.confirm', visit: id, revision: 1 })
    await committee.press(leader, button(toLeader.message, vi.visits.confirm))
    const rewritten = await followed()
    expect(people(rewritten)).toEqual([leader, mate])
    for (const { message } of rewritten) {
      expect(labels(message)).toEqual([vi.visits.show])
      expect(plain(message)).toContain(vi.schedule.states.confirmed)
    }
    // The day before is told all the same.
    expect(people(await reminded('2020-06-09T08:30'))).toEqual([leader, mate])
  })

  it('ask the leaders for the report on the working day after, and stop when it is there', async () => {
    const { id } = await visits.plan('1', '2020-06-12T08:00')
    expect(await reminded('2020-06-12T17:30')).toEqual([])
    const sent = await reminded('2020-06-15T08:30')
    expect(people(sent)).toEqual([leader])
    const [asked] = sent
    if (asked === undefined) throw new Error('not sent')
    expect(labels(asked.message)).toEqual([vi.visits.reportButton, vi.visits.show])
    expect(button(asked.message, vi.visits.reportButton)).toEqual({ kind: 'visit.report.form', visit: id })
    await visits.change(id, { state: 'done', report: 'Đã làm việc xong' })
    const rewritten = (await followed()).find(({ to }) => to === leader)
    if (rewritten === undefined) throw new Error('not rewritten')
    expect(labels(rewritten.message)).toEqual([vi.visitReminders.mine])
    expect(plain(rewritten.message)).toContain('đã báo cáo')
    expect(plain(rewritten.message)).not.toContain('làm việc xong')
    expect(await reminded('2020-06-16T08:30')).toEqual([])
  })

  it('ask the whole team for the report where it has no leader, and say why', async () => {
    const { id: teamId } = await visits.team('1')
    await committee.db.duty.updateMany({ where: { teamId, duty: 'leader' }, data: { toDay: '2020-06-01' } })
    await visits.plan('1', '2020-06-10T08:00')
    const sent = await reminded('2020-06-11T08:30')
    expect(people(sent)).toEqual([mate])
    expect(sent[0]?.text).toContain(vi.visitReminders.noLeader)
  })

  it('are one message for several visits, with each of its own buttons, and follow each of them', async () => {
    const first = await visits.plan('1', '2020-06-10T08:00')
    const second = await visits.plan('1', '2020-06-10T14:00')
    const third = await visits.plan('1', '2020-06-02T08:00')
    const sent = await reminded('2020-06-03T08:30')
    expect(people(sent)).toEqual([leader, mate])
    const mine = sent.find(({ to }) => to === leader)
    if (mine === undefined) throw new Error('not sent')
    expect(mine.text).toContain(vi.visitReminders.waiting([third.code]))
    expect(labels(mine.message)).toEqual([
      `${vi.visits.reportButton}: ${third.code}`,
      `${vi.visits.show}: ${third.code}`,
      `${vi.visits.confirm}: ${first.code}`,
      `${vi.visits.show}: ${first.code}`,
      `${vi.visits.confirm}: ${second.code}`,
      `${vi.visits.show}: ${second.code}`,
      vi.visitReminders.mine,
    ])
    for (const { message } of sent) {
      expect(validateMessage(onSlack(message))).toEqual([])
      expect(cardFaults(onTeams(message))).toEqual([])
    }
    await visits.change(second.id, { state: 'cancelled', reason: 'Hoãn' })
    await visits.change(third.id, { state: 'done', report: 'Xong' })
    const cards = (await followed()).filter(({ to }) => to === leader)
    const last = cards.at(-1)
    if (last === undefined) throw new Error('not rewritten')
    expect(labels(last.message)).toEqual([vi.visits.confirm, vi.visits.show])
    expect(plain(last.message)).toContain(`${second.code} (`)
    expect(plain(last.message)).toContain('đã hủy')
    expect(plain(last.message)).toContain('đã báo cáo')
  })

  it('are covered by the notification about a visit that is planned or moved within those days, and begin anew', async () => {
    const { id } = await visits.plan('1', '2020-06-05T08:00')
    expect(await reminded('2020-06-01T09:01')).toEqual([])
    expect(people(await reminded('2020-06-04T08:30'))).toEqual([leader, mate])
    committee.setClock('2020-06-04T10:00')
    await visits.change(id, { starts: at('2020-06-11T08:00') })
    const moved = await followed()
    expect(people(moved)).toEqual([leader, mate])
    for (const { message } of moved) {
      expect(plain(message)).toContain('11/06/2020')
      expect(labels(message)).toEqual([vi.visitReminders.mine])
    }
    // A week before it was this morning.
    expect(await reminded('2020-06-04T10:01')).toEqual([])
    expect(await reminded('2020-06-05T08:30')).toEqual([])
    expect(people(await reminded('2020-06-10T08:30'))).toEqual([leader, mate])
    await visits.change(id, { starts: at('2020-06-18T08:00') })
    expect(people(await reminded('2020-06-11T08:30'))).toEqual([leader, mate])
    // A note alone moves nothing: it neither brings nor covers anything.
    committee.setClock('2020-06-17T08:29')
    await visits.change(id, { note: 'Mang theo hồ sơ' })
    committee.setClock('2020-06-17T08:31')
    await visits.change(id, { place: 'Phòng họp lớn' })
    expect(people(await reminded('2020-06-17T08:32'))).toEqual([leader, mate])
    expect(await reminded('2020-06-17T09:00')).toEqual([])
  })

  it('leave whoever is on leave in peace, but for the only leader by the last steps', async () => {
    await visits.away(leader, '2020-06-01', '2020-06-30')
    await visits.away(mate, '2020-06-01', '2020-06-30')
    await visits.plan('1', '2020-06-10T08:00')
    expect(await reminded('2020-06-03T08:30')).toEqual([])
    expect(people(await reminded('2020-06-09T08:30'))).toEqual([leader])
    expect(people(await reminded('2020-06-11T08:30'))).toEqual([leader])
    await visits.join('1', 'sample-td2', 'leader', null, null)
    await visits.plan('1', '2020-06-17T08:00')
    expect(people(await reminded('2020-06-16T08:30'))).toEqual(['sample-td2'])
  })

  it('come by the clocks of each reader', async () => {
    await committee.db.person.update({ where: { key: mate }, data: { timeZone: 'Europe/Paris' } })
    await visits.plan('1', '2020-06-10T08:00')
    expect(people(await reminded('2020-06-03T08:30'))).toEqual([leader])
    expect(people(await reminded('2020-06-03T13:29'))).toEqual([])
    expect(people(await reminded('2020-06-03T13:30'))).toEqual([mate])
  })

  it('reach over Tết: a visit on the first working day after it is told of before the holiday', async () => {
    committee.setClock('2020-01-02T09:00')
    await visits.plan('1', '2020-01-30T08:00')
    expect(people(await reminded('2020-01-22T08:30'))).toEqual([leader, mate])
    expect(people(await reminded('2020-01-31T08:30'))).toEqual([leader])
  })
})

describe('what has waited is asked again before it goes out', () => {
  /** Plans at the moment of a step, without sending. */
  async function planned(local: string) {
    committee.setClock(local)
    await committee.nudge()
  }
  const waiting = async () => (await outcome('')).map(({ status }) => status)

  it.each([
    ['called off', { state: 'cancelled' as const }],
    ['moved', { starts: at('2020-06-24T08:00') }],
    ['done', { state: 'done' as const, report: 'x' }],
  ])('and dropped where the visit is %s', async (_what, change) => {
    const { id } = await visits.plan('1', '2020-06-10T08:00')
    await planned('2020-06-09T08:30')
    await visits.change(id, change)
    expect(await reminded('2020-06-09T08:40')).toEqual([])
    expect(await waiting()).toEqual(['dropped', 'dropped'])
  })

  it('and dropped where it has begun', async () => {
    await visits.plan('1', '2020-06-10T08:00')
    await planned('2020-06-09T08:30')
    expect(await reminded('2020-06-10T08:00')).toEqual([])
    expect(await waiting()).toEqual(['dropped', 'dropped'])
  })

  it('and dropped where another team has it now, which is reminded in its stead', async () => {
    const { id } = await visits.plan('1', '2020-06-10T08:00')
    await planned('2020-06-03T08:30')
    await visits.change(id, { teamId: (await visits.team('2')).id })
    expect(await reminded('2020-06-03T08:40')).toEqual([])
    expect(await waiting()).toEqual(['dropped', 'dropped'])
    expect(people(await reminded('2020-06-09T08:30'))).toEqual(['sample-td2', 'sample-tvd2'])
  })

  it('and only those who are still on the team get it', async () => {
    await visits.plan('1', '2020-06-10T08:00')
    await planned('2020-06-09T08:30')
    await committee.db.duty.updateMany({
      where: { personId: await visits.personId(mate) },
      data: { toDay: '2020-06-09' },
    })
    expect(people(await reminded('2020-06-09T08:40'))).toEqual([leader])
  })

  it('and waits for the morning, but not past the beginning', async () => {
    await visits.plan('1', '2020-06-11T08:00')
    await visits.plan('2', '2020-06-11T09:00')
    await planned('2020-06-10T08:30')
    expect(await reminded('2020-06-10T17:01')).toEqual([])
    const rows = await outcome('')
    expect(rows.map(({ status, why }) => [status, why]).sort()).toEqual([
      ['dropped', 'it would come when the visit has begun'],
      ['dropped', 'it would come when the visit has begun'],
      ['waiting', 'outside office hours'],
      ['waiting', 'outside office hours'],
    ])
    expect(people(await reminded('2020-06-11T08:00'))).toEqual(['sample-td2', 'sample-tvd2'])
  })

  it('and a request for a report that a clock running ahead has planned waits until the visit has ended', async () => {
    await visits.plan('1', '2020-06-10T08:00')
    await planned('2020-06-11T08:30')
    expect(await reminded('2020-06-09T08:30')).toHaveLength(2)
    expect(people(await reminded('2020-06-11T08:30'))).toEqual([leader])
  })
})

it('a reader who is no longer on the team of a visit sees nothing new of it on the old card', async () => {
  const { id, code } = await visits.plan('1', '2020-06-10T08:00')
  await reminded('2020-06-03T08:30')
  const { id: teamId } = await visits.team('2')
  await visits.change(id, { teamId, place: 'Nơi khác' })
  const cards = await followed()
  expect(cards).toHaveLength(2)
  for (const { message } of cards) {
    expect(plain(message)).toContain(vi.visitReminders.notYours(code))
    expect(plain(message)).not.toContain('Nơi khác')
  }
})

it('two replicas that plan at once put one message each', async () => {
  await visits.plan('1', '2020-06-10T08:00')
  committee.setClock('2020-06-03T08:30')
  await Promise.all([committee.nudge(), committee.nudge(), committee.nudge()])
  expect(await nudges()).toHaveLength(2)
  expect(await outcome('')).toHaveLength(2)
})

it('no report is asked for more than ten working days late', async () => {
  await visits.plan('1', '2020-06-03T08:00')
  await visits.plan('2', '2020-06-04T08:00')
  // Nothing ran until then.
  expect(people(await reminded('2020-06-19T08:30'))).toEqual(['sample-td2'])
})
