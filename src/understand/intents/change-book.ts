import { fold } from '../../texts/fold.ts'
import { entriesOf, phraseAt, phrasebook } from '../phrases.ts'
import type { Cut } from '../readings/parts.ts'
import { CHANGES } from '../words/visits.ts'

/** What is to be done to a visit or a team; `size` is the number of words that say it. */
export type Change = {
  readonly means: keyof typeof CHANGES
  readonly plain: boolean
  readonly size: number
  readonly end: number
}

const BOOK = phrasebook([...entries('weak'), ...entries('plain')])

/** Each change with its phrases of one kind. */
function entries(which: 'plain' | 'weak') {
  return entriesOf(CHANGES).flatMap(([means, { [which]: phrases }]) =>
    phrases === undefined ? [] : [[{ means, plain: which === 'plain' }, phrases] as const],
  )
}

/** As it is written, whatever the place of a tone mark: "hủy" and "huỷ" are one, "chuyến" and "chuyển" two. */
const marksOf = (text: string): string => [...text.normalize('NFD').toLowerCase()].sort().join('')
const WRITTEN = new Map<string, Set<string>>()
for (const { plain, weak } of Object.values(CHANGES))
  for (const phrase of [plain, weak].flatMap((phrases) => [...(phrases?.vi ?? []), ...(phrases?.en ?? [])])) {
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
