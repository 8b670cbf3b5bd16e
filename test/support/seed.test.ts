import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seed, seedOf } from './seed.ts'

describe('the seed of properties', () => {
  test('is the same in CI each time, and elsewhere, as where it is asked for, another each time', () => {
    expect(seedOf(undefined, true)).toBe(seedOf('', true))
    const others = Array.from({ length: 20 }, () => [seedOf(undefined, false), seedOf('random', true)]).flat()
    expect(new Set(others).size).toBeGreaterThan(1)
    for (const one of others) expect(seedOf(String(one), false)).toBe(one)
  })

  test.each(['-1', '1.5', 'x', '99999999999'])('is a whole number: %j is none', (given) => {
    expect(() => seedOf(given, true)).toThrow('DONDOC_SEED')
  })

  test('is given to every property', () => {
    expect(fc.readConfigureGlobal().seed).toBe(seed)
  })
})
