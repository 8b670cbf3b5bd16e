import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Delivery } from '../../src/contract/adapter.ts'
import { createPace } from '../../src/outbox/delivery/pace.ts'
import { put } from '../../src/outbox/put.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { fakeAdapter } from '../support/fake-adapter.ts'
import { addPerson, fastTimer, morning, office, post, standing } from './office.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await openTestDatabase()
})
afterEach(async () => await test.drop())

const people = async (many: number, platform: string) =>
  await Promise.all(Array.from({ length: many }, (_, place) => addPerson(test.db, `${platform}${place}`, [platform])))

it('no more sends are in flight at once than the platform allows', async () => {
  for (const person of await people(12, 'slack')) await post(test.db, person, `k${person}`)
  const hold: (() => void)[] = []
  const slack = fakeAdapter('slack', () => new Promise<undefined>((done) => hold.push(() => done(undefined))), {
    perSecond: 1_000_000,
    inFlight: 3,
  })
  const done = office(test.db, [slack]).deliver()
  let over = false
  void done.then(() => {
    over = true
  })
  while (!over) {
    await new Promise((next) => setImmediate(next))
    hold.shift()?.()
  }
  expect(slack.calls).toHaveLength(12)
  expect(slack.most()).toBe(3)
})

it('sends begin no faster than so many a second, and what finds no room comes back by itself in order', async () => {
  for (const [place, person] of (await people(60, 'slack')).entries()) {
    const at = new Date(morning.getTime() - 1000 + place)
    await put(test.db, [{ key: `k${String(place).padStart(2, '0')}`, personId: person, letter: { kind: 'note' } }], at)
  }
  const timer = fastTimer()
  const begun: number[] = []
  const slack = fakeAdapter(
    'slack',
    () => {
      begun.push(timer.now())
      return undefined
    },
    { perSecond: 10, inFlight: 2 },
  )
  const { deliver, pass } = office(test.db, [slack], {
    pace: createPace(new Map([['slack', slack]]), timer),
  })
  await deliver()
  // Two seconds' worth and what may be in flight, not all sixty.
  expect(slack.calls).toHaveLength(22)
  for (let round = 0; round < 10; round += 1) {
    pass(1000)
    await timer.sleep(1000)
    await deliver()
  }
  expect(slack.calls).toHaveLength(60)
  for (const [place, at] of begun.entries()) {
    const second = begun.filter((other) => other >= at && other < at + 1000)
    // Each waits for its moment and then has its start stored, so those in flight may come a little closer together.
    expect(second.length, `after ${place}`).toBeLessThanOrEqual(12)
  }
  const keys = slack.calls.map((call) => ('key' in call ? call.key : ''))
  expect(keys.slice(22)).toEqual([...keys.slice(22)].sort())
})

it('a slow platform does not hold up another', async () => {
  for (const person of await people(150, 'slack')) await post(test.db, person, `a${person}`)
  const [late] = await people(1, 'web')
  await post(test.db, late ?? '', 'z', {}, morning)
  const slack = fakeAdapter('slack', undefined, { perSecond: 2, inFlight: 2 })
  const web = fakeAdapter('web')
  await office(test.db, [slack, web]).deliver()
  expect(slack.calls.length).toBeLessThan(50)
  expect(web.calls).toHaveLength(1)
})

it('a platform that is down is left in peace: not every notification tries it', async () => {
  for (const person of await people(50, 'slack')) await post(test.db, person, `k${person}`)
  let down = true
  const slack = fakeAdapter(
    'slack',
    (): Delivery | undefined => (down ? { status: 'later', afterMs: 5000, why: 'refused' } : undefined),
    { perSecond: 1000, inFlight: 2 },
  )
  const timer = fastTimer()
  const { deliver, pass } = office(test.db, [slack], { pace: createPace(new Map([['slack', slack]]), timer) })
  await deliver()
  expect(slack.calls.length).toBeLessThan(8)
  down = false
  pass(7000)
  await timer.sleep(7000)
  await deliver()
  expect(new Set(Object.values(await standing(test.db)))).toEqual(new Set(['sent']))
})

it('the notifications of one person go out one after another, in the order in which they were written', async () => {
  const [an] = await people(1, 'slack')
  for (let place = 0; place < 10; place += 1)
    await post(test.db, an ?? '', `k${place}`, {}, new Date(morning.getTime() - 100 + place))
  const slack = fakeAdapter('slack', async () => {
    await new Promise((next) => setImmediate(next))
    return undefined
  })
  await office(test.db, [slack]).deliver()
  expect(slack.calls.map((call) => ('key' in call ? call.key : ''))).toEqual(
    Array.from({ length: 10 }, (_, place) => `k${place}`),
  )
  expect(slack.most()).toBe(1)
})
