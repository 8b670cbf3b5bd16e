import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readCsv } from '../../src/imports/sheets/read-csv.ts'
import { importUnits } from '../../src/imports/units/import-units.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { options, sheet } from './write-files.ts'

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
})
afterEach(() => base.drop())

const head = 'name,kind,short_names,from,to,successor,source'
const imported = (...rows: string[]) => importUnits(base.db, sheet('units.csv', head, ...rows), options)
const units = async () =>
  (await base.db.unit.findMany({ include: { successor: true }, orderBy: { name: 'asc' } })).map(
    ({ name, kind, shortNames, fromDay, toDay, successor, source }) =>
      [name, kind, shortNames, fromDay, toDay, successor?.name ?? null, source] as const,
  )

it('stores names, days and successors, also those that come later in the file, and nothing twice', async () => {
  const rows = [
    'A,locality,UBND A| TA |TA,,30/06/2025,B,Nghị quyết 202',
    'B,locality,,2025-07-01,,,',
    'C,Bộ ngành,,,,,',
  ] as const
  expect(await imported(...rows)).toMatchObject({ kind: 'units', created: 3, imported: true, problems: [] })
  expect(await units()).toEqual([
    ['A', 'locality', 'UBND A|TA', null, '2025-06-30', 'B', 'Nghị quyết 202'],
    ['B', 'locality', null, '2025-07-01', null, null, null],
    ['C', 'ministry', null, null, null, null, null],
  ])
  expect(await imported(...rows)).toMatchObject({ unchanged: 3, created: 0, updated: 0 })
  expect(await base.db.audit.count({ where: { deed: 'import.units' } })).toBe(1)
})

it('changes what the file has a column for, and leaves other units and columns alone', async () => {
  await imported('A,locality,TA,,2025-06-30,B,x', 'B,locality,,,,,', 'C,ministry,,,,,')
  const short = sheet('s.csv', 'name,short_names', 'A,UBND A')
  expect(await importUnits(base.db, short, options)).toMatchObject({ updated: 1 })
  expect((await units())[0]).toEqual(['A', 'locality', 'UBND A', null, '2025-06-30', 'B', 'x'])
  expect(await imported('A,,,,,,')).toMatchObject({ updated: 1 })
  expect(await units()).toEqual([
    ['A', 'locality', null, null, null, null, null],
    ['B', 'locality', null, null, null, null, null],
    ['C', 'ministry', null, null, null, null, null],
  ])
})

it('refuses days that are none or in the wrong order, unknown kinds and successors, gaps, circles, a name twice', async () => {
  await imported('Old,locality,,,2020-12-31,,', 'Late,locality,,2025-08-01,,,')
  const report = await imported(
    'A,locality,,31/06/2025,,,',
    'B,locality,,2025-07-01,2025-06-30,,',
    'C,village,,,,,',
    'D,,,,,,',
    'E,locality,,,2025-06-30,Nowhere,',
    'F,locality,,,,Late,',
    'G,locality,,,2025-06-30,Late,',
    'H,locality,,,2025-06-30,Old,',
    'I,locality,,,2025-06-30,J,',
    'J,locality,,,2025-08-30,I,',
    'K,locality,,,2025-06-30,K,',
    'L,locality,,,,,',
    'L,locality,,,,,',
    'M,locality,,,2025-06-30,C,',
  )
  expect(report.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
    '2 from',
    '3 to',
    '4 kind',
    '5 kind',
    '6 successor',
    '7 to',
    '8 successor',
    '9 successor',
    '10 successor',
    '11 successor',
    '12 successor',
    '13 name',
    '14 name',
    '15 successor',
  ])
  const reasonOf = (row: number) => report.problems.find((one) => one.row === row)?.reason
  for (const row of [10, 11, 12]) expect(reasonOf(row)).toBe('leads back to the unit itself')
  expect(reasonOf(8)).toBe('does not exist on 2025-07-01, the day after "to"')
  expect(await base.db.unit.count()).toBe(2)
})

it('a stored successor can not be led back to by a later file', async () => {
  await imported('A,locality,,,2025-06-30,B,', 'B,locality,,,,,')
  expect((await imported('B,locality,,,2026-06-30,A,')).problems).toMatchObject([{ row: 2, column: 'successor' }])
})

it('takes the file of successors that comes along, with a source for each merger, into an empty database', async () => {
  const bytes = await readFile(new URL('../../src/plan/units/successors-2025.csv', import.meta.url))
  const file = readCsv('successors-2025.csv', bytes)
  expect(await importUnits(base.db, file, options)).toMatchObject({ problems: [], unknownColumns: [], imported: true })
  const merged = (await units()).filter(([, , , , , successor]) => successor !== null)
  expect(merged).toHaveLength(10)
  for (const [name, , , , toDay, , source] of merged) {
    expect(source, name).toMatch(/^Nghị quyết (176|202)\/2025\/QH15 ngày/)
    expect(toDay, name).toBe(source?.includes('176') ? '2025-02-28' : '2025-06-30')
  }
  expect(file.rows.every((row) => row.cells.as_of === '2026-11-25')).toBe(true)
})

it('refuses a unit that is known, spelled in another way: it would be stored twice', async () => {
  await imported('Hòa Bình,locality,,,,,', 'Bộ Y tế,ministry,,,,,', 'Bắc Giang,locality,,,,,')
  const report = await imported(
    'Hoà Bình,locality,,,,,',
    'bộ y tế,ministry,,,,,',
    'Bo Y te,ministry,,,,,',
    'Bạc Giang,locality,,,,,',
    'Sơn La,locality,,,,,',
    'SƠN LA,locality,,,,,',
  )
  expect(report.problems.map(({ row, column, reason }) => [row, column, reason])).toEqual([
    [2, 'name', 'is "Hòa Bình", spelled in another way: write that'],
    [3, 'name', 'is "Bộ Y tế", spelled in another way: write that'],
    [4, 'name', 'is "Bộ Y tế", spelled in another way: write that'],
    [7, 'name', 'is "Sơn La", spelled in another way: write that'],
  ])
})

it('refuses days of a successor at which a unit of earlier files would be merged into what is not there', async () => {
  await imported('A,locality,,,2025-06-30,B,', 'B,locality,,2025-07-01,,,')
  for (const row of ['B,locality,,2025-07-02,,,', 'B,locality,,,2025-06-30,,'])
    expect((await imported(row)).problems).toMatchObject([
      { row: 2, reason: 'does not exist on 2025-07-01, when "A" is merged into it' },
    ])
  expect(await imported('A,locality,,,2025-07-01,B,', 'B,locality,,2025-07-02,,,')).toMatchObject({ updated: 2 })
})
