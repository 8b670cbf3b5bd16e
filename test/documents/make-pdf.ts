import { asRead, type TestDraft } from './drafts.ts'

type Placed = { readonly text: string; readonly x: number; readonly y: number }
export type Page = readonly Placed[]

/** Each letter is so wide, at 12 points; the font is not in the file, and its codes are those of Unicode. */
const LETTER = 6
const FONT = `<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /ToUnicode 4 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Test /Flags 4 >> >>] >>`
const UNICODE =
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end'

type Extras = {
  /** Goes into the trailer's dictionary, into the catalog's, and into that of each page. */
  readonly trailer?: string
  readonly catalog?: string
  readonly onPage?: string
  /** The title. */
  readonly info?: string
  /** Laid on each page. */
  readonly stamp?: string
  /** Further objects; of a file of one page the first has the number 8. */
  readonly more?: readonly string[]
  /** How what is no stream is packed into an object stream; by default it is not. */
  readonly packed?: (inside: Buffer) => readonly [filter: string, bytes: Buffer]
}

/** A PDF with a text layer; pages without anything on them have none. */
export function makePdf(pages: readonly Page[], extras: Extras = {}): Uint8Array<ArrayBuffer> {
  const { trailer = '', catalog = '', onPage = '', info = '', stamp = '', more = [], packed } = extras
  const kids = pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ')
  const annotation =
    stamp === ''
      ? ''
      : ` /Annots [<< /Type /Annot /Subtype /FreeText /Rect [9 9 99 99] /Contents <feff${hex(stamp)}> >>]`
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    FONT,
    stream(UNICODE),
    ...pages.flatMap((page, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${6 + at * 2} 0 R${annotation} ${onPage} >>`,
      stream(page.map(({ text, x, y }) => `BT /F 12 Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`).join('\n')),
    ]),
    `<< /Title <feff${hex(info)}> >>`,
    ...more,
  ]
  const dictionary = `/Root 1 0 R /Info ${5 + pages.length * 2} 0 R ${trailer}`
  return Uint8Array.from(packed === undefined ? listed(objects, dictionary) : inStream(objects, dictionary, packed))
}

/** Objects one after another, with a table of where they begin. */
function listed(objects: readonly string[], dictionary: string): Buffer {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} ${dictionary} >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** As writers do since PDF 1.5: what is no stream is packed into one, and the table is a stream. */
function inStream(objects: readonly string[], dictionary: string, packed: NonNullable<Extras['packed']>): Buffer {
  const holder = objects.length + 1
  const inside = objects.flatMap((object, at) => (object.includes('stream\n') ? [] : [{ number: at + 1, object }]))
  const offsets = inside.map((_, at) => inside.slice(0, at).reduce((sum, { object }) => sum + object.length + 1, 0))
  const head = inside.map(({ number }, at) => `${number} ${offsets[at]} `).join('')
  const [filter, bytes] = packed(Buffer.from(`${head}${inside.map(({ object }) => `${object}\n`).join('')}`, 'latin1'))
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  const entries = objects.map((object, at): readonly number[] => {
    const place = inside.findIndex(({ number }) => number === at + 1)
    if (place !== -1) return [2, holder, place]
    const offset = length()
    parts.push(Buffer.from(`${at + 1} 0 obj\n${object}\nendobj\n`, 'latin1'))
    return [1, offset, 0]
  })
  const begins = length()
  parts.push(
    Buffer.from(
      `${holder} 0 obj\n<< /Type /ObjStm /N ${inside.length} /First ${head.length} /Length ${bytes.length} ${filter} >>\nstream\n`,
    ),
    bytes,
    Buffer.from('\nendstream\nendobj\n'),
  )
  const tableAt = length()
  const rows = [[0, 0, 65_535], ...entries, [1, begins, 0], [1, tableAt, 0]].map(([kind = 0, where = 0, place = 0]) => {
    const row = Buffer.alloc(7)
    row.writeUInt8(kind, 0)
    row.writeUInt32BE(where, 1)
    row.writeUInt16BE(place, 5)
    return row
  })
  parts.push(
    Buffer.from(
      `${holder + 1} 0 obj\n<< /Type /XRef /Size ${holder + 2} /W [1 4 2] /Length ${rows.length * 7} ${dictionary} >>\nstream\n`,
    ),
    ...rows,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${tableAt}\n%%EOF\n`),
  )
  return Buffer.concat(parts)
}

const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
const hex = (text: string) =>
  [...Buffer.from(text, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const [LEFT, RIGHT, TOP, LINE] = [85, 540, 780, 18]

/** A draft as pages of so many lines, broken at the right edge, with a head and a number on each page. */
export function draftPages({ lines }: TestDraft, perPage: number, head: string): readonly Page[] {
  const placed = lines.flatMap(({ text, row }) =>
    row ? [rowOf(text)] : broken(asRead(text)).map((line) => [{ text: line, x: LEFT }]),
  )
  const pages: Page[] = []
  for (let at = 0; at < placed.length; at += perPage) {
    const body = placed
      .slice(at, at + perPage)
      .flatMap((line, place) => line.map((piece) => ({ ...piece, y: TOP - (place + 2) * LINE })))
    pages.push([{ text: head, x: LEFT, y: TOP }, ...body, { text: String(pages.length + 1), x: 300, y: 40 }])
  }
  return pages
}

function broken(text: string): readonly string[] {
  const most = Math.floor((RIGHT - LEFT) / LETTER)
  const found: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > most) {
      found.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...found, line]
}

function rowOf(text: string): readonly Omit<Placed, 'y'>[] {
  let x = LEFT
  return text.split(' | ').map((cell) => {
    const piece = { text: cell, x }
    x += Math.max(cell.length * LETTER + 40, 90)
    return piece
  })
}
