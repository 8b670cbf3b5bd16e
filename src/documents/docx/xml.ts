import { SaxesParser } from 'saxes'
import { DocumentRefused } from '../document-refused.ts'
import { decodeText } from '../file-type.ts'

/** An element with its children in order; text stands between them as strings. Names carry the prefixes of `PREFIXES`. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
}

/** The names by which parts of a document are known here, whatever prefix a writer chose, in both forms of the standard. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w:',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
}
/** Deeper than any writer nests; what is read by recursion must not run out of stack. */
const DEEPEST = 200

type Watch = {
  /** Elements whose children are handed over one by one, and then forgotten, so that a long document is never a whole tree. */
  readonly within: ReadonlySet<string>
  readonly each: (element: Element) => void
}

/** Parses a part. Refuses a DOCTYPE (its entities can grow without end), what is not well-formed, and what is nested without end. */
export function readXml(bytes: Uint8Array, watch?: Watch): Element {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open: Element[] = [root]
  const parser = new SaxesParser({ xmlns: true, position: false })
  parser.on('error', () => {
    throw new DocumentRefused('broken')
  })
  parser.on('doctype', () => {
    throw new DocumentRefused('doctype')
  })
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {}
    for (const { uri, local, value } of Object.values(tag.attributes))
      attributes[`${PREFIXES[uri] ?? ''}${local}`] = value
    const element = { name: `${PREFIXES[tag.uri] ?? ''}${tag.local}`, attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
    if (open.length > DEEPEST) throw new DocumentRefused('broken')
  })
  parser.on('text', (text) => {
    open.at(-1)?.children.push(text)
  })
  parser.on('cdata', (text) => {
    open.at(-1)?.children.push(text)
  })
  parser.on('closetag', () => {
    const element = open.pop()
    const parent = open.at(-1)
    if (element === undefined || parent === undefined || watch?.within.has(parent.name) !== true) return
    parent.children.pop()
    watch.each(element)
  })
  const text = decodeText(bytes)
  if (text === undefined) throw new DocumentRefused('broken')
  // In pieces: saxes copies what it is given.
  for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE))
  parser.close()
  const [found] = elements(root)
  if (found === undefined) throw new DocumentRefused('broken')
  return found
}

const PIECE = 65_536

export const elements = (element: Element | undefined): readonly Element[] =>
  (element?.children ?? []).filter((child) => typeof child !== 'string')

export const child = (element: Element | undefined, name: string): Element | undefined =>
  elements(element).find((each) => each.name === name)

export const children = (element: Element | undefined, name: string): readonly Element[] =>
  elements(element).filter((each) => each.name === name)

/** The value of a child such as `<w:numId w:val="3"/>`. */
export const valOf = (element: Element | undefined, name: string): string | undefined =>
  child(element, name)?.attributes['w:val']

/** Whether a switch such as `<w:vanish/>` is there and on. */
export function isOn(element: Element | undefined, name: string): boolean | undefined {
  const found = child(element, name)
  if (found === undefined) return undefined
  return !/^(?:0|false|off)$/u.test(found.attributes['w:val'] ?? '1')
}
