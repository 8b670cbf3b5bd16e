import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { type Budget, createBudget } from '../../src/outbox/delivery/budget.ts'
import { createMoments } from '../../src/outbox/delivery/moments.ts'
import { createPace } from '../../src/outbox/delivery/pace.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { fakeAdapter } from '../support/fake-adapter.ts'
import { quiet } from '../support/quiet.ts'
import { addPerson, fastTimer, office, post, standing } from './office.ts'

let test: TestDatabase
let budgets: readonly Budget[]
let close = async () => {}
beforeEach(async () => {
  test = await openTestDatabase()
  const second = test.provider === 'sqlite' ? undefined : await openDatabase(test.url, quiet)
  close = async () => await second?.close()
  budgets = [test.db, second?.db ?? test.db].map((db) => createBudget(db, test.provider))
})
afterEach(async () => {
  await close()
  await test.drop()
})

it('no two replicas are given one moment', async () => {
  // 16 blocks of 3 s: together less than the furthest, each far longer than the test.
  const taken = await Promise.all(Array.from({ length: 16 }, (_, place) => budgets[place % 2]?.take('slack', 3, 1000)))
  const firsts = taken.map((one) => one?.first ?? 0).sort((a, b) => a - b)
  for (const [place, first] of firsts.slice(1).entries())
    expect(first - (firsts[place] ?? 0), firsts.join()).toBeGreaterThan(1000)
  expect(firsts.at(-1)).toBeGreaterThan(30_000)
  expect((await budgets[1]?.take('teams', 1, 1000))?.first).toBeLessThan(10_000)
})

it('a moment left by a clock that was far ahead stops nobody', async () => {
  await budgets[0]?.take('slack', 1, 24 * 3_600_000)
  expect((await budgets[1]?.take('slack', 1, 100))?.first).toBeLessThan(1000)
})

it('a platform that asks one replica for peace is left in peace by all, and a shorter wish does not shorten it', async () => {
  const adapters = new Map([['slack', fakeAdapter()]])
  const [first, second] = budgets.map((budget) => createPace(adapters, undefined, budget))
  for (let time = 0; time < 3; time += 1)
    first?.heard('slack', { status: 'later', afterMs: 200_000, why: 'ratelimited' })
  await expect.poll(async () => await test.db.pace.count()).toBe(1)
  await budgets[0]?.rest('slack', 1000)
  const turn = await second?.turn('slack')
  expect(await turn?.go()).toBe(false)
  expect(second?.resting('slack')).toBeGreaterThan(100_000)
  expect(await second?.turn('slack')).toBeUndefined()
})

it('a process reserves no more than it wants, in blocks while it wants much, and nothing while it wants nothing', async () => {
  const timer = fastTimer()
  const taken: number[] = []
  let end = 0
  const moments = createMoments(100, timer, async (count) => {
    taken.push(count)
    const from = Math.max(end, timer.now())
    end = from + count * 100
    return from - timer.now()
  })
  await moments.next(1)
  expect(taken).toEqual([1])
  const begun = timer.now()
  for (let left = 50; left > 0; left -= 1) await moments.next(left)
  // Alone, it never waits for more than the spacing.
  expect(timer.now() - begun).toBeLessThanOrEqual(50 * 100)
  expect(taken.length).toBeLessThan(25)
  expect(taken.reduce((sum, count) => sum + count)).toBe(51)
  timer.pass(10_000)
  await moments.next(1)
  expect(taken.at(-1)).toBe(1)
})

it('moments that were slept through are given up, not used all at once', async () => {
  const timer = fastTimer()
  const moments = createMoments(100, timer, async () => 0)
  await moments.next(5)
  timer.pass(60_000)
  const at: number[] = []
  for (let left = 5; left > 0; left -= 1) {
    await moments.next(left)
    at.push(timer.now())
  }
  expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(400)
})

it('notifications to one person keep their distance, and notifications to others pass between them', async () => {
  const timer = fastTimer()
  const begun: [string, number][] = []
  const slack = fakeAdapter('slack', (call) => void begun.push([call.to.user, timer.now()]), {
    perSecond: 1000,
    inFlight: 4,
    perConversation: 1100,
  })
  const [an, binh] = [await addPerson(test.db, 'an'), await addPerson(test.db, 'binh')]
  for (let place = 0; place < 3; place += 1) await post(test.db, an, `a${place}`, {})
  await post(test.db, binh, 'b', {})
  await office(test.db, [slack], { pace: createPace(new Map([['slack', slack]]), timer) }).deliver()
  const times = begun.filter(([user]) => user === 'an').map(([, at]) => at)
  expect(times).toHaveLength(3)
  for (const [place, at] of times.slice(1).entries()) expect(at - (times[place] ?? 0)).toBeGreaterThanOrEqual(1100)
  expect(begun.findIndex(([user]) => user === 'binh')).toBeLessThan(2)
})

it('a person to whom another replica is writing, or has just written, is left to it', async () => {
  const pace = { perSecond: 1000, inFlight: 4, perConversation: 1100 }
  const an = await addPerson(test.db, 'an')
  await post(test.db, an, 'k1')
  const other = fakeAdapter('slack', undefined, pace)
  const there = office(test.db, [other])
  const seen: number[] = []
  const slack = fakeAdapter(
    'slack',
    async (call) => {
      if ('key' in call && call.key === 'k1') {
        await post(test.db, an, 'k2')
        await there.deliver()
        seen.push(other.calls.length)
      }
      return undefined
    },
    pace,
  )
  const here = office(test.db, [slack])
  await here.deliver()
  there.pass(900)
  await there.deliver()
  expect([seen, other.calls.length]).toEqual([[0], 0])
  there.pass(2000)
  await there.deliver()
  expect(other.calls).toHaveLength(1)
  expect(await standing(test.db)).toEqual({ k1: 'sent', k2: 'sent' })
})
