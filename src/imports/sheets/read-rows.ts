import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { FileRefused } from './file-refused.ts'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'
import type { Sheet } from './sheet.ts'

const largestFile = 50_000_000

/** Reads the rows of a CSV, XLSX or JSON file, told apart by its ending. Refuses a file that is missing or of another kind. */
export async function readRows(path: string): Promise<Sheet> {
  const file = basename(path)
  switch (extname(path).toLowerCase()) {
    case '.csv':
      return readCsv(file, await readBytes(path))
    case '.json':
      return readJson(file, await readBytes(path))
    case '.xlsx': {
      // Loaded for workbooks alone: its parser is the larger part of the command's start.
      const { readXlsx } = await import('./read-xlsx.ts')
      return readXlsx(file, await readBytes(path))
    }
    case '.xls':
      throw new FileRefused(`${file}: the old .xls form is not read; save it as .xlsx or as CSV UTF-8`)
    default:
      throw new FileRefused(`${file}: expected a file that ends in .csv, .xlsx or .json`)
  }
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
