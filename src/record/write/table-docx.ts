import { ShadingType, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx'
import { asLine } from '../layout/clean-words.ts'
import { type Author, notesOf, type Remark, type Row, type TableDocument } from '../layout/document.ts'
import { paragraphs, textSize, widthOf, writeDocument } from './docx-parts.ts'

/** Twips of the four columns on A4 across. */
const widths = [2600, 2700, 5500, widthOf(true) - 2600 - 2700 - 5500] as const
const padding = 100
/** Twips that a letter of this size takes on the average: an estimate, to tell rows that fill a page from those that fit. */
const letterWidth = textSize * 4.5
/** Lines that surely fit below the table's head. */
const fitting = 22

/** The consolidated table as a DOCX that somebody will go on editing: a real table, its head repeated on every page. */
export async function writeTableDocx(table: TableDocument): Promise<Uint8Array> {
  const { locale, title, about, notices, preamble, creator, pageWord, madeAt } = table
  return await writeDocument({ locale, title, subject: about, creator, pageWord, across: true, madeAt }, [
    [
      ...paragraphs(title, { bold: true, centred: true, size: 28 }),
      ...paragraphs(about, { bold: true, centred: true, after: 160 }),
      ...notices.flatMap((notice) => paragraphs(notice, { bold: true, italics: true, after: 120 })),
      ...preamble.flatMap(({ level, label, text }) =>
        level === 1
          ? paragraphs(text, { bold: true, before: 100, after: 40, keepNext: true })
          : paragraphs(text, { after: 40 }, label),
      ),
      ...paragraphs('', {}),
      tableOf(table),
    ],
  ])
}

function tableOf({ columns, groups, noRows, proposalLabel }: TableDocument): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, at) =>
      cell(paragraphs(column, { bold: true, centred: true, keepNext: true }), widths[at] ?? 0, {
        verticalAlign: VerticalAlign.CENTER,
      }),
    ),
  })
  const rows = groups.flatMap(({ heading, rows: inGroup }) => [
    wide(heading, { bold: true, keepNext: true }),
    ...inGroup.map((row) => rowOf(row, proposalLabel)),
  ])
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widthOf(true), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: padding, right: padding, top: 40, bottom: 40 },
    rows: [head, ...(rows.length === 0 ? [wide(noRows, {})] : rows)],
  })
}

function rowOf({ provision, authors, remarks, answer }: Row, proposalLabel: string): TableRow {
  const cells = [
    paragraphs(provision),
    authors.flatMap(authorOf),
    remarks.flatMap((remark) => remarkOf(remark, proposalLabel)),
    paragraphs(answer),
  ]
  const words = [
    provision,
    authors.map((author) => [author.body, author.person, ...notesOf(author)].join('\n')).join('\n'),
    remarks.map((remark) => plainOf(remark, proposalLabel)).join('\n'),
    answer,
  ]
  const lines = Math.max(...words.map((text, at) => linesOf(text, widths[at] ?? 0)))
  return new TableRow({
    // A row that is longer than a page must go on over it: what may not be torn there is pushed on, or cut.
    cantSplit: lines <= fitting,
    children: cells.map((content, at) => cell(content, widths[at] ?? 0)),
  })
}

/** About how many lines a text takes in a column. */
const linesOf = (text: string, width: number): number => {
  const letters = (width - 2 * padding) / letterWidth
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0)
}

const plainOf = ({ by = '', words, proposal }: Remark, label: string): string =>
  `${by} ${words}${proposal === undefined ? '' : `\n${label}: ${proposal}`}`

const authorOf = (author: Author) => [
  ...paragraphs(author.body),
  ...(author.person === '' ? [] : paragraphs(`(${author.person})`)),
  ...notesOf(author).flatMap((mark) => paragraphs(asLine(mark), { italics: true })),
]

const remarkOf = ({ by, words, proposal }: Remark, label: string) => [
  ...paragraphs(words, {}, by),
  ...(proposal === undefined ? [] : paragraphs(proposal, { italics: true }, label)),
]

const wide = (text: string, look: { readonly bold?: boolean; readonly keepNext?: boolean }) =>
  new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: 4,
        ...(look.bold === true ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'EDEDED' } } : {}),
        children: paragraphs(text, look),
      }),
    ],
  })

const cell = (
  children: ReturnType<typeof paragraphs>,
  width: number,
  more: { readonly verticalAlign?: (typeof VerticalAlign)['CENTER'] } = {},
) => new TableCell({ width: { size: width, type: WidthType.DXA }, children, ...more })
