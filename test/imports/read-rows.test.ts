import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import writeWorkbook, { type SheetData } from 'write-excel-file/node'
import { FileRefused } from '../../src/imports/sheets/file-refused.ts'
import { readRows } from '../../src/imports/sheets/read-rows.ts'
import { withZeros } from '../support/with-zeros.ts'
import { openFolder } from './write-files.ts'

const folder = openFolder()
afterAll(() => folder.drop())

const cells = async (path: string) => (await readRows(path)).rows.map((row) => row.cells)
const refusal = async (path: string) => {
  const error: unknown = await readRows(path).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(FileRefused)
  return error instanceof Error ? error.message : ''
}

describe('CSV', () => {
  it('reads the same rows with and without a byte order mark, by commas and by semicolons', async () => {
    const plain = 'key,name\nan,"Nguyễn, Văn An"\n'
    const wanted = [{ key: 'an', name: 'Nguyễn, Văn An' }]
    expect(await cells(folder.write('plain.csv', plain))).toEqual(wanted)
    expect(await cells(folder.write('bom.csv', `\uFEFF${plain}`))).toEqual(wanted)
    expect(await cells(folder.write('semicolon.csv', '\uFEFFkey;name\r\nan;"Nguyễn, Văn An"\r\n'))).toEqual(wanted)
  })

  it('numbers rows as a spreadsheet program shows them: blank lines and line breaks in a cell count as one row', async () => {
    const path = folder.write('numbers.csv', 'key,name\n\nan,"Nguyễn\nVăn An"\n,\nbinh,Bình\n')
    expect((await readRows(path)).rows.map((row) => row.number)).toEqual([3, 5])
  })

  it('takes decomposed letters as the composed ones', async () => {
    const path = folder.write('nfd.csv', `KEY , Name\nan,${'Điều phối viên'.normalize('NFD')}\n`)
    expect(await cells(path)).toEqual([{ key: 'an', name: 'Điều phối viên' }])
  })

  it('keeps what stands beyond the header, so that it can be refused by row', async () => {
    const [row] = (await readRows(folder.write('beyond.csv', 'key,name\nan,Nguyễn, Văn An\n'))).rows
    expect(row?.beyond).toBe('Văn An')
  })

  it('refuses another encoding, an open quote, a column twice, and a file without rows', async () => {
    expect(await refusal(folder.write('latin.csv', Uint8Array.of(0x6b, 0x0a, 0xe9)))).toContain('not UTF-8')
    expect(await refusal(folder.write('quote.csv', 'key\n"an\n'))).toContain('not a well-formed CSV')
    expect(await refusal(folder.write('twice.csv', 'key,Key\na,b\n'))).toContain('"key" stands twice')
    expect(await refusal(folder.write('header.csv', 'key,name\n'))).toContain('no rows')
    expect(await refusal(folder.write('empty.csv', ''))).toContain('empty')
  })
})

describe('XLSX', () => {
  const write = async (name: string, rows: SheetData) => {
    const path = folder.path(name)
    await (await writeWorkbook(rows)).toFile(path)
    return path
  }

  it('reads text, numbers, and dates as days or days with a time', async () => {
    const path = await write('people.xlsx', [
      [{ value: 'Team' }, { value: 'name' }, { value: 'from' }, { value: 'starts' }],
      [
        { value: 3, type: Number },
        { value: 'Đoàn số 3' },
        { value: new Date('2020-06-08T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' },
        { value: new Date('2020-06-08T08:20:00Z'), type: Date, format: 'dd/mm/yyyy hh:mm' },
      ],
    ])
    expect(await cells(path)).toEqual([
      { team: '3', name: 'Đoàn số 3', from: '2020-06-08', starts: '2020-06-08T08:20' },
    ])
  })

  it('keeps row numbers where rows between are empty', async () => {
    const path = await write('gaps.xlsx', [[{ value: 'key' }], [null], [{ value: 'an' }]])
    expect((await readRows(path)).rows.map((row) => row.number)).toEqual([3])
  })

  it('tells of formulas by their place, refuses merged cells by theirs, and several filled sheets by their names', async () => {
    const formula = await write('formula.xlsx', [[{ value: 'key' }], [{ type: 'Formula', value: '=1+1' }]])
    const [fault] = (await readRows(formula)).faults ?? []
    expect(fault).toMatchObject({ row: 2, column: 'key', reason: expect.stringContaining('cell A2 holds a formula') })
    const merged = await write('merged.xlsx', [
      [{ value: 'key' }, { value: 'name' }],
      [{ value: 'an', columnSpan: 2 }, null],
    ])
    expect(await refusal(merged)).toContain('cells A2:B2 are merged')
    const two = folder.path('two.xlsx')
    const filled = (name: string) => ({ sheet: name, data: [[{ value: 'key' }], [{ value: 'an' }]] })
    await (await writeWorkbook([filled('A'), filled('B')])).toFile(two)
    expect(await refusal(two)).toContain('"A", "B"')
  })

  it('refuses what is no workbook, an old .xls, and a part that would unpack beyond measure', async () => {
    expect(await refusal(folder.write('text.xlsx', 'key,name'))).toContain('not a readable .xlsx')
    expect(await refusal(folder.write('old.xls', 'x'))).toContain('.xls')
    const good = await write('bomb-base.xlsx', [[{ value: 'key' }], [{ value: 'an' }]])
    const parts = unzipSync(readFileSync(good))
    const bytes = withZeros(parts, 'xl/media/zeros.bin', 100_000_001)
    expect(Object.keys(unzipSync(bytes, { filter: (part) => part.originalSize < 100_000_000 }))).toHaveLength(
      Object.keys(parts).length,
    )
    expect(await refusal(folder.write('bomb.xlsx', bytes))).toContain('larger than 100 MB')
  })
})

describe('JSON', () => {
  it('reads a list of objects, counted from 1, with lists of words in a cell', async () => {
    const path = folder.write('people.json', JSON.stringify([{ key: 'an', role: ['member', 'team'], email: null }]))
    const { rows, columns } = await readRows(path)
    expect(rows).toEqual([{ number: 1, cells: { key: 'an', role: 'member|team', email: '' } }])
    expect(columns).toEqual(['key', 'role', 'email'])
  })

  it('refuses what is not a list of flat objects, naming the entry', async () => {
    expect(await refusal(folder.write('object.json', '{}'))).toContain('expected a list')
    expect(await refusal(folder.write('broken.json', '[{'))).toContain('not well-formed JSON')
    expect(await refusal(folder.write('deep.json', '[{"key":{"a":1}}]'))).toContain('entry 1, "key"')
  })
})

it('refuses a file that is not there, a folder, and an ending that it does not know', async () => {
  expect(await refusal(folder.path('none.csv'))).toContain('there is no such file')
  expect(await refusal(folder.path('people.doc'))).toContain('.csv, .tsv, .xlsx, .ods or .json')
})
