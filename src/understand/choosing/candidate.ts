import { valuesUsed } from '../engine/fit.ts'
import { range } from '../engine/places.ts'
import type { Reading } from '../engine/reading.ts'
import type { Fit, Sense } from '../engine/sense.ts'
import { typed } from '../engine/sentence.ts'
import type { Understanding } from '../result.ts'
import type { Concept } from '../words/concepts.ts'
import { isFramed } from './framed.ts'
import { isHearsay } from './hearsay.ts'
import { isKept } from './kept.ts'
import { ownUntil, turnedRound } from './turned.ts'
import { isVetoed } from './vetoes.ts'

/** A fit with what it leads to. */
export type Candidate = {
  readonly fit: Fit
  readonly meant: Understanding
  /** It accounts for enough of the sentence to be taken without asking. */
  readonly sure: boolean
  /** Something in the sentence speaks against it: another act, somebody's telling, another place. */
  readonly held: boolean
  /** It is told, denied or asked in the sentence, and nobody wants it done: sentences like it do not change that. */
  readonly told?: boolean
  readonly shows: boolean
}

/** What a fit leads to, and whether it may be taken without asking. `byLikeness`: sentences like it speak for it, and no sign in it. */
export function candidateOf(found: Fit, reading: Reading, byLikeness = false): Candidate | undefined {
  const { sense } = found
  // Who reads by the order of the words sees questions as well, and so do sentences like it.
  const turned = sense.fit === undefined && !byLikeness ? turnedRound(found, reading) : 'no'
  if (turned === 'negated') return undefined
  if (turned === 'asked') {
    if (reading.cues.some(({ means }) => means === 'how') && sense.id !== 'visit.report' && sense.id !== 'access')
      return {
        fit: found,
        meant: { kind: 'intent', intent: { kind: 'help.show' } },
        sure: true,
        held: false,
        shows: true,
      }
    const meant = sense.asked?.(found, reading)
    return meant === undefined
      ? undefined
      : { fit: found, meant, sure: isEnough(found, 'shows', true), held: false, shows: true }
  }
  const built = sense.build(found, reading)
  if (built === undefined) return undefined
  const [meant, fit] = 'meant' in built ? [built.meant, leftIn(found, built.left, built.aside)] : [built, found]
  // "KT-4 có những nội dung gì": a visit is no item that there is none of.
  if (meant.kind === 'no-such-item' && fit.unused.some(({ value }) => value.kind === 'visit')) return undefined
  // A day that no calendar has is told, whatever is meant with it.
  const wrong = wrongDay(fit, reading)
  if (wrong !== undefined && meant.kind !== 'unknown')
    return { fit, meant: wrong, sure: true, held: false, shows: true }
  const elsewhere =
    (sense.does !== 'shows' || CAREFUL.has(sense.id) || sense.id === 'schedule') &&
    reading.cues.some(
      ({ means, start, end, locale }) =>
        means === 'elsewhere' &&
        (sense.id !== 'schedule' || (locale === 'vi' && isBesideUsed(fit, reading, start))) &&
        range(start, end).some((at) => !fit.used.has(at)),
    )
  // Sentences like it hold what is like another act as well: "please enter her".
  const vetoed = isVetoed(fit, reading) || isFramed(fit, reading)
  const hearsay = isHearsay(fit, reading)
  const held =
    vetoed ||
    elsewhere ||
    (DATED.test(sense.id) && saysOtherDay(fit, meant, reading)) ||
    hearsay ||
    (!byLikeness && otherActs(fit, reading)) ||
    isEither(fit, reading)
  const sure =
    meant.kind === 'no-such-item' ||
    meant.kind === 'unknown' ||
    (!vetoed && !elsewhere && !hearsay && 'meant' in built && built.sure === true) ||
    (!held && isEnough(fit, sense.does, isQuestion(reading)) && (meant.kind !== 'missing' || fit.left.length === 0))
  return { fit, meant, sure, held, told: vetoed || hearsay, shows: sense.does === 'shows' }
}

/** What is set to a day. */
const DATED = /^(?:visit\.(?!report|confirm)|move\.|round\.)/

/** Whether a day was said that is not in it, and not as the one that it was before: which of them is meant, is not sure. */
function saysOtherDay({ values, unused }: Fit, meant: Understanding, reading: Reading): boolean {
  // What has no place for a day tells that it has none: "đóng ND-DLCN 26/06".
  const intents = meant.kind === 'intent' && 'day' in meant.intent ? [meant.intent] : []
  return (
    intents.length > 0 &&
    [...values, ...unused].some(
      (found) =>
        found.value.kind === 'moment' &&
        found.value.moment.mark !== 'from' &&
        (found.value.moment.value.kind === 'day' || found.value.moment.value.kind === 'range') &&
        !isKept(found, intents, reading),
    )
  )
}

/** Whether the clause of a word holds anything that a fit has a use for. */
const isBesideUsed = ({ values }: Fit, { clauses }: Reading, at: number): boolean =>
  clauses.some(
    ({ start, end }) => start <= at && at < end && values.some((one) => one.start >= start && one.end <= end),
  )

/** The fit with fewer words left: those that became a name are used. */
function leftIn(fit: Fit, left: Fit['left'], aside?: Fit['aside']): Fit {
  const taken = [...fit.left, ...(aside === undefined ? [] : fit.aside.filter((one) => !aside.includes(one)))].filter(
    (one) => !left.includes(one),
  )
  const unused = fit.unused.filter(({ start, end }) => !taken.some((one) => one.start < end && one.end > start))
  return { ...fit, left, aside: aside ?? fit.aside, unused }
}

/** What shows an item or a round is not meant where something is to be done to it. */
const CAREFUL = new Set([
  'item',
  'status',
  'plan',
  'plan.quarter',
  'record.table',
  'record.ballots',
  'record.results',
  'record.dossier',
  'remarks',
])

const isQuestion = ({ question, text }: Reading): boolean =>
  question.marked || question.begins || question.tail < text.length || question.words.size > 0

const TELLS: Concept = 'said'
const ACTING: ReadonlySet<Concept> = new Set<Concept>([
  'extend',
  'close',
  'reopen',
  'takeBack',
  'record',
  'remind',
  'move',
])

/**
 * Whether something else is to be done as well ("gia hạn hay đóng ND-DLCN": then neither is), or somebody tells of it
 * ("nghe nói dời KT-12").
 */
/** "Nghỉ hay làm", "gia hạn hay đóng": neither is meant alone; "hãy" begins. */
const isEither = (fit: Fit, reading: Reading): boolean =>
  fit.sense.does !== 'shows' &&
  !isQuestion(reading) &&
  [...reading.question.or].some((at) => at > fit.at && at < ownUntil(fit) && !fit.used.has(at))

const otherActs = (fit: Fit, { cues, question, text, idle, purpose }: Reading): boolean =>
  (fit.sense.does !== 'shows' ||
    (CAREFUL.has(fit.sense.id) &&
      question.words.size === 0 &&
      (question.tail === text.length || (!question.marked && fit.locale === 'en')) &&
      !question.begins)) &&
  cues.some(
    ({ means, start, end, inner }) =>
      !inner &&
      (ACTING.has(means) || (means === TELLS && start < (fit.verbs[0] ?? fit.end))) &&
      start < ownUntil(fit) &&
      !(fit.sense.does === 'shows' && range(start, end).every((at) => purpose.has(at))) &&
      !(end - start === 1 && VAGUE.has(text[start]?.folded ?? '')) &&
      range(start, end).some((at) => !fit.used.has(at) && !idle.has(at)) &&
      // "Kindly note" asks for nothing to be noted.
      ![...idle].some(([from, to]) => from <= start && end <= to && to - from > end - start),
  )
/** "báo", "gọi": said of much that reminds nobody. */
const VAGUE = new Set(['bao', 'goi', 'file'])

/** Whether enough of the sentence is accounted for: a question about something that is named may hold more beside. */
function isEnough({ left, used, items, values }: Fit, does: Sense['does'], asks: boolean): boolean {
  const lost = left.reduce((sum, { start, end }) => sum + end - start, 0)
  if (lost === 0) return true
  const named = items.items.length > 0 || values.length > 0
  if (does === 'shows') return named && (asks ? lost <= 3 && lost <= used.size : lost <= 2 && lost * 3 <= used.size)
  return named && lost <= 2 && lost * 2 <= used.size
}

/** What stands before a day and is no part of it. */
export const MARKS = /^(?:(?:ngày|từ|đến|tới|sang|vào|to|on|until|from|by) )+/iu

/** A day that no calendar has, as typed. */
function wrongDay(fit: Fit, reading: Reading): Understanding | undefined {
  const wrong = valuesUsed(fit, 'moment').find(({ value: { moment } }) => moment.value.kind === 'wrong')
  if (wrong === undefined) return undefined
  return {
    kind: 'no-such-day',
    typed: typed(reading, wrong.start, wrong.end).replace(MARKS, ''),
  }
}
