import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'

/** A form as a ministry might have it: these lines, and a table with a head and one row of these cells. */
export async function recordTemplate(
  lines: readonly string[],
  row: readonly string[] | undefined,
): Promise<Uint8Array> {
  const cells = (texts: readonly string[]) =>
    new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) })
  const table = row === undefined ? [] : [new Table({ rows: [cells(row.map((_, at) => `Cột ${at + 1}`)), cells(row)] })]
  const paragraphs = lines.map((line) => new Paragraph({ children: [new TextRun({ text: line, bold: true })] }))
  return await Packer.toBuffer(
    new Document({ creator: 'Vụ Pháp chế', sections: [{ children: [...paragraphs, ...table] }] }),
  )
}

/** One that has all that it needs. */
export const fitLines = [
  'MẪU SỐ 05',
  '{{title}}',
  '{{notice}}',
  'Đã hỏi {{ asked }}, đã trả lời {{answered}}. Chưa: {{missing}}',
]
export const fitRow = [
  '{{rows.number}}',
  '{{rows.provision}}',
  '{{rows.author}} {{rows.marks}}',
  '{{rows.remark}}',
  '{{rows.answer}}',
]
