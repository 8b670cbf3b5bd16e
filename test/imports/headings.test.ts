import { afterAll, describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { checkRows } from '../../src/imports/sheets/check-rows.ts'
import { FileRefused } from '../../src/imports/sheets/file-refused.ts'
import { readRows } from '../../src/imports/sheets/read-rows.ts'
import type { HowToRead } from '../../src/imports/sheets/read-workbook.ts'
import { vocabularyOf } from '../../src/imports/sheets/vocabulary.ts'
import { visitColumnNames, visitRow } from '../../src/imports/visits/visit-row.ts'
import { allFileWords, type Subject } from '../../src/texts/file-words.ts'
import { openFolder } from './write-files.ts'

const folder = openFolder()
afterAll(() => folder.drop())

const people = { vocabulary: vocabularyOf('people') }
const read = (name: string, content: string | Uint8Array, how: HowToRead = people) =>
  readRows(folder.write(name, content), how)
const refusal = async (reading: Promise<unknown>) => {
  const error: unknown = await reading.catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(FileRefused)
  return error instanceof Error ? error.message : ''
}
const known = { key: 'M-1', name: 'Nguyễn Văn A', role: 'thành viên' }
const plain = 'Mã;Họ và tên;Vai trò\r\nM-1;Nguyễn Văn A;thành viên\r\n'

describe('the headings of a file', () => {
  it.each(Object.keys(allFileWords[0]?.columns ?? {}) as Subject[])(
    'of %s are known in both languages, and none of what exports write may be two columns',
    (subject) => {
      const vocabulary = vocabularyOf(subject)
      for (const { columns } of allFileWords)
        for (const [column, names] of Object.entries<readonly string[]>(columns[subject])) {
          expect([names[0], vocabulary.columnsFor(names[0] ?? '')]).toEqual([names[0], [column]])
          for (const name of names)
            expect([name, vocabulary.columnsFor(name.toUpperCase())]).toContainEqual(expect.arrayContaining([column]))
        }
    },
  )

  it.each([
    ['semicolons', plain],
    ['tabs', plain.replaceAll(';', '\t')],
    ['commas', plain.replaceAll(';', ',')],
    ["Excel's own first line", `\uFEFFsep=;\r\n${plain}`],
    ['a line that announces tabs', `sep=\t\n${plain.replaceAll(';', '\t')}`],
    ['a title with commas above', `DANH SÁCH, KÈM THEO, CÔNG VĂN, SỐ 1\r\n\r\n${plain}`],
    [
      'headings over two lines and in brackets',
      plain.replace('Họ và tên', '"Họ\nvà tên"').replace('Mã', 'Mã (nếu có)'),
    ],
    ['small letters without diacritics', plain.replace('Họ và tên', 'ho va ten').replace('Vai trò', 'VAI TRO')],
    ['our own names', plain.replace('Mã;Họ và tên;Vai trò', 'key;Name;ROLE')],
  ])('are found with %s', async (_, text) => {
    expect((await read('a.csv', text)).rows.map(({ cells }) => cells)).toEqual([known])
  })

  it('are found in what Excel calls Unicode text, in UTF-16', async () => {
    for (const [ending, swap] of [
      ['txt', false],
      ['tsv', true],
    ] as const) {
      const bytes = Buffer.from(`\uFEFF${plain.replaceAll(';', '\t')}`, 'utf16le')
      const sheet = await read(`wide.${ending}`, swap ? bytes.swap16() : bytes)
      expect(sheet.rows.map(({ cells }) => cells)).toEqual([known])
    }
  })

  it('keep the rows numbered as a spreadsheet shows them, below a title as well', async () => {
    const sheet = await read('title.csv', `DANH SÁCH\n\n${plain}`)
    expect(sheet).toMatchObject({ headerRow: 3, titles: ['DANH SÁCH'], rows: [{ number: 4 }] })
    expect((await read('sep.csv', `sep=;\n${plain}`)).rows.map(({ number }) => number)).toEqual([2])
  })

  it('may be numbered below, which is no row of data', async () => {
    const sheet = await read('numbered.csv', plain.replace('\r\n', '\r\n(1);(2);(3)\r\n'))
    expect(sheet.rows.map(({ number }) => number)).toEqual([3])
    expect(sheet.notes).toEqual([{ row: 2, reason: 'numbers the columns and is left out' }])
  })

  it('that may both be one column are asked about, and our own name settles it', async () => {
    const text = 'Mã;Họ và tên;Email;Thư điện tử;Vai trò\nM-1;A;a@b.vn;c@d.vn;member\n'
    const sheet = await read('twice.csv', text)
    const both = '"Email" (column C) and "Thư điện tử" (column D) may both be email: keep one, or call one "email"'
    expect(sheet.headingProblems).toEqual([
      { row: 1, column: 'Email', reason: both },
      { row: 1, column: 'Thư điện tử', reason: both },
    ])
    const settled = await read('settled.csv', text.replace('Email', 'email'))
    expect(settled.headingProblems).toBeUndefined()
    expect(settled.rows[0]?.cells.email).toBe('a@b.vn')
  })

  it('of which one may be two columns are asked about, unless another heading is one of the two', async () => {
    const teams = { vocabulary: vocabularyOf('teams') }
    const sheet = await read('either.csv', 'Đoàn;Tên;Nhiệm vụ\n3;A;member\n', teams)
    expect(sheet.headingProblems).toMatchObject([
      {
        row: 1,
        column: 'Tên',
        reason: expect.stringMatching(/^may be name or person_name: call it "Tên đoàn".*"Họ và tên"/),
      },
    ])
    const settled = await read('one.csv', 'Đoàn;Tên đoàn;Tên;Nhiệm vụ\n3;Đoàn 3;A;member\n', teams)
    expect(settled.columns).toEqual(['team', 'name', 'person_name', 'duty'])
  })

  it('that are missing are named with what they would be called', async () => {
    const sheet = await read('few.csv', 'Đoàn;Địa điểm\n3;Hà Nội\n', { vocabulary: vocabularyOf('visits') })
    const { problems, usable } = checkRows(sheet, visitColumnNames, visitRow('Asia/Ho_Chi_Minh'), {})
    expect({ problems, usable }).toEqual({
      problems: [
        { row: 1, column: 'unit', reason: 'the column is missing; its heading would be "Đơn vị", "Unit", "unit"' },
      ],
      usable: false,
    })
  })

  it('that no row has are told with the first row and what they would be', async () => {
    expect(await refusal(read('none.csv', 'M-1;Nguyễn Văn A;member\nM-2;Trần Thị B;member\n'))).toBe(
      'none.csv: no row reads as the headings of people (row 1 is: M-1 | Nguyễn Văn A | member); write them above the rows: "Mã", "Key", "key"; "Họ và tên", "Full name", "name"; "Vai trò", "Role", "role"',
    )
  })
})

describe('the sheets of a workbook', () => {
  const header = [{ value: 'Mã' }, { value: 'Họ và tên' }, { value: 'Vai trò' }]
  const row = [{ value: 'M-1' }, { value: 'Nguyễn Văn A' }, { value: 'thành viên' }]
  const write = async (name: string, sheets: Parameters<typeof writeWorkbook>[0]) => {
    await (await writeWorkbook(sheets)).toFile(folder.path(name))
    return folder.path(name)
  }
  const notes = { sheet: 'Ghi chú', data: [[{ value: 'Gọi lại thứ Hai' }]] }

  it('of which one has the headings are read there, and the others are named', async () => {
    const path = await write('one.xlsx', [notes, { sheet: 'Danh sách', data: [header, row] }])
    const sheet = await readRows(path, people)
    expect(sheet.rows.map(({ cells }) => cells)).toEqual([known])
    expect(sheet.notes).toEqual([{ row: 0, reason: 'only the sheet "Danh sách" was read; left alone: "Ghi chú"' }])
  })

  it('of which two may be meant are asked about, and the name settles it', async () => {
    const path = await write('two.xlsx', [
      { sheet: 'Cũ', data: [header, row] },
      { sheet: 'Mới', data: [header, row, [{ value: 'M-2' }, { value: 'B' }, { value: 'member' }]] },
    ])
    expect(await refusal(readRows(path, people))).toBe(
      'two.xlsx: several sheets may hold the people ("Cũ", "Mới"); name one of them with --sheet',
    )
    expect((await readRows(path, { ...people, sheet: 'moi' })).rows).toHaveLength(2)
    expect(await refusal(readRows(path, { ...people, sheet: 'Khác' }))).toContain('there are: "Cũ", "Mới"')
  })

  it('of which none has headings, or that are empty, are told by their names', async () => {
    const path = await write('none.xlsx', [notes, { ...notes, sheet: 'Khác' }])
    expect(await refusal(readRows(path, people))).toBe(
      'none.xlsx: no sheet has a row that reads as the headings of people; there are: "Ghi chú", "Khác"',
    )
    const only = await write('only.xlsx', [{ sheet: 'Danh sách', data: [header] }, notes])
    expect(await refusal(readRows(only, people))).toBe(
      'only.xlsx, sheet "Danh sách": there are no rows below the header (row 1)',
    )
    expect(await refusal(readRows(await write('empty.xlsx', [{ sheet: 'A', data: [[null]] }]), people))).toBe(
      'empty.xlsx: the workbook is empty',
    )
  })

  it('have headings two rows high beside others that stand below one', async () => {
    const visits = { vocabulary: vocabularyOf('visits') }
    const path = await write('high.xlsx', [
      {
        sheet: 'Lịch',
        data: [
          [{ value: 'LỊCH KIỂM TRA NĂM 2020', columnSpan: 4 }, null, null, null],
          [{ value: 'Đoàn', rowSpan: 2 }, { value: 'Đơn vị', rowSpan: 2 }, { value: 'Thời gian', columnSpan: 2 }, null],
          [null, null, { value: 'Bắt đầu' }, { value: 'Kết thúc' }],
          [{ value: 3, type: Number }, { value: 'Bộ Y tế' }, { value: '8h ngày 22/6/2020' }, { value: '' }],
        ],
      },
    ])
    const sheet = await readRows(path, visits)
    expect(sheet).toMatchObject({ columns: ['team', 'unit', 'starts', 'ends'], headerRow: 3, rows: [{ number: 4 }] })
    expect(sheet.rows[0]?.cells).toMatchObject({ team: '3', unit: 'Bộ Y tế', starts: '8h ngày 22/6/2020' })
  })

  it('with cells that are merged below the headings are refused by their place', async () => {
    const path = await write('merged.xlsx', [
      {
        sheet: 'A',
        data: [header, [{ value: 'M-1', rowSpan: 2 }, { value: 'A' }, { value: 'member' }], [null, ...row.slice(1)]],
      },
    ])
    expect(await refusal(readRows(path, people))).toContain('cells A2:A3 are merged')
  })
})
