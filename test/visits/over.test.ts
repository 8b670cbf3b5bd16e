import fc from 'fast-check'
import { expect, it } from 'vitest'
import { overAt, spanOf } from '../../src/visits/visits.ts'
import { zone } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { planVisit } from '../support/visits.ts'

const committee = committeeEachTest()

it('the condition finds the visits that are over by the rule of spans, and no other', async () => {
  const starts = ['2020-06-22T08:00', '2020-06-22T16:30', '2020-06-22T23:30', '2020-06-23T00:00', '2020-06-23T17:00']
  for (const [place, start] of starts.entries()) {
    await planVisit(committee, String(place + 1), 'Bộ Y tế', start)
    await planVisit(committee, String(place + 1), 'Bộ Tài chính', start, '2020-06-24T11:00')
  }
  const rows = await committee.db.visit.findMany()
  const minutes = fc
    .integer({ min: 0, max: 3 * 24 * 60 })
    .map((m) => new Date(Date.parse('2020-06-21T17:00Z') + m * 60_000))
  await fc.assert(
    fc.asyncProperty(minutes, async (now) => {
      const found = await committee.db.visit.findMany({ where: overAt(now, zone), select: { id: true } })
      const over = rows.filter(({ starts, ends }) => starts !== null && spanOf({ starts, ends }, zone).ends < now)
      expect(found.map(({ id }) => id).sort()).toEqual(over.map(({ id }) => id).sort())
    }),
    { numRuns: 60, examples: [[new Date('2020-06-22T10:00:00Z')], [new Date('2020-06-22T10:00:00.001Z')]] },
  )
})
