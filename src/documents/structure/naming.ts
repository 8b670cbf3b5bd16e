import { PROVISION_NAMES } from '../../texts/provision-names.ts'
import type { Provision, ProvisionKind } from '../provision.ts'
import type { ItemStyle } from './labels.ts'
import { idNumber } from './numbers.ts'

export type Named = Pick<Provision, 'id' | 'kind' | 'number' | 'path'>

/** The id's part and the path's part of a provision, within the one it lies in. */
type Name = { readonly id: string; readonly path: string }

const ROMAN = new Set<ProvisionKind>(['part', 'chapter', 'section', 'subsection', 'appendix'])
const LETTER = {
  part: 'p',
  chapter: 'c',
  section: 'm',
  subsection: 'tm',
  article: 'd',
  clause: 'k',
  point: 'd',
  appendix: 'pl',
} as const

function numberIn(kind: ProvisionKind, number: string, style: ItemStyle | null): string {
  return idNumber(number, ROMAN.has(kind) || style === 'roman' ? 'roman' : 'plain')
}

/** How a numbered provision is called within its parent: an article and a chapter do not say where they lie. */
export function nameNumbered(
  kind: Exclude<ProvisionKind, 'text'>,
  number: string,
  style: ItemStyle | null,
  parents: readonly Named[],
): Name {
  const parent = parents.at(-1)
  const part = numberIn(kind, number, style)
  const appendix = parents.find((each) => each.kind === 'appendix')
  if (kind === 'heading') return nameHeading(number, part, parent)
  const shown =
    kind === 'part' || kind === 'appendix'
      ? number.toLowerCase().replace(/^[ivxl]+$/u, (roman) => roman.toUpperCase())
      : number
  const own = `${PROVISION_NAMES[kind]} ${kind === 'part' && !number.includes(' ') ? number : shown}`
  const within = kind === 'part' || kind === 'chapter' || kind === 'article' || kind === 'appendix' ? appendix : parent
  if (within === undefined || kind === 'appendix') return { id: `${LETTER[kind]}${part}`, path: own }
  return { id: `${within.id}.${LETTER[kind]}${part}`, path: `${within.path} ${own}` }
}

function nameHeading(number: string, part: string, parent: Named | undefined): Name {
  if (parent === undefined) return { id: `h${part}`, path: `${PROVISION_NAMES.heading} ${number}` }
  const numbered = parent.number !== null
  // 1.1 within 1 says where it lies.
  const dotted = number.split('.')
  const whole = dotted.length > 1 && parent.number === dotted.slice(0, -1).join('.')
  const shown = whole ? (dotted.at(-1) ?? '') : number
  if (parent.kind === 'heading' && numbered)
    return { id: `${parent.id}.${whole ? shown : part}`, path: `${parent.path}.${shown}` }
  if ((parent.kind === 'section' || parent.kind === 'subsection') && numbered)
    return { id: `${parent.id}.h${part}`, path: `${parent.path}.${shown}` }
  return { id: `${parent.id}.h${part}`, path: `${parent.path} ${PROVISION_NAMES.heading} ${number}` }
}

const LONGEST_PATH = 60

/** How a provision without a number is cited: by the words that it begins with. */
export function nameByWords(words: string): string {
  if (words.length <= LONGEST_PATH) return words
  const cut = words.slice(0, LONGEST_PATH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))}…`
}
