import {
  AlignmentType,
  BorderStyle,
  LeaderType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { SheetBlock, SheetDocument } from '../layout/sheet-document.ts'
import { paragraphs, widthOf, writeDocument } from './docx-parts.ts'

const width = widthOf(false)

/** Printed sheets as a DOCX of upright A4 pages. */
export async function writeSheetDocx(sheet: SheetDocument): Promise<Uint8Array> {
  const { pages, ...setting } = sheet
  const content = pages.flatMap((blocks, page) => [
    ...(page === 0 ? [] : [new Paragraph({ pageBreakBefore: true, spacing: { line: 20 } })]),
    ...blocks.flatMap(drawn),
  ])
  return await writeDocument({ ...setting, across: false }, [content])
}

function drawn(block: SheetBlock): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return paragraphs(block.text, { bold: true, centred: true, size: 28 })
    case 'subtitle':
      return paragraphs(block.text, { bold: true, centred: true, after: 160 })
    case 'notice':
      return paragraphs(block.text, { bold: true, italics: true, after: 120 })
    case 'heading':
      return paragraphs(block.text, { bold: true, before: 120, after: 40, keepNext: true })
    case 'line':
      return paragraphs(block.text, { after: 40 }, block.label)
    case 'choice':
      return [
        new Paragraph({
          indent: { left: 567, hanging: 397 },
          children: [
            // Times New Roman has no such box.
            new TextRun({ text: block.ticked ? '\u2612' : '\u2610', font: 'Segoe UI Symbol' }),
            new TextRun({ text: ` ${block.text}`, bold: block.ticked }),
          ],
        }),
      ]
    case 'table':
      return [tableOf(block), ...paragraphs('')]
    case 'bar':
      return [...paragraphs(block.label, { before: 80, after: 40, keepNext: true }), barOf(block.done, block.total)]
    case 'blank':
      return [
        new Paragraph({
          spacing: { before: 120 },
          tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }],
          children: [new TextRun('\t')],
        }),
      ]
    case 'signature':
      return signatureOf(block.lines, block.name)
    default:
      return block satisfies never
  }
}

function tableOf({ columns, shares, rows }: Extract<SheetBlock, { kind: 'table' }>): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.floor((width * share) / whole))
  const row = (cells: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: head,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            children: paragraphs(cell, head ? { bold: true, centred: true, keepNext: true } : {}),
          }),
      ),
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 100, right: 100, top: 40, bottom: 40 },
    rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
  })
}

/** A bar across the page: two cells, of which the first is dark. Where one of them would be empty there is one cell. */
function barOf(done: number, total: number): Table {
  const filled = total === 0 ? 0 : Math.round((width * Math.min(done, total)) / total)
  const parts = [
    { size: filled, fill: '595959' },
    { size: width - filled, fill: 'EDEDED' },
  ].filter(({ size }) => size > 0)
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: parts.map(({ size }) => size),
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        height: { value: 220, rule: 'exact' },
        children: parts.map(
          ({ size, fill }) =>
            new TableCell({
              width: { size, type: WidthType.DXA },
              shading: { type: ShadingType.CLEAR, color: 'auto', fill },
              children: [new Paragraph({ spacing: { line: 20 } })],
            }),
        ),
      }),
    ],
  })
}

/** On the right half, with room for the hand; kept together. */
function signatureOf(lines: readonly string[], name: string): readonly Paragraph[] {
  const at = (text: string, more: { readonly bold?: boolean; readonly italics?: boolean; readonly before?: number }) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      indent: { left: Math.floor(width / 2) },
      keepNext: more.before === undefined,
      keepLines: true,
      spacing: { before: more.before ?? 0 },
      children: [new TextRun({ text, bold: more.bold ?? false, italics: more.italics ?? false })],
    })
  const [first = '', ...others] = lines
  return [
    ...paragraphs('', { keepNext: true }),
    at(first, { bold: true }),
    ...others.map((line) => at(line, { italics: true })),
    at(name, { bold: true, before: 1100 }),
  ]
}
