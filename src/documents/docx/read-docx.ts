import type { Contents } from '../contents.ts'
import { DocumentRefused } from '../document-refused.ts'
import type { Doubt } from '../doubt.ts'
import type { Limits } from '../limits.ts'
import { readZip } from '../zip.ts'
import { refuseActive } from './active-content.ts'
import { type Body, readBlock, readNotes } from './blocks.ts'
import { type Noticed, nothingNoticed } from './noticed.ts'
import { readNumbering } from './numbering.ts'
import { readStyles } from './styles.ts'
import { type Element, elements, readXml } from './xml.ts'

const XML = /\.(?:xml|rels)$/iu
const utf8 = new TextDecoder()
const DOCTYPE = /<!(?:DOCTYPE|ENTITY)/iu

/**
 * The paragraphs of a Word document as it is read with all changes accepted, and what stands around them. Nothing outside
 * the file is ever followed: relationships serve to find its own parts alone. Refuses a DOCTYPE in any part, and what
 * runs or loads by itself in Word (`active-content.ts`).
 */
export function readDocx(bytes: Uint8Array, limits: Limits): Contents {
  const { names, parts } = readZip(bytes, limits, (name) => XML.test(name))
  for (const part of parts.values()) if (holdsDoctype(part)) throw new DocumentRefused('doctype')
  refuseActive(names, parts)
  const main = mainPart(parts)
  const part = (name: string) => {
    const found = parts.get(`word/${name}.xml`)
    return found === undefined ? undefined : readXml(found)
  }
  const noticed = nothingNoticed()
  noticed.embedded = names.filter((name) => /^word\/(?:embeddings|afchunk)/iu.test(name)).length
  const start = { styles: readStyles(part('styles')), noticed, carried: '', at: 0 }
  const numberingRoot = part('numbering')
  /** Heads and notes count their lists on their own. */
  const aside = (): Body => ({ ...start, notes: new Map(), numbering: readNumbering(numberingRoot), lines: [] })
  const notes = new Map([
    ...readNotes(aside(), part('footnotes'), 'footnote'),
    ...readNotes(aside(), part('endnotes'), 'endnote'),
  ])
  const body: Body = { ...start, notes, numbering: readNumbering(numberingRoot), lines: [] }
  readXml(main, {
    within: new Set(['w:body']),
    each: (element) => {
      readBlock(body, element)
      if (body.lines.length > limits.lines) throw new DocumentRefused('too-long', { limit: limits.lines })
    },
  })
  if (body.carried.trim() !== '') body.lines.push({ text: body.carried.trim(), level: null, plain: false, at: body.at })
  const edges = (kind: 'header' | 'footer') =>
    names
      .filter((name) => new RegExp(`^word/[^/]*${kind}[^/]*\\.xml$`, 'iu').test(name))
      .map((name) => edgeText(aside(), parts.get(name)))
      .filter((text) => text !== '')
  const headers = edges('header')
  const footers = edges('footer')
  return {
    kind: 'docx',
    lines: body.lines,
    wrapped: false,
    doubts: [...doubtsOf(noticed), ...leftOut('header', headers), ...leftOut('footer', footers)],
    around: {
      headers,
      footers,
      properties: propertiesOf(parts),
      asides: [edgeText(aside(), parts.get('word/comments.xml')), ...notes.values(), ...noticed.asides],
    },
  }
}

function holdsDoctype(part: Uint8Array): boolean {
  const head = part.subarray(0, 4_096)
  return DOCTYPE.test(utf8.decode(head).replaceAll('\0', ''))
}

const OFFICE = /\/officeDocument$/u

/** The part that the package names as its document; by the usual name where it names none that is there. */
function mainPart(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const rels = parts.get('_rels/.rels')
  const named =
    rels === undefined ? [] : elements(readXml(rels)).filter(({ attributes }) => OFFICE.test(attributes.Type ?? ''))
  const targets = named
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes }) => attributes.Target ?? '')
  for (const target of [...targets, 'word/document.xml']) {
    const found = parts.get(target.replace(/^\//u, ''))
    if (found !== undefined) return found
  }
  throw new DocumentRefused('broken')
}

/** The words of a head or foot, a paragraph a line. */
function edgeText(body: Body, part: Uint8Array | undefined): string {
  if (part === undefined) return ''
  for (const each of elements(readXml(part))) readBlock(body, each)
  return body.lines.map(({ text }) => text).join('\n')
}

/** What the document's properties say, title and keywords among them. */
function propertiesOf(parts: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const texts: string[] = []
  const walk = (element: Element) => {
    for (const each of element.children)
      if (typeof each === 'string') texts.push(each.trim())
      else walk(each)
  }
  for (const name of ['docProps/core.xml', 'docProps/app.xml', 'docProps/custom.xml']) {
    const part = parts.get(name)
    if (part !== undefined) walk(readXml(part))
  }
  return texts.filter((text) => text !== '')
}

function doubtsOf(noticed: Noticed): readonly Doubt[] {
  const { insertions, deletions } = noticed
  const counted = [
    ['hidden-text', noticed.hidden],
    ['pictures', noticed.pictures],
    ['comments', noticed.comments],
    ['embedded-parts', noticed.embedded],
  ] as const
  return [
    ...(insertions + deletions > 0 ? [{ kind: 'tracked-changes', insertions, deletions } as const] : []),
    ...counted.flatMap(([kind, count]) => (count > 0 ? [{ kind, count }] : [])),
    ...[...noticed.legacyFonts].map((font) => ({ kind: 'legacy-font', font }) as const),
  ]
}

/** Page numbers alone are nothing to speak of. */
const leftOut = (what: 'header' | 'footer', texts: readonly string[]): readonly Doubt[] =>
  [...new Set(texts)]
    .filter((text) => /\p{L}/u.test(text))
    .map((text) => ({ kind: 'left-out', what, text, times: texts.filter((each) => each === text).length }))
