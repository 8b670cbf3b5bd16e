import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import writeWorkbook, { type SheetData } from 'write-excel-file/node'
import { FileRefused } from '../../src/imports/sheets/file-refused.ts'
import { readRows } from '../../src/imports/sheets/read-rows.ts'
import { withZeros } from '../support/with-zeros.ts'
import { openFolder } from './write-files.ts'
import { workbook } from './write-workbook.ts'

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

  it.each(['xl/vbaProject.bin', 'xl/macrosheets/sheet1.xml', 'Basic/Standard/Module1.xml'])(
    'names macros of a workbook, which are not run: %s',
    async (part) => {
      const parts = unzipSync(workbook([['key'], ['an']]))
      const plain = await readRows(folder.write('plain.xlsx', zipSync(parts)))
      expect(plain.notes ?? []).toEqual([])
      const read = await readRows(folder.write('macros.xlsx', zipSync({ ...parts, [part]: strToU8('Sub A') })))
      expect(read.notes).toEqual([{ row: 0, reason: expect.stringContaining('holds macros; none was run') }])
      expect(read.rows).toHaveLength(1)
    },
  )

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

describe('a file that is not what its ending says, or not whole', () => {
  const container = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0))

  it('is called empty, whatever it is called', async () => {
    for (const name of ['zero.csv', 'zero.json', 'zero.xlsx', 'zero.ods'])
      expect(await refusal(folder.write(name, ''))).toBe(`${name}: the file is empty`)
  })

  it('is told by its contents', async () => {
    expect(await refusal(folder.write('list.xlsx', 'key,name\nan,An\n'))).toContain('it holds text; call it .csv')
    expect(await refusal(folder.write('list.ods', '<html><table></table></html>'))).toContain('it holds text')
    expect(await refusal(folder.write('paper.xlsx', '%PDF-1.7\n'))).toContain('it holds a PDF')
    expect(await refusal(folder.write('paper.csv', '%PDF-1.7\n'))).toContain('holds a PDF, not text')
    expect(await refusal(folder.write('renamed.csv', workbook([['key'], ['an']])))).toContain('holds a workbook')
  })

  it('is no locked workbook where it is an old one', async () => {
    const old = await refusal(folder.write('old.xlsx', container))
    expect(old).toContain('an old .xls workbook')
    expect(old).not.toContain('password')
    const locked = Uint8Array.of(...container, ...Buffer.from('EncryptedPackage', 'utf16le'), ...container)
    expect(await refusal(folder.write('locked.xlsx', locked))).toContain('locked with a password')
  })

  const changed = (change: (sheet: string) => string): Uint8Array => {
    const parts = unzipSync(
      workbook([
        ['key', 'name'],
        ['an', 'An'],
        ['binh', 'Bình'],
      ]),
    )
    const name = 'xl/worksheets/sheet1.xml'
    return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()))) })
  }

  it('is not taken in part where its rows break off', async () => {
    const broken = folder.write(
      'broken.xlsx',
      changed((sheet) => sheet.slice(0, sheet.indexOf('Bình') + 2)),
    )
    expect(await refusal(broken)).toContain('sheet1.xml in it breaks off before its end')
  })

  it('names the cell to which a sheet reaches too far', async () => {
    const far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    const path = folder.write(
      'far.xlsx',
      changed((sheet) => sheet.replace('</sheetData>', far)),
    )
    expect(await refusal(path)).toContain('reaches to cell XFD1048576')
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
