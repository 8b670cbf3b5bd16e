import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importVisits } from '../../src/imports/visits/import-visits.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { runs } from '../support/runs.ts'
import { options, sheet } from './write-files.ts'

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
  await base.db.team.createMany({ data: ['3', '4'].map((key) => ({ id: `t${key}`, key, name: `Đoàn số ${key}` })) })
  const units = ['Bộ Công an', 'Phú Thọ'].map((name, at) => ({ id: `u${at}`, name, kind: 'locality' }))
  await base.db.unit.createMany({ data: units })
})
afterEach(() => base.drop())

const take = (lines: readonly string[], more = {}) =>
  importVisits(base.db, sheet('v.csv', 'team,unit,starts,state,place', ...lines), { ...options, ...more })
const stored = async () =>
  (await base.db.visit.findMany({ orderBy: { number: 'asc' } })).map(
    ({ number, state, place }) => `KT-${number} ${state} ${place}`,
  )
const row = (state: string, place: string) => `3,Bộ Công an,2020-06-08T08:00,${state},${place}`

describe('rows without a code about one team, unit and time', () => {
  it('are the visit that was called off and the one that was planned anew, also when they come again', async () => {
    const lines = [row('cancelled', 'A'), row('', 'B')]
    for (const expected of [{ created: 2 }, { unchanged: 2 }, { unchanged: 2 }]) {
      expect(await take(lines)).toMatchObject({ created: 0, updated: 0, unchanged: 0, ...expected })
      expect(await stored()).toEqual(['KT-1 cancelled A', 'KT-2 planned B'])
    }
    expect(await take([row('đã hủy', 'C'), row('confirmed', 'B')])).toMatchObject({ updated: 2 })
    expect(await stored()).toEqual(['KT-1 cancelled C', 'KT-2 confirmed B'])
  })

  it('are as many visits that were called off as there are rows, each its own', async () => {
    await take([row('cancelled', 'A'), row('cancelled', 'B')])
    expect(await take([row('cancelled', 'A'), row('cancelled', 'B')])).toMatchObject({ unchanged: 2 })
    expect(await take([row('cancelled', 'C'), row('cancelled', 'D')])).toMatchObject({ updated: 2 })
    expect(await stored()).toEqual(['KT-1 cancelled C', 'KT-2 cancelled D'])
  })

  it('call off the one that is planned, but not where that was done with another already', async () => {
    await take([row('', 'A')])
    expect(await take([row('cancelled', 'A')])).toMatchObject({ updated: 1 })
    await take([row('planned', 'A'), row('cancelled', 'A')])
    const before = await stored()
    const report = await take([row('cancelled', 'A')])
    expect(report).toMatchObject({ unchanged: 1 })
    expect(report.warnings.map((one) => one.reason)).toEqual([expect.stringContaining('give its code')])
    expect(await stored()).toEqual(before)
  })

  it('whatever they say, do what a dry run says of them, and nothing when they come again', async () => {
    const line = fc
      .record({
        team: fc.constantFrom('3', '4'),
        unit: fc.constantFrom('Bộ Công an', 'Phú Thọ'),
        starts: fc.constantFrom('', '2020-06-08T08:00', '2020-06-08T08:00', '2020-06-09T08:00'),
        state: fc.constantFrom('', 'planned', 'cancelled', 'cancelled', 'done'),
        place: fc.constantFrom('', 'A', 'B'),
      })
      .map(({ team, unit, starts, state, place }) => `${team},${unit},${starts},${state},${place}`)
    const files = fc.array(fc.array(line, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc
        .asyncProperty(files, async (some) => {
          for (const lines of some) {
            const dry = await take(lines, { dryRun: true, skipBad: true })
            const real = await take(lines, { skipBad: true })
            expect({ ...real, imported: false }).toEqual({ ...dry, imported: false })
            const after = await stored()
            const again = await take(lines, { skipBad: true })
            expect(again).toMatchObject({ created: 0, updated: 0 })
            expect(await stored()).toEqual(after)
          }
        })
        .afterEach(async () => {
          await base.db.visit.deleteMany()
          await base.db.outbox.deleteMany()
        }),
      { numRuns: runs(60) },
    )
  })
})
