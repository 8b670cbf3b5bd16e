import { FileRefused } from './file-refused.ts'

/** How files begin that are often given another ending. */
const BEGINNINGS: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x50, 0x4b, 0x03, 0x04], 'a workbook or another archive'],
]
/** The container of .xls and .doc, and of workbooks that are locked. */
const CONTAINER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le')

const begins = (bytes: Uint8Array, wanted: readonly number[]): boolean => wanted.every((byte, at) => bytes[at] === byte)

/** Whether an old .xls, or another file of its container, was given the ending of a workbook; a locked one is none. */
const isOldWorkbook = (bytes: Uint8Array): boolean =>
  begins(bytes, CONTAINER) && !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(LOCKED)

/** Refuses a file without bytes, and one whose contents are of another kind than its ending says, and says of which. */
export function refuseOtherKind(file: string, ending: '.csv' | '.json' | '.xlsx' | '.ods', bytes: Uint8Array): void {
  if (bytes.length === 0) throw new FileRefused(`${file}: the file is empty`)
  const isWorkbook = ending === '.xlsx' || ending === '.ods'
  const old = isOldWorkbook(bytes) ? 'an old .xls workbook or the like' : undefined
  const what = old ?? BEGINNINGS.find(([beginning]) => begins(bytes, beginning))?.[1]
  if (!isWorkbook) {
    const locked = begins(bytes, CONTAINER) ? 'a workbook' : undefined
    const found = what ?? locked
    if (found !== undefined)
      throw new FileRefused(`${file}: holds ${found}, not text; save the list as "CSV UTF-8" and import again`)
    return
  }
  if (begins(bytes, [0x50, 0x4b]) || (begins(bytes, CONTAINER) && old === undefined)) return
  const found = what ?? (isText(bytes) ? 'text' : undefined)
  const ends = found === 'text' ? 'call it .csv, or' : 'open it in a spreadsheet program and'
  throw new FileRefused(
    `${file}: not a readable ${ending} workbook${found === undefined ? '' : `: it holds ${found}`}; ${ends} save it as ${ending}`,
  )
}

/** Whether nothing in its first lines is a sign that no text has. */
const isText = (bytes: Uint8Array): boolean => bytes.subarray(0, 2_000).every((byte) => byte >= 0x20 || isSpace(byte))
const isSpace = (byte: number): boolean => byte === 0x09 || byte === 0x0a || byte === 0x0d
