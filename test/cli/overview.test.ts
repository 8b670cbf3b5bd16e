import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { sample } from '../support/sample.ts'
import { inspectedUnits, planVisits } from '../support/visits.ts'
import { json, keysOf, terminal } from './terminal.ts'

const demoDay = new Date('2020-06-16T02:00:00Z')
let base: TestDatabase
let folder: string
let units: readonly string[]
let run: ReturnType<typeof terminal>
beforeEach(async () => {
  base = await openTestDatabase(sample)
  units = await inspectedUnits(base.db)
  folder = mkdtempSync(join(tmpdir(), 'dondoc-overview-'))
  run = terminal(base.url, demoDay)
})
afterEach(async () => {
  await base.drop()
  rmSync(folder, { recursive: true, force: true })
})

describe('the overview on the command line', () => {
  it('prints as JSON in a stable shape', async () => {
    await planVisits(base.db, [
      { team: '2', unit: units[0] ?? '' },
      { team: '10', unit: units[1] ?? '', starts: '2020-06-08T08:00', state: 'confirmed' },
    ])
    const { status, out } = await run(['overview', '--json'])
    expect(status).toBe(0)
    const report = json(out)
    expect(keysOf(report)).toEqual(['year', 'sample', 'units', 'teams', 'totals'])
    const load = { quarters: [0, 1, 0, 0], undated: 0, elsewhere: 0, planned: 0, confirmed: 1, done: 0, visits: 1 }
    expect(report).toMatchObject({
      year: 2020,
      sample: true,
      units: {
        total: 26,
        dated: 1,
        undated: [{ unit: units[0], teams: ['Đoàn công tác số 2'] }],
        unassigned: units.slice(2),
      },
      totals: { visits: 2, quarters: [0, 1, 0, 0], undated: 1, planned: 1, confirmed: 1 },
    })
    const teams = typeof report === 'object' && report !== null && 'teams' in report ? report.teams : []
    const tenth = Array.isArray(teams) ? teams[9] : undefined
    expect(tenth).toMatchObject({ team: '10', name: 'Đoàn công tác số 10', ...load })
    expect(keysOf(tenth).toSorted()).toEqual(['team', 'name', 'leaders', 'people', ...Object.keys(load)].toSorted())
  })

  it('prints lines and a table, teams by number, with the totals last', async () => {
    const { status, out } = await run(['overview', '--year', '2020'])
    expect(status).toBe(0)
    expect(out).toContain(
      'Plan of 2020 (sample data): 26 units, 0 scheduled, 0 with a team but no date, 26 without a team.',
    )
    expect(out).toContain(`No team: ${units.join('; ')}`)
    const numbers = out.split('\n').flatMap((line) => /^(\d+|All) /.exec(line)?.[1] ?? [])
    expect(numbers).toEqual([...Array.from({ length: 11 }, (_, at) => String(at + 1)), 'All'])
  })

  it('writes the picture where it is told, and says where a file cannot be written', async () => {
    const file = join(folder, 'map.png')
    const { status, out } = await run(['overview', '--picture', file])
    expect(status).toBe(0)
    expect(out).toContain(`The picture is in ${file}.`)
    expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG')
    const other = await run(['overview', '--picture', join(folder, 'plan.json')])
    expect({ status: other.status, out: other.out }).toEqual({ status: 2, out: '' })
    const nowhere = await run(['overview', '--picture', join(folder, 'none', 'map.png'), '--json'])
    expect(nowhere).toMatchObject({ status: 1, out: '', err: expect.stringContaining('cannot be written (ENOENT)') })
  })

  it('refuses a year without a plan, what is no year, and a database without a plan', async () => {
    expect(await run(['overview', '--year', '2019'])).toMatchObject({
      status: 1,
      out: '',
      err: expect.stringContaining('2019'),
    })
    for (const year of ['20', '3000', '2020.5', 'x'])
      expect(await run(['overview', '--year', year])).toMatchObject({ status: 2 })
    await base.db.plan.deleteMany()
    expect(await run(['overview'])).toMatchObject({ status: 1, err: expect.stringContaining('there is no plan yet') })
  })
})
