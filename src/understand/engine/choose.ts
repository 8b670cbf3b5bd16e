import type { Intent } from '../../contract/intent.ts'
import { phraseAt, plainBook } from '../phrases.ts'
import type { Understanding } from '../result.ts'
import { fitsOf } from '../senses/fits.ts'
import { GUESSES, NOT_NOW } from '../words/beside.ts'
import type { Concept } from '../words/concepts.ts'
import { GREETINGS } from '../words/general.ts'
import { valuesUsed } from './fit.ts'
import { isKept } from './kept.ts'
import { range } from './places.ts'
import { type Reading, valuesOf } from './reading.ts'
import type { Fit, Sense } from './sense.ts'
import { typed } from './sentence.ts'

/** A fit with what it leads to. */
type Candidate = { readonly fit: Fit; readonly meant: Understanding; readonly sure: boolean; readonly shows: boolean }

/** Two readings that come so near are asked about. */
const NEAR = 0.25
const MOST_NEAREST = 3

/**
 * Of all senses the one that accounts for the most of a sentence. A change needs more than a question: where a question
 * word, a negation or an "if" is left over, it is not meant; words with content may not be left over but for a few, which
 * are told. What is not sure is offered, never done.
 */
export function choose(reading: Reading): Understanding {
  if (isGreeting(reading)) return { kind: 'intent', intent: { kind: 'home.show' } }
  const fits = fitsOf(reading)
  const candidates = fits.flatMap((fit) => candidateOf(fit, reading) ?? [])
  const sure = candidates.filter((one) => one.sure)
  const [first, second] = sure
  if (first === undefined) return { kind: 'unknown', nearest: nearestOf(candidates, reading), ...untold(reading, fits) }
  // A better reading that is not sure may be what is meant.
  const better = candidates.find((one) => !one.sure && one.fit.score > first.fit.score + 1)
  if (better !== undefined && (first.fit.score < 1 || isOnlyShown(first, better)))
    return { kind: 'unknown', nearest: nearestOf(candidates, reading), ...untold(reading, fits) }
  if (second !== undefined && isNear(first, second)) return bothOf(first, second)
  return told(first, reading)
}

const GREETING = plainBook(GREETINGS)

/** Nothing but politeness, with a greeting or thanks among it. */
const isGreeting = ({ text, idle }: Reading): boolean => {
  let greets = false
  for (let at = 0; at < text.length; ) {
    const greeting = phraseAt(GREETING, text, at)
    if (greeting !== undefined) greets = true
    const next = Math.max(greeting?.end ?? at, idle.get(at) ?? at)
    if (next === at) return false
    at = next
  }
  return greets
}

/** What shows something has no use for the verb of a better reading that is not sure: what is wanted is to be done. */
const isOnlyShown = (first: Candidate, better: Candidate): boolean =>
  first.shows &&
  !better.shows &&
  first.meant.kind === 'intent' &&
  better.fit.verbs.some((at) => first.fit.left.some(({ start, end }) => start <= at && at < end))

const isNear = (a: Candidate, b: Candidate): boolean =>
  a.fit.score - b.fit.score < NEAR &&
  a.fit.sense.id !== b.fit.sense.id &&
  // Of what is harmless and what is not, the harmless is meant.
  !a.shows &&
  a.meant.kind === 'intent' &&
  b.meant.kind === 'intent' &&
  // Whose opinion is recorded may be written in two ways.
  !(a.meant.intent.kind === 'record.save.form' && b.meant.intent.kind === 'record.save.form') &&
  JSON.stringify(a.meant.intent) !== JSON.stringify(b.meant.intent)

function bothOf(a: Candidate, b: Candidate): Understanding {
  const options = [a, b].flatMap(({ meant }) => intentsIn(meant)).map((intent) => ({ intent }))
  return { kind: 'ask', about: 'meaning', options }
}

/** What a fit leads to, and whether it may be taken without asking. */
function candidateOf(found: Fit, reading: Reading): Candidate | undefined {
  const { sense } = found
  // Who reads by the order of the words sees questions as well.
  const turned = sense.fit === undefined ? turnedRound(found, reading) : 'no'
  if (turned === 'negated') return undefined
  if (turned === 'asked') {
    if (reading.cues.some(({ means }) => means === 'how') && sense.id !== 'visit.report' && sense.id !== 'access')
      return { fit: found, meant: { kind: 'intent', intent: { kind: 'help.show' } }, sure: true, shows: true }
    const meant = sense.asked?.(found, reading)
    return meant === undefined ? undefined : { fit: found, meant, sure: isEnough(found, 'shows', true), shows: true }
  }
  const built = sense.build(found, reading)
  if (built === undefined) return undefined
  const [meant, fit] = 'meant' in built ? [built.meant, leftIn(found, built.left, built.aside)] : [built, found]
  // "KT-4 có những nội dung gì": a visit is no item that there is none of.
  if (meant.kind === 'no-such-item' && fit.unused.some(({ value }) => value.kind === 'visit')) return undefined
  // A day that no calendar has is told, whatever is meant with it.
  const wrong = wrongDay(fit, reading)
  if (wrong !== undefined && meant.kind !== 'unknown') return { fit, meant: wrong, sure: true, shows: true }
  const elsewhere =
    (sense.does !== 'shows' || CAREFUL.has(sense.id) || sense.id === 'schedule') &&
    reading.cues.some(
      ({ means, start, end, locale }) =>
        means === 'elsewhere' &&
        (sense.id !== 'schedule' || (locale === 'vi' && isBesideUsed(fit, reading, start))) &&
        range(start, end).some((at) => !fit.used.has(at)),
    )
  const sure =
    meant.kind === 'no-such-item' ||
    meant.kind === 'unknown' ||
    (!elsewhere &&
      !isHearsay(fit, reading) &&
      (('meant' in built && built.sure === true) ||
        (isEnough(fit, sense.does, isQuestion(reading)) &&
          (meant.kind !== 'missing' || fit.left.length === 0) &&
          !otherActs(fit, reading) &&
          !isEither(fit, reading))))
  return { fit, meant, sure, shows: sense.does === 'shows' }
}

const GUESSED = plainBook(GUESSES)
const BEFORE_DONE = plainBook(NOT_NOW)

/**
 * "Vừa gia hạn nghị định", "suýt hủy KT-5", "chắc phải dời", "nhắc nghị định rồi": it tells of what was done or may be, and
 * asks nobody to do it.
 */
function isHearsay(fit: Fit, reading: Reading): boolean {
  const { sense, verbs, used, left, aside } = fit
  if (OPINION.test(sense.id)) return isGuessedPosition(reading)
  if (sense.does === 'shows' || !DOES_ONCE.test(sense.id)) return false
  const { text, idle, clauses, spelled, marked } = reading
  for (const verb of verbs.length === 0 ? [fit.at] : verbs)
    for (const from of [verb - 1, verb - 2, verb - 3]) {
      const before = from < 0 ? undefined : phraseAt(BEFORE_DONE, text, from)
      if (before === undefined || before.end > verb || before.end < verb - 1) continue
      if (before.end === verb - 1 && !LIGHT.has(text[verb - 1]?.folded ?? '')) continue
      if (used.has(from) && text[from]?.folded !== 'da') continue
      if (!marked || NOT_NOW_SPELLED.has(spelled.slice(from, before.end).join(' '))) return true
    }
  // "Hình như KT-5 dời sang thứ 6".
  const begin = clauses.find(({ start, end }) => fit.at >= start && fit.at < end)?.start ?? 0
  const guess = phraseAt(GUESSED, text, begin)
  if (guess !== undefined && guess.end <= fit.at + 1) return true
  // "… rồi" ends the clause of the verb, and all before it is of the verb.
  const clause = clauses.find(({ start, end }) => fit.at >= start && fit.at < end)
  if (clause === undefined) return false
  let last = clause.end - 1
  while (
    last > fit.at &&
    text[last]?.folded !== 'roi' &&
    (idle.get(last) !== undefined || PARTICLES.has(text[last]?.folded ?? ''))
  )
    last--
  return (
    text[last]?.folded === 'roi' &&
    !AGREED.has(text[last - 1]?.folded ?? '') &&
    ![...left, ...aside].some(({ start }) => start > fit.at && start < last)
  )
}
/** "Sếp hình như đồng ý nghị định", "chắc là đồng ý": nobody has agreed yet. */
function isGuessedPosition(reading: Reading): boolean {
  const { text, spelled, marked } = reading
  const [position] = valuesOf(reading, 'position')
  if (position === undefined) return false
  return [1, 2, 3, 4].some((back) => {
    const from = position.start - back
    const guess = from < 0 ? undefined : phraseAt(MAY_AGREE, text, from)
    return (
      guess !== undefined &&
      guess.end <= position.start &&
      !TITLED.has(text[from - 1]?.folded ?? '') &&
      range(guess.end, position.start).every((at) => LIGHT.has(text[at]?.folded ?? '')) &&
      (!marked || MAY_AGREE_SPELLED.has(spelled.slice(from, guess.end).join(' ')))
    )
  })
}
const OPINION = /^(?:opinion|record)$/
/** "nghị định: đồng ý" holds no "định", "dữ liệu" no "liệu". */
const TITLED = new Set(['du', 'tai', 'nghi', 'quy', 'nhan', 'an', 'xac'])
const MAY_AGREE_WORDS = [
  ...GUESSES,
  'chắc',
  'chắc là',
  'định',
  'đang định',
  'có khi',
  'có thể',
  'sắp',
  'suýt',
  'nói sẽ',
  'bảo sẽ',
  'hứa',
]
const MAY_AGREE = plainBook(MAY_AGREE_WORDS)
const MAY_AGREE_SPELLED = new Set(MAY_AGREE_WORDS)
const DOES_ONCE = /^(?:round\.|remind$|duty|visit\.(?!report))/
const NOT_NOW_SPELLED = new Set(NOT_NOW)
const LIGHT = new Set(['gui', 'cung', 'phai', 'bi', 'duoc', 'co', 'la', 'nen', 'se'])
const PARTICLES = new Set(['ma', 'do', 'day', 'nhe', 'nha', 'a', 'em', 'anh', 'chi', 'day', 'xong', 'co'])
const AGREED = new Set(['ok', 'oke', 'okay', 'y', 'duyet', 'den', 'han', 'gap', 'gan', 'qua', 'sap', 'xong', 'du'])

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

/** Whether a question word, a negation or a condition stands in it for which the sense has no use. */
function turnedRound(fit: Fit, reading: Reading): 'no' | 'asked' | 'negated' {
  const { question, text, cues, raw, english } = reading
  const { used, sense, verbs } = fit
  const own = ownUntil(fit)
  const free = (places: ReadonlySet<number>) => [...places].some((at) => at < own && !used.has(at))
  if (sense.does === 'shows')
    return verbs.some((at) => question.negations.has(at - 1)) ||
      [...question.negations].some((at) => !used.has(at) && DONT.has(text[at]?.folded ?? ''))
      ? 'negated'
      : 'no'
  // "thôi ủy quyền", "stop reminding".
  if (verbs.some((at) => STOPPING.has(text[at - 1]?.folded ?? ''))) return 'negated'
  // "Rather than extend the decree, close it", "instead of closing …".
  if (
    english &&
    verbs
      .concat(fit.at)
      .some(
        (at) =>
          (text[at - 1]?.folded === 'than' && text[at - 2]?.folded === 'rather') ||
          (text[at - 1]?.folded === 'of' && text[at - 2]?.folded === 'instead'),
      )
  )
    return 'negated'
  if (free(question.negations) || verbs.some((at) => question.negations.has(at - 1))) return 'negated'
  // "Chiến lược thì gia hạn" asks nothing of the extension.
  const about = new Set(
    [...question.about].filter((at) => text[at]?.folded !== 'thi' || (at > fit.at && !verbs.some((verb) => verb > at))),
  )
  if (free(question.conditions) || free(about)) return 'negated'
  // "Nhắc gì rồi", "gia hạn những gì": what was done, and nothing to do.
  if (verbs.some((at) => asksWhat(reading, at))) return 'asked'
  // "nhắc các bộ chưa": who has not answered, and no question.
  const missing = cues.some(({ means, end }) => (means === 'toAll' || means === 'who') && end === question.tail)
  // "…, reason: letter not signed yet" says why; "extend it to the 3rd already!!" is in haste.
  const why = valuesUsed(fit, 'reason').some(({ start, end }) => start <= question.tail && question.tail < end)
  const hasty =
    !question.marked &&
    text[question.tail]?.folded === 'already' &&
    fit.at <= 1 &&
    !question.begins &&
    !/ed$/.test(text[fit.at]?.folded ?? '')
  if (question.tail < text.length && question.tail <= own && !missing && !why && !hasty) return 'asked'
  // "The decree round closed?", "cancel KT-3? No, keep it": what ends something is not done on a question.
  if (english && sense.does === 'ends' && raw.includes('?') && !REQUESTED.test(raw)) return 'asked'
  // "Ghi Bộ Tài chính đồng ý nghị định chưa": nothing but the item stands between.
  if (
    sense.id !== 'opinion' &&
    own < question.tail &&
    question.tail < text.length &&
    fit.items.items.length > 0 &&
    range(own, question.tail).every((at) => fit.items.used.has(at) || ITEM_JOINS.has(text[at]?.folded ?? ''))
  )
    return 'asked'
  // "Ai làm trưởng …": who is a question, whatever a sense makes of it.
  const who = sense.id.startsWith('visit.') && [...question.words].some((at) => at < own)
  return who || free(question.words) || question.begins ? 'asked' : 'no'
}

/** Where somebody's own words begin, behind the position that they take. */
const ownUntil = (fit: Fit): number =>
  fit.sense.quotes === true
    ? (valuesUsed(fit, 'position')[0]?.end ?? Number.POSITIVE_INFINITY)
    : Number.POSITIVE_INFINITY

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

/** "nhắc gì", "đóng những gì": the verb's object is asked for. */
const asksWhat = ({ text, cues }: Reading, verb: number): boolean => {
  const end = Math.max(verb + 1, ...cues.flatMap((cue) => (cue.start === verb && cue.end <= verb + 2 ? [cue.end] : [])))
  return [verb + 1, end].some((place) => {
    const next = place + (WHICH.has(text[place]?.folded ?? '') ? 1 : 0)
    return text[next]?.folded === 'gi' && text[next + 1]?.folded !== 'thi'
  })
}
const ITEM_JOINS = new Set(['voi', 've', 'cho', 'du', 'thao', 'cai', 'dot'])
const WHICH = new Set(['nhung', 'cai', 'viec'])

const REQUESTED = /\b(?:can|could|would|will|may|might|shall|please|pls|plz|possible|mind|how about)\b/i
const STOPPING = new Set(['thoi', 'ngung', 'stop', 'khoi'])
const DONT = new Set(['dung', 'dont', 'never', 'chang'])

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
const MARKS = /^(?:(?:ngày|từ|đến|tới|sang|vào|to|on|until|from|by) )+/iu

/** A day that no calendar has, as typed. */
function wrongDay(fit: Fit, reading: Reading): Understanding | undefined {
  const wrong = valuesUsed(fit, 'moment').find(({ value: { moment } }) => moment.value.kind === 'wrong')
  if (wrong === undefined) return undefined
  return {
    kind: 'no-such-day',
    typed: typed(reading, wrong.start, wrong.end).replace(MARKS, ''),
  }
}

/** The understanding with what it did not use, as typed. */
function told({ fit, meant }: Candidate, reading: Reading): Understanding {
  if (meant.kind !== 'intent' && meant.kind !== 'ask' && meant.kind !== 'missing') return meant
  const intents = intentsIn(meant)
  const lost = fit.values.filter((found) => !isKept(found, intents, reading))
  const unused = notUsed({ ...fit, unused: [...fit.unused, ...lost] }, reading)
  const noted = unused.length === 0 ? meant : { ...meant, unused }
  if (noted.kind === 'missing') return noted
  const readAs = valuesUsed(fit, 'moment').flatMap(({ value: { moment }, start, end }) =>
    moment.value.kind === 'day' && moment.value.or !== undefined
      ? [{ typed: typed(reading, start, end).replace(MARKS, ''), day: moment.value.day }]
      : [],
  )
  return readAs.length === 0 ? noted : { ...noted, readAs }
}

/** Words with content and values that a fit has no use for, as typed. */
function notUsed({ left, aside, unused }: Pick<Fit, 'left' | 'aside' | 'unused'>, reading: Reading): readonly string[] {
  const stretches = [...left, ...aside, ...unused].sort((a, b) => a.start - b.start || b.end - a.end)
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of stretches) {
    const before = joined.at(-1)
    if (before !== undefined && start <= before.end) before.end = Math.max(before.end, end)
    else joined.push({ start, end })
  }
  return joined.map(({ start, end }) => typed(reading, start, end).slice(0, 200))
}

function untold(reading: Reading, fits: readonly Fit[]): { readonly left?: readonly string[] } {
  const [best] = fits
  const left = best === undefined ? [] : notUsed(best, reading)
  return left.length === 0 ? {} : { left }
}

function nearestOf(candidates: readonly Candidate[], reading: Reading): readonly Intent[] {
  const seen = new Set<string>()
  const nearest: Intent[] = []
  // What a verb says before what only a name does.
  const said = [...candidates].sort((a, b) => Number(b.fit.verbs.length > 0) - Number(a.fit.verbs.length > 0))
  for (const intent of [...said.flatMap(({ meant }) => intentsIn(meant)), ...aboutNames(reading)]) {
    const written = JSON.stringify(intent)
    if (seen.has(written) || nearest.length === MOST_NEAREST) continue
    seen.add(written)
    nearest.push(intent)
  }
  return nearest
}

/** What can be looked at of that which a sentence names. */
function aboutNames(reading: Reading): readonly Intent[] {
  return [
    ...valuesOf(reading, 'visit').map(({ value }) => ({ kind: 'visit.show', number: value.number }) as const),
    ...reading.items.items.flatMap(({ key: item }) => [
      { kind: 'status.show', item } as const,
      { kind: 'item.show', item } as const,
    ]),
    ...valuesOf(reading, 'unit').flatMap(({ value }) =>
      value.units.map(({ id: unit }) => ({ kind: 'schedule.show', unit }) as const),
    ),
    ...valuesOf(reading, 'team').flatMap(({ value }) =>
      value.teams.map(({ key: team }) => ({ kind: 'schedule.show', team }) as const),
    ),
  ]
}

/** The intents to which an understanding may lead. */
function intentsIn(meant: Understanding): readonly Intent[] {
  switch (meant.kind) {
    case 'intent':
      return [meant.intent]
    case 'ask':
    case 'missing':
    case 'no-such-item':
      return meant.options.map(({ intent }) => intent)
    case 'unknown':
      return meant.nearest
    case 'no-such-day':
      return []
    default:
      return meant satisfies never
  }
}
