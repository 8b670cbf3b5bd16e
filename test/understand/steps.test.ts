import { afterEach, expect, test, vi } from 'vitest'
import { understand } from '../../src/understand/understand.ts'
import { speaker } from './blind/judge.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

/** How often something is looked up while a sentence is read: the same on every machine. */
function stepsOf(sentence: string): number {
  const vocabulary = speaker('coordinator')
  // What is made once, is made before it is counted.
  understand(sentence, vocabulary)
  let steps = 0
  const { get } = Map.prototype
  const { has } = Set.prototype
  vi.spyOn(Map.prototype, 'get').mockImplementation(function (this: Map<unknown, unknown>, key) {
    steps += 1
    return get.call(this, key)
  })
  vi.spyOn(Set.prototype, 'has').mockImplementation(function (this: Set<unknown>, value) {
    steps += 1
    return has.call(this, value)
  })
  understand(sentence, vocabulary)
  vi.restoreAllMocks()
  return steps
}

/** What a sentence is made longer by: harmless words, a letter, days, names. */
const parts = [
  'a ',
  'ạ ',
  'please ',
  'xin vui lòng giúp em, ',
  'ngày 25/6, ',
  'from Monday to ',
  'Bộ Y tế và ',
  'đoàn 3, ',
]

test.each(parts)('twice as many of "%s" take about twice as many steps', (part) => {
  const size = Math.floor(240 / part.length)
  const [once, twice] = [stepsOf(part.repeat(size)), stepsOf(part.repeat(2 * size))]
  expect(twice / once).toBeLessThan(2.6)
})
