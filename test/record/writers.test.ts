import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import type { RecordFormat } from '../../src/contract/intent.ts'
import { makeRecord } from '../../src/record/write/make-record.ts'
import { answered, recordSource, silent } from '../support/record-source.ts'

const hostile = '=HYPERLINK("http://a.example";"x") <script>alert(1)</script> & {{title}} \u0007 ]]> _x0041_'
const long = 'Đề nghị làm rõ trách nhiệm của các bên. '.repeat(120)
const source = recordSource(
  [
    answered('Bộ Y tế', { body: hostile, comments: [['Điều 5', long.trim(), 'Sửa lại']] }),
    answered('+Bộ Tài chính', { comments: [['Điều 6', 'Ngắn.']] }),
    silent('Bộ Nội vụ'),
  ],
  { phase: 'open' },
)
const make = (format: Exclude<RecordFormat, 'zip'>, locale: 'vi' | 'en' = 'vi') =>
  makeRecord({ source, what: 'table', format, locale })
const partsOf = async (locale?: 'vi' | 'en') => {
  const parts = unzipSync(await make('docx', locale))
  return (name: string) => strFromU8(parts[name] ?? new Uint8Array())
}

describe('the table as DOCX', () => {
  it('is a real table on A4 across in Times New Roman 13, its head repeated and the pages counted', async () => {
    const part = await partsOf()
    const document = part('word/document.xml')
    expect(document).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    expect(document.match(/<w:tbl>/g)).toHaveLength(1)
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(part('word/styles.xml')).toMatch(/Times New Roman[\s\S]*<w:sz w:val="26"\/>/)
    expect(part('word/styles.xml')).toContain('<w:lang w:val="vi-VN"/>')
    expect(part('word/footer1.xml')).toMatch(/Trang [\s\S]*PAGE[\s\S]*NUMPAGES/)
  })

  it('keeps a row that fits on one page, and lets one that is longer than a page go on over it', async () => {
    const document = (await partsOf())('word/document.xml')
    const rows = document.split('<w:tr>').slice(1)
    const rowWith = (words: string) => rows.find((row) => row.includes(words)) ?? ''
    expect(rowWith('Ngắn.')).toContain('<w:cantSplit/>')
    expect(rowWith('Đề nghị làm rõ')).not.toMatch(/<w:cantSplit\/>/)
  })

  it('shows the words of people to the letter, and as nothing but words', async () => {
    const document = (await partsOf())('word/document.xml')
    expect(document).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{title}} \u25a1 ]]&gt; _x0041_')
    expect(document).not.toMatch(/<w:hyperlink|<w:instrText[^>]*>HYPERLINK/)
  })

  it('is the same to the byte when it is made again, and says of itself nothing but what it is', async () => {
    const [first, second] = [await make('docx'), await make('docx')]
    expect(Buffer.compare(first, second)).toBe(0)
    const core = (await partsOf())('docProps/core.xml')
    expect(core.match(/2020-07-01T02:00:00.000Z/g)).toHaveLength(2)
    expect(core).toMatch(/<dc:creator>Đôn đốc<\/dc:creator><cp:lastModifiedBy>Đôn đốc</)
  })

  it('is in English where that is wanted', async () => {
    const part = await partsOf('en')
    expect(part('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>')
    expect(part('word/document.xml')).toContain('CONSOLIDATED TABLE')
  })
})

describe('the table as a sheet', () => {
  it('has a row for everybody, each complete by itself, as text that no program takes for a formula', async () => {
    const { sheets } = await readXlsx(await make('xlsx'))
    expect(sheets.map(({ name }) => name)).toEqual(['Góp ý', 'Thông tin chung'])
    const rows = sheets[0]?.rows ?? []
    expect(rows).toHaveLength(5)
    expect(rows[1]?.[4]).toBe(hostile.replace('\u0007', '\u25a1'))
    expect(rows[4]?.[8]).toBe('Chưa trả lời')
    expect(rows.slice(1).every((row) => row[10] === 'Đợt 1 (đang mở)')).toBe(true)
    expect(sheets[1]?.rows[2]?.[0]).toContain('Đợt lấy ý kiến chưa kết thúc')
  })

  it('can be filtered and sorted: buttons in its head, its numbers as numbers, each row as high as its words', async () => {
    const parts = unzipSync(await make('xlsx'))
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    const sheet = part('xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<autoFilter ref="A1:L5"/>')
    expect(sheet).toMatch(/<c r="A2"[^>]*><v>1<\/v><\/c>/)
    expect(sheet).not.toMatch(/<c r="A2"[^>]* t="s"/)
    const heights = [...sheet.matchAll(/<row r="\d+" ht="([\d.]+)"(?! customHeight)/g)].map(([, ht]) => Number(ht))
    expect(heights).toHaveLength(5)
    expect(Math.max(...heights)).toBe(409)
    expect(part('xl/worksheets/sheet2.xml')).not.toContain('autoFilter')
    expect(part('xl/workbook.xml')).toContain("'Góp ý'!$A$1:$L$5</definedName>")
  })

  it('is printed across, as wide as the paper, with its head on each page', async () => {
    const parts = unzipSync(await make('xlsx'))
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    for (const sheet of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']) {
      expect(part(sheet)).toContain('<pageSetUpPr fitToPage="1"/>')
      expect(part(sheet)).toMatch(/<pageSetup [^>]*orientation="landscape" fitToWidth="1" fitToHeight="0"/)
    }
    expect(part('xl/workbook.xml')).toContain("'Góp ý'!$1:$1</definedName>")
  })

  it('guards the cells of CSV as everywhere', async () => {
    const rows: unknown = parse(Buffer.from(await make('csv')), { bom: true })
    expect(rows).toHaveLength(5)
    expect(rows).toMatchObject({ 1: { 4: `'${hostile.replace('\u0007', '\u25a1')}` }, 3: { 2: "'+Bộ Tài chính" } })
  })
})

describe('the table as HTML', () => {
  it('loads and runs nothing, and escapes what people wrote', async () => {
    const page = Buffer.from(await make('html')).toString()
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{title}}')
    expect(page).not.toMatch(/<script|<img|<link|href=|src=|url\(/)
    expect(page).toContain("default-src 'none'")
    expect(page).toContain('<html lang="vi">')
  })
})
