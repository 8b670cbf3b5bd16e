import { expect, it } from 'vitest'
import { onceEach } from '../../../adapters/slack/incoming/once.ts'

it('work for one id is done once, and who asks again waits for the first', async () => {
  const once = onceEach(10)
  const go = Promise.withResolvers<void>()
  let done = 0
  const work = async () => {
    await go.promise
    done += 1
  }
  const both = [once('a', work), once('a', work), once('b', work)]
  go.resolve()
  await Promise.all(both)
  await once('a', work)
  expect(done).toBe(2)
})

it('work that failed is tried again, and whoever waited for it hears of it', async () => {
  const once = onceEach(10)
  let tries = 0
  const work = async () => {
    tries += 1
    if (tries === 1) throw new Error('no line')
  }
  await Promise.all([once('a', work), once('a', work)].map((one) => expect(one).rejects.toThrow('no line')))
  await once('a', work)
  expect(tries).toBe(2)
})

it('no more than the newest ids are remembered', async () => {
  const once = onceEach(2)
  const done: string[] = []
  const asked = async (id: string) => await once(id, async () => void done.push(id))
  for (const id of ['a', 'b', 'a', 'b', 'c', 'b', 'c', 'a']) await asked(id)
  expect(done).toEqual(['a', 'b', 'c', 'a'])
})
