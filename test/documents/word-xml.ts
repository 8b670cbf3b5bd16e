import { strToU8, zipSync } from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const ALL = `${W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The XML within each part of a Word file that a test writes by hand. */
export type WordParts = {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly header?: string
  readonly footer?: string
  /** Parts as they are, by name; a type for each is not needed to read them. */
  readonly more?: Readonly<Record<string, string | Uint8Array>>
}

const declared = (xml: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`

/** A Word file of the least parts that Word opens. */
export function wordFile({ body, styles, numbering, footnotes, header, footer, more = {} }: WordParts): Uint8Array {
  const part = (name: string, root: string, inside: string | undefined) =>
    inside === undefined ? {} : { [`word/${name}.xml`]: strToU8(declared(`<w:${root} ${ALL}>${inside}</w:${root}>`)) }
  return zipSync({
    '[Content_Types].xml': strToU8(
      declared(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      ),
    ),
    '_rels/.rels': strToU8(
      declared(
        `<Relationships xmlns="${RELS}"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
    ),
    'word/document.xml': strToU8(declared(`<w:document ${ALL}><w:body>${body}</w:body></w:document>`)),
    ...part('styles', 'styles', styles),
    ...part('numbering', 'numbering', numbering),
    ...part('footnotes', 'footnotes', footnotes),
    ...part('header1', 'hdr', header),
    ...part('footer1', 'ftr', footer),
    ...Object.fromEntries(
      Object.entries(more).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  })
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
export const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
/** A paragraph of text, or of runs where it holds mark-up. */
export const par = (inside: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside.startsWith('<') ? inside : run(inside)}</w:p>`
export const listed = (text: string, level: number, num = 1) =>
  par(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`)
export const table = (...rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : par(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

/** One level of an automatic numbering. */
export const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
export const numbered = (levels: string, nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') =>
  `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${nums}`
