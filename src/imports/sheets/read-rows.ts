import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { FileRefused } from './file-refused.ts'
import { refuseOtherKind } from './other-kind.ts'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'
import type { HowToRead } from './read-workbook.ts'
import type { Sheet } from './sheet.ts'

const largestFile = 50_000_000

/**
 * Reads the rows of a CSV (also .tsv and .txt), XLSX, ODS or JSON file, told apart by its ending. Refuses a file that is
 * missing or of another kind.
 */
export async function readRows(path: string, how: HowToRead = {}): Promise<Sheet> {
  const file = basename(path)
  const ending = extname(path).toLowerCase()
  if (how.sheet !== undefined && ending !== '.xlsx' && ending !== '.ods')
    throw new FileRefused(`${file}: only a workbook (.xlsx, .ods) has sheets; leave out --sheet`)
  switch (ending) {
    case '.csv':
    case '.tsv':
    case '.txt':
      return readCsv(file, await bytesOf(path, '.csv'), how)
    case '.json':
      return readJson(file, await bytesOf(path, ending), how.vocabulary)
    case '.xlsx': {
      // Loaded for workbooks alone: its parser is the larger part of the command's start.
      const { readXlsx } = await import('./read-xlsx.ts')
      return readXlsx(file, await bytesOf(path, ending), how)
    }
    case '.ods': {
      const { readOds } = await import('./read-ods.ts')
      return readOds(file, await bytesOf(path, ending), how)
    }
    case '.xls':
    case '.xlsm':
    case '.xlsb':
      throw new FileRefused(`${file}: ${ending} workbooks are not read; save it as .xlsx, .ods or CSV UTF-8`)
    default:
      throw new FileRefused(`${file}: expected a file that ends in .csv, .tsv, .xlsx, .ods or .json`)
  }
}

async function bytesOf(path: string, ending: '.csv' | '.json' | '.xlsx' | '.ods'): Promise<Uint8Array> {
  const bytes = await readBytes(path)
  refuseOtherKind(basename(path), ending, bytes)
  return bytes
}

/** The bytes of a file up to 50 MB; refuses with the reason when it cannot be read. */
export async function readBytes(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new FileRefused(`${path}: ${reasons[error.code ?? ''] ?? error.message}`)
  })
  if (bytes.length > largestFile) throw new FileRefused(`${path}: larger than 50 MB`)
  return bytes
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'no permission to read it',
  EISDIR: 'is a folder, not a file',
}
