import type { RecordFormat } from '../../contract/intent.ts'
import { writeCsv } from '../../files/write-csv.ts'
import { writeXlsx } from '../../files/write-xlsx.ts'
import type { TableDocument } from '../layout/document.ts'
import { writeHtml } from './html.ts'
import { aboutSheetOf, sheetOf } from './sheet.ts'
import { steadyOfficeFile } from './steady-office-file.ts'

/** The consolidated table in one of its formats. */
export async function writeTable(table: TableDocument, format: Exclude<RecordFormat, 'zip'>): Promise<Uint8Array> {
  switch (format) {
    case 'docx': {
      // A megabyte of a library, for whoever asks for it.
      const { writeTableDocx } = await import('./table-docx.ts')
      return await writeTableDocx(table)
    }
    case 'xlsx': {
      const { columns, rows } = sheetOf(table)
      const about = { name: table.sheet.about, rows: aboutSheetOf(table), widths: [60, 100] }
      return steadyOfficeFile(await writeXlsx(table.sheet.name, columns, rows, about), table.madeAt)
    }
    case 'csv': {
      const { columns, rows } = sheetOf(table)
      return writeCsv([columns.map(({ name }) => name), ...rows])
    }
    case 'html':
      return writeHtml(table)
    default:
      return format satisfies never
  }
}
