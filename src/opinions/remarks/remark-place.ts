import { findReferences, type ReferenceStep } from '../../documents/provision-reference.ts'
import { letterValue } from '../../documents/structure/numbers.ts'
import { PROVISION_NAMES } from '../../texts/provision-names.ts'

/** Where a remark stands in a draft, and the heading under which it is listed; undefined where no place was found. */
export type RemarkPlace = {
  /** Compared number by number; what says more comes after what says less, `Điều 5` before `Điều 5, khoản 1`. */
  readonly order: readonly number[]
  readonly heading: PlaceHeading | undefined
}

/**
 * `provision`: one of the round's own document, by its id there. The others are read out of words: `article` 5 of `Điều 5`,
 * with the `suffix` of an inserted one, `5a`.
 */
export type PlaceHeading =
  | { readonly kind: 'provision'; readonly id: string; readonly path: string; readonly title: string | null }
  | { readonly kind: 'article'; readonly number: number; readonly suffix: string }
  | { readonly kind: 'part' | 'chapter' | 'section' | 'appendix'; readonly number: number }

/** A general remark, and one whose provision nobody can tell. */
export const nowhere: RemarkPlace = { order: [], heading: undefined }

// What comes first: what stands before the articles, then they, then what hangs behind them. 0 is the document's own order.
const ranks = { part: 1, chapter: 2, section: 3, article: 5, appendix: 6 } as const

/** The headings of strategies by their number alone: `II`, `II.1`, `3)`. */
const numberAlone = /^\s*(?:[ivxl]+|\d{1,2})(?:[.)]|\s*$|\.\d)/iu

/** What free words speak of; the headings of a strategy need no word before their number. */
export function referencesIn(words: string): readonly { readonly steps: readonly ReferenceStep[] }[] {
  const found = findReferences(words)
  return found.length === 0 && numberAlone.test(words)
    ? findReferences(`${PROVISION_NAMES.heading} ${words.trimStart()}`)
    : found
}

/** The place that free words name, with and without diacritics, in either order: `điểm a khoản 2 Điều 5`. */
export function placeInWords(words: string): RemarkPlace {
  const places = referencesIn(words).map(({ steps }) => placeOfSteps(steps))
  return places.find(({ heading }) => heading !== undefined) ?? nowhere
}

function placeOfSteps(steps: readonly ReferenceStep[]): RemarkPlace {
  // An appendix may have articles of its own: they are not the draft's.
  const main = steps.find(({ kind }) => kind === 'appendix') ?? steps.find(({ kind }) => kind === 'article') ?? steps[0]
  if (main === undefined || main.kind === 'clause' || main.kind === 'point') return nowhere
  const kind = main.kind === 'subsection' || main.kind === 'heading' ? 'section' : main.kind
  const within = steps.slice(steps.indexOf(main) + 1)
  const order = [ranks[kind], ...valuesOf(main), ...orderWithin(within)]
  const [, number = '0', suffix = ''] = /^(\d+)(.*)$/u.exec(main.numbers[0] ?? '') ?? []
  return kind === 'article'
    ? { order, heading: { kind, number: Number(number), suffix: suffix.replaceAll('dd', '\u0111') } }
    : { order, heading: { kind, number: Number(number) } }
}

/** Where something stands within a provision: a point of an article itself comes before its clauses. */
export const orderWithin = (steps: readonly ReferenceStep[]): readonly number[] =>
  steps.flatMap((step) => [step.kind === 'clause' ? 2 : 1, ...valuesOf(step)])

/** The number of a step to compare by and that of the letter behind it, 0 where there is none; of a letter alone, where it stands. */
function valuesOf({ numbers: [number] }: ReferenceStep): readonly number[] {
  const [first = 0, second = 0, ...more] = (number ?? '')
    .replaceAll('dd', '\u0111')
    .split(/(?<=\d)(?=\D)|\./u)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : letterValue(part)))
  return [first, second, ...more]
}

/** In the draft's order; what has no place found comes last. */
export function comparePlaces(one: RemarkPlace, other: RemarkPlace): number {
  if (one.heading === undefined || other.heading === undefined)
    return Number(one.heading === undefined) - Number(other.heading === undefined)
  const length = Math.max(one.order.length, other.order.length)
  for (let at = 0; at < length; at += 1) {
    const apart = (one.order[at] ?? -1) - (other.order[at] ?? -1)
    if (apart !== 0) return apart
  }
  return 0
}
