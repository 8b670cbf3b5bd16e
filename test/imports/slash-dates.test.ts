import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { importPeople } from '../../src/imports/people/import-people.ts'
import { readXlsx } from '../../src/imports/sheets/read-xlsx.ts'
import { checkSlashDates } from '../../src/imports/sheets/slash-dates.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { options, sheet } from './write-files.ts'
import { dateCell, type RawCell, workbook } from './write-workbook.ts'

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
})
afterEach(() => base.drop())

const from = (...days: string[]) =>
  sheet('d.csv', 'key,name,role,from', ...days.map((day, at) => `p${at},Người,member,${day}`))
const stored = async () => (await base.db.role.findMany({ orderBy: { fromDay: 'asc' } })).map(({ fromDay }) => fromDay)

it('a date that may be in US order is refused where another date of the file is, also with skipBad', async () => {
  const us = from('6/5/2020', '6/25/2020', '2020-06-01', '7/7/2020')
  const report = await importPeople(base.db, us, { ...options, skipBad: true })
  expect(report.problems.map(({ row, value, reason }) => `${row} ${value} ${reason}`)).toEqual([
    '2 6/5/2020 may be day or month first: other dates show the month first (row 3, from: 6/25/2020); write it as 2020-06-08',
    '3 6/25/2020 is not a day: write 2020-06-08 or 08/06/2020',
  ])
  expect(await stored()).toEqual(['2020-06-01', '2020-07-07'])
})

it('beside a date cell that is shown with the month first it is refused as well', async () => {
  const rows: RawCell[][] = [
    ['key', 'name', 'role', 'from'],
    ['a', 'An', 'member', dateCell(43957, 1)],
    ['b', 'Bình', 'member', '6/5/2020'],
  ]
  const shown = async (format: string) =>
    importPeople(base.db, await readXlsx('d.xlsx', workbook(rows, { formats: [format] })), { ...options, dryRun: true })
  expect((await shown('[$-409]m/d/yyyy;@')).problems).toMatchObject([{ row: 3, column: 'from' }])
  expect((await shown('[$-409]m/d/yyyy;@')).problems[0]?.reason).toContain('cell D2 (2020-05-06)')
  for (const format of ['dd/mm/yyyy', 'yyyy-mm-dd', 'm/d/yyyy'])
    expect((await shown(format)).problems, format).toEqual([])
})

it('where nothing shows the order a warning says how it is read; where one date does there is none', async () => {
  const unknown = await importPeople(base.db, from('6/5/2020', '07/06/2020'), options)
  expect(unknown.warnings).toMatchObject([{ row: 2, column: 'from', value: '6/5/2020' }])
  expect(unknown.warnings[0]?.reason).toContain('is read as day 6 of month 5')
  expect(await stored()).toEqual(['2020-05-06', '2020-06-07'])
  expect((await importPeople(base.db, from('06/05/2020', '25/06/2020'), options)).warnings).toEqual([])
})

it('dates of which a spreadsheet knew only those with a month up to 12 are told of: it may have swapped them', async () => {
  const rows = (first: number): RawCell[][] => [
    ['key', 'name', 'role', 'from'],
    ['a', 'An', 'member', dateCell(first, 1)],
    ['b', 'Bình', 'member', '13/05/2020'],
  ]
  const read = async (first: number) =>
    importPeople(base.db, await readXlsx('d.xlsx', workbook(rows(first), { formats: ['dd/mm/yyyy'] })), {
      ...options,
      dryRun: true,
    })
  expect((await read(43987)).warnings).toMatchObject([{ row: 3, column: 'from' }])
  // 25/06/2020: no program that took months first would know that one.
  expect((await read(44007)).warnings).toEqual([])
})

it('whatever the dates: none is taken that two orders make two days of while the file shows the other order', () => {
  const part = fc.integer({ min: 1, max: 28 })
  fc.assert(
    fc.property(fc.array(fc.tuple(part, part), { minLength: 1, maxLength: 8 }), (days) => {
      const rows = days.map(([one, two], at) => ({ number: at + 2, cells: { from: `${one}/${two}/2020` } }))
      const { problems } = checkSlashDates({ file: 'd.csv', columns: ['from'], rows }, ['from'])
      const usOrder = days.some(([one, two]) => one <= 12 && two > 12)
      const either = days.flatMap(([one, two], at) => (one <= 12 && two <= 12 && one !== two ? [at + 2] : []))
      expect(problems.map(({ row }) => row)).toEqual(usOrder ? either : [])
    }),
  )
})
