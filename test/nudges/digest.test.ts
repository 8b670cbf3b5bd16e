import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { plain } from '../../src/contract/plain.ts'
import type { DigestTime } from '../../src/nudges/digest/digest-time.ts'
import { planDigest } from '../../src/nudges/digest/plan-digest.ts'
import { runNudges } from '../../src/nudges/run-nudges.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  button,
  buttonsOf,
  type Committee,
  coordinator,
  member,
  openCommittee,
  openRoundOn,
  textOf,
  zone,
} from '../support/committee.ts'
import { visitsOf } from '../support/visits.ts'

const chair = 'sample-ct'
const monday: DigestTime = { weekday: 1, time: '08:00' }

describe('the weekly digest', () => {
  let committee: Committee
  const nudge = (digest: DigestTime = monday) =>
    runNudges({ db: committee.db, now: committee.now(), zone, calendar: VIETNAM, digest }, [planDigest])
  const told = async () =>
    (await committee.deliver()).filter((call) => call.what === 'send' && call.message.title?.startsWith('Bản tin'))
  beforeEach(async () => {
    committee = await openCommittee()
  })
  afterEach(() => committee.drop())

  it('goes to each coordinator and the chair once, also from replicas at once', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    await committee.deliver()
    committee.setClock('2020-06-22T07:59')
    expect(await nudge()).toBe(0)
    committee.setClock('2020-06-22T08:00')
    await Promise.all([nudge(), nudge(), nudge()])
    const sent = await told()
    expect(sent.map((call) => call.to.user).sort()).toEqual(['sample-ct', 'sample-dp1', 'sample-dp2'])
    // Nothing is found, rather than found and refused by its key: that would refuse whoever is new in the same batch.
    expect(
      await planDigest({ db: committee.db, now: committee.now(), zone, calendar: VIETNAM, digest: monday }),
    ).toEqual([])
    committee.setClock('2020-06-23T08:00')
    expect(await nudge()).toBe(0)
    committee.setClock('2020-06-29T08:00')
    expect(await nudge()).toBe(3)
  })

  it('counts each round, lists what closes soon, what is overdue and who is not reached, and offers to remind', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    await answerRound(committee, member, round, { position: 'disagree', body: 'lời riêng của Bộ Y tế' })
    await committee.db.account.deleteMany({ where: { user: 'sample-tv-btc' } })
    await committee.deliver()
    await committee.db.account.updateMany({ where: { user: 'sample-tv-bca' }, data: { unreachable: 'closed' } })
    committee.setClock('2020-06-22T08:00')
    await nudge()
    const sent = await told()
    const mine = sent.find((call) => call.to.user === coordinator)?.message
    if (mine === undefined) throw new Error('no digest')
    const text = plain(mine)
    expect(text).toContain('đã gửi 1/19; chưa gửi 18; quá hạn 0. Hạn: 17:00, Thứ Ba 30/06/2020')
    expect(text).toContain(vi.digest.closing(1))
    expect(text).toContain(`Bộ Tài chính: ${vi.digest.unreachableWhy['no-account']}`)
    expect(text).toContain(`Bộ Công an: ${vi.digest.unreachableWhy['takes-no-letters']}`)
    // Of the first quarter, whose deadline has passed.
    expect(text).toContain('(quý I/2020)')
    expect(button(mine, `${vi.buttons.remind(18)}: ND-DLCN`)).toEqual({ kind: 'reminder.preview', round })
    expect(JSON.stringify(mine)).not.toContain('lời riêng')

    const chairs = sent.find((call) => call.to.user === chair)?.message
    if (chairs === undefined) throw new Error('nothing for the chair')
    const [lines] = (chairs.blocks ?? []).flatMap((block) => (block.kind === 'text' ? [block.text] : []))
    expect(lines?.split('\n')).toHaveLength(5)
    expect(lines).toContain('đã gửi 1/19')
    expect(JSON.stringify(chairs)).not.toMatch(/Bộ |Thành viên –/)
    expect(buttonsOf(chairs).map((one) => one.label)).toEqual([vi.buttons.status, vi.desk.open])
  })

  it('lists the visits of the coming week and those without a report, and counts units without a team or a date', async () => {
    const { plan, change } = visitsOf(committee)
    const units = await committee.db.planUnit.count()
    committee.setClock('2020-06-22T08:00')
    const coming = await plan('1', '2020-06-28T08:00')
    const past = await plan('2', '2020-06-19T08:00')
    await plan('3', '2020-06-29T08:00')
    const done = await plan('3', '2020-06-18T08:00')
    const off = await plan('3', '2020-06-24T08:00')
    await plan('3', null)
    // Under way: it neither comes nor lacks a report.
    await plan('2', '2020-06-22T07:30')
    await change(coming.id, { state: 'confirmed' })
    await change(done.id, { state: 'done', report: 'nội dung báo cáo' })
    await change(off.id, { state: 'cancelled' })
    const reply = await committee.press(coordinator, { kind: 'digest.show' })
    const text = textOf(reply)
    const { visits } = vi.digest
    expect(text).toContain(visits.coming(1))
    expect(text).toContain(`${coming.code}: Đoàn công tác số 1`)
    expect(text).toContain('Chủ Nhật, 28/06/2020, 08:00 (đã xác nhận)')
    expect(text).toContain(visits.unreported(1))
    expect(text).toContain(`${past.code}: Đoàn công tác số 2`)
    expect(text).toContain(visits.units(units - 6, 1))
    expect(button(reply, vi.overview.button)).toEqual({ kind: 'overview.show' })
    expect(text).not.toContain('nội dung báo cáo')
  })

  it('says in the late phase how many are overdue', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    committee.setClock('2020-07-06T08:00')
    const text = textOf(await committee.type(coordinator, 'bản tin'))
    expect(text).toContain('chưa gửi 19; quá hạn 19')
    expect(text).not.toContain('Đến hạn trong hai tuần')
  })

  it('after sleeping over several Mondays tells the latest alone, at office hours, and not a stale one', async () => {
    committee.setClock('2020-07-14T23:00')
    expect(await nudge()).toBe(0)
    committee.setClock('2020-07-15T10:00')
    expect(await nudge()).toBe(3)
    expect(await committee.db.nudge.findMany({ select: { step: true }, distinct: ['step'] })).toEqual([
      { step: '2020-07-13' },
    ])
    // It waits in the ledger until it is old, and then says nothing.
    committee.setClock('2020-07-20T07:00')
    expect(await told()).toHaveLength(0)
    expect(await committee.db.outbox.count({ where: { status: 'dropped' } })).toBe(3)
  })

  it('is not made up for a week in which there was no plan yet, nor sent where it is off', async () => {
    committee.setClock('2020-06-17T09:00')
    expect(await nudge()).toBe(0)
    committee.setClock('2020-06-22T09:00')
    expect(await nudge('off')).toBe(0)
  })

  it('waits for the office hours of a reader abroad', async () => {
    await committee.db.person.update({ where: { key: chair }, data: { timeZone: 'Europe/Berlin' } })
    committee.setClock('2020-06-22T08:00')
    await nudge()
    expect((await told()).map((call) => call.to.user)).not.toContain(chair)
    committee.setClock('2020-06-22T13:00')
    expect((await told()).map((call) => call.to.user)).toEqual([chair])
  })

  it('answers when it is asked: the coordinator in full, the chair in short, nobody else', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    expect(textOf(await committee.type(coordinator, 'bản tin'))).toContain(vi.digest.rounds(1))
    const short = textOf(await committee.press(chair, { kind: 'digest.show' }))
    expect(short).toContain(vi.digest.short.missing(19, 0))
    expect(short).not.toContain('ND-DLCN')
    expect(textOf(await committee.press(member, { kind: 'digest.show' }))).toContain(vi.refusals['not-allowed']({}))
  })

  it('says so where nothing is open and nothing is overdue', async () => {
    await committee.db.workItem.deleteMany()
    expect(textOf(await committee.press(coordinator, { kind: 'digest.show' }))).toContain(vi.digest.nothing)
  })
})
