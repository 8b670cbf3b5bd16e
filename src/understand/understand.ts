import { type Word, words } from '../texts/fold.ts'
import { VERB_BOOK, verbAt } from './book.ts'
import { askOfDraft } from './intents/draft.ts'
import { positionAt } from './intents/opinion.ts'
import { askBehindVerb, askOfSchedule, nameAlone, wordEndAt } from './intents/schedule.ts'
import { nearestSchedules, nearlyAskOfSchedule } from './intents/schedule-near.ts'
import { beginsWithChange, changeVisit } from './intents/visits.ts'
import { asksOfDay } from './intents/why.ts'
import { type Match, phraseAt, phraseNear, plainBook } from './phrases.ts'
import type { Sentence } from './reading.ts'
import { type FoundItems, idleAt, indexItems, itemAt, itemsAmong, keyAt } from './readings/items.ts'
import { type Cut, cutOf } from './readings/parts.ts'
import { findQuarter } from './readings/quarter.ts'
import type { Understanding, Vocabulary } from './result.ts'
import { act } from './verb.ts'
import { FILLERS, GREETINGS } from './words/general.ts'
import { MANNERS } from './words/manners.ts'
import type { Verb } from './words/verbs.ts'

export type { Understanding, Vocabulary } from './result.ts'

const FILLER_BOOK = plainBook(FILLERS)
const GREETING_BOOK = plainBook(GREETINGS)
/** A sentence says what it wants in its beginning; the words of an opinion may follow at any length. */
const HEAD = 2000

/**
 * What a typed sentence asks for. Deterministic, without a network: a small grammar over the folded words. The verb
 * stands first, politeness aside, or right behind the item; a sentence that is not understood is `unknown`, and never
 * an action. Never throws.
 */
export function understand(raw: string, vocabulary: Vocabulary): Understanding {
  if (raw.trim() === '') return { kind: 'intent', intent: { kind: 'home.show' } }
  if (/^[\s?]+$/.test(raw)) return { kind: 'intent', intent: { kind: 'help.show' } }
  const text = words(raw.slice(0, HEAD))
  const index = indexItems(vocabulary.items)
  const sentence: Sentence = { raw, text, index, vocabulary }
  const start = beginning(text, (at) => keyAt(index, text, at, text.length) !== undefined)
  if (text.length === 0) return { kind: 'unknown', nearest: [] }
  if (start.at === text.length)
    return start.greeted ? { kind: 'intent', intent: { kind: 'home.show' } } : unknown(sentence)

  // Too long for a schedule: the words of an opinion, or of something else.
  const cut = cutOf(raw, text, vocabulary)
  const change = cut === undefined ? undefined : changeVisit(cut)
  if (change !== undefined) return change
  const draft = askOfDraft(sentence, start.at)
  if (draft !== undefined) return draft
  const { verb } = start
  if (verb !== undefined && (cut === undefined || wordEndAt(cut, start.at) <= verb.end)) {
    const meant = act(sentence, verb.phrase.means, verb.phrase, start.at, verb.end)
    const unread = meant.kind === 'unknown' || meant.kind === 'no-such-item'
    return cut !== undefined && unread && MANNERS[verb.phrase.means].schedules
      ? (askBehindVerb(cut, verb.end) ?? meant)
      : meant
  }
  if (positionAt(text, start.at) !== undefined) return act(sentence, 'opinion', weakOpinion, start.at, start.at)
  const about = (read: (cut: Cut) => Understanding | undefined) => (cut === undefined ? undefined : read(cut))
  return (
    asksOfDay(sentence, start.at) ??
    itemFirst(sentence, start.at) ??
    about((cut) => askOfSchedule(cut, 0)) ??
    readingInside(sentence, start.at) ??
    quarterAlone(sentence, start.at) ??
    about((cut) => (itemAlone(sentence, start.at) === undefined ? nameAlone(cut, 0) : undefined)) ??
    slipped(sentence, start.at) ??
    itemAlone(sentence, start.at) ??
    about((cut) => (beginsWithChange(cut) ? undefined : nearlyAskOfSchedule(cut, 0, index))) ??
    unknown(sentence, cut)
  )
}

const weakOpinion = { locale: 'vi', folded: 'y kien' } as const

/** Past greetings and politeness, up to the first verb; a longer filler goes before a shorter verb. */
function beginning(text: readonly Word[], isKey: (at: number) => boolean) {
  let at = 0
  let greeted = false
  while (at < text.length && !isKey(at)) {
    const verb = verbAt(text, at)
    const greeting = phraseAt(GREETING_BOOK, text, at)
    const filler = phraseAt(FILLER_BOOK, text, at)
    const polite = Math.max(greeting?.end ?? 0, (filler?.end ?? 0) < text.length ? (filler?.end ?? 0) : 0)
    if (verb !== undefined && verb.end >= polite) return { at, verb, greeted }
    if (positionAt(text, at) !== undefined && (positionAt(text, at)?.end ?? 0) > polite) return { at, greeted }
    if (greeting !== undefined && greeting.end >= polite) greeted = true
    else if (greeted && idleAt(text, at) > at && polite === 0) {
      at = idleAt(text, at)
      continue
    }
    if (polite === 0) break
    at = polite
  }
  return { at, greeted }
}

/** "ND-DLCN đồng ý", "ND-DLCN: tình hình": the item, then the verb. */
function itemFirst(sentence: Sentence, at: number): Understanding | undefined {
  const { text, index } = sentence
  const stops = (place: number) => verbAt(text, place) !== undefined || positionAt(text, place) !== undefined
  const found = itemAt(index, text, at, stops)
  if (found.items.length === 0) return undefined
  let next = found.end
  while (next < text.length && verbAt(text, next) === undefined && idleAt(text, next) > next) {
    next = idleAt(text, next)
  }
  const verb = next < text.length ? verbAt(text, next) : undefined
  if (verb !== undefined) return act(sentence, verb.phrase.means, verb.phrase, next, verb.end, found)
  if (positionAt(text, found.end) !== undefined) {
    return act(sentence, 'opinion', weakOpinion, found.end, found.end, found)
  }
  return undefined
}

/** "nghị định dữ liệu cá nhân đến đâu rồi": a reading verb anywhere, when every other word is accounted for. */
function readingInside(sentence: Sentence, from: number): Understanding | undefined {
  const { text, index } = sentence
  let best: { readonly at: number; readonly match: Match<Verb> } | undefined
  for (let at = from; at < text.length; at++) {
    const match = verbAt(text, at)
    if (match === undefined || MANNERS[match.phrase.means].reads !== 'anywhere') continue
    if (best === undefined || match.phrase.joined.length > best.match.phrase.joined.length) best = { at, match }
  }
  if (best === undefined) return undefined
  const found = itemsAmong(index, text, from, best.at)
  const { at, match } = best
  const taken = (place: number) => (place >= at && place < match.end) || found.used.has(place)
  if (leftOver(text, from, taken) > 0) return undefined
  return act(sentence, match.phrase.means, match.phrase, at, match.end, found.items.length > 0 ? found : undefined)
}

function quarterAlone({ text, vocabulary }: Sentence, from: number): Understanding | undefined {
  const found = findQuarter(text, vocabulary)
  if (found === undefined) return undefined
  if (leftOver(text, from, (place) => place >= found.start && place < found.end) > 0) return undefined
  return { kind: 'intent', intent: { kind: 'plan.show', quarter: found.quarter } }
}

function itemAlone(sentence: Sentence, from: number): Understanding | undefined {
  const found = itemsAmong(sentence.index, sentence.text, from, sentence.text.length)
  if (found.items.length === 0 || leftOver(sentence.text, from, (place) => found.used.has(place)) > 0) return undefined
  return act(sentence, 'item', { locale: 'vi', folded: '' }, from, sentence.text.length, found)
}

/** "stauts nd-dlcn"; a word that stands in a title as it is was not meant for a verb. */
function slipped(sentence: Sentence, at: number): Understanding | undefined {
  if (sentence.index.byWord.has(sentence.text[at]?.folded ?? '')) return undefined
  const near = phraseNear(VERB_BOOK, sentence.text, at)
  return near === undefined ? undefined : act(sentence, near.phrase.means, near.phrase, at, near.end)
}

function unknown(sentence: Sentence, cut?: Cut): Understanding {
  const found: FoundItems = itemsAmong(sentence.index, sentence.text, 0, sentence.text.length)
  const items = found.items.map((item) => ({ kind: 'item.show', item: item.key }) as const)
  return { kind: 'unknown', nearest: [...items, ...(cut === undefined ? [] : nearestSchedules(cut))].slice(0, 3) }
}

function leftOver(text: readonly Word[], from: number, taken: (place: number) => boolean): number {
  let count = 0
  for (let at = from; at < text.length; ) {
    const idle = idleAt(text, at)
    if (taken(at)) at++
    else if (idle > at) at = idle
    else {
      count++
      at++
    }
  }
  return count
}
