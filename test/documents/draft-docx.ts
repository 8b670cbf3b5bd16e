import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import type { DraftLine, TestDraft } from './drafts.ts'

/** Where Word's own numbering stands in place of typed numbers. */
const LISTS = {
  law: [
    { format: LevelFormat.DECIMAL, text: 'Điều %1.' },
    { format: LevelFormat.DECIMAL, text: '%2.' },
    { format: LevelFormat.LOWER_LETTER, text: '%3)' },
  ],
  outline: [
    { format: LevelFormat.UPPER_ROMAN, text: '%1.' },
    { format: LevelFormat.DECIMAL, text: '%2.' },
    { format: LevelFormat.LOWER_LETTER, text: '%3)' },
  ],
  chapters: [{ format: LevelFormat.UPPER_ROMAN, text: 'Chương %1' }],
} as const
type List = keyof typeof LISTS

/** A draft as a Word file; `automatic` leaves to Word every number that it can count itself. */
export async function draftDocx({ lines }: TestDraft, automatic: boolean): Promise<Uint8Array> {
  const notes: Record<string, { children: Paragraph[] }> = {}
  const counters: Record<string, number[]> = {}
  const children: (Paragraph | Table)[] = []
  for (let at = 0; at < lines.length; ) {
    const rows = lines
      .slice(at, lines.findIndex((line, place) => place >= at && !line.row) >>> 0)
      .filter(({ row }) => row)
    if (rows.length > 0) {
      children.push(tableOf(rows))
      at += rows.length
      continue
    }
    const line = lines[at]
    if (line !== undefined)
      children.push(
        paragraphOf(line, automatic ? labelOf(line, lines[at - 1]?.id === line.id, counters) : undefined, notes),
      )
    at++
  }
  const document = new Document({
    footnotes: notes,
    numbering: {
      config: Object.entries(LISTS).map(([reference, levels]) => ({
        reference,
        levels: levels.map((level, at) => ({ level: at, ...level, alignment: AlignmentType.LEFT })),
      })),
    },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
          }),
        },
        children,
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const tableOf = (rows: readonly DraftLine[]) =>
  new Table({
    rows: rows.map(
      ({ text }) =>
        new TableRow({ children: text.split(' | ').map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
    ),
  })

type Label = { readonly list: List; readonly level: number; readonly typed: RegExp }

const KINDS: readonly (readonly [RegExp, List, number, RegExp])[] = [
  [/^(?:pl\.)?c(\d+)$/, 'chapters', 0, /^Chương [IVX]+$/],
  [/(?:^|\.)d(\d+)$/, 'law', 0, /^Điều \d+\. /],
  [/\.k(\d+)$/, 'law', 1, /^\d+\. /],
  [/\.k\d+\.d([a-d])$/, 'law', 2, /^[a-d]\) /],
  [/^h(\d+)$/, 'outline', 0, /^[IVX]+\. /],
  [/^h\d+\.(\d+)$/, 'outline', 1, /^\d+\. /],
  [/^h\d+\.\d+\.([a-d])$/, 'outline', 2, /^[a-d]\) /],
]

/** How Word would number a line, where it would come to the number that stands there. */
function labelOf({ id, text }: DraftLine, goesOn: boolean, counters: Record<string, number[]>): Label | undefined {
  if (goesOn) return undefined
  for (const [pattern, list, level, typed] of KINDS) {
    const number = pattern.exec(id)?.[1]
    if (number === undefined || !typed.test(text)) continue
    const value = /\d/.test(number) ? Number(number) : number.charCodeAt(0) - 96
    const counted = counters[list] ?? []
    if ((counted[level] ?? 0) + 1 !== value) return undefined
    counters[list] = [...counted.slice(0, level), value]
    return { list, level, typed }
  }
  return undefined
}

function paragraphOf(
  { text }: DraftLine,
  label: Label | undefined,
  notes: Record<string, { children: Paragraph[] }>,
): Paragraph {
  const words = label === undefined ? text : text.replace(label.typed, '')
  const children = words.split(/(\[fn:[^\]]*\])/).map((part) => {
    const note = /^\[fn:(.*)\]$/.exec(part)?.[1]
    if (note === undefined) return new TextRun(part)
    const id = Object.keys(notes).length + 1
    notes[id] = { children: [new Paragraph(note)] }
    return new FootnoteReferenceRun(id)
  })
  return new Paragraph({
    children,
    ...(label === undefined ? {} : { numbering: { reference: label.list, level: label.level } }),
  })
}
