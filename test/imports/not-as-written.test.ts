import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importPeople } from '../../src/imports/people/import-people.ts'
import { importTeams } from '../../src/imports/people/import-teams.ts'
import { readCsv } from '../../src/imports/sheets/read-csv.ts'
import { readJson } from '../../src/imports/sheets/read-json.ts'
import { readXlsx } from '../../src/imports/sheets/read-xlsx.ts'
import type { ImportReport } from '../../src/imports/sheets/report.ts'
import { importUnits } from '../../src/imports/units/import-units.ts'
import { importVisits } from '../../src/imports/visits/import-visits.ts'
import { fileWordsFor } from '../../src/texts/file-words.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { options } from './write-files.ts'
import { dateCell, errorCell, numberCell, type RawCell, sharedCell, workbook } from './write-workbook.ts'

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
  await base.db.team.create({ data: { id: 't3', key: '3', name: 'Đoàn công tác số 3' } })
  await base.db.unit.create({ data: { id: 'u1', name: 'Bộ Y tế', kind: 'ministry' } })
})
afterEach(() => base.drop())

const people = async (rows: readonly (readonly RawCell[])[], how: Parameters<typeof workbook>[1] = {}) =>
  importPeople(base.db, await readXlsx('p.xlsx', workbook(rows, how)), options)
const csv = (...lines: string[]) => readCsv('p.csv', new TextEncoder().encode(`${lines.join('\r\n')}\r\n`))
const json = (list: unknown) => readJson('p.json', new TextEncoder().encode(JSON.stringify(list)))
const told = (report: ImportReport) => report.problems.map(({ row, column, value }) => `${row} ${column}: ${value}`)
const reasons = (report: ImportReport) => report.problems.map(({ reason }) => reason).join('\n')

describe('a cell that the spreadsheet could not compute', () => {
  it('is refused by its address, and leaves a stored visit as it was, in XLSX, CSV and JSON', async () => {
    const planned = csv('visit,team,unit,starts,ends,place', 'KT-1,3,Bộ Y tế,2020-06-22T08:00,2020-06-22T10:00,Hà Nội')
    await importVisits(base.db, planned, options)
    const before = await base.db.visit.findMany()
    const head = ['visit', 'team', 'unit', 'starts', 'ends', 'place']
    const named = ['KT-1', '3', 'Bộ Y tế']
    const sheets = [
      await readXlsx('v.xlsx', workbook([head, [...named, errorCell('#N/A'), errorCell('#REF!'), errorCell('#N/A')]])),
      csv(head.join(','), [...named, '#N/A', '#REF!', '#N/A'].join(',')),
      json([{ visit: 'KT-1', team: '3', unit: 'Bộ Y tế', starts: '#N/A', ends: '#REF!', place: '#N/A' }]),
    ]
    for (const sheet of sheets) {
      const report = await importVisits(base.db, sheet, options)
      expect(report).toMatchObject({ imported: false, updated: 0, created: 0 })
      expect(report.problems.map(({ column, value }) => `${column} ${value}`)).toEqual([
        'starts #N/A',
        'ends #REF!',
        'place #N/A',
      ])
      const skipped = await importVisits(base.db, sheet, { ...options, skipBad: true })
      expect(skipped).toMatchObject({ imported: false, updated: 0 })
    }
    const [first] = sheets
    if (first === undefined) throw new Error('no sheet')
    expect(reasons(await importVisits(base.db, first, options))).toContain(
      'cell D2: the spreadsheet could not compute it',
    )
    expect(await base.db.visit.findMany()).toEqual(before)
  })

  it('is refused in rosters, teams and units, also where it would have been taken for a name or for no end', async () => {
    expect(
      told(
        await people([
          ['key', 'name', 'role', 'to'],
          ['an', errorCell('#REF!'), 'member', errorCell('#VALUE!')],
        ]),
      ),
    ).toEqual(['2 name: #REF!', '2 to: #VALUE!'])
    await importPeople(base.db, csv('key,name,role', 'an,An,member'), options)
    const team = csv('team,person,duty,to', '3,an,leader,#DIV/0!')
    expect(told(await importTeams(base.db, team, options))).toEqual(['2 to: #DIV/0!'])
    const unit = csv('name,kind,from', 'Bộ Công an,ministry,#NAME?')
    expect(told(await importUnits(base.db, unit, options))).toEqual(['2 from: #NAME?'])
    expect(await base.db.duty.count()).toBe(0)
    expect(await base.db.unit.count()).toBe(1)
  })

  it.each([
    '#N/A',
    '#WERT!',
    '#NV',
    '#Н/Д',
    '#SPILL!',
    'Err:502',
    '#ERROR!',
    'Loading...',
    '#####',
    'NULL',
    'NaN',
    'undefined',
    '(null)',
  ])('%s as text is no name, in whatever file it stands', async (word) => {
    expect(told(await importPeople(base.db, csv('key,name,role', `an,${word},member`), options))).toEqual([
      `2 name: ${word}`,
    ])
    expect(
      told(
        await people([
          ['key', 'name', 'role'],
          ['an', word, 'member'],
        ]),
      ),
    ).toEqual([`2 name: ${word}`])
    expect(told(await importPeople(base.db, json([{ key: 'an', name: word, role: 'member' }]), options))).toEqual([
      `1 name: ${word}`,
    ])
  })

  it.each(['=A1', '=VLOOKUP(A2;B:C;2;0)', '=$B$2', '="An"'])(
    '%s as text is a formula that nobody computed, in whatever file it stands',
    async (formula) => {
      const row = `an,"${formula.replaceAll('"', '""')}",member`
      expect(told(await importPeople(base.db, csv('key,name,role', row), options))).toEqual([`2 name: ${formula}`])
      expect(
        told(
          await people([
            ['key', 'name', 'role'],
            ['an', formula, 'member'],
          ]),
        ),
      ).toEqual([`2 name: ${formula}`])
      expect(told(await importPeople(base.db, json([{ key: 'an', name: formula, role: 'member' }]), options))).toEqual([
        `1 name: ${formula}`,
      ])
    },
  )

  it('as a formula is refused in a CSV file where people write freely as well', async () => {
    const sheet = csv('visit,team,unit,starts,ends,place', ',3,Bộ Y tế,2020-06-22T08:00,,=Sheet2!B7')
    expect(told(await importVisits(base.db, sheet, options))).toEqual(['2 place: =Sheet2!B7'])
  })

  it.each(['- An', '+84 912 345 678', '-5', 'A = B'])('%s is no formula', async (text) => {
    const report = await importPeople(base.db, csv('key,name,role,organisation', `an,An,member,"${text}"`), options)
    expect(report.problems).toEqual([])
  })

  it('in the header is refused, and an emptied cell empties its field on purpose', async () => {
    await expect(
      people([
        ['key', errorCell('#N/A'), 'role'],
        ['an', 'An', 'member'],
      ]),
    ).rejects.toThrow('cell B1')
    await importPeople(base.db, csv('key,name,role,email', 'an,An,member,an@example.vn'), options)
    expect(
      await people([
        ['key', 'name', 'role', 'email'],
        ['an', 'An', 'member', ''],
      ]),
    ).toMatchObject({ updated: 1 })
    expect((await base.db.person.findFirstOrThrow()).email).toBeNull()
  })
})

describe('a cell whose text the workbook does not have', () => {
  const shared = (cell: RawCell, texts?: readonly string[]) =>
    people(
      [
        ['key', 'name', 'role'],
        ['an', cell, 'member'],
      ],
      texts === undefined ? {} : { texts },
    )

  it('is refused by its address', async () => {
    const lost = 'cell B2 stands for a text that the file does not have'
    await expect(shared(sharedCell('2'), ['An', 'Bình'])).rejects.toThrow(lost)
    await expect(shared(sharedCell('-1'), ['An'])).rejects.toThrow(lost)
    await expect(shared(sharedCell('0'))).rejects.toThrow(lost)
    // These would be read as the first text of all.
    await expect(shared(sharedCell(''), ['An'])).rejects.toThrow(lost)
    await expect(shared({ attributes: 't="s"', inner: '' }, ['An'])).rejects.toThrow(lost)
    expect(await base.db.person.count()).toBe(0)
  })

  it('is read where the workbook has it, the last one too', async () => {
    expect(await shared(sharedCell('1'), ['An', 'Bình'])).toMatchObject({ problems: [], created: 1 })
    expect((await base.db.person.findFirstOrThrow()).name).toBe('Bình')
  })
})

describe('what a spreadsheet made of a text', () => {
  const formats = ['000', '0.00E+00', '#,##0', 'dd/mm/yyyy', 'mmm-yy', 'h:mm', '[$-409]m/d/yyyy;@']
  const row = (key: RawCell, from: RawCell = '') =>
    people(
      [
        ['key', 'name', 'role', 'from'],
        [key, 'An', 'member', from],
      ],
      { formats },
    )

  it('is refused where its zeros or digits are gone, a key became a date, or nobody gave the day', async () => {
    expect(reasons(await row(numberCell('7', 1)))).toContain('cell A2 is shown as "007", and is the number 7')
    expect(reasons(await row(numberCell('100000', 2)))).toContain('is the number 100000')
    expect(reasons(await row(numberCell('912345678901234567')))).toContain('more digits than a spreadsheet keeps')
    expect(reasons(await row(dateCell(43862, 4)))).toContain('is a date in the spreadsheet')
    expect(reasons(await row({ attributes: 't="b"', inner: '<v>1</v>' }))).toContain('true or false')
    expect(reasons(await row('an', dateCell(43983, 5)))).toContain('shows no day')
    expect(reasons(await row('an', dateCell(0.3334, 6)))).toContain('time without a day')
    expect(await base.db.person.count()).toBe(0)
  })

  it('is taken where nothing is lost: a number as it is shown, a date in whatever order', async () => {
    expect(await row(numberCell('1.0E+5'), dateCell(43957, 7))).toMatchObject({ problems: [], created: 1 })
    expect(await row(numberCell('2020', 3), dateCell(43957, 4))).toMatchObject({ problems: [], created: 1 })
    const roles = await base.db.role.findMany({ include: { person: true } })
    expect(roles.map(({ person, fromDay }) => `${person.key} ${fromDay}`).sort()).toEqual([
      '100000 2020-05-06',
      '2020 2020-05-06',
    ])
  })

  it('is refused in JSON: true, and a number that lost digits', async () => {
    const list = json([
      { key: true, name: 'An', role: 'member' },
      { key: 9.123456789012345e18, name: 'Bình', role: 'member' },
    ])
    expect(told(await importPeople(base.db, list, options))).toEqual(['1 key: true', '2 key: 9123456789012345000'])
  })
})

describe('a workbook', () => {
  const rows = [
    ['key', 'name', 'role', 'title'],
    ['an', 'An', 'member', 'Vụ trưởng'],
    ['binh', 'Bình', 'member', ''],
  ]

  it('whose cells have no addresses is read by their places', async () => {
    expect(await people(rows, { bare: true })).toMatchObject({ problems: [], created: 2 })
    expect(
      (await base.db.person.findMany({ orderBy: { key: 'asc' } })).map((one) => `${one.key} ${one.title}`),
    ).toEqual(['an Vụ trưởng', 'binh null'])
  })

  it('with a hidden row is refused by the row, left out with skipBad, and taken when somebody says so', async () => {
    const sheet = await readXlsx('h.xlsx', workbook(rows, { hiddenRows: [3] }))
    const report = await importPeople(base.db, sheet, options)
    expect(report).toMatchObject({ imported: false, problems: [{ row: 3 }] })
    expect(reasons(report)).toContain('hidden or filtered out in the file; --accept hidden takes it')
    expect(await importPeople(base.db, sheet, { ...options, skipBad: true })).toMatchObject({
      created: 1,
      imported: true,
    })
    const accepted = await importPeople(base.db, sheet, { ...options, accept: new Set(['hidden']) })
    expect(accepted).toMatchObject({ created: 1, unchanged: 1, problems: [], warnings: [{ row: 3 }] })
  })

  it('with a hidden column, or hidden as a whole, is refused also with skipBad', async () => {
    for (const how of [{ hiddenColumns: [4] }, { hiddenSheet: true as const }]) {
      const sheet = await readXlsx('h.xlsx', workbook(rows, how))
      expect(await importPeople(base.db, sheet, { ...options, skipBad: true })).toMatchObject({ imported: false })
      expect(
        await importPeople(base.db, sheet, { ...options, dryRun: true, accept: new Set(['hidden']) }),
      ).toMatchObject({
        created: 2,
        problems: [],
      })
    }
  })

  it('with a hidden row that has no number is refused: nothing could name it', async () => {
    await expect(people(rows, { bare: true, hiddenRows: [3] })).rejects.toThrow('a hidden row has no number')
  })
})

it('a CSV file that ends within a row is refused there; a line that leaves out its last separators is whole', async () => {
  const cut = readCsv(
    'c.csv',
    new TextEncoder().encode('key,name,role,email\nan,An,member,a@example.vn\nbinh,Bình,mem'),
  )
  expect(reasons(await importPeople(base.db, cut, options))).toContain('is it cut off?')
  expect(await importPeople(base.db, csv('key,name,role,email', 'an,An,member'), options)).toMatchObject({ created: 1 })
})

it('an export of a note that reads like an error comes back as it was', async () => {
  const { writeCsv } = await import('../../src/files/write-csv.ts')
  const { visitRows, visitsColumns } = await import('../../src/visits/calendars/visits-sheet.ts')
  const visit = { team: '3', unit: 'Bộ Y tế', starts: '2020-06-22T08:00' }
  await importVisits(base.db, json([{ ...visit, note: "'#N/A" }]), options)
  for (const note of ['#N/A', "'#N/A", "''NULL", '#1 trước']) {
    await base.db.visit.updateMany({ data: { note } })
    const written = writeCsv([
      visitsColumns.map(({ name }) => name),
      ...(await visitRows(base.db, {}, options.zone, fileWordsFor('vi'))),
    ])
    expect(await importVisits(base.db, readCsv('v.csv', written), options)).toMatchObject({
      unchanged: 1,
      problems: [],
    })
    expect((await base.db.visit.findFirstOrThrow()).note).toBe(note)
  }
})
