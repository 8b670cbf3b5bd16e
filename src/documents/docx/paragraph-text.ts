import type { Noticed } from './noticed.ts'
import type { Styles } from './styles.ts'
import { child, type Element, elements, isOn, valOf } from './xml.ts'

export type Reading = {
  readonly styles: Styles
  /** The words of foot- and endnotes, by `footnote:id` and `endnote:id`. */
  readonly notes: ReadonlyMap<string, string>
  readonly noticed: Noticed
}

/** The words of a paragraph as it reads with all changes accepted, and the text boxes that hang on it. */
export type ParagraphText = { readonly text: string; readonly boxes: readonly Element[] }

type Gathering = Reading & {
  readonly parts: string[]
  readonly boxes: Element[]
  /** For each field that is open: whether its instructions are over and its result has begun. */
  readonly fields: boolean[]
}

export function paragraphText(reading: Reading, paragraph: Element): ParagraphText {
  const gathering: Gathering = { ...reading, parts: [], boxes: [], fields: [] }
  gather(gathering, paragraph)
  return { text: gathering.parts.join(''), boxes: gathering.boxes }
}

function gather(to: Gathering, element: Element): void {
  for (const each of elements(element)) gatherOne(to, each)
}

function gatherOne(to: Gathering, element: Element): void {
  switch (element.name) {
    case 'w:pPr':
    case 'w:rPr':
    case 'w:sdtPr':
    case 'w:instrText':
    case 'w:delText':
    case 'w:rt':
      return
    case 'w:r':
      gatherRun(to, element)
      return
    case 'w:ins':
    case 'w:moveTo':
      to.noticed.insertions++
      gather(to, element)
      return
    case 'w:del':
    case 'w:moveFrom':
      to.noticed.deletions++
      return
    case 'mc:AlternateContent':
      // The same thing twice, for newer and for older programs.
      gather(to, child(element, 'mc:Choice') ?? child(element, 'mc:Fallback') ?? EMPTY)
      return
    case 'w:txbxContent':
      to.boxes.push(element)
      return
    case 'blip':
    case 'imagedata':
      to.noticed.pictures++
      return
    case 'textpath':
      // A watermark, or a word drawn as a picture.
      to.noticed.asides.push(element.attributes.string ?? '')
      return
    case 'w:altChunk':
      to.noticed.embedded++
      return
    case 'm:t':
      to.parts.push(textOf(element))
      return
    default:
      gather(to, element)
  }
}

const EMPTY: Element = { name: '', attributes: {}, children: [] }
const textOf = (element: Element) => element.children.filter((each) => typeof each === 'string').join('')
/** Fonts that draw Vietnamese letters where other letters stand. */
const LEGACY = /^(?:\.Vn|VNI[- ])/u

function gatherRun(to: Gathering, run: Element): void {
  const properties = child(run, 'w:rPr')
  const hidden = isOn(properties, 'w:vanish') ?? to.styles.of(valOf(properties, 'w:rStyle')).hidden
  const fonts = child(properties, 'w:rFonts')?.attributes ?? {}
  const legacy = Object.values(fonts).find((font) => LEGACY.test(font))
  if (legacy !== undefined) to.noticed.legacyFonts.add(legacy)
  const unseen: string[] = []
  for (const part of elements(run)) {
    if (part.name === 'w:fldChar') {
      field(to, part.attributes['w:fldCharType'])
      continue
    }
    // Between a field's beginning and its result stand instructions.
    if (to.fields.some((result) => !result)) continue
    if (hidden) {
      if (part.name === 'w:t' && textOf(part).trim() !== '') {
        to.noticed.hidden++
        unseen.push(textOf(part))
      }
      continue
    }
    gatherPart(to, part)
  }
  if (unseen.length > 0) to.noticed.asides.push(unseen.join(''))
}

function field(to: Gathering, type: string | undefined): void {
  if (type === 'begin') to.fields.push(false)
  if (type === 'separate' && to.fields.length > 0) to.fields[to.fields.length - 1] = true
  if (type === 'end') to.fields.pop()
}

function gatherPart(to: Gathering, part: Element): void {
  switch (part.name) {
    case 'w:t':
      to.parts.push(textOf(part))
      return
    case 'w:tab':
    case 'w:ptab':
    case 'w:br':
    case 'w:cr':
      to.parts.push(' ')
      return
    case 'w:noBreakHyphen':
      to.parts.push('-')
      return
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const note = to.notes.get(`${part.name.slice(2, -9)}:${part.attributes['w:id'] ?? ''}`)
      if (note !== undefined && note !== '') to.parts.push(` [${note}]`)
      return
    }
    case 'w:commentReference':
      to.noticed.comments++
      return
    case 'w:object':
      to.noticed.embedded++
      gather(to, part)
      return
    default:
      gatherOne(to, part)
  }
}
