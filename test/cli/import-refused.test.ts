import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import { writeOds, writeXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { withZeros } from '../support/with-zeros.ts'
import { terminal } from './terminal.ts'

let base: TestDatabase
const folder = mkdtempSync(join(tmpdir(), 'dondoc-refused-'))
beforeAll(async () => {
  base = await openTestDatabase()
})
afterAll(async () => {
  await base.drop()
  rmSync(folder, { recursive: true, force: true })
})

const run = (...args: readonly string[]) => terminal(base.url, new Date('2020-06-16T07:00:00Z'))(args)
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const rows = [
  ['Mã', 'Họ và tên', 'Vai trò'],
  ['M-1', 'Nguyễn Văn A', 'thành viên'],
]
const workbook = { sheets: [{ name: 'Danh sách', rows }] }
const parts = (path: string) =>
  unzipSync(readFileSync(fileURLToPath(new URL(`../imports/office/${path}`, import.meta.url))))

/** Files that cannot be taken, with the one line that says why. */
const files: Readonly<Record<string, readonly [content: () => Promise<string | Uint8Array>, line: RegExp]>> = {
  'locked.xlsx': [
    () => writeXlsx({ ...workbook, encryption: { password: 'bí mật', spinCount: 1000 } }),
    /^dondoc: locked\.xlsx: the workbook is locked with a password; save it without one and import again$/,
  ],
  'locked.ods': [
    async () => {
      const { zipSync, strToU8 } = await import('fflate')
      const manifest = strToU8('<manifest:manifest><manifest:encryption-data/></manifest:manifest>')
      return zipSync({ ...parts('p04-real-dates.ods'), 'META-INF/manifest.xml': manifest })
    },
    /^dondoc: locked\.ods: the workbook is locked with a password/,
  ],
  'bomb.xlsx': [
    async () => withZeros(parts('p20-role-vi.xlsx'), 'xl/worksheets/sheet2.xml', 100_000_001),
    /^dondoc: bomb\.xlsx: xl\/worksheets\/sheet2\.xml in it is larger than 100 MB$/,
  ],
  'bomb.ods': [
    async () => withZeros(parts('p04-real-dates.ods'), 'Pictures/zeros.png', 100_000_001),
    /^dondoc: bomb\.ods: Pictures\/zeros\.png in it is larger than 100 MB$/,
  ],
  'empty.xlsx': [
    () => writeXlsx({ sheets: [{ name: 'Trang 1', rows: [] }] }),
    /^dondoc: empty\.xlsx: the workbook is empty$/,
  ],
  'bare.ods': [
    () => writeOds({ sheets: [{ name: 'Danh sách', rows: rows.slice(0, 1) }] }),
    /^dondoc: bare\.ods: there are no rows below the header \(row 1\)$/,
  ],
  'no-headings.xlsx': [
    () => writeXlsx({ sheets: [{ name: 'Trang 1', rows: [['M-1', 'Nguyễn Văn A', 'thành viên']] }] }),
    /^dondoc: no-headings\.xlsx: no row reads as the headings of people \(row 1 is: M-1 \| Nguyễn Văn A \| thành viên\)/,
  ],
  'two.ods': [
    () => writeOds({ sheets: [workbook.sheets[0] ?? { name: '', rows }, { name: 'Bản cũ', rows }] }),
    /^dondoc: two\.ods: several sheets may hold the people \("Danh sách", "Bản cũ"\); name one of them with --sheet$/,
  ],
  'text.ods': [async () => 'key,name,role\n', /^dondoc: text\.ods: not a readable \.ods workbook/],
  'old.xls': [
    async () => 'x',
    /^dondoc: old\.xls: \.xls workbooks are not read; save it as \.xlsx, \.ods or CSV UTF-8$/,
  ],
  'long.csv': [
    async () =>
      ['DANH SÁCH', 'Mã,Họ và tên,Vai trò', ...Array.from({ length: 50_000 }, (_, at) => `M-${at},A,member`)].join(
        '\n',
      ),
    /^dondoc: long\.csv: 50000 rows, and at most 20000 are taken at once: cut the file before row 20003 and import both parts$/,
  ],
  'latin.csv': [async () => Uint8Array.of(0x6b, 0x0a, 0xe9), /^dondoc: latin\.csv: the text is not UTF-8/],
}

describe.each(Object.entries(files))('import of %s', (name, [content, line]) => {
  it('is refused in one line, and nothing is stored', async () => {
    const { status, out, err } = await run('import', 'people', file(name, await content()))
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err.trim()).toMatch(line)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(await base.db.person.count()).toBe(0)
  })
})

it('a formula keeps its row out where the column counts, and no other', async () => {
  const cells = new Map([
    ['1,0', { value: null, type: 'formula' as const, formula: 'ROW()-1', formulaResult: 1 }],
    ['2,2', { value: null, type: 'formula' as const, formula: 'C2', formulaResult: 'member' }],
  ])
  const sheet = {
    name: 'A',
    rows: [
      ['TT', 'Mã', 'Vai trò', 'Họ và tên'],
      [1, 'M-1', 'member', 'A'],
      [2, 'M-2', 'member', 'B'],
    ],
    cells,
  }
  const { status, out } = await run('import', 'people', file('formula.xlsx', await writeXlsx({ sheets: [sheet] })))
  expect(status).toBe(1)
  expect(out).toMatch(/^3 +role +(?:member +)?cell C3 holds a formula: paste its value instead$/m)
  expect(out).not.toContain('cell A2')
})

it('--sheet goes with workbooks alone, and a wrong font or role is wrong usage', async () => {
  const csv = file('a.csv', 'Mã,Họ và tên,Vai trò\nM-1,A,member\n')
  expect((await run('import', 'people', csv, '--sheet', 'A')).err).toContain('only a workbook (.xlsx, .ods) has sheets')
  expect(await run('import', 'people', csv, '--font', 'vni')).toMatchObject({ status: 2 })
  expect(await run('import', 'people', csv, '--role', 'boss')).toMatchObject({ status: 2 })
  expect(await run('import', 'plan', csv, '--year', '20')).toMatchObject({ status: 2 })
})
