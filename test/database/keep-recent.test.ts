import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keepRecent } from '../../src/database/keep-recent.ts'

it('what is kept is made once; of more, the one longest out of use goes, and no other', () => {
  const made: string[] = []
  const of = keepRecent(3, (key) => {
    made.push(key)
    return { key }
  })
  const [a] = [of('a'), of('b'), of('c')]
  expect(of('a')).toBe(a)
  // `b` is now the one longest out of use.
  of('d')
  for (const key of ['a', 'c', 'd']) expect(of(key).key).toBe(key)
  expect(made).toEqual(['a', 'b', 'c', 'd'])
  of('b')
  expect(made).toEqual(['a', 'b', 'c', 'd', 'b'])
})

it('whatever is asked for, exactly the last few different keys are kept', () => {
  const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 60 })
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 5 }), (asked, most) => {
      const made: string[] = []
      const of = keepRecent(most, (key) => made.push(key))
      let recent: string[] = []
      for (const key of asked) {
        const before = made.length
        of(key)
        expect(made.length - before).toBe(recent.includes(key) ? 0 : 1)
        recent = [key, ...recent.filter((one) => one !== key)].slice(0, most)
      }
    }),
  )
})
