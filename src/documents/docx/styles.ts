import { child, children, type Element, isOn, valOf } from './xml.ts'

export type NumberedBy = { readonly numId: string | undefined; readonly level: number | undefined }

/** What a style says that matters for reading, with what it inherits. */
export type Style = {
  readonly numbering: NumberedBy
  /** Level of a heading, from 1. */
  readonly outline: number | null
  readonly hidden: boolean
  readonly contents: boolean
}
export type Styles = {
  readonly of: (id: string | undefined) => Style
  readonly defaultParagraph: string | undefined
}

const NONE: Style = { numbering: { numId: undefined, level: undefined }, outline: null, hidden: false, contents: false }
/** Chains of styles are short; a broken file may have one that bites its tail. */
const LONGEST_CHAIN = 20

export function readStyles(root: Element | undefined): Styles {
  const all = new Map(children(root, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const known = new Map<string, Style>()
  const of = (id: string | undefined, depth = 0): Style => {
    const style = all.get(id ?? '')
    if (id === undefined || style === undefined || depth > LONGEST_CHAIN) return NONE
    const before = known.get(id)
    if (before !== undefined) return before
    const read = readStyle(style, of(valOf(style, 'w:basedOn'), depth + 1))
    known.set(id, read)
    return read
  }
  const defaults = [...all.values()].find(
    ({ attributes }) => attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/u.test(attributes['w:default'] ?? ''),
  )
  return { of, defaultParagraph: defaults?.attributes['w:styleId'] }
}

function readStyle(style: Element, base: Style): Style {
  const paragraph = child(style, 'w:pPr')
  const numbering = child(paragraph, 'w:numPr')
  const name = valOf(style, 'w:name') ?? ''
  return {
    numbering: {
      numId: valOf(numbering, 'w:numId') ?? base.numbering.numId,
      level: levelOf(valOf(numbering, 'w:ilvl')) ?? base.numbering.level,
    },
    outline: outlineOf(paragraph) ?? base.outline,
    hidden: isOn(child(style, 'w:rPr'), 'w:vanish') ?? base.hidden,
    contents: /^toc\s?\d/iu.test(name) || base.contents,
  }
}

/** The outline level that a paragraph's properties give, from 1; the tenth is body text. */
export function outlineOf(properties: Element | undefined): number | null {
  const level = levelOf(valOf(properties, 'w:outlineLvl'))
  return level === undefined || level > 8 ? null : level + 1
}

export const levelOf = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,2}$/u.test(value) ? Number(value) : undefined
