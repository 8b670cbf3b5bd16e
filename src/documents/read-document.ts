import { isMisread } from '../texts/broken-text.ts'
import type { Contents } from './contents.ts'
import { DocumentRefused, type RefusedDocument } from './document-refused.ts'
import type { Doubt } from './doubt.ts'
import { decodeText, extensionLies, extensionOf, type FileType, fileType } from './file-type.ts'
import { LIMITS, type Limits } from './limits.ts'
import { markdownLines, textLines } from './plain-text.ts'
import type { Provision } from './provision.ts'
import { findSecretMark, type SecretMark } from './secret-mark.ts'
import { readAbout } from './structure/about.ts'
import { readStructure } from './structure/read-structure.ts'

export type ReadDocument = {
  readonly kind: Contents['kind']
  /** Số/ký hiệu at its head; null where it is blank, as in most drafts. */
  readonly number: string | null
  /** YYYY-MM-DD, as written at its head. */
  readonly date: string | null
  readonly title: string | null
  readonly provisions: readonly Provision[]
  readonly doubts: readonly Doubt[]
  readonly secretMark: SecretMark | null
}

const NOTHING_AROUND: Contents['around'] = { properties: [], headers: [], footers: [], asides: [] }

/**
 * Reads a draft: its number, date, title and provisions, what is doubtful about them, and the mark of secrecy that it
 * bears. Pure but for the time it takes. Throws `DocumentRefused`, and nothing else, where a file is not taken.
 */
export async function readDocument(
  file: { readonly name: string; readonly bytes: Uint8Array },
  limits: Limits = LIMITS,
): Promise<ReadDocument> {
  const { name, bytes } = file
  if (bytes.length === 0) throw new DocumentRefused('empty')
  if (bytes.length > limits.bytes) throw new DocumentRefused('too-large', { bytes: bytes.length, limit: limits.bytes })
  const type = fileType(bytes)
  refuseType(name, type)
  const { kind, lines, wrapped, doubts, around } = await readContents(name, type, bytes, limits)
  if (lines.length > limits.lines) throw new DocumentRefused('too-long', { lines: lines.length, limit: limits.lines })
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0)
  if (letters > limits.letters) throw new DocumentRefused('too-long', { letters, limit: limits.letters })
  if (lines.length === 0) throw new DocumentRefused('empty')
  const { titleLines, ...about } = readAbout(lines)
  const structure = readStructure(lines, { wrapped, title: titleLines })
  return {
    kind,
    ...about,
    provisions: structure.provisions,
    doubts: [...doubts, ...misread(lines, doubts), ...structure.doubts],
    secretMark: findSecretMark(lines, { ...around, name }),
  }
}

/** A foreign name looks so as well: it takes one line in twenty. */
const misreadShare = 20

function misread(lines: Contents['lines'], known: readonly Doubt[]): readonly Doubt[] {
  if (known.some(({ kind }) => kind === 'legacy-font')) return []
  const broken = lines.flatMap(({ text }, at) => (isMisread(text) ? [at + 1] : []))
  const [line] = broken
  if (line === undefined || broken.length * misreadShare < lines.length) return []
  return [{ kind: 'misread', line, count: broken.length }]
}

function refuseType(name: string, type: FileType): void {
  const code = refusalOf(name, type)
  if (code !== undefined) throw new DocumentRefused(code, { type: type.kind })
}

function refusalOf(name: string, type: FileType): RefusedDocument | undefined {
  const extension = extensionOf(name)
  if (type.encrypted) return 'encrypted'
  if (type.macros) return 'macros'
  if (type.kind === 'zip' && !type.whole && extension === 'docx') return 'broken'
  if (type.archive && !extensionLies(name, type)) return 'archive'
  if (type.kind === 'unknown' && TEXTS.has(extension)) return 'not-unicode'
  if (extensionLies(name, type)) return 'lying-extension'
  if (type.kind === 'doc' || type.kind === 'rtf') return 'old-format'
  return undefined
}

const MARKDOWN = new Set(['md', 'markdown'])
const TEXTS = new Set(['', 'txt', 'text', ...MARKDOWN])

async function readContents(name: string, type: FileType, bytes: Uint8Array, limits: Limits): Promise<Contents> {
  const extension = extensionOf(name)
  if (type.kind === 'text' && TEXTS.has(extension)) {
    const text = decodeText(bytes) ?? ''
    if (text.length > limits.letters)
      throw new DocumentRefused('too-long', { letters: text.length, limit: limits.letters })
    const kind = MARKDOWN.has(extension) ? 'markdown' : 'text'
    const lines = kind === 'markdown' ? markdownLines(text) : textLines(text)
    return { kind, lines, wrapped: true, doubts: [], around: NOTHING_AROUND }
  }
  // Loaded when the first one comes: most processes read none.
  if (type.kind === 'docx') return (await import('./docx/read-docx.ts')).readDocx(bytes, limits)
  if (type.kind === 'pdf') return (await import('./pdf/read-pdf.ts')).readPdf(bytes, limits)
  throw new DocumentRefused('not-a-document', { type: type.kind })
}
