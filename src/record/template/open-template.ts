import { zipSync } from 'fflate'
import { DocumentRefused, type RefusedDocument } from '../../documents/document-refused.ts'
import { refuseActive } from '../../documents/docx/active-content.ts'
import { readXml } from '../../documents/docx/xml.ts'
import { decodeText } from '../../documents/file-type.ts'
import { readZip } from '../../documents/zip.ts'

/** Bytes of a template. A form of a few pages is far below all of these. */
const mostPacked = 10_000_000
const limits = { parts: 500, partBytes: 50_000_000, unpackedBytes: 50_000_000 }

/** Why a file is not taken for a template: one sentence in English. */
export class TemplateRefused extends Error {}

const SAID: Partial<Record<RefusedDocument, string>> = {
  'unpacks-too-large': 'it unpacks to more than 50 MB',
  'too-many-parts': 'it has more than 500 parts',
  doctype: 'it has a DOCTYPE, which no Word file has',
  control: 'it has macros',
  'holds-files': 'it has files or objects of other programs inside',
  'loads-from-elsewhere': 'Word would load a template, a frame or an object from another machine',
  'reaches-out': 'it has fields that call a program (DDE) or fetch data from another machine',
}

/**
 * An operator's template as it may be worked on: its parts as they were looked at, packed anew, so that no other reader
 * finds more in it than was found here. Refuses what is no DOCX, what has macros or would run or load something where the
 * record is opened, what is too large, packed or not, and what would take long to fill.
 */
export function openTemplate(bytes: Uint8Array): Uint8Array {
  if (bytes.length > mostPacked) throw new TemplateRefused('it is larger than 10 MB')
  const { names, parts } = inWords('it is no DOCX', () => readZip(bytes, limits, () => true))
  if (!names.includes('word/document.xml')) throw new TemplateRefused('it is no DOCX')
  if (names.some((name) => /vbaproject|activex/i.test(name))) throw new TemplateRefused('it has macros')
  const xml = new Map([...parts].filter(([name]) => /\.(?:xml|rels)$/iu.test(name)))
  inWords('it is broken', () => {
    for (const part of xml.values()) refuseUnfit(part)
    refuseActive(names, xml)
  })
  return zipSync(Object.fromEntries(parts), { level: 1 })
}

/** In one part. The library that fills in looks at each paragraph for each field. */
const mostLetters = 2_000_000
const mostRows = 500
const mostFields = 200

/** Also what is not well-formed, or nested without end. */
function refuseUnfit(part: Uint8Array): void {
  const text = decodeText(part) ?? ''
  const count = (what: RegExp) => text.match(what)?.length ?? 0
  if (text.length > mostLetters) throw new TemplateRefused('a part of it has more than 2 MB of XML')
  if (count(/<\w+:tr[\s>]/gu) > mostRows) throw new TemplateRefused('it has more than 500 rows of tables')
  if (count(/\{\{/gu) > mostFields) throw new TemplateRefused('it has more than 200 fields')
  readXml(part)
}

function inWords<T>(otherwise: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof DocumentRefused)) throw error
    throw new TemplateRefused(SAID[error.code] ?? otherwise, { cause: error })
  }
}
