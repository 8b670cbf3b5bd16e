import { describe, expect, it } from 'vitest'
import { plain } from '../../src/contract/plain.ts'
import { commit } from '../../src/database/commit.ts'
import { settleRounds } from '../../src/opinions/rounds/settle-rounds.ts'
import { vi } from '../../src/texts/vi.ts'
import { answerRound, button, coordinator, drafter, formOf, member, openRoundOn, zone } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()

const two = { asked: 'named', names: `${member}\nsample-tv-btc`, day: '2020-06-30', time: '17:00' }
const items = ['ND-DLCN', 'CL-CPDT', 'DA-KNDL']
/** Three rounds that are due at once; the first of them closes. */
async function openThree(): Promise<readonly string[]> {
  const rounds: string[] = []
  for (const item of items)
    rounds.push(await openRoundOn(committee, item, { ...two, late: item === 'ND-DLCN' ? 'refuse' : 'accept' }))
  await committee.deliver()
  committee.setClock('2020-06-30T17:00')
  return rounds
}
const toldTo = async (who: string) =>
  (await committee.deliver()).flatMap((call) => (call.what === 'send' && call.to.user === who ? [call.message] : []))

describe('deadlines that pass at once', () => {
  it('make one message a coordinator, with the counts of each round, also from replicas at once', async () => {
    const [first = ''] = await openThree()
    committee.setClock('2020-06-30T16:00')
    await answerRound(committee, member, first, { position: 'agree' })
    await committee.deliver()
    committee.setClock('2020-06-30T17:00')
    const handled = await Promise.all([committee.settle(), committee.settle(), committee.settle()])
    expect(handled.toSorted()).toEqual([0, 0, 3])
    const [message, ...more] = await toldTo(coordinator)
    if (message === undefined) throw new Error('not told')
    expect(more).toEqual([])
    expect(message.text).toBe(vi.notifications.deadlines(3))
    const text = plain(message)
    expect(text).toContain('đã gửi 1/2; chưa gửi 1. Hạn: 17:00, Thứ Ba 30/06/2020 (giờ Việt Nam). Đợt đã đóng.')
    expect(text).toContain(
      'đã gửi 0/2; chưa gửi 2. Hạn: 17:00, Thứ Ba 30/06/2020 (giờ Việt Nam). Vẫn nhận ý kiến gửi muộn.',
    )
    expect(button(message, `${vi.buttons.status}: ND-DLCN`)).toEqual({ kind: 'board.show', round: first })
    expect(text).not.toContain('Bộ ')
    expect(await committee.settle()).toBe(0)
    expect(await committee.db.audit.count({ where: { deed: 'round.settle' } })).toBe(1)
    expect(await committee.db.audit.count({ where: { deed: 'round.due' } })).toBe(2)
  })

  it('tell the drafting agency of what is closed alone, and each of a round by itself as ever', async () => {
    await openThree()
    await committee.settle()
    const calls = (await committee.deliver()).filter((call) => call.what === 'send' && call.to.user === drafter)
    expect(calls).toHaveLength(1)
    expect(calls.map((call) => call.message.text)).toEqual([expect.stringContaining('Cơ quan soạn thảo')])
  })

  it('leave out what was changed before the sending, and say nothing where nothing is left', async () => {
    const [, second = '', third = ''] = await openThree()
    await committee.settle()
    const extend = async (round: string) => {
      const form = formOf(await committee.press(coordinator, { kind: 'round.change.form', round, change: 'extend' }))
      await committee.fill(coordinator, form, { day: '2020-07-10', time: '17:00', reason: 'chờ văn bản' })
    }
    await extend(second)
    await extend(third)
    const [message] = await toldTo(coordinator)
    expect(message?.text).toBe(vi.notifications.deadlines(1))
    expect(plain(message ?? { text: '' })).toContain('Đợt đã đóng.')
    expect(plain(message ?? { text: '' })).not.toContain('Vẫn nhận')
  })

  it('are not seen to where one is extended at that moment, but for the others', async () => {
    const [first = ''] = await openThree()
    const { db } = committee
    const extend = { dueAt: new Date('2020-07-10T10:00:00Z'), revision: { increment: 1 } }
    let extended = false
    const late: typeof commit = async (...batch) => {
      if (!extended) await db.round.update({ where: { id: first }, data: extend })
      extended = true
      return await commit(...batch)
    }
    expect(await settleRounds({ db, now: committee.now(), zone }, late)).toBe(2)
    expect(await db.round.findUniqueOrThrow({ where: { id: first } })).toMatchObject({ state: 'open', dueHandled: 0 })
  })

  it('are told one by one where one of them cannot be settled with the others', async () => {
    await openThree()
    let calls = 0
    // Somebody is quicker each time that several are to be settled together.
    const slow: typeof commit = async (db, writes) => {
      calls += 1
      return calls <= 2 ? false : await commit(db, writes)
    }
    const { db } = committee
    expect(await settleRounds({ db, now: committee.now(), zone }, slow)).toBe(3)
    expect(await toldTo(coordinator)).toHaveLength(3)
  })
})
