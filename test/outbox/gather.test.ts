import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { gather } from '../../src/outbox/delivery/gather.ts'

it('calls that come while a flush is under way go together in the next, each with its own result', async () => {
  const flushes: number[][] = []
  const go = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const double = gather(async (items: readonly number[]) => {
    flushes.push([...items])
    await go[flushes.length - 1]?.promise
    return items.map((item) => item * 2)
  })
  const first = double(1)
  while (flushes.length === 0) await setImmediate()
  const rest = [double(2), double(3), double(4)]
  for (let turn = 0; turn < 5; turn += 1) await setImmediate()
  expect(flushes).toEqual([[1]])
  go[0]?.resolve()
  go[1]?.resolve()
  expect(await Promise.all([first, ...rest])).toEqual([2, 4, 6, 8])
  expect(flushes).toEqual([[1], [2, 3, 4]])
  expect(await double(5)).toBe(10)
})

it('one bad item spoils no other', async () => {
  const check = gather(async (items: readonly number[]) => {
    if (items.includes(2)) throw new Error('two')
    return items
  })
  const results = await Promise.allSettled([check(1), check(2), check(3)])
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

it('a flush is never bigger than it may be', async () => {
  const sizes: number[] = []
  const keep = gather(
    async (items: readonly number[]) => {
      sizes.push(items.length)
      return items
    },
    { most: 10 },
  )
  await Promise.all(Array.from({ length: 25 }, (_, item) => keep(item)))
  expect(sizes).toEqual([10, 10, 5])
})

it('a flush that gives too few results fails those that got none', async () => {
  const check = gather(async (items: readonly number[]) => items.slice(0, 2))
  const results = await Promise.allSettled([check(1), check(2), check(3)])
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
})

it('the first flush waits as long as it is told to', async () => {
  const waitMs = 30
  let flushed = 0
  const keep = gather(
    async (items: readonly number[]) => {
      flushed = performance.now()
      return items
    },
    { waitMs },
  )
  const begun = performance.now()
  await keep(1)
  // Timers may be a millisecond early; how late they are says nothing.
  expect(flushed - begun).toBeGreaterThanOrEqual(waitMs - 2)
})
