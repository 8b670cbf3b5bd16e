import { type Draft, itemKind, type Open, open, openItems } from './build-provisions.ts'
import type { ItemLabel, ItemStyle } from './labels.ts'
import { followsLetter } from './numbers.ts'

/** A gap beyond this is no slip: what looks like a number is the beginning of a sentence. */
const WIDEST_GAP = { arabic: 15, bracket: 5, dotted: 5, lower: 8, roman: 4, upper: 3 } as const
const LONGEST_TITLE = 250

type Place = {
  readonly label: ItemLabel
  readonly parents: readonly Open[]
  readonly doubt?: 'number-skipped' | 'number-repeated'
}

/**
 * Opens the clause, point or numbered heading that a line begins with, where one can be. `closed`: the line before it
 * is at its end. False where the line is words of what is open.
 */
export function placeItem(draft: Draft, labels: readonly ItemLabel[], closed: boolean, line: number): boolean {
  const place = findPlace(draft, labels, closed)
  if (place === undefined) return false
  const { label, parents, doubt } = place
  const kind = itemKind(draft, parents.at(-1), label)
  if (kind === undefined || kind === 'text') return false
  draft.open = [...parents]
  const titled = kind === 'heading' && !/[.;,]$/u.test(label.rest) && label.rest.length <= LONGEST_TITLE
  const { id } = open(draft, {
    kind,
    number: label.number,
    value: label.value,
    style: label.style,
    ...(titled ? { title: label.rest } : { text: label.rest }),
  })
  if (doubt !== undefined) draft.doubts.push({ kind: doubt, provision: id, line })
  return true
}

function findPlace(draft: Draft, labels: readonly ItemLabel[], closed: boolean): Place | undefined {
  const ways = [next, first, out] as const
  for (const way of ways) {
    // What goes on where the last one stopped is one even behind a line that lacks its full stop.
    if (way !== next && !closed) return undefined
    for (const label of labels) {
      const place = label.style === 'dotted' ? dotted(draft, label, way) : way(draft, label)
      if (place !== undefined && itemKind(draft, place.parents.at(-1), label) !== undefined) return place
    }
  }
  return undefined
}

const sameStyle = (draft: Draft, label: Pick<ItemLabel, 'style'>) =>
  openItems(draft).findLast(({ style }) => style === label.style)
const above = (draft: Draft, one: Open) => draft.open.slice(0, draft.open.indexOf(one))

/** The one after the last of its style. */
function next(draft: Draft, label: ItemLabel): Place | undefined {
  // Who typed 1. may go on with 2).
  const like: ItemStyle = label.style === 'bracket' ? 'arabic' : label.style
  const before = sameStyle(draft, label) ?? sameStyle(draft, { style: like })
  if (before === undefined || !follows(before, label)) return undefined
  return { label: { ...label, style: before.style ?? label.style }, parents: above(draft, before) }
}

function follows(before: Open, label: ItemLabel): boolean {
  if (label.style === 'lower') return followsLetter(before.number ?? '', label.number)
  const value = before.value ?? 0
  // 2a stands behind 2.
  return (
    label.value === value + 1 || (label.value === value && /\p{L}$/u.test(label.number) && label.style === 'arabic')
  )
}

/** The first of a style that nothing open has. */
function first(draft: Draft, label: ItemLabel): Place | undefined {
  if (label.value !== 1 || sameStyle(draft, label) !== undefined) return undefined
  return { label, parents: draft.open }
}

/** One out of turn. */
function out(draft: Draft, label: ItemLabel): Place | undefined {
  const before = sameStyle(draft, label)
  const gap = Math.abs(label.value - (before?.value ?? 0))
  if (gap > WIDEST_GAP[label.style]) return undefined
  const doubt = before !== undefined && label.value <= (before.value ?? 0) ? 'number-repeated' : 'number-skipped'
  return { label, parents: before === undefined ? draft.open : above(draft, before), doubt }
}

/** 1.2 lies in 1, and nowhere else. */
function dotted(draft: Draft, label: ItemLabel, way: typeof next): Place | undefined {
  const within = label.number.split('.').slice(0, -1).join('.')
  const parent = draft.open.findLast(({ number, style }) => style !== null && number === within)
  if (parent === undefined) return undefined
  const parents = [...above(draft, parent), parent]
  const before = draft.open[parents.length]
  const last = before?.style === 'dotted' ? (before.value ?? 0) : 0
  if (label.value === last + 1) return { label, parents }
  if (way !== out || Math.abs(label.value - last) > WIDEST_GAP.dotted) return undefined
  return { label, parents, doubt: label.value <= last ? 'number-repeated' : 'number-skipped' }
}
