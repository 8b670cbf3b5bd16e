import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { localText } from '../../src/calendar/zoned.ts'
import { writeCsv } from '../../src/files/write-csv.ts'
import { writeXlsx } from '../../src/files/write-xlsx.ts'
import { readCsv } from '../../src/imports/sheets/read-csv.ts'
import { readXlsx } from '../../src/imports/sheets/read-xlsx.ts'
import { importVisits } from '../../src/imports/visits/import-visits.ts'
import { fileText } from '../../src/texts/file-text.ts'
import { fileWordsFor } from '../../src/texts/file-words.ts'
import { visitRows, visitsColumns } from '../../src/visits/calendars/visits-sheet.ts'
import { liveKeyOf } from '../../src/visits/visits.ts'
import { options as vietnam } from '../imports/write-files.ts'
import { anyCharacter } from '../support/any-text.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { runs } from '../support/runs.ts'

const options = { ...vietnam, zone: 'Europe/Berlin' }
let full: TestDatabase
let empty: TestDatabase
beforeAll(async () => {
  ;[full, empty] = await Promise.all([openTestDatabase(), openTestDatabase()])
  for (const { db } of [full, empty]) {
    await db.plan.create({ data: { id: 'p', year: 2020, title: 'KH', source: '{}', createdAt: options.now } })
    await db.team.createMany({ data: ['1', '2', '11'].map((key) => ({ id: `t${key}`, key, name: `Đoàn ${key}` })) })
    await db.unit.createMany({
      data: ['Bộ Công an', 'Bắc Giang', 'Bạc Giang'].map((name, at) => ({ id: `u${at}`, name, kind: 'locality' })),
    })
  }
})
beforeEach(async () => {
  for (const { db } of [full, empty]) {
    await db.visit.deleteMany()
    await db.audit.deleteMany()
  }
})
afterAll(() => Promise.all([full.drop(), empty.drop()]))

/** What people and programs stumble over, beside anything at all. */
const nasty = fc.oneof(
  fc.constantFrom(
    '=cmd|"/c calc"!A1',
    "'=1+1",
    "''=1+1",
    "'",
    "''",
    "'tis",
    '@SUM(A1)',
    '-1',
    '- mang hồ sơ',
    '+84 24 3333',
    '"',
    '""',
    'a,b;c',
    'dòng một\ndòng hai',
    '\n\na',
    'a\r\nb\rc',
    'Bộ Công an'.normalize('NFD'),
    '_x0041_',
    'valueOf',
    '__proto__',
    'constructor',
    'a\u0007b',
    ' cách  đôi ',
    'a\tb',
    '\t=1',
    '\u00a0x',
    '<b>&amp;</b>',
    '0012',
    'TRUE',
    '1e5',
    '2020-06-08',
    '😀',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: anyCharacter, maxLength: 12 }).map((text) => text.replaceAll('\0', '').toWellFormed()),
)
const text = (max: number) =>
  fc.option(
    fc.oneof(
      { weight: 9, arbitrary: fc.array(nasty, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')) },
      { weight: 1, arbitrary: fc.constant('ư'.repeat(max)) },
    ),
    { nil: null },
  )

/** Around the night on which Berlin sets its clocks back, and anywhere in three years. */
const minutes = fc.oneof(
  fc.integer({ min: Date.UTC(2020, 9, 24, 23) / 60_000, max: Date.UTC(2020, 9, 25, 3) / 60_000 }),
  fc.integer({ min: Date.UTC(2019, 0) / 60_000, max: Date.UTC(2022, 0) / 60_000 }),
)
const visit = fc.record({
  number: fc.integer({ min: 1, max: 999_999 }),
  teamId: fc.constantFrom('t1', 't2', 't11'),
  unitId: fc.constantFrom('u0', 'u1', 'u2'),
  starts: fc.option(minutes, { nil: null }),
  lasts: fc.option(fc.integer({ min: 1, max: 20_000 }), { nil: null }),
  year: fc.integer({ min: 2019, max: 2021 }),
  place: text(200),
  note: text(500),
  report: text(1000),
  state: fc.constantFrom('planned', 'confirmed', 'done', 'cancelled'),
})

type Drawn = (typeof visit)['generate'] extends (...args: never[]) => { readonly value: infer T } ? T : never

function toRow(drawn: Drawn) {
  const { lasts, starts, year, ...rest } = drawn
  const begin = starts === null ? null : new Date(starts * 60_000)
  const row = {
    ...rest,
    starts: begin,
    ends: starts === null || lasts === null ? null : new Date((starts + lasts) * 60_000),
    year: begin === null ? year : Number(localText(begin, options.zone).slice(0, 4)),
  }
  const liveKey = row.state === 'cancelled' ? null : liveKeyOf(row)
  return { id: randomUUID(), ...row, liveKey, changedAt: options.now }
}
const many = fc
  .uniqueArray(visit.map(toRow), { maxLength: 8, selector: (one) => one.number })
  .map((rows) =>
    rows.filter((one, at) => rows.findIndex((other) => (other.liveKey ?? other.id) === (one.liveKey ?? one.id)) === at),
  )
  .filter((rows) => rows.length > 0)

const shown = async ({ db }: TestDatabase) =>
  (await db.visit.findMany({ orderBy: { number: 'asc' } })).map(
    ({ id: _, liveKey, revision: __, sequence: ___, changedAt: ____, ...rest }) => ({ ...rest, liveKey }),
  )

const kinds = {
  csv: async (rows: string[][]) => readCsv('v.csv', writeCsv([visitsColumns.map(({ name }) => name), ...rows])),
  xlsx: async (rows: string[][]) => readXlsx('v.xlsx', await writeXlsx('visits', visitsColumns, rows)),
}
const clean = (value: string | null) => (value === null ? null : fileText(value) || null)
const line = (value: string | null) => clean(value)?.replace(/\s+/gu, ' ').trim() || null

describe.each(Object.entries(kinds))('an export as %s', (_, through) => {
  it('imported into the same database changes nothing, and into one without visits makes the very same', async () => {
    await fc.assert(
      fc.asyncProperty(many, async (rows) => {
        await full.db.visit.deleteMany()
        await empty.db.visit.deleteMany()
        await full.db.visit.createMany({ data: rows })
        const before = await shown(full)
        const sheet = await through(await visitRows(full.db, {}, options.zone, fileWordsFor('vi')))

        const again = await importVisits(full.db, sheet, options)
        expect(again).toMatchObject({ problems: [], unchanged: rows.length, created: 0, updated: 0 })
        expect(await shown(full)).toEqual(before)

        expect(await importVisits(empty.db, sheet, options)).toMatchObject({ problems: [], created: rows.length })
        expect(await shown(empty)).toEqual(
          before.map((one) => ({
            ...one,
            place: line(one.place),
            note: clean(one.note),
            report: clean(one.report),
          })),
        )
      }),
      { numRuns: runs(40) },
    )
  })
})

it('a cell that a spreadsheet program would take for a formula is text in CSV', () => {
  const cells = ['=1', '+1', '-1', '@x', '\tx', '\rx', "'=1", "'x", 'a=1']
  const [first] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv([cells])).split('\r\n')
  expect(first).toBe(`\uFEFF'=1,'+1,'-1,'@x,'\tx,"'\rx",''=1,'x,a=1`)
})

it('is of one year or one team where that is asked', async () => {
  const row = (number: number, teamId: string, year: number) => ({
    ...{ id: randomUUID(), number, teamId, unitId: 'u0', year, changedAt: options.now },
    liveKey: String(number),
  })
  await full.db.visit.createMany({ data: [row(1, 't1', 2020), row(2, 't2', 2020), row(3, 't1', 2021)] })
  const codes = async (which: { year?: number; team?: string }) =>
    (await visitRows(full.db, which, options.zone, fileWordsFor('en'))).map(([code]) => code)
  expect(await codes({})).toEqual(['KT-1', 'KT-2', 'KT-3'])
  expect(await codes({ year: 2020 })).toEqual(['KT-1', 'KT-2'])
  expect(await codes({ year: 2020, team: '1' })).toEqual(['KT-1'])
})
