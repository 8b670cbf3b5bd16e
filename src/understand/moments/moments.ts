import type { Word } from '../../texts/fold.ts'
import { scan } from './scan.ts'
import { sentenceOf } from './tokens.ts'
import type { Moment, When } from './values.ts'

export type { Mark, Moment, MomentValue, Point, Unit, When } from './values.ts'

/**
 * All days, hours, ranges and durations of a sentence, Vietnamese or English, in order, not overlapping. `raw` as typed,
 * `text` its words with their places in it. Never throws; what no calendar has is `wrong`.
 */
export function momentsIn(raw: string, text: readonly Word[], when: When): readonly Moment[] {
  return scan(sentenceOf(raw, text, when))
}
