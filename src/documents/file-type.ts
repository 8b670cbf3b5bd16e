import { Buffer, isUtf8 } from 'node:buffer'
import { readZip } from './zip.ts'

const MEDIA = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  tiff: 'image/tiff',
  webp: 'image/webp',
  gif: 'image/gif',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ole: 'application/x-ole-storage',
  rtf: 'application/rtf',
  html: 'text/html',
  zip: 'application/zip',
  rar: 'application/vnd.rar',
  '7z': 'application/x-7z-compressed',
  gzip: 'application/gzip',
  text: 'text/plain',
  unknown: 'application/octet-stream',
} as const

export type FileKind = keyof typeof MEDIA

/** What a file is by its bytes, whatever it is called. */
export type FileType = {
  readonly kind: FileKind
  readonly mediaType: string
  /** Holds macros (VBA, or a type that may), or a password keeps it shut. */
  readonly macros: boolean
  readonly encrypted: boolean
  /** Holds other files and is nothing else. */
  readonly archive: boolean
  /** False for a zip that cannot be listed, such as one that was cut off. */
  readonly whole: boolean
}

const SIGNATURES: readonly (readonly [FileKind, string])[] = [
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['gif', 'GIF8'],
  ['rtf', '{\\rtf'],
  ['rar', 'Rar!\x1a\x07'],
  ['7z', "7z\xbc\xaf'\x1c"],
  ['gzip', '\x1f\x8b'],
]
const ARCHIVES = new Set<FileKind>(['zip', 'rar', '7z', 'gzip'])

/** Looks at the bytes alone. Cheap: of a zip the list of its entries and its list of types. */
export function fileType(bytes: Uint8Array): FileType {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = buffer.toString('latin1', 0, 1024)
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipType(bytes)
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oleType(buffer)
  if (head.includes('%PDF-')) return of('pdf', { encrypted: isEncryptedPdf(buffer) })
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return of('webp')
  const [kind] = SIGNATURES.find(([, signature]) => head.startsWith(signature)) ?? []
  if (kind !== undefined) return of(kind)
  if (!isText(bytes)) return of('unknown')
  return of(/^\s*<(?:!doctype html|html)/iu.test(head.replace(/^\xef\xbb\xbf/u, '')) ? 'html' : 'text')
}

const of = (kind: FileKind, found: Partial<Pick<FileType, 'macros' | 'encrypted' | 'whole'>> = {}): FileType => ({
  kind,
  mediaType: MEDIA[kind],
  macros: false,
  encrypted: false,
  whole: true,
  ...found,
  archive: ARCHIVES.has(kind),
})

const MACRO_PART = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|Basic\/.*|macrosheets\/.*)$/iu
const listed = { parts: 10_000, partBytes: 2_000_000, unpackedBytes: 4_000_000 }

function zipType(bytes: Uint8Array): FileType {
  let types = ''
  let mime = ''
  let names: readonly string[] = []
  try {
    const zip = readZip(bytes, listed, (name) => name === '[Content_Types].xml' || name === 'mimetype')
    names = zip.names
    types = Buffer.from(zip.parts.get('[Content_Types].xml') ?? []).toString()
    mime = Buffer.from(zip.parts.get('mimetype') ?? []).toString()
  } catch {
    return of('zip', { whole: false })
  }
  const macros = names.some((name) => MACRO_PART.test(name)) || /macroEnabled|vbaProject/iu.test(types)
  const holds = (folder: RegExp) => names.some((name) => folder.test(name))
  if (types !== '' && holds(/^word\/document\d*\.xml$/u)) return of('docx', { macros })
  if (types !== '' && holds(/^xl\/workbook\d*\.(?:xml|bin)$/u)) return of('xlsx', { macros })
  if (types !== '' && holds(/^ppt\/presentation\.xml$/u)) return of('pptx', { macros })
  const encrypted = holds(/^encrypted-package$/u)
  if (mime.startsWith(MEDIA.odt)) return of('odt', { macros, encrypted })
  if (mime.startsWith(MEDIA.ods)) return of('ods', { macros, encrypted })
  return of('zip', { macros })
}

/** Old Office files, and new ones behind a password, which are wrapped in the old form. */
function oleType(buffer: Buffer): FileType {
  const holds = (stream: string) => buffer.includes(Buffer.from(stream, 'utf16le'))
  const macros = holds('_VBA_PROJECT')
  if (holds('EncryptedPackage')) return of('ole', { encrypted: true })
  if (holds('WordDocument')) return of('doc', { macros })
  return of(holds('Workbook') ? 'xls' : 'ole', { macros })
}

/** How often a PDF may speak of a password without having one: once for each time that it was saved is plenty. */
const mostMentions = 1_000

function isEncryptedPdf(buffer: Buffer): boolean {
  let mentions = 0
  for (let at = buffer.indexOf('/Encrypt'); at !== -1; at = buffer.indexOf('/Encrypt', at + 8)) {
    mentions += 1
    if (mentions > mostMentions) return true
    if (/^\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/u.test(buffer.toString('latin1', at, at + 40))) return true
  }
  return false
}

/** Whether `decodeText` gives a text, without making one of what is mostly UTF-8: megabytes of it take long. */
const isText = (bytes: Uint8Array): boolean =>
  isUtf16(bytes)
    ? decodeText(bytes) !== undefined
    : isUtf8(bytes) && bytes.every((byte) => (byte >= 0x20 ? byte !== 0x7f : byte >= 0x09 && byte <= 0x0d))

const isUtf16 = ([first, second]: Uint8Array) =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

const BINARY = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/u

/** The text of a file in UTF-8, or in UTF-16 with its mark; undefined where it is none. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return BINARY.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

const EXTENSIONS: Readonly<Record<string, readonly FileKind[]>> = {
  docx: ['docx'],
  docm: ['docx'],
  dotx: ['docx'],
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  pptx: ['pptx'],
  odt: ['odt'],
  ods: ['ods'],
  pdf: ['pdf'],
  png: ['png'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  tif: ['tiff'],
  tiff: ['tiff'],
  webp: ['webp'],
  gif: ['gif'],
  doc: ['doc', 'rtf', 'ole'],
  xls: ['xls', 'ole'],
  rtf: ['rtf'],
  zip: ['zip'],
  rar: ['rar'],
  '7z': ['7z'],
  gz: ['gzip'],
  html: ['html'],
  htm: ['html'],
  txt: ['text'],
  text: ['text'],
  md: ['text'],
  markdown: ['text'],
}

/** The extension of a file's name, in small letters; empty where it has none. */
export const extensionOf = (name: string): string => /\.([\p{L}\d]{1,10})$/u.exec(name.trim())?.[1]?.toLowerCase() ?? ''

/** Whether a file is called what it is not. An extension that means nothing here does not lie. */
export function extensionLies(name: string, { kind }: FileType): boolean {
  const kinds = EXTENSIONS[extensionOf(name)]
  return kinds !== undefined && !kinds.includes(kind)
}
