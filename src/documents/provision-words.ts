import type { Provision } from './provision.ts'

/** A provision and all that lies in it: what follows it more deeply. A chapter and the like are their heading alone. */
export function within(provisions: readonly Provision[], index: number): readonly Provision[] {
  const first = provisions[index]
  if (first === undefined) return []
  if (['part', 'chapter', 'section', 'subsection'].includes(first.kind)) return [first]
  const end = provisions.findIndex((one, place) => place > index && one.depth <= first.depth)
  return provisions.slice(index, end < 0 ? undefined : end)
}

/** The words of a provision with everything in it, a line each, as they stand in the draft. */
export const wordsOf = (provisions: readonly Provision[], index: number): string =>
  within(provisions, index).map(lineOf).join('\n')

function lineOf({ kind, number, title, text, path }: Provision): string {
  const words = [title, text].filter((part) => part !== null && part !== '').join('\n')
  if (kind === 'clause') return `${number}. ${words}`
  if (kind === 'point') return `${number}) ${words}`
  if (kind === 'text') return text
  return words === '' ? path : `${path}. ${words}`
}
