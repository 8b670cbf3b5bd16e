import { mostFileBytes } from '../../contract/inbound.ts'
import { DocumentRefused, type RefusedDocument } from '../document-refused.ts'
import { extensionLies, fileType, type FileKind as TypeOfBytes } from '../file-type.ts'
import { type ReadDocument, readDocument } from '../read-document.ts'
import { readInWorker } from '../read-in-worker.ts'
import { findSecretMark } from '../secret-mark.ts'
import type { FileKind, FileRefused } from './brought-file.ts'

export type Examined =
  | {
      readonly refused?: undefined
      readonly kind: FileKind
      readonly mediaType: string
      /** What was read; undefined where it is no text, and can be a letter alone. */
      readonly document: ReadDocument | undefined
    }
  | { readonly refused: FileRefused }

/** What a signed letter may be though nobody can read it as text: a scan, a picture of a page. */
const LETTERS: Partial<Record<TypeOfBytes, FileKind>> = {
  pdf: 'pdf',
  png: 'png',
  jpeg: 'jpeg',
  tiff: 'tiff',
  webp: 'webp',
}

/** Bytes of plain text that are read sooner than a worker has begun; megabytes of it take seconds. */
const soonRead = 32 * 1024

/** In which words a reading's refusal is told. */
const REFUSED: Record<RefusedDocument, FileRefused> = {
  'not-a-document': 'type-not-taken',
  'old-format': 'old-format',
  encrypted: 'encrypted',
  macros: 'macros',
  archive: 'archive',
  'lying-extension': 'lying-extension',
  'too-large': 'too-large',
  'unpacks-too-large': 'unsafe',
  'too-many-parts': 'unsafe',
  'too-many-pages': 'too-many-pages',
  'too-long': 'too-many-pages',
  doctype: 'unsafe',
  script: 'script',
  launch: 'launch',
  'opens-by-itself': 'opens-by-itself',
  'holds-files': 'holds-files',
  media: 'media',
  control: 'control',
  'loads-from-elsewhere': 'loads-from-elsewhere',
  'reaches-out': 'reaches-out',
  'hidden-objects': 'unsafe',
  'no-text-layer': 'type-not-taken',
  secret: 'secret',
  'not-unicode': 'not-unicode',
  empty: 'empty',
  'too-complex': 'unsafe',
  busy: 'busy',
  broken: 'broken',
}

/**
 * What a file is by its bytes, what can be read of it, and whether it is taken: up to `mostFileBytes`; DOCX, PDF, plain
 * text and Markdown, and pictures of a page; without a password, macros, a mark of secrecy in it or in its name, and
 * called what it is. Never throws for what somebody sent.
 */
export async function examineFile(name: string, bytes: Uint8Array): Promise<Examined> {
  if (bytes.length > mostFileBytes) return { refused: 'too-large' }
  if (bytes.length === 0) return { refused: 'empty' }
  if (findSecretMark([], { name, properties: [], headers: [], footers: [], asides: [] }) !== null)
    return { refused: 'secret' }
  const type = fileType(bytes)
  const { macros, encrypted } = type
  const honest = !encrypted && !macros && !extensionLies(name, type)
  const letter = LETTERS[type.kind]
  // A picture holds no words to be read.
  if (letter !== undefined && letter !== 'pdf' && honest)
    return { kind: letter, mediaType: type.mediaType, document: undefined }
  try {
    const read = type.kind === 'text' && bytes.length <= soonRead ? readDocument : readInWorker
    const document = await read({ name, bytes })
    if (document.secretMark !== null) return { refused: 'secret' }
    return { kind: document.kind, mediaType: type.mediaType, document }
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error
    if (letter !== undefined && honest && error.code === 'no-text-layer')
      return { kind: letter, mediaType: type.mediaType, document: undefined }
    return { refused: REFUSED[error.code] }
  }
}
