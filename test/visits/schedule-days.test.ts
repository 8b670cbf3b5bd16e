import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addDays, toInstant } from '../../src/calendar/zoned.ts'
import { readSchedule, type ScheduleFilter } from '../../src/visits/schedule/read-schedule.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { runs } from '../support/runs.ts'
import { sample } from '../support/sample.ts'

const now = new Date('2020-06-16T02:00:00Z')
let base: TestDatabase
let teamId: string
let unitId: string
beforeAll(async () => {
  base = await openTestDatabase(sample)
  teamId = (await base.db.team.findFirstOrThrow()).id
  unitId = (await base.db.unit.findFirstOrThrow()).id
})
afterEach(() => base.db.visit.deleteMany())
afterAll(() => base.drop())

type Stay = { readonly starts: string; readonly ends?: string }

async function store(zone: string, stays: readonly Stay[]) {
  const at = (local: string) => toInstant(local.slice(0, 10), local.slice(11), zone)
  await base.db.visit.createMany({
    data: stays.map(({ starts, ends }, index) => ({
      id: randomUUID(),
      number: index + 1,
      year: 2020,
      teamId,
      unitId,
      starts: at(starts),
      ends: ends === undefined ? null : at(ends),
      changedAt: now,
    })),
  })
}

async function read(filter: ScheduleFilter, zone = 'Asia/Ho_Chi_Minh', clock = now) {
  const sight = { all: true, others: 'dates', duties: [], today: '2020-06-16', zone } as const
  return await readSchedule({ db: base.db, now: clock, zone }, filter, sight, { skip: 0, take: 500 })
}
const codes = async (filter: ScheduleFilter, zone?: string) => (await read(filter, zone)).visits.map(({ code }) => code)

describe('the days of a schedule', () => {
  it('find a visit that began before them and lasts into them, and none that was over by then', async () => {
    await store('Asia/Ho_Chi_Minh', [
      { starts: '2020-06-15T08:00', ends: '2020-06-17T11:30' },
      { starts: '2020-06-15T08:00', ends: '2020-06-15T23:59' },
      { starts: '2020-06-15T20:00' },
      { starts: '2019-12-20T08:00', ends: '2020-01-19T17:00' },
    ])
    expect(await codes({ from: '2020-06-16', to: '2020-06-16' })).toEqual(['KT-1'])
    expect(await codes({ from: '2020-06-17', to: '2020-06-21' })).toEqual(['KT-1'])
    expect(await codes({ from: '2020-06-18', to: '2020-06-18' })).toEqual([])
    expect(await codes({ from: '2020-01-19', to: '2020-01-19' })).toEqual(['KT-4'])
    expect(await codes({ from: '2020-01-20', to: '2020-01-31' })).toEqual([])
    expect(await codes({ from: '2020-01-01' })).toEqual(['KT-4', 'KT-1', 'KT-2', 'KT-3'])
    expect(await codes({ since: '2020-06-16' })).toEqual(['KT-1'])
  })

  it('end with the day before a midnight at which a visit is over', async () => {
    await store('Asia/Ho_Chi_Minh', [
      { starts: '2020-06-15T08:00', ends: '2020-06-17T00:00' },
      { starts: '2020-06-15T20:00', ends: '2020-06-16T00:00' },
    ])
    const { visits } = await read({ from: '2020-06-15' })
    expect(visits.map(({ lastDay }) => lastDay)).toEqual(['2020-06-16', undefined])
    expect(await codes({ from: '2020-06-16', to: '2020-06-16' })).toEqual(['KT-1'])
    expect(await codes({ from: '2020-06-17', to: '2020-06-17' })).toEqual([])
  })

  it('are those that an answer shows of each visit, in every zone, over summer time and New Year', async () => {
    const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minute) => {
      const two = (part: number) => String(part).padStart(2, '0')
      return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
    })
    const time = fc.oneof(fc.constantFrom('00:00', '02:00', '02:30', '03:00', '23:59'), minutes)
    const offset = fc.integer({ min: -40, max: 40 })
    const stay = fc.record({ offset, days: fc.integer({ min: 0, max: 30 }), from: time, until: time })
    const zones = ['Asia/Ho_Chi_Minh', 'Europe/Brussels', 'America/St_Johns', 'Pacific/Apia', 'America/Sao_Paulo']
    const centres = ['2020-01-01', '2020-03-29', '2020-10-25', '2018-11-04', '2020-02-29', '2020-06-16']
    await fc.assert(
      fc
        .asyncProperty(
          fc.constantFrom(...zones),
          fc.constantFrom(...centres),
          fc.array(stay, { minLength: 1, maxLength: 8 }),
          fc.record({ from: offset, days: fc.integer({ min: 0, max: 40 }) }),
          async (zone, centre, stays, asked) => {
            const given = stays.flatMap(({ offset: shift, days, from, until }): Stay[] => {
              const day = addDays(centre, shift)
              const [starts, ends] = [`${day}T${from}`, `${addDays(day, days)}T${until}`]
              const instant = (local: string) => toInstant(local.slice(0, 10), local.slice(11), zone)
              return instant(ends) > instant(starts) ? [{ starts, ends }] : [{ starts }]
            })
            await store(zone, given)
            const first = addDays(centre, asked.from)
            const last = addDays(first, asked.days)
            const everything = (await read({ undated: true }, zone)).visits
            const there = everything.filter(
              ({ day, lastDay }) => (day ?? '') <= last && (lastDay ?? day ?? '') >= first,
            )
            expect(await codes({ from: first, to: last }, zone)).toEqual(there.map(({ code }) => code))
          },
        )
        .afterEach(async () => {
          await base.db.visit.deleteMany()
        }),
      { numRuns: runs(60) },
    )
  })
})
