import { fold, type Word } from '../../texts/fold.ts'
import { wordSet } from '../phrases.ts'
import { BEFORE_WORKING_DAYS, WORKING_DAYS } from '../words/rounds.ts'

/** A number of working days in a sentence; its words are those from `start` to before `end`. */
type FoundWorkingDays = { readonly count: number; readonly start: number; readonly end: number }

const BEFORE = wordSet(BEFORE_WORKING_DAYS)
const UNITS = WORKING_DAYS.map((unit) => fold(unit).split(' '))
const NUMBER = /^\d{1,4}$/

/**
 * "trong vòng 20 ngày làm việc", "within 20 working days": the number, whether or not it can be a deadline. Plain days
 * ("20 ngày") are none. Of two numbers that differ neither is taken: which one is meant is not for us to say.
 */
export function findWorkingDays(text: readonly Word[], from: number): FoundWorkingDays | undefined {
  const found: FoundWorkingDays[] = []
  for (let at = from; at < text.length; at++) {
    const number = text[at]?.folded ?? ''
    const unit = UNITS.find((words) => words.every((word, place) => text[at + 1 + place]?.folded === word))
    if (!NUMBER.test(number) || unit === undefined) continue
    let start = at
    while (start > from && BEFORE.has(text[start - 1]?.folded ?? '')) start--
    found.push({ count: Number(number), start, end: at + 1 + unit.length })
  }
  const [first] = found
  return found.every(({ count }) => count === first?.count) ? first : undefined
}
