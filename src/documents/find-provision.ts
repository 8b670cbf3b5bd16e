import type { Provision } from './provision.ts'
import type { Reference, ReferenceStep } from './provision-reference.ts'

/** Exactly one provision, or all that may be meant: whoever asks chooses, nobody guesses. */
export type Found =
  | { readonly kind: 'one'; readonly provision: Provision }
  | { readonly kind: 'several'; readonly candidates: readonly Provision[] }
  | { readonly kind: 'none' }

/**
 * The provision that a reference means among those of a version. Levels may be left out ("điểm a Điều 5"), but where it
 * fits without a gap, only that counts.
 */
export function findProvision(provisions: readonly Provision[], { steps }: Pick<Reference, 'steps'>): Found {
  const found = findSteps(provisions, steps)
  // "Điều 1 Mục I.2": a heading within an article, where a section would hold it.
  return found.kind === 'none' &&
    steps.some(({ kind }) => kind === 'section') &&
    steps.some(({ kind }) => kind === 'article')
    ? findSteps(provisions, [
        ...steps.filter(({ kind }) => !INNER.has(kind)),
        ...steps.filter(({ kind }) => INNER.has(kind)),
      ])
    : found
}

const INNER = new Set<Provision['kind']>(['section', 'heading'])

function findSteps(provisions: readonly Provision[], steps: readonly ReferenceStep[]): Found {
  const chains = chainsOf(provisions)
  const fits = provisions.flatMap((provision) => {
    const gap = gapOf(chains.get(provision.id) ?? [], steps)
    return gap === undefined ? [] : [{ provision, gap }]
  })
  const close = fits.some(({ gap }) => gap === 0) ? fits.filter(({ gap }) => gap === 0) : fits
  const [first, ...others] = close.map(({ provision }) => provision)
  if (first === undefined) return { kind: 'none' }
  return others.length === 0 ? { kind: 'one', provision: first } : { kind: 'several', candidates: [first, ...others] }
}

type Link = { readonly kind: Provision['kind']; readonly number: string | null; readonly roman: boolean }

const known = new WeakMap<readonly Provision[], ReadonlyMap<string, readonly Link[]>>()

/** Each provision with those that it lies in, from the outermost. */
function chainsOf(provisions: readonly Provision[]): ReadonlyMap<string, readonly Link[]> {
  const before = known.get(provisions)
  if (before !== undefined) return before
  const chains = new Map<string, readonly Link[]>()
  for (const each of provisions) chains.set(each.id, [...(chains.get(each.parent ?? '') ?? []), linkOf(each)])
  known.set(provisions, chains)
  return chains
}

/** The number as the id holds it, which is in one form: the last part, without the letters of its kind and the count of doubles. */
function linkOf({ id, kind, number: typed }: Provision): Link {
  const part = (id.split('.').at(-1) ?? '').replace(/~\d+$/u, '')
  const prefix = {
    part: 1,
    chapter: 1,
    section: 1,
    subsection: 2,
    article: 1,
    clause: 1,
    point: 1,
    appendix: 2,
    heading: /^h./u.test(part) ? 1 : 0,
    text: 1,
  }[kind]
  const number = part.slice(prefix)
  return { kind, number: number === '' ? null : number, roman: /^[IVXL]+$/u.test(typed ?? '') }
}

/** How many levels of a chain a reference leaves out between its own; undefined where it does not fit. */
function gapOf(chain: readonly Link[], steps: readonly ReferenceStep[]): number | undefined {
  const [last, ...outer] = steps.toReversed()
  let at = chain.length - 1
  if (last === undefined || !fits(chain[at], last)) return undefined
  let gap = 0
  for (const step of outer) {
    const found = chain.findLastIndex((link, place) => place < at && fits(link, step))
    if (found === -1) return undefined
    gap += at - found - 1
    at = found
  }
  return gap
}

function fits(link: Link | undefined, { kind, numbers, roman }: ReferenceStep): boolean {
  if (link === undefined) return false
  const same =
    link.kind === kind ||
    (kind === 'section' && link.kind === 'heading') ||
    (kind === 'heading' && link.kind === 'section')
  if (roman === true && link.kind === 'heading' && !link.roman) return false
  return same && numbers.includes(link.number)
}
