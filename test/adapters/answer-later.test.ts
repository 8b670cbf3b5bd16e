import { expect, test } from 'vitest'
import type { Delivery } from '../../src/contract/adapter.ts'
import { answerLater } from '../../src/contract/answer-later.ts'
import { keepingLog } from '../support/quiet.ts'

const sent: Delivery = { status: 'sent', ref: 'x' }
const later = (afterMs: number): Delivery => ({ status: 'later', afterMs, why: 'http 429' })

/** Shows answers of a platform that does as it is told; time passes when `tick` says so. */
function world() {
  const { log, lines } = keepingLog()
  const waits: number[] = []
  const sleepers: (() => void)[] = []
  const sleep = (ms: number) =>
    new Promise<void>((done) => {
      waits.push(ms)
      sleepers.push(done)
    })
  const shown: string[] = []
  const answers = answerLater('x', () => log, sleep)
  const show = (name: string, ...outcomes: readonly Delivery[]) => {
    const left = [...outcomes]
    return () => {
      shown.push(name)
      return Promise.resolve(left.shift() ?? sent)
    }
  }
  const tick = async () => {
    while (sleepers.length === 0) await new Promise(setImmediate)
    sleepers.shift()?.()
    await new Promise(setImmediate)
  }
  return { answers, waits, shown, show, tick, lines }
}

test('what was refused for the moment is shown after as long as the platform asks, and the pauses grow', async () => {
  const { answers, waits, shown, show, tick } = world()
  const ends: string[] = []
  await answers.show('c', show('a', later(17_000), later(0), later(0)), ({ status }) => ends.push(status))
  expect(ends).toEqual([])
  for (const _ of [1, 2, 3]) await tick()
  expect(waits).toEqual([17_000, 2_000, 4_000])
  expect(shown).toEqual(['a', 'a', 'a', 'a'])
  expect(ends).toEqual(['sent'])
})

test.each<Delivery>([sent, { status: 'unsure', why: 'http 502' }, { status: 'never', why: 'gone', detail: '404' }])(
  'what is $status is not shown again',
  async (outcome) => {
    const { answers, shown, show } = world()
    const ends: Delivery[] = []
    await answers.show('c', show('a', outcome), (delivery) => ends.push(delivery))
    await answers.stop()
    expect([shown, ends]).toEqual([['a'], [outcome]])
  },
)

test('answers in one conversation keep their order, and others do not wait for them', async () => {
  const { answers, shown, show, tick } = world()
  await answers.show('c', show('first', later(1_000)))
  await answers.show('c', show('second'))
  await answers.show('d', show('elsewhere'))
  expect(shown).toEqual(['first', 'elsewhere'])
  await tick()
  expect(shown).toEqual(['first', 'elsewhere', 'first', 'second'])
})

test('when the process ends, what waits is tried once more and then given up aloud', async () => {
  const { answers, shown, show, lines } = world()
  const ends: string[] = []
  await answers.show('c', show('taken', later(60_000)), ({ status }) => ends.push(status))
  await answers.show('d', show('refused', later(60_000), later(60_000)), ({ status }) => ends.push(status))
  await answers.stop()
  expect(shown.toSorted()).toEqual(['refused', 'refused', 'taken', 'taken'])
  expect(ends.toSorted()).toEqual(['later', 'sent'])
  expect(lines.map(({ event }) => event)).toEqual(['x.answer-given-up'])
})

test('what is refused for a quarter of an hour is given up aloud', async () => {
  const { answers, waits, show, tick, lines } = world()
  const ends: string[] = []
  const refused = Array.from({ length: 40 }, () => later(300_000))
  await answers.show('c', show('a', ...refused), ({ status }) => ends.push(status))
  while (ends.length === 0) await tick()
  expect(waits).toEqual([300_000, 300_000, 300_000])
  expect(lines).toMatchObject([{ level: 'error', event: 'x.answer-given-up', facts: { why: 'http 429' } }])
})
