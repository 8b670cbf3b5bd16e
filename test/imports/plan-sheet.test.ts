import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importPlan } from '../../src/imports/plan/import-plan.ts'
import { readQuarter } from '../../src/imports/plan/plan-row.ts'
import { readRows } from '../../src/imports/sheets/read-rows.ts'
import type { ImportOptions } from '../../src/imports/sheets/report.ts'
import { vocabularyOf } from '../../src/imports/sheets/vocabulary.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { openFolder, options } from './write-files.ts'

const folder = openFolder()
afterAll(() => folder.drop())
let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
})
afterEach(() => base.drop())

const plan = async (lines: readonly string[], more: Partial<ImportOptions> = {}) => {
  const path = folder.write('plan.csv', `${lines.join('\n')}\n`)
  const sheet = await readRows(path, { vocabulary: vocabularyOf('plan') })
  return importPlan(base.db, { file: 'plan.csv', sheet }, { ...options, ...more })
}
const items = async () =>
  (await base.db.workItem.findMany({ orderBy: { position: 'asc' } })).map((item) =>
    [item.key, item.type, item.title, item.quarter, item.draftingAgency, item.note].join('; '),
  )
const told = (report: { readonly problems: readonly { row: number; column?: string; reason: string }[] }) =>
  report.problems.map(({ row, column, reason }) => `${row} ${column}: ${reason}`)

const title = 'KẾ HOẠCH CÔNG TÁC NĂM 2020 CỦA ỦY BAN'
const header = 'TT;Nội dung công việc;Loại văn bản;Cơ quan chủ trì;Thời hạn;Ghi chú'
const office = [
  'VĂN PHÒNG',
  title,
  '(Kèm theo Quyết định số 12/QĐ-UBQG ngày 05/3/2020)',
  '',
  header,
  '1;Nghị định về định danh;nghị định;Bộ Công an;Quý II/2020;trình Chính phủ',
  '2;Đề án kết nối dữ liệu;đề án;Bộ Thông tin và Truyền thông;quý 3;',
  '3;Danh sách nền tảng;danh sách;;;',
]

describe('a plan as a sheet', () => {
  it('takes its year and title from above the headings, and a second time changes nothing', async () => {
    expect(await plan(office)).toMatchObject({ problems: [], created: 4, imported: true })
    expect(await base.db.plan.findMany({ select: { year: true, title: true } })).toEqual([{ year: 2020, title }])
    expect(await items()).toEqual([
      '2020-1; nghị định; Nghị định về định danh; 2020-Q2; Bộ Công an; trình Chính phủ',
      '2020-2; đề án; Đề án kết nối dữ liệu; 2020-Q3; Bộ Thông tin và Truyền thông; ',
      '2020-3; danh sách; Danh sách nền tảng; ; ; ',
    ])
    expect(await plan(office)).toMatchObject({ problems: [], created: 0, updated: 0, ended: 0, unchanged: 4 })
  })

  it('finds an item without a key by its title, wherever it stands now, and gives a new one the next number', async () => {
    await plan(office)
    const moved = [
      ...office.slice(0, 5),
      office[7] ?? '',
      office[6] ?? '',
      office[5] ?? '',
      '4;Chiến lược;chiến lược;;;',
    ]
    expect(await plan(moved)).toMatchObject({ problems: [], created: 1, ended: 0 })
    expect((await items()).map((item) => item.split(';')[0])).toEqual(['2020-3', '2020-2', '2020-1', '2020-4'])
  })

  it('leaves the units alone where it names none, and has them as rows where it does', async () => {
    const rows = ['Phần;Mã;Nội dung;Loại;Quý', 'kế hoạch;;Kế hoạch 2020;;2020', ';A;Nghị định;nghị định;II/2020']
    const units = ['bộ, ngành;;Bộ Y tế;;', 'địa phương;;Lào Cai;;', 'đoàn công tác;3;Đoàn công tác số 3;;']
    expect(await plan([...rows, ...units])).toMatchObject({ problems: [], created: 5 })
    const inspected = () => base.db.planUnit.findMany({ include: { unit: true }, orderBy: { position: 'asc' } })
    expect((await inspected()).map(({ unit }) => `${unit.name} ${unit.kind}`)).toEqual([
      'Bộ Y tế ministry',
      'Lào Cai locality',
    ])
    expect(await base.db.team.findMany({ select: { key: true, name: true } })).toEqual([
      { key: '3', name: 'Đoàn công tác số 3' },
    ])
    expect(await plan(rows)).toMatchObject({ problems: [], updated: 0, created: 0, ended: 0 })
    expect(await inspected()).toHaveLength(2)
    expect(await plan([...rows, ...units.slice(1)])).toMatchObject({ problems: [], ended: 1 })
    expect(await inspected()).toHaveLength(1)
  })

  it('names the row of what is wrong in it, and nothing is taken', async () => {
    const wrong = [...office, '4;Chiến lược;;;;', '5;Cơ sở dữ liệu;hệ thống;;Tháng 6;', '6;;đề án;;;']
    const report = await plan(wrong)
    expect(told(report)).toEqual([
      '9 type: is empty: what kind of document or work is it?',
      '10 quarter: is no quarter: write Quý II/2020 or 2020-Q2; a month or a day belongs in the note',
      '11 title: is empty',
    ])
    expect(await base.db.plan.count()).toBe(0)
    const twice = [...office.slice(0, 4), 'Mã;Nội dung;Loại', 'A;Một;đề án', 'A;Hai;đề án']
    expect(told(await plan(twice))).toEqual(['7 items.key: stands in the file twice'])
  })

  it('whose year or title cannot be told is refused with what helps', async () => {
    const bare = ['Nội dung;Loại;Quý', 'Một;đề án;quý II']
    await expect(plan(bare)).rejects.toThrow(/which year's plan it is cannot be told.*--year/)
    await expect(plan(bare, { year: 2021 })).rejects.toThrow(/has no title.*"Kế hoạch" or "Plan"/)
    const titled = ['Kế hoạch công tác', ...bare]
    expect(await plan(titled, { year: 2021 })).toMatchObject({ problems: [], created: 2 })
    expect((await base.db.workItem.findFirstOrThrow()).quarter).toBe('2021-Q2')
    expect(await plan(bare, { year: 2021 })).toMatchObject({ unchanged: 2, updated: 0 })
  })
})

it.each([
  ['Quý II/2020', { number: '2', year: '2020' }],
  ['quý 2 năm 2020', { number: '2', year: '2020' }],
  ['Q2 2020', { number: '2', year: '2020' }],
  ['Q2/2020', { number: '2', year: '2020' }],
  ['2020-Q2', { number: '2', year: '2020' }],
  ['IV/2020', { number: '4', year: '2020' }],
  ['Quý III', { number: '3' }],
  ['Quý V', undefined],
  ['Quý II và III', undefined],
  ['Tháng 6/2020', undefined],
  ['6/2020', undefined],
  ['30/6/2020', undefined],
])('%s is the quarter %o', (cell, wanted) => {
  expect(readQuarter(cell)).toEqual(wanted)
})
