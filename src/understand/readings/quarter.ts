import { type Meant, nearest, yearFrom } from '../../calendar/nearest.ts'
import { addQuarters, quarterEnd, quarterOf, quarterStart } from '../../calendar/quarters.ts'
import { fold, type Word } from '../../texts/fold.ts'
import { QUARTER_ORDINALS, QUARTER_WORDS, QUARTERS_FROM_NOW } from '../words/plan.ts'

export type FoundQuarter = { readonly quarter: string; readonly start: number; readonly end: number }

const NUMBERS = folded(QUARTER_WORDS)
const ORDINALS = folded(QUARTER_ORDINALS)
const FROM_NOW = folded(QUARTERS_FROM_NOW)

/**
 * The first quarter named in a sentence, as word places: `quý II`, `quy 2`, `Q2/2020`, `2020-Q2`, `second quarter`,
 * `quý này`. A quarter without a year is the nearest to `today` that can be meant, with the plan what is to come.
 */
export function findQuarter(
  text: readonly Word[],
  { today, meant = 'coming' }: { readonly today: string; readonly meant?: Meant },
): FoundQuarter | undefined {
  for (let at = 0; at < text.length; at++) {
    const relative = FROM_NOW.get(`${word(text, at)} ${word(text, at + 1)}`)
    if (relative !== undefined) return { quarter: addQuarters(quarterOf(today), relative), start: at, end: at + 2 }
    const found = numberAt(text, at)
    if (found !== undefined) return withYear(text, at, found.end, found.number, nearestYear(found.number, today, meant))
  }
  return undefined
}

function nearestYear(number: number, today: string, meant: Meant): number {
  const found = nearest(today, meant, (shift) => {
    const quarter = `${yearFrom(today, shift)}-Q${number}`
    return { from: quarterStart(quarter), to: quarterEnd(quarter) }
  })
  return yearFrom(found?.from ?? today, 0)
}

function numberAt(text: readonly Word[], at: number): { readonly number: number; readonly end: number } | undefined {
  const [first, second] = [word(text, at), word(text, at + 1)]
  const glued = /^(?:q|quy)([1-4]|i{1,3}|iv)$/.exec(first)?.[1]
  if (glued !== undefined) return numbered(NUMBERS.get(glued), at + 1)
  if (first === 'quy' || first === 'quarter' || first === 'q') return numbered(NUMBERS.get(second), at + 2)
  if (second === 'quarter') return numbered(ORDINALS.get(first), at + 2)
  return undefined
}

function numbered(number: number | undefined, end: number) {
  return number === undefined ? undefined : { number, end }
}

function withYear(text: readonly Word[], start: number, end: number, number: number, year: number): FoundQuarter {
  const isYear = (at: number) => /^20\d\d$/.test(word(text, at))
  const quarter = (of: string | number) => `${of}-Q${number}`
  if (isYear(end)) return { quarter: quarter(word(text, end)), start, end: end + 1 }
  const says = ['nam', 'of', 'in'].includes(word(text, end))
  if (says && isYear(end + 1)) return { quarter: quarter(word(text, end + 1)), start, end: end + 2 }
  if (isYear(start - 1)) return { quarter: quarter(word(text, start - 1)), start: start - 1, end }
  return { quarter: quarter(year), start, end }
}

function word(text: readonly Word[], at: number): string {
  return text[at]?.folded ?? ''
}

function folded<V>(table: Readonly<Record<string, V>>): ReadonlyMap<string, V> {
  return new Map(Object.entries(table).map(([key, value]) => [fold(key), value]))
}
