import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../../src/calendar/zoned.ts'
import { isDropped, overlap } from '../../src/inspection-teams/duty-spans.ts'
import { covers } from '../../src/visits/visits.ts'

/** A month and a bit, so that both ends are met often; what is open goes beyond it. */
const days = Array.from({ length: 40 }, (_, n) => addDays('2020-06-01', n))
const inner = days.slice(5, 35)
const end = fc.option(fc.constantFrom(...inner))
const span = fc.record({ fromDay: end, toDay: end })

it('two spans overlap exactly where a day is covered by both, whichever is asked first', () => {
  fc.assert(
    fc.property(span, span, (a, b) => {
      const shared = days.some((day) => covers(a, day) && covers(b, day))
      expect(overlap(a, b)).toBe(shared)
      expect(overlap(b, a)).toBe(shared)
    }),
    { numRuns: 2000 },
  )
})

it('a dropped duty covers no day at all', () => {
  fc.assert(
    fc.property(span, (one) => {
      expect(isDropped(one)).toBe(!days.some((day) => covers(one, day)))
    }),
  )
})
