import { PROVISION_NAMES } from '../../texts/provision-names.ts'
import { closeFor, type Draft, open } from './build-provisions.ts'
import type { NamedLabel } from './labels.ts'

const ENDS_SENTENCE = /[.;:,…]$/u

/**
 * Opens the part, chapter, section, article or appendix that a line begins with. `closed`: the line before it is at its
 * end; where it is not and the number is out of turn, the line goes on with a sentence that cites it, and false comes
 * out.
 */
export function placeNamed(draft: Draft, label: NamedLabel, closed: boolean, line: number): boolean {
  const { kind, number, value, rest } = label
  const counter = counterOf(draft, kind)
  const last = draft.counted.get(counter)
  const turn = last === undefined || value === null || inTurn(last, value, number)
  if (!turn && !closed) return false
  closeFor(draft, kind)
  const asText = kind === 'article' && ENDS_SENTENCE.test(rest)
  const path = number === null ? { path: PROVISION_NAMES[kind] } : {}
  const { id } = open(draft, { kind, number, value, ...path, ...(asText ? { text: rest } : { title: rest }) })
  if (value === null) return true
  draft.counted.set(counter, value)
  // A new part may count its chapters anew.
  if (kind === 'part') draft.counted.delete(counterOf(draft, 'chapter'))
  if (turn && (last !== undefined || value <= 1 || kind !== 'article')) return true
  draft.doubts.push({
    kind: last !== undefined && value <= last ? 'number-repeated' : 'number-skipped',
    provision: id,
    line,
  })
  return true
}

/** 5a stands behind 5. */
const inTurn = (last: number, value: number, number: string | null) =>
  value === last + 1 || (value === last && /\d\p{L}+$/u.test(number ?? ''))

/** Articles and chapters are counted through the document, or through the appendix; sections within what holds them. */
function counterOf(draft: Draft, kind: NamedLabel['kind']): string {
  const appendix = draft.open.find((each) => each.kind === 'appendix')?.id ?? ''
  if (kind === 'appendix') return kind
  if (kind !== 'section' && kind !== 'subsection') return `${appendix}:${kind}`
  const holders = kind === 'section' ? ['appendix', 'part', 'chapter'] : ['appendix', 'part', 'chapter', 'section']
  return `${draft.open.findLast((each) => holders.includes(each.kind))?.id ?? ''}:${kind}`
}
