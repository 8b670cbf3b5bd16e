import { fold } from '../../texts/fold.ts'
import { phraseAt, phrasebook } from '../phrases.ts'
import type { Cut } from '../readings/parts.ts'
import { CHANGES } from '../words/visits.ts'

/** What is to be done to a visit or a team; `size` is the number of words that say it. */
export type Change = {
  readonly means: keyof typeof CHANGES
  readonly plain: boolean
  readonly size: number
  readonly end: number
}

const { move, assign, add, cancel, report, confirm, ask, duty } = CHANGES
const BOOK = phrasebook<Pick<Change, 'means' | 'plain'>>([
  [{ means: 'duty', plain: false }, duty.weak],
  [{ means: 'move', plain: false }, move.weak],
  [{ means: 'assign', plain: false }, assign.weak],
  [{ means: 'cancel', plain: false }, cancel.weak],
  [{ means: 'report', plain: false }, report.weak],
  [{ means: 'confirm', plain: false }, confirm.weak],
  [{ means: 'ask', plain: false }, ask.weak],
  [{ means: 'move', plain: true }, move.plain],
  [{ means: 'assign', plain: true }, assign.plain],
  [{ means: 'add', plain: true }, add.plain],
  [{ means: 'cancel', plain: true }, cancel.plain],
  [{ means: 'report', plain: true }, report.plain],
  [{ means: 'confirm', plain: true }, confirm.plain],
  [{ means: 'ask', plain: true }, ask.plain],
  [{ means: 'duty', plain: true }, duty.plain],
])

/** As it is written, whatever the place of a tone mark: "hủy" and "huỷ" are one, "chuyến" and "chuyển" two. */
const marksOf = (text: string): string => [...text.normalize('NFD').toLowerCase()].sort().join('')
const WRITTEN = new Map<string, Set<string>>()
for (const { plain, weak } of Object.values(CHANGES))
  for (const phrase of [...plain.vi, ...plain.en, ...weak.vi, ...weak.en]) {
    const joined = fold(phrase).replaceAll(' ', '')
    WRITTEN.set(joined, (WRITTEN.get(joined) ?? new Set()).add(marksOf(phrase.replace(/[\s']/g, ''))))
  }

/** The change that is said at word `at`. Where it has diacritics they are the verb's own: "bộ" is not "bỏ". */
export function changeAt({ text, line }: Cut, at: number): Change | undefined {
  const found = phraseAt(BOOK, text, at)
  if (found === undefined) return undefined
  const spelled = line.spelled.slice(at, found.end).join('')
  if (/[^\p{ASCII}]/u.test(spelled) && WRITTEN.get(found.phrase.joined)?.has(marksOf(spelled)) !== true)
    return undefined
  return { ...found.phrase.means, size: found.end - at, end: found.end }
}
