import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { byNumber, readOverview } from '../../src/visits/schedule/read-overview.ts'
import { zone } from '../support/committee.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { sample } from '../support/sample.ts'
import { inspectedUnits, planVisits } from '../support/visits.ts'

let base: TestDatabase
let units: readonly string[]
beforeEach(async () => {
  base = await openTestDatabase(sample)
  units = await inspectedUnits(base.db)
})
afterEach(() => base.drop())

const now = new Date('2020-06-16T02:00:00Z')
const read = async (year?: number, at = now) => {
  const overview = await readOverview({ db: base.db, now: at, zone }, year)
  if (overview === undefined) throw new Error('no plan')
  return overview
}
const unit = (at: number) => units[at] ?? ''
const names = (some: readonly { readonly name: string }[]) => some.map((one) => one.name)

describe('the overview', () => {
  it('of a fresh sample names every unit of the plan as without a team, in the plan’s order', async () => {
    const { units: found, totals, plan } = await read()
    expect(plan).toEqual({ year: 2020, sample: true })
    expect(found).toMatchObject({ total: 26, dated: 0, undated: [] })
    expect(names(found.unassigned)).toEqual(units)
    expect(totals).toEqual({
      visits: 0,
      quarters: [0, 0, 0, 0],
      undated: 0,
      elsewhere: 0,
      planned: 0,
      confirmed: 0,
      done: 0,
    })
  })

  it('tells units with a date from those with a team alone, and counts no cancelled visit', async () => {
    await planVisits(base.db, [
      { team: '1', unit: unit(0), starts: '2020-03-02T08:00', state: 'done' },
      { team: '2', unit: unit(1) },
      { team: '10', unit: unit(1) },
      { team: '3', unit: unit(2), starts: '2020-06-02T08:00', state: 'cancelled' },
      // A unit with one dated visit and one without has a date.
      { team: '3', unit: unit(3), starts: '2020-06-02T08:00', state: 'confirmed' },
      { team: '4', unit: unit(3) },
    ])
    const { units: found, totals } = await read()
    expect(found).toMatchObject({ total: 26, dated: 2 })
    expect(found.undated).toMatchObject([{ name: unit(1), teams: ['Đoàn công tác số 2', 'Đoàn công tác số 10'] }])
    expect(names(found.unassigned)).toEqual([unit(2), ...units.slice(4)])
    expect(totals).toMatchObject({ visits: 5, quarters: [1, 1, 0, 0], undated: 3, planned: 3, confirmed: 1, done: 1 })
  })

  it('counts a visit in the quarter of its first day on the committee’s clocks', async () => {
    await planVisits(base.db, [
      // 23:30 on the last of March here is still March; in UTC it is as well, 00:30 on the first of April is not.
      { team: '1', unit: unit(0), starts: '2020-03-31T23:30' },
      { team: '1', unit: unit(1), starts: '2020-04-01T00:30' },
      { team: '1', unit: unit(2), starts: '2020-09-30T23:59', ends: '2020-10-02T10:00' },
      { team: '1', unit: unit(3), starts: '2020-12-31T23:59' },
      { team: '1', unit: unit(4), starts: '2021-01-01T00:00' },
    ])
    const { teams } = await read()
    expect(teams[0]).toMatchObject({ key: '1', visits: 5, quarters: [1, 1, 1, 1], elsewhere: 1 })
  })

  it('lists every team by number, with who leads it today and how many sit on it', async () => {
    const { db } = base
    const team = await db.team.findUniqueOrThrow({ where: { key: '2' } })
    await db.duty.deleteMany({ where: { teamId: team.id } })
    const [first, second, third] = await db.person.findMany({ take: 3, orderBy: { key: 'asc' } })
    const sits = (personId: string | undefined, duty: string, fromDay: string | null, toDay: string | null) =>
      db.duty.create({
        data: { id: randomUUID(), teamId: team.id, personId: personId ?? '', duty, fromDay, toDay },
      })
    await sits(first?.id, 'leader', null, '2020-06-15')
    await sits(second?.id, 'member', null, null)
    await sits(third?.id, 'leader', '2020-06-17', null)
    const on = async (at: string) => (await read(undefined, new Date(at))).teams.find((one) => one.key === '2')
    expect((await read()).teams.map((one) => one.key)).toEqual(Array.from({ length: 11 }, (_, at) => String(at + 1)))
    expect(await on('2020-06-15T02:00:00Z')).toMatchObject({ leaders: [first?.name], people: 2 })
    expect(await on('2020-06-16T02:00:00Z')).toMatchObject({ leaders: [], people: 1 })
    expect(await on('2020-06-17T02:00:00Z')).toMatchObject({ leaders: [third?.name], people: 2 })
  })

  it('is of this year’s plan, else of the latest before it, else of the first to come; another year is refused', async () => {
    const plan = (year: number) =>
      base.db.plan.create({ data: { id: randomUUID(), year, title: 'T', source: '{}', createdAt: now } })
    expect((await read(undefined, new Date('2026-01-01T00:00:00Z'))).plan.year).toBe(2020)
    expect((await read(undefined, new Date('2019-12-31T10:00:00Z'))).plan.year).toBe(2020)
    await plan(2022)
    expect((await read(undefined, new Date('2021-05-01T00:00:00Z'))).plan.year).toBe(2020)
    // On New Year's Eve at 18:00 UTC it is already 2022 here.
    expect((await read(undefined, new Date('2021-12-31T18:00:00Z'))).plan.year).toBe(2022)
    expect((await read(2022)).units.total).toBe(0)
    await expect(read(2019)).rejects.toMatchObject({ code: 'no-such-plan' })
    await base.db.plan.deleteMany()
    expect(await readOverview({ db: base.db, now, zone })).toBeUndefined()
  })

  it('asks the database as often for a hundred visits as for one', async () => {
    const count = async () => {
      let calls = 0
      const counted = new Proxy(base.db, {
        get: (client, model) => {
          const rows: unknown = Reflect.get(client, model)
          if (typeof rows !== 'object' || rows === null) return rows
          return new Proxy(rows, {
            get: (of, call) => {
              calls += 1
              return Reflect.get(of, call)
            },
          })
        },
      })
      await readOverview({ db: counted, now, zone })
      return calls
    }
    await planVisits(base.db, [{ team: '1', unit: unit(0) }])
    const few = await count()
    await planVisits(
      base.db,
      Array.from({ length: 100 }, (_, at) => ({
        team: String((at % 11) + 1),
        unit: unit(at % 26),
        starts: `2020-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}T08:00`,
      })),
    )
    expect(await count()).toBe(few)
    expect(few).toBe(4)
  })

  it('counts each visit once: per team, by quarter and by state, and in the totals', async () => {
    const visit = fc.record({
      team: fc.integer({ min: 1, max: 11 }).map(String),
      unit: fc.nat({ max: 25 }),
      day: fc.option(fc.integer({ min: 1, max: 365 })),
      state: fc.constantFrom('planned' as const, 'confirmed' as const, 'done' as const, 'cancelled' as const),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(visit, { maxLength: 12, selector: (one) => `${one.team}:${one.unit}:${one.day}` }),
        async (some) => {
          await base.db.visit.deleteMany()
          await planVisits(
            base.db,
            some.map(({ team, unit: at, day, state }) => ({
              team,
              unit: unit(at),
              state,
              ...(day === null
                ? {}
                : { starts: `${new Date(Date.UTC(2020, 0, day)).toISOString().slice(0, 10)}T08:00` }),
            })),
          )
          const { teams, totals, units: found } = await read()
          const live = some.filter((one) => one.state !== 'cancelled')
          expect(totals.visits).toBe(live.length)
          for (const load of [...teams, totals]) {
            const dated = load.quarters.reduce((sum, count) => sum + count, 0)
            expect(dated + load.undated + load.elsewhere).toBe(load.visits)
            expect(load.planned + load.confirmed + load.done).toBe(load.visits)
          }
          expect(teams.reduce((sum, team) => sum + team.visits, 0)).toBe(totals.visits)
          expect(found.dated + found.undated.length + found.unassigned.length).toBe(found.total)
          expect(new Set([...names(found.undated), ...names(found.unassigned)]).size).toBe(found.total - found.dated)
        },
      ),
      { numRuns: 15 },
    )
  })
})

it('teams stand in the order of their numbers, whatever else their keys hold', () => {
  const keys = ['10', '2', '1', 'B', 'A10', 'A2', '02']
  expect(keys.toSorted(byNumber)).toEqual(['1', '02', '2', '10', 'A2', 'A10', 'B'])
})
