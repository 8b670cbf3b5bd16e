import { itemsAmong } from '../names/items.ts'
import { phraseAt, plainBook, wordSet } from '../phrases.ts'
import {
  AS_SUBJECTS,
  BEHIND_SO,
  FINITE_VERBS,
  LEADING_REASON,
  NO_AS_BEFORE,
  NOT_STATED,
  REASON,
  STATED_SUBJECTS,
} from '../words/reasons.ts'
import type { Sentence } from './sentence.ts'
import type { Found, Value } from './span.ts'

const REASONS = plainBook(REASON)
const REASON_SPELLED = new Set(REASON)
const LEADING = plainBook(LEADING_REASON)
const LEADING_SPELLED = new Set(LEADING_REASON)
const SUBJECTS = wordSet(AS_SUBJECTS)
const STATED = wordSet(STATED_SUBJECTS)
const FINITE = wordSet(FINITE_VERBS)
const NO_AS = wordSet(NO_AS_BEFORE)
const SO = wordSet(BEHIND_SO)
const NOT_SAID = wordSet(NOT_STATED)
/** English "do" gives no reason before these. */
const DOERS = new Set('we i you they not the it any have to'.split(' '))
/** Nor behind these. */
const BEFORE_DO = new Set(
  'rather to we i can could would will must should just lets please us not and you they'.split(' '),
)
const most = 500
/** Within so many words behind its subject a statement has its verb. */
const verbWithin = 7

/** The reasons that words give, to the letter. `values`: everything else that the sentence holds. */
export function reasonsIn(sentence: Sentence, values: readonly Found[]): readonly Found[] {
  const before = leading(sentence) ?? beforeSo(sentence, values) ?? statedFirst(sentence, values)
  if (before !== undefined) return [before]
  const behind = trailing(sentence) ?? stated(sentence, values)
  return behind === undefined ? [] : [behind]
}

const reason = (words: string, start: number, end: number): Found | undefined =>
  words === '' || words.length > most ? undefined : { value: { kind: 'reason', text: words }, start, end }

/** Whether a phrase is spelled as it is in the list, where diacritics are written. */
const isSpelled = ({ marked, spelled }: Sentence, list: ReadonlySet<string>, start: number, end: number): boolean =>
  !marked || list.has(spelled.slice(start, end).join(' '))

/** "Do trùng lịch họp Chính phủ, dời …", "As their director is ill, …": before what is wanted, to the comma. */
function leading(sentence: Sentence): Found | undefined {
  const { raw, text } = sentence
  const first = phraseAt(REASONS, text, 0) ?? phraseAt(LEADING, text, 0)
  // "Theo chỉ đạo của …, gia hạn …, lý do: …": the last is meant.
  const later = text.some(({ folded }, at) => at > 1 && folded === 'do' && text[at - 1]?.folded === 'ly')
  if (first === undefined || later || text[0]?.folded === 'de') return undefined
  if (!isSpelled(sentence, REASON_SPELLED, 0, first.end) && !isSpelled(sentence, LEADING_SPELLED, 0, first.end))
    return undefined
  if (text[0]?.folded === 'do' && DOERS.has(text[1]?.folded ?? '')) return undefined
  if (text[0]?.folded === 'as' && !isClause(sentence, 1)) return undefined
  let end = first.end
  while (end < text.length && !/[,;]\s/.test(raw.slice(text[end - 1]?.end, text[end]?.start))) end++
  if (end <= first.end || end >= text.length) return undefined
  return reason(wordsFrom(sentence, 0, first.end, text[end - 1]?.end), 0, end)
}

/** "Their director was taken to hospital so we need another date for KT-2", "vì giám đốc ốm nên xin dời KT-2". */
function beforeSo(sentence: Sentence, values: readonly Found[]): Found | undefined {
  const { raw, text, spelled } = sentence
  for (const [at, { folded }] of text.entries()) {
    const isEnglish = spelled[at] === 'so' && SO.has(text[at + 1]?.folded ?? '')
    const isVietnamese = folded === 'nen' && ['nên', 'nen'].includes(spelled[at] ?? '') && text[at - 1]?.folded !== 'co'
    if (at < (isEnglish ? 3 : 2) || at > text.length - 3 || !(isEnglish || isVietnamese)) continue
    const begin = isEnglish ? sentenceStart(sentence, at) : 0
    if (at - begin < 2) continue
    const first = phraseAt(REASONS, text, begin)
    if (isEnglish && first === undefined && !isClause(sentence, begin)) return undefined
    const names = (from: number, to: number) => isThingNamed(sentence, values, from, to)
    // "Visit to Điện Biên is off. The road's been cut, so please cancel": what is wanted may be named before the sentence.
    if (begin === 0 ? !isWantedBehind(sentence, values, at, at + 1) : names(begin, at)) return undefined
    return reason(raw.slice(text[first?.end ?? begin]?.start, text[at - 1]?.end).trim(), begin, at + 1)
  }
  return undefined
}

/** "All replies are in, close the decree". */
function statedFirst(sentence: Sentence, values: readonly Found[]): Found | undefined {
  const { raw, text } = sentence
  const end = text.findIndex(({ start }, at) => at > 0 && /^\s?[,;.!]+\s/.test(raw.slice(text[at - 1]?.end, start)))
  if (end < 3 || !STATED.has(text[0]?.folded ?? '') || !isClause(sentence, 0)) return undefined
  if (/\?\s*$/.test(raw) || text.slice(0, end).some(({ folded }) => NOT_SAID.has(folded))) return undefined
  if (!isWantedBehind(sentence, values, end, end)) return undefined
  return reason(raw.slice(text[0]?.start, text[end - 1]?.end), 0, end)
}

/** Whether what is wanted is named behind, and nothing of it before: not in "KT-2 can't be Friday so move it". */
const isWantedBehind = (sentence: Sentence, values: readonly Found[], before: number, behind: number): boolean =>
  isThingNamed(sentence, values, behind, sentence.text.length) && !isThingNamed(sentence, values, 0, before)

/** Whether a round, a visit or a place is named there; a ministry that is its subject is none. */
const isThingNamed = ({ text, index }: Sentence, values: readonly Found[], from: number, to: number): boolean =>
  values.some(
    ({ value, start, end }) =>
      THINGS.has(value.kind) &&
      start >= from &&
      end <= to &&
      !(
        value.kind === 'unit' &&
        start === from &&
        values.some((one) => one.value.kind === 'body' && one.start === start && one.end === end)
      ),
  ) || itemsAmong(index, text, from, to).items.length > 0

/** Where the sentence of a word begins: behind a stop. */
function sentenceStart({ raw, text }: Sentence, at: number): number {
  for (let from = at - 1; from > 0; from--)
    if (/[.;!?]\s/.test(raw.slice(text[from - 1]?.end, text[from]?.start))) return from
  return 0
}
const THINGS: ReadonlySet<string> = new Set(['visit', 'key', 'unit', 'team'])

/** Behind what is wanted, to the end of the sentence. */
function trailing(sentence: Sentence): Found | undefined {
  const { raw, text, marked } = sentence
  for (let at = 1; at < text.length; at++) {
    const match = phraseAt(REASONS, text, at)
    const end = match?.end ?? (isAs(sentence, at) ? at + 1 : undefined)
    if (end === undefined || (match !== undefined && !isSpelled(sentence, REASON_SPELLED, at, end))) continue
    if (!marked && text[at - 1]?.folded === 'don' && text[at]?.folded === 'vi') continue
    // "… để làm gì" asks what for.
    if (text[at]?.folded === 'de' && text[at + 1]?.folded === 'lam' && text[at + 2]?.folded === 'gi') continue
    // "Thay vì 26/6" says what it is not.
    if (text[at - 1]?.folded === 'thay' && text[at]?.folded === 'vi') continue
    if (text[at]?.folded === 'do' && DOERS.has(text[at + 1]?.folded ?? '')) continue
    // "We would rather do Sơn La on the 26th".
    if (text[at]?.folded === 'do' && BEFORE_DO.has(text[at - 1]?.folded ?? '')) continue
    return reason(wordsFrom(sentence, at, end, raw.length), at, text.length)
  }
  return undefined
}

/** What was typed behind the words that announce it; "theo đề nghị của Bộ Tài chính" is a reason as a whole. */
function wordsFrom({ raw, text }: Sentence, at: number, behind: number, to: number | undefined): string {
  const first = text[at]?.folded ?? ''
  const whole = /^(?:theo|can|at)$/.test(first)
  const last = first === 'given' && text[behind - 1]?.folded !== 'that' ? at : behind - 1
  const from = whole ? text[at]?.start : (text[last]?.end ?? raw.length)
  return raw
    .slice(from, to)
    .replace(/^[\s:,-]+/, '')
    .trim()
}

/** "…, as MOH asked for it": a subject and its verb follow; not "as soon as", "as requested". */
const isAs = (sentence: Sentence, at: number): boolean =>
  sentence.text[at]?.folded === 'as' &&
  sentence.spelled[at] === 'as' &&
  !NO_AS.has(sentence.text[at - 1]?.folded ?? '') &&
  isClause(sentence, at + 1)

/** Whether an English clause begins here: somebody or something, and soon its verb. */
function isClause({ raw, text }: Sentence, at: number): boolean {
  const word = text[at]
  if (word === undefined) return false
  const isNamed = /^\p{Lu}/u.test(raw.slice(word.start, word.end))
  if (!SUBJECTS.has(word.folded) && !isNamed) return false
  const cut = text.findIndex(({ start }, place) => place > at && /[,.;!?]/.test(raw.slice(text[place - 1]?.end, start)))
  const end = Math.min(cut < 0 ? text.length : cut, at + verbWithin)
  return text.slice(at + 1, end).some(({ folded }) => FINITE.has(folded))
}

/** "Close the decree, all replies are in": a clause that states something, with nothing in it that the act could take. */
function stated(sentence: Sentence, values: readonly Found[]): Found | undefined {
  const { raw, text } = sentence
  for (let at = 2; at < text.length; at++) {
    if (!/^\s?[,;.!?–—-]+\s/.test(raw.slice(text[at - 1]?.end, text[at]?.start))) continue
    if (!STATED.has(text[at]?.folded ?? '') || !isClause(sentence, at)) continue
    const stop = text.findIndex(
      ({ start }, place) => place > at + 1 && /[.!]\s/.test(raw.slice(text[place - 1]?.end, start)),
    )
    const end = stop < 0 ? text.length : stop
    if (text.slice(at, end).some(({ folded }) => NOT_SAID.has(folded)) || /\?\s*$/.test(raw)) return undefined
    const within = values.filter(({ start }) => start >= at && start < end)
    if (within.some((one) => TAKEN.has(one.value.kind) && !isAside(one, values, at))) return undefined
    return reason(raw.slice(text[at]?.start, end === text.length ? raw.length : text[end - 1]?.end).trim(), at, end)
  }
  return undefined
}
/** "Could KT-7 be put to 9 July? The vice chair is abroad until the 8th": a day is wanted already, and this one says why. */
const isAside = ({ value }: Found, values: readonly Found[], at: number): boolean =>
  isPlainDay(value) && values.some((other) => other.start < at && isPlainDay(other.value))
const isPlainDay = (value: Value): boolean =>
  value.kind === 'moment' && ['day', 'range', 'period'].includes(value.moment.value.kind)
const TAKEN: ReadonlySet<string> = new Set(['moment', 'visit', 'key', 'team', 'unit', 'person', 'version', 'position'])
