import { expect, it } from 'vitest'
import { nextId } from '../../src/people/next-id.ts'

it('the next row of a person and kind has one id, a UUID of version 8, and no other row has it', () => {
  const id = nextId('leave', 'an', 3)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(nextId('leave', 'an', 3)).toBe(id)
  const all = ['leave', 'delegation'].flatMap((kind) =>
    ['an', 'binh'].flatMap((person) => [0, 1, 2, 3].map((count) => nextId(kind, person, count))),
  )
  expect(new Set(all).size).toBe(16)
})
