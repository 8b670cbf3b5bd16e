import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { plain } from '../../src/contract/plain.ts'
import { planUpcoming } from '../../src/nudges/quarter-watch/plan-upcoming.ts'
import { runNudges } from '../../src/nudges/run-nudges.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  button,
  buttonsOf,
  type Committee,
  coordinator,
  drafter,
  openCommittee,
  openRoundOn,
  zone,
} from '../support/committee.ts'

describe('work items without a round', () => {
  let committee: Committee
  const nudge = () => runNudges({ db: committee.db, now: committee.now(), zone, calendar: VIETNAM }, [planUpcoming])
  const told = async () =>
    (await committee.deliver())
      .filter((call) => call.what === 'send' && call.message.title?.includes('chưa lấy ý kiến'))
      .map(({ to, message }) => ({ who: to.user, message }))
  beforeEach(async () => {
    committee = await openCommittee()
  })
  afterEach(() => committee.drop())

  it('are told to coordinators and their drafting agency, once, also from replicas at once', async () => {
    committee.setClock('2020-06-16T08:29')
    await committee.db.nudge.deleteMany()
    committee.setClock('2020-06-16T08:30')
    await Promise.all([nudge(), nudge(), nudge()])
    const sent = await told()
    expect(sent.map(({ who }) => who).sort()).toEqual(['sample-dp1', 'sample-dp2', drafter])
    expect(await nudge()).toBe(0)
    committee.setClock('2020-06-22T10:00')
    expect(await nudge()).toBe(0)
    const mine = sent.find(({ who }) => who === coordinator)?.message
    if (mine === undefined) throw new Error('not told')
    expect(plain(mine)).toContain('ND-DLCN')
    expect(plain(mine)).toContain('17:00, Thứ Ba 30/06/2020')
    expect(plain(mine)).toMatch(/không nêu quý[^\n]*\n(- .*\n)*- CSDL-DC: .*văn bản nguồn không nêu/)
    expect(button(mine, `${vi.buttons.openRound}: ND-DLCN`)).toEqual({ kind: 'round.propose.form', item: 'ND-DLCN' })
    const theirs = sent.find(({ who }) => who === drafter)?.message
    if (theirs === undefined) throw new Error('agency not told')
    expect(plain(theirs)).toContain('ND-DLCN')
    expect(plain(theirs)).not.toContain('CSDL-DC')
    expect(buttonsOf(theirs).map((one) => one.label)).toEqual([vi.buttons.plan])
  })

  it('of a plan imported eight days before the deadline make one message; a clock set back makes none more', async () => {
    committee.setClock('2020-06-22T09:00')
    expect(await nudge()).toBe(3)
    committee.setClock('2020-06-01T09:00')
    expect(await nudge()).toBe(0)
    committee.setClock('2020-06-29T09:00')
    expect(await nudge()).toBe(0)
  })

  it('come up at every occasion that is lived through, within office hours', async () => {
    for (const [local, messages] of [
      ['2020-03-31T20:00', 0],
      ['2020-04-01T08:30', 3],
      ['2020-05-02T10:00', 0],
      ['2020-05-29T07:30', 0],
      ['2020-05-29T08:30', 3],
      ['2020-05-30T10:00', 0],
      ['2020-06-16T18:00', 0],
      ['2020-06-17T08:00', 3],
      ['2020-06-30T17:00', 0],
    ] as const) {
      committee.setClock(local)
      expect(await nudge(), local).toBe(messages)
    }
  })

  it('fall out when they have got a round with its draft by the sending; without the draft they stay', async () => {
    committee.setClock('2020-06-22T09:00')
    await nudge()
    await openRoundOn(committee, 'ND-DLCN')
    const sent = await told()
    expect(sent).toHaveLength(3)
    for (const { message } of sent) {
      expect(plain(message)).toContain(vi.digest.upcoming.noDraft(1))
      expect(plain(message)).not.toContain(vi.digest.upcoming.noRound(1))
    }
  })

  it('are not brought up where nothing is lacking, and the notification is dropped when that becomes so', async () => {
    committee.setClock('2020-06-22T09:00')
    await nudge()
    await openRoundOn(committee, 'ND-DLCN', { url: 'https://example.vn/du-thao' })
    expect(await told()).toHaveLength(0)
    await committee.db.nudge.deleteMany()
    expect(await nudge()).toBe(0)
  })

  it('are told of once, on the latest occasion, to somebody whom the earlier ones did not reach', async () => {
    const { id } = await committee.db.person.findUniqueOrThrow({ where: { key: coordinator } })
    for (const local of ['2020-04-01T09:00', '2020-06-01T09:00', '2020-06-22T09:00']) {
      committee.setClock(local)
      await nudge()
    }
    expect(await committee.db.outbox.count({ where: { personId: id, key: { startsWith: 'upcoming:' } } })).toBe(3)
    const sent = (await told()).filter((one) => one.who === coordinator)
    expect(sent).toHaveLength(1)
    expect(sent.map((one) => plain(one.message))).toEqual([expect.stringContaining(vi.digest.upcoming.why('T-14'))])
  })

  it('of a round that was withdrawn lack one again', async () => {
    await openRoundOn(committee, 'ND-DLCN', { url: 'https://example.vn/du-thao' })
    await committee.db.round.updateMany({ data: { state: 'withdrawn', liveKey: null } })
    committee.setClock('2020-06-22T09:00')
    expect(await nudge()).toBe(3)
  })
})
