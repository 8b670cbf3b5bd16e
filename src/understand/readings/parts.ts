import type { Word } from '../../texts/fold.ts'
import { bookOf, phraseAt, plainBook } from '../phrases.ts'
import type { Vocabulary } from '../result.ts'
import { FILLERS, GREETINGS } from '../words/general.ts'
import { HAS_BEEN as HAS_BEEN_WORDS } from '../words/periods.ts'
import { CONNECTIVES, STOP } from '../words/questions.ts'
import { SCHEDULE_IDLE, SCHEDULE_IDLE_PHRASES, SCHEDULE_WORDS } from '../words/schedules.ts'
import { anyOf } from './day-names.ts'
import { isAmong, type Line, lineOf, type SpelledWords, wordsAsSpelled } from './line.ts'
import { indexUnits, unitsAt, type VocabularyUnit } from './names.ts'
import { type Period, periodAt } from './period.ts'
import { teamsAt, type VocabularyTeam, visitAt } from './teams.ts'
import { readTime } from './when.ts'

export type ScheduleWord = keyof typeof SCHEDULE_WORDS

type What =
  | { readonly kind: 'visit'; readonly number: number }
  | { readonly kind: 'unit'; readonly units: readonly VocabularyUnit[] }
  | { readonly kind: 'team'; readonly teams: readonly VocabularyTeam[] }
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'time'; readonly time: string }
  | { readonly kind: 'word'; readonly means: ScheduleWord }
  | { readonly kind: 'idle' }
  /** Accounted for by nothing. */
  | { readonly kind: 'left' }
/** One stretch of a sentence: from word `start` to before word `end`. */
export type Part = What & { readonly start: number; readonly end: number }
export type PartOf<K extends Part['kind']> = Extract<Part, { kind: K }>

/** A sentence as it is cut into parts. */
export type Cut = {
  readonly raw: string
  readonly text: readonly Word[]
  readonly line: Line
  readonly vocabulary: Vocabulary
}

const WORDS = bookOf(SCHEDULE_WORDS)
const POLITE = plainBook([...FILLERS, ...GREETINGS, ...SCHEDULE_IDLE_PHRASES])
const IDLE = wordsAsSpelled([...CONNECTIVES, ...STOP, ...SCHEDULE_IDLE])
const HAS_BEEN = new RegExp(`(?<!\\bbe )\\b(?:${anyOf(HAS_BEEN_WORDS)})\\b`)
const TIME =
  /(?:luc |vao luc |at )?\d{1,2}(?::\d{2}(?: ?[ap]m)?|h(?:\d{2})?| ?gio(?: \d{2}(?!\/))?| ?[ap]m)(?: (?:sang|chieu|toi)(?! (?:ngay|\d|thu |thang)))?(?![a-z0-9])/y
const MISREAD: ReadonlyMap<ScheduleWord, string> = new Map([
  ['mine', 'tới'],
  ['myTeam', 'tới'],
  ['where', 'đầu'],
  ['trip', 'chuyển'],
])
/** Questions and changes of visits are shorter. */
const longest = 40

/** A sentence ready to be cut; undefined where it is too long to be about schedules. */
export function cutOf(raw: string, text: readonly Word[], vocabulary: Vocabulary): Cut | undefined {
  return text.length === 0 || text.length > longest ? undefined : { raw, text, line: lineOf(raw, text), vocabulary }
}

/** The words from `from` to `to` in parts: at each word the longest that fits, names and days before other words. */
export function partsOf(cut: Cut, from: number, to: number, idle: SpelledWords = IDLE): readonly Part[] {
  const parts: Part[] = []
  for (let at = from; at < to; at = parts.at(-1)?.end ?? to) {
    const part = partAt(cut, at, idle)
    parts.push(part.end > to ? { kind: 'left', start: at, end: at + 1 } : part)
  }
  return parts
}

function partAt(cut: Cut, at: number, idle: SpelledWords): Part {
  const { text, line, vocabulary } = cut
  let best: Part = { kind: 'left', start: at, end: at }
  const offer = (end: number | undefined, what: What) => {
    if (end !== undefined && end > best.end) best = { ...what, start: at, end }
  }
  const visit = visitAt(text, line, at)
  if (visit !== undefined) offer(visit.end, { kind: 'visit', number: visit.number })
  const teams = teamsAt(vocabulary.teams, text, line, at)
  if (teams !== undefined) offer(teams.end, { kind: 'team', teams: teams.teams })
  const period = periodAt(text, line, at, { today: vocabulary.today, meant: hasBeen(line) ? 'past' : 'coming' })
  if (period !== undefined) offer(period.end, { kind: 'period', period })
  const time = timeAt(cut, at)
  if (time !== undefined) offer(time.end, { kind: 'time', time: time.time })
  const units = unitsAt(indexUnits(vocabulary.units), text, at)
  if (units !== undefined) offer(units.end, { kind: 'unit', units: units.units })
  const word = phraseAt(WORDS, text, at)
  if (word !== undefined && !misread(cut, at, word.end, word.phrase.means))
    offer(word.end, { kind: 'word', means: word.phrase.means })
  offer(phraseAt(POLITE, text, at)?.end, { kind: 'idle' })
  if (isAmong(idle, line, at, text)) offer(at + 1, { kind: 'idle' })
  offer(at + 1, { kind: 'left' })
  return best
}

/** "Đoàn nào đã đi Lào Cai tháng 12", "who went there in December": days of what has been done. */
const hasBeen = ({ line }: Line): boolean => HAS_BEEN.test(line)

/** "đoàn tới Lào Cai" is not "đoàn tôi", nor "đầu" a place; without diacritics there is no telling. */
function misread({ text, line }: Cut, at: number, end: number, means: ScheduleWord): boolean {
  // "Môi trường", "bộ trưởng" speak of no team's leader.
  if (text[end - 1]?.folded === 'truong' && !/^(?:doan|dct|team)/.test(text[end]?.folded ?? '')) return true
  const other = MISREAD.get(means)
  return other !== undefined && line.spelled.slice(at, end).includes(other)
}

function timeAt({ line }: Cut, at: number): { readonly time: string; readonly end: number } | undefined {
  const offset = line.starts[at] ?? 0
  TIME.lastIndex = offset
  const found = TIME.exec(line.line)?.[0]
  const time = found === undefined ? undefined : readTime(found)
  if (found === undefined || time === undefined) return undefined
  let end = at + 1
  while (end < line.starts.length && (line.starts[end] ?? 0) < offset + found.length) end++
  return { time, end }
}

/** All parts of one kind. */
export const partsLike = <K extends Part['kind']>(parts: readonly Part[], kind: K): readonly PartOf<K>[] =>
  parts.filter((part): part is PartOf<K> => part.kind === kind)

/** Whether one of these words is said. */
export const says = (parts: readonly Part[], ...means: readonly ScheduleWord[]): boolean =>
  parts.some((part) => part.kind === 'word' && means.includes(part.means))
