import { type IPatch, PatchType, patchDocument, TextRun } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { repeatRows } from './repeat-rows.ts'

type Words = Readonly<Record<string, string>>
type Properties = { readonly title?: string; readonly creator?: string; readonly lastModifiedBy?: string }

const body = 'word/document.xml'

/**
 * Puts words into a template: `fields` by their names, and `rows`, which have the same fields each, into the rows of a
 * table that hold fields of `rows.`, repeated for each. They look as the template's own words there; lines stay lines.
 *
 * The library fills in marks, one row of them, and the words take their place afterwards: so what somebody wrote is never
 * read as a field, and thousands of rows take as long as their words (the library's own repeating takes minutes).
 */
export async function fillTemplate(
  template: Uint8Array,
  fields: Words,
  rows: readonly Words[],
  properties: Properties = {},
): Promise<Uint8Array> {
  const marks = new Map(Object.keys(fields).map((name) => [name, markOf(name)]))
  const rowMarks = new Map(Object.keys(rows[0] ?? {}).map((name) => [name, markOf(`rows.${name}`)]))
  const filled = await patchDocument({
    outputType: 'uint8array',
    data: template,
    patches: {
      ...patchesOf(marks),
      rows: { type: PatchType.TABLE_ROWS, rows: [patchesOf(rowMarks)] },
    },
    trimPlaceholders: true,
    properties,
  })
  const parts = unzipSync(filled)
  for (const [name, part] of Object.entries(parts)) {
    if (!name.endsWith('.xml')) continue
    const text = strFromU8(part)
    if (!text.includes(opens)) continue
    const repeated = name === body ? repeatRows(text, rowMarks, rows.map(asXml)) : text
    parts[name] = strToU8(put(repeated, marks, asXml(fields)))
  }
  return zipSync(parts)
}

// Private characters of plane 15: no word of a template, nor of anybody's.
const opens = '\u{f0f0e}'
const closes = '\u{f0f0f}'

const markOf = (name: string): string => `${opens}${name}${closes}`

const patchesOf = (marks: ReadonlyMap<string, string>): Record<string, IPatch> =>
  Object.fromEntries(
    [...marks].map(([name, mark]) => [name, { type: PatchType.PARAGRAPH, children: [new TextRun(mark)] }]),
  )

const put = (xml: string, marks: ReadonlyMap<string, string>, words: Words): string =>
  [...marks].reduce((text, [name, mark]) => text.replaceAll(mark, () => words[name] ?? ''), xml)

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const lineBreak = '</w:t><w:br/><w:t xml:space="preserve">'

/** Words as they stand within a run's text; a line end is a break in the run. They hold no character that XML forbids. */
const asXml = (words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).map(([name, text]) => [
      name,
      text
        .replaceAll(opens, '\u25a1')
        .replaceAll(closes, '\u25a1')
        .replace(/[&<>]/g, (sign) => escapes[sign] ?? '')
        .replaceAll('\n', lineBreak),
    ]),
  )
