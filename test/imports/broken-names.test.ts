import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importPeople } from '../../src/imports/people/import-people.ts'
import { importPlan } from '../../src/imports/plan/import-plan.ts'
import { importUnits } from '../../src/imports/units/import-units.ts'
import { whyBroken, whyNoName } from '../../src/texts/broken-text.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { options, sheet } from './write-files.ts'

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
})
afterEach(() => base.drop())

const utf8 = (text: string) => new TextEncoder().encode(text)
const asWindows1252 = (text: string) => new TextDecoder('windows-1252').decode(utf8(text))
const asWindows1258 = (text: string) => new TextDecoder('windows-1258').decode(utf8(text)).normalize('NFC')

const words = [
  'Nguyễn',
  'Trần Thị',
  'Bộ Tài chính',
  'Đồng chí',
  'Thứ trưởng',
  'Vụ trưởng',
  'Ủy ban',
  'Lê',
  'Hồ Chí Minh',
]

describe('a text', () => {
  it.each(words)('%s is as it should be, and not after it was read in another encoding', (word) => {
    expect(whyNoName(word)).toBeUndefined()
    expect(whyNoName(word.toLocaleUpperCase('vi'))).toBeUndefined()
    expect(whyNoName(asWindows1252(word)), asWindows1252(word)).toBeDefined()
    expect(whyNoName(asWindows1258(word)), asWindows1258(word)).toBeDefined()
    expect(whyNoName(word.replace(/[^\p{ASCII}]/gu, '?')), word).toBeDefined()
    expect(whyNoName(word.replace(/[^\p{ASCII}]/gu, '\ufffd')), word).toBeDefined()
  })

  it.each(['NguyÔn V¨n A', 'TrÇn ThÞ B', 'Bé Tµi chÝnh', '§ång chÝ', 'Lª V¨n', 'T­ ph¸p', 'Ph¹m', 'B×nh'])(
    'of a TCVN3 font is known: %s',
    (text) => expect(whyBroken(text)).toContain('TCVN3'),
  )

  it.each(['Nguyeãn Vaên A', 'Traàn Thò B', 'Boä Taøi chính', 'Leâ Vaên', 'Ñoàn', 'Uûy ban'])(
    'of a VNI font is known: %s',
    (text) => expect(whyBroken(text)).toContain('VNI'),
  )

  it('of the plan, of the units of 2025, and of what we say ourselves is never taken for broken', async () => {
    for (const path of [
      'imports/sample/plan-2020.json',
      'plan/units/successors-2025.csv',
      'imports/sample/roster.ts',
      'texts/vi/schedule.ts',
    ])
      for (const line of (await readFile(`src/${path}`, 'utf8')).split('\n'))
        expect(whyBroken(line.replaceAll('?', '')), line).toBeUndefined()
  })

  it('of Vietnamese syllables is never taken for broken, in small letters and capitals, with marks around', () => {
    const syllables = 'khoẻ thuý quý hoè uỷ toà nghĩa ngoéo quỳnh huỳnh tuân uông đắk xã quà già giờ cửu rượu'.split(
      ' ',
    )
    const syllable = fc.constantFrom(...syllables).chain((one) => fc.constantFrom(one, one.toLocaleUpperCase('vi')))
    const marks = fc.constantFrom(
      '',
      '\u00a0',
      '”',
      '“',
      '…',
      ' – ',
      '. ',
      ', ',
      "'",
      '«',
      '»)',
      ' (',
      '-',
      '/',
      ' & ',
      ': ',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(syllable, marks), { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts.map(([word, mark]) => `${word}${mark}`).join(' ')
        expect(whyBroken(text), text).toBeUndefined()
      }),
    )
  })
})

const head = 'key,name,role,organisation'
const broken = sheet(
  'broken.csv',
  head,
  'a,NguyÔn V¨n A,member,Bé Tµi chÝnh',
  'b,Phïng,member,Bé',
  'c,Nguyễn Văn C,member,Bộ Y tế',
  'd,Nguy?n V?n D,member,',
)

describe('a roster with such names', () => {
  it('is refused by row and column, with those that may be in the same font without showing it', async () => {
    const report = await importPeople(base.db, broken, options)
    expect(report).toMatchObject({ imported: false, created: 0 })
    expect(report.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 name',
      '2 organisation',
      '3 name',
      '3 organisation',
      '5 name',
    ])
    expect(report.problems[0]?.reason).toContain('--accept text takes it')
  })

  it('gives the others with skipBad, and all of them with a warning each when somebody says so', async () => {
    expect(await importPeople(base.db, broken, { ...options, skipBad: true })).toMatchObject({ created: 1 })
    expect((await base.db.person.findMany()).map(({ name }) => name)).toEqual(['Nguyễn Văn C'])
    const all = await importPeople(base.db, broken, { ...options, accept: new Set(['text']) })
    expect(all).toMatchObject({ created: 3, unchanged: 1, problems: [] })
    expect(all.warnings).toHaveLength(5)
  })

  it('is refused by kind: another doubt that was accepted does not take it', async () => {
    const accept = new Set(['hidden', 'email'] as const)
    expect(await importPeople(base.db, broken, { ...options, accept })).toMatchObject({ imported: false })
  })
})

it('units and plans with such names are refused too', async () => {
  const units = sheet('u.csv', 'name,kind', 'Bé Tµi chÝnh,ministry')
  expect((await importUnits(base.db, units, options)).problems).toMatchObject([{ row: 2, column: 'name' }])
  const plan = {
    plan: { title: asWindows1252('Kế hoạch'), year: 2020 },
    items: [{ key: 'a', type: 'Báo cáo', title: 'B?o c?o' }],
    inspections: { ministries: ['Bé Tµi chÝnh', '#N/A'] },
  }
  const imported = (what: unknown) =>
    importPlan(base.db, { file: 'p.json', bytes: utf8(JSON.stringify(what)) }, options)
  expect((await imported(plan)).problems.map(({ column }) => column)).toEqual(['inspections.ministries.1'])
  plan.inspections.ministries.pop()
  expect((await imported(plan)).problems.map(({ column }) => column)).toEqual([
    'plan.title',
    'items.title',
    'inspections',
  ])
  expect(await base.db.plan.count()).toBe(0)
})

it('a name is kept without the signs that nobody sees, and needs a letter', async () => {
  const zero = sheet(
    'z.csv',
    head,
    '\u200ban\ufeff,Ngu\u200byễn\u00a0Văn\u2060 An\u200d,member,',
    'b,\u200b,member,',
    'c,12,member,',
  )
  const report = await importPeople(base.db, zero, { ...options, skipBad: true })
  expect(report.problems.map(({ row, reason }) => `${row} ${reason}`)).toEqual(['3 is empty', '4 is no name'])
  expect((await base.db.person.findMany()).map(({ key, name }) => [key, name])).toEqual([['an', 'Nguyễn Văn An']])
})

describe('one e-mail address of two people', () => {
  const mails = (...rows: string[]) => sheet('m.csv', 'key,name,role,email', ...rows)
  const taken = mails('a,An,member,van.thu@example.vn', 'b,Bình,member,VAN.THU@example.vn')

  it('is refused in one file, and with somebody whom the file does not name', async () => {
    const report = await importPeople(base.db, taken, options)
    expect(report.problems.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '2 is the e-mail address of "b" as well; --accept email takes it',
      '3 is the e-mail address of "a" as well; --accept email takes it',
    ])
    await importPeople(base.db, mails('a,An,member,van.thu@example.vn'), options)
    const later = await importPeople(base.db, mails('c,Chi,member,van.thu@example.vn'), options)
    expect(later.problems).toMatchObject([{ row: 2, column: 'email' }])
    expect(await base.db.person.count()).toBe(1)
  })

  it('is taken when somebody says so, and is no doubt any more when the file comes again', async () => {
    const accepted = { ...options, accept: new Set(['email'] as const) }
    expect(await importPeople(base.db, taken, accepted)).toMatchObject({ created: 2, problems: [] })
    expect(await importPeople(base.db, taken, options)).toMatchObject({ unchanged: 2, problems: [], warnings: [] })
  })

  it('may change hands in one file, but not where the row of the one who gives it up is bad', async () => {
    await importPeople(base.db, mails('a,An,member,a@example.vn', 'b,Bình,member,b@example.vn'), options)
    const swap = mails('a,An,member,b@example.vn', 'b,Bình,member,a@example.vn')
    expect(await importPeople(base.db, swap, options)).toMatchObject({ updated: 2, problems: [] })
    const bad = mails('a,An,nobody,c@example.vn', 'c,Chi,member,b@example.vn')
    expect((await importPeople(base.db, bad, { ...options, skipBad: true })).problems.map(({ row }) => row)).toEqual([
      2, 3,
    ])
  })
})
