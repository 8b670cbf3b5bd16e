import type { Intent } from '../../contract/intent.ts'
import { fold, type Word } from '../../texts/fold.ts'
import { phraseAt, plainBook, wordSet } from '../phrases.ts'
import { each, intent, left, missing, NONE, type Reading, type Sentence, unknown } from '../reading.ts'
import { type FoundItems, itemsAmong, keyAt } from '../readings/items.ts'
import { readWhen } from '../readings/when.ts'
import type { Understanding } from '../result.ts'
import { ABOUT_DAYS, WORKING_DAY } from '../words/days.ts'
import { QUESTION_TAIL } from '../words/questions.ts'

const ABOUT = wordSet([...ABOUT_DAYS, ...QUESTION_TAIL])
const WORKING = plainBook(WORKING_DAY)
const DATED =
  /^(?:\d{1,4}(?:st|nd|rd|th)?|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)$/
const TODAY = /\b(?:hom nay|today)\b/
/** Nobody asks for a day in more characters than this. */
const MAX_DATED = 500

/** "vì sao 28/04?", "tại sao hạn ND-DLCN là 30/06?": the day, the item, or the day of the item. */
export function explainWhy(reading: Reading): Understanding {
  const { text, index, end } = reading
  const found = reading.known ?? itemsAmong(index, withoutDates(reading), end, text.length)
  const day = dayAskedOf(reading, found)
  if (left(reading, { ...found, used: accounted(text, found, day) }) > 0) return unknown(found)
  const of = (item: string): Intent => ({ kind: 'date.explain', ...(day === undefined ? {} : { day }), item })
  if (found.items.length > 0) return each(reading, found, of)
  return day === undefined ? missing(reading, of) : intent({ kind: 'date.explain', day })
}

/** "30/04 có phải ngày làm việc không": nothing but a day and that question. */
export function asksOfDay(sentence: Sentence, from: number): Understanding | undefined {
  const { text } = sentence
  const at = text.findIndex((_, place) => place >= from && phraseAt(WORKING, text, place) !== undefined)
  if (at < 0) return undefined
  const end = phraseAt(WORKING, text, at)?.end ?? at
  const day = dayAskedOf(sentence, NONE)
  if (day === undefined) return undefined
  const used = accounted(text, NONE, day)
  for (let place = at; place < end; place++) used.add(place)
  const reading = { ...sentence, said: { locale: 'vi', folded: '' }, at: from, end: from } as const
  return left(reading, { ...NONE, used }) > 0 ? undefined : intent({ kind: 'date.explain', day })
}

/** The day in a sentence, the words of its item aside; "28 04" is one here, where nothing else is counted. */
function dayAskedOf({ raw, text, vocabulary }: Sentence, found: FoundItems): string | undefined {
  let line = raw.slice(0, MAX_DATED)
  for (const place of found.used) {
    const { start = 0, end = 0 } = text[place] ?? {}
    line = line.slice(0, start) + ' '.repeat(end - start) + line.slice(end)
  }
  line = line.slice(0, MAX_DATED)
  const spaced = line.replace(/(?<!\d)(\d{1,2})\s+(\d{1,2})(?:\s+(\d{4}))?(?!\d)/, (_, day, month, year) =>
    [day, month, year].filter((part) => part !== undefined).join('/'),
  )
  const { today } = vocabulary
  return (
    readWhen(line, today, 'either').day ??
    readWhen(spaced, today, 'either').day ??
    (TODAY.test(fold(line)) ? today : undefined)
  )
}

/** Numbers out of the way, so that the year of a date is not that of a title; those of a key stay. */
function withoutDates({ text, index }: Sentence): readonly Word[] {
  const keys = new Set<number>()
  for (let at = 0; at < text.length; at++) {
    const end = keyAt(index, text, at, text.length)?.end ?? at
    for (let place = at; place < end; place++) keys.add(place)
  }
  return text.map((word, place) => (/^\d+$/.test(word.folded) && !keys.has(place) ? { ...word, folded: '' } : word))
}

/** The places of the words that a question about days is made of; numbers count where they made a day. */
function accounted(text: readonly Word[], found: FoundItems, day: string | undefined): Set<number> {
  const used = new Set(found.used)
  for (const [place, { folded }] of text.entries()) {
    if (ABOUT.has(folded) || (day !== undefined && DATED.test(folded))) used.add(place)
  }
  return used
}
