import { expect, it } from 'vitest'
import { onceEach } from '../../../adapters/shared/once.ts'
import { recent } from '../../../adapters/shared/recent.ts'

it('work for one key is done once, and who asks again waits for the first', async () => {
  const once = onceEach(10)
  const go = Promise.withResolvers<void>()
  let done = 0
  const work = async () => {
    await go.promise
    done += 1
  }
  const all = [once.each('a', work), once.each('a', work).then(() => expect(done).toBeGreaterThan(0))]
  const other = once.each('b', work)
  go.resolve()
  await Promise.all([...all, other])
  await once.each('a', work)
  expect(done).toBe(2)
})

it('work that failed is tried again, and whoever waited for it hears of it', async () => {
  const once = onceEach(10)
  let tries = 0
  const work = async () => {
    tries += 1
    if (tries === 1) throw new Error('no line')
  }
  await Promise.all([once.each('a', work), once.each('a', work)].map((one) => expect(one).rejects.toThrow('no line')))
  await once.each('a', work)
  expect(tries).toBe(2)
})

it('an answer that did not arrive after all is shown by the next who asks', async () => {
  const once = onceEach(10)
  let shown = 0
  const work = async () => {
    shown += 1
  }
  await once.each('a', work)
  once.forget('a')
  await once.each('a', work)
  await once.each('a', work)
  expect(shown).toBe(2)
})

it('no more than the newest keys are remembered', async () => {
  const once = onceEach(2)
  const done: string[] = []
  const asked = async (key: string) => await once.each(key, async () => void done.push(key))
  for (const key of ['a', 'b', 'a', 'b', 'c', 'b', 'c', 'a']) await asked(key)
  expect(done).toEqual(['a', 'b', 'c', 'a'])
})

it('what is known of a key is known until it is forgotten, or too many have come since', () => {
  const known = recent<number>(2)
  for (const [key, value] of [
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ] as const)
    known.set(key, value)
  expect(['a', 'b', 'c'].map(known.get)).toEqual([undefined, 2, 3])
  known.forget('b')
  expect(['b', 'c'].map(known.get)).toEqual([undefined, 3])
})
