import type { SheetColumn } from '../../files/write-xlsx.ts'
import type { Author, Remark, TableDocument } from '../layout/document.ts'

/** A workbook's cell holds 32,767 characters; what is longer goes on in a row below, and nothing is cut. */
const cellLength = 32_000

/** The table as a sheet that somebody will sort and filter: each row says everything by itself, and everybody asked has one. */
export function sheetOf(table: TableDocument): {
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly string[])[]
} {
  const [provision, author, remark, answer] = table.columns
  const { sheet } = table
  const columns = [
    { name: sheet.number, width: 6, number: true as const },
    { name: provision, width: 20 },
    { name: author, width: 22 },
    { name: sheet.person, width: 20 },
    { name: remark, width: 50 },
    { name: table.proposalLabel.toUpperCase(), width: 36 },
    { name: answer, width: 36 },
    { name: sheet.position, width: 18 },
    { name: sheet.standing, width: 14 },
    { name: sheet.marks, width: 24 },
    { name: sheet.round, width: 14 },
    { name: sheet.provisionText, width: 44 },
  ]
  const rows: (readonly string[])[] = []
  const add = (place: string, authors: readonly Author[], [words, proposal, reply, provisionText]: Words) => {
    const parts = [words, proposal, reply].map(split)
    const texts = split(provisionText)
    const who = [
      joined(authors.map(({ body }) => body)),
      joined(authors.flatMap(({ person }) => (person === '' ? [] : [person]))),
    ]
    const about = [
      joined(authors.map(({ position }) => position)),
      joined(authors.map(({ standing }) => standing)),
      joined(authors.flatMap(({ marks, letters }) => [...marks, ...letters])),
      table.roundName,
    ]
    for (let at = 0; at < Math.max(...[...parts, texts].map(({ length }) => length)); at += 1)
      rows.push([
        String(rows.length + 1),
        place,
        ...who,
        ...parts.map((part) => part[at] ?? ''),
        ...about,
        texts[at] ?? '',
      ])
  }
  for (const row of table.groups.flatMap((group) => group.rows))
    add(row.provision, row.authors, [said(row.remarks), proposed(row.remarks), row.answer, row.provisionText])
  for (const author of table.withoutRows) add('', [author], ['', '', '', ''])
  return { columns, rows }
}

type Words = readonly [words: string, proposal: string, reply: string, provisionText: string]

const joined = (parts: readonly string[]): string => [...new Set(parts)].filter((part) => part !== '').join('; ')

const said = (remarks: readonly Remark[]): string =>
  remarks.map(({ by, words }) => (by === undefined ? words : `${by}: ${words}`)).join('\n')

const proposed = (remarks: readonly Remark[]): string =>
  remarks
    .flatMap(({ by, proposal }) => (proposal === undefined ? [] : [by === undefined ? proposal : `${by}: ${proposal}`]))
    .join('\n')

function split(text: string): readonly string[] {
  const parts: string[] = []
  for (let rest = text; rest !== '' || parts.length === 0; ) {
    // Never inside a character.
    const cut = /[\ud800-\udbff]/.test(rest.charAt(cellLength - 1)) ? cellLength - 1 : cellLength
    parts.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  return parts
}

/** What stands before the table, as a sheet of its own: notices, then label and words. */
export const aboutSheetOf = (table: TableDocument): readonly (readonly string[])[] => [
  [table.title, ''],
  [table.about, ''],
  ...table.notices.map((notice) => [notice, '']),
  ...table.preamble.map(({ label, text }) => (label === undefined ? [text, ''] : [label, text])),
]
