import { expect, it } from 'vitest'
import { recent } from '../../../adapters/msteams/recent.ts'

it('a key is the first until it is held, and again once it is forgotten', () => {
  const keys = recent(10)
  expect([keys.first('a'), keys.first('a'), keys.first('b')]).toEqual([true, false, true])
  keys.forget('a')
  expect([keys.first('a'), keys.first('b')]).toEqual([true, false])
})

it('no more than so many are held, the newest', () => {
  const keys = recent(2)
  expect(['a', 'b', 'a', 'b', 'c', 'c', 'b', 'a'].map((key) => keys.first(key))).toEqual([
    true,
    true,
    false,
    false,
    true,
    false,
    false,
    true,
  ])
})
