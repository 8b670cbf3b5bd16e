import { type FoundItems, itemsAmong, keyAt, NOTHING_FOUND } from '../names/items.ts'
import { isAmong, wordsAsSpelled } from '../names/line.ts'
import { phraseAt, plainBook } from '../phrases.ts'
import { BODIES } from '../words/bodies.ts'
import type { Concept } from '../words/concepts.ts'
import { FORMAL, IF_YOU_MAY, INDIRECT } from '../words/formal.ts'
import { FILLERS, GREETINGS, POLITE_TAILS } from '../words/general.ts'
import { CONNECTIVES, NOISE, STOP } from '../words/questions.ts'
import { SCHEDULE_IDLE, SCHEDULE_IDLE_PHRASES } from '../words/schedules.ts'
import { ENGLISH_UNITS, UNIT_KINDS } from '../words/units.ts'
import { askersIn, callerIn, purposeIn } from './beside.ts'
import { ALL_CONCEPTS } from './concepts.ts'
import { cueBook, cuesAt } from './cue-book.ts'
import { range } from './places.ts'
import { type Question, questionIn } from './question.ts'
import { reasonsIn } from './reasons.ts'
import type { Clause, Recognised } from './recognised.ts'
import type { Sentence } from './sentence.ts'
import type { Found, FoundOf, Value } from './span.ts'
import { valuesIn } from './values.ts'

/** A sentence with everything that was recognised in it, once, for all senses. */
export type Reading = Recognised & { readonly question: Question }

/** What stands inside one of these is part of it: in "lấy ý kiến" nobody gives an opinion. */
const ABSORBING: ReadonlySet<Concept> = new Set<Concept>([
  'askOpinions',
  'round',
  'record',
  'table',
  'ballots',
  'counts',
  'reminded',
  'howMany',
  'when',
  'edit',
])
/** Words of these stand before a day and belong to it as well: "thêm 3 ngày", "hạn 26/06". */
const OF_TIME: ReadonlySet<Concept> = new Set<Concept>([
  'more',
  'deadline',
  'quarter',
  'timeLeft',
  'afterwards',
  'v.next',
  'v.coming',
  'notYet',
  'rather',
])
const ENGLISH = new Set(
  'the to of for is are you we on with please can my our this that was have has will at by what who which when where how visit visits trip trips week month next team teams round decree strategy from'.split(
    ' ',
  ),
)
const SHORT = new Set(
  'in me thu ban can man hai bay may do be so an to the hay am no ma den men hang tin bat as ta'.split(' '),
)
const ACTS: ReadonlySet<Concept> = new Set<Concept>(['close', 'takeBack', 'extend', 'move'])
const CONCEPT_BOOK = cueBook(ALL_CONCEPTS)
const POLITENESS = [
  ...FILLERS,
  ...GREETINGS,
  ...SCHEDULE_IDLE_PHRASES,
  ...POLITE_TAILS,
  ...FORMAL,
  ...INDIRECT,
  ...IF_YOU_MAY,
]
const POLITE = plainBook(POLITENESS.filter((phrase) => phrase.includes(' ')))
const POLITE_WORDS = wordsAsSpelled(POLITENESS.filter((phrase) => !phrase.includes(' ')))
const NOISES = plainBook(NOISE)
const FORMALITIES = plainBook([...FORMAL, ...INDIRECT])
const KINDS = plainBook(UNIT_KINDS)
/** "Public security" is a ministry, and no part of "social security". */
const ENGLISH_NAMES = plainBook(
  [...Object.values(ENGLISH_UNITS), ...Object.values(BODIES)].flat().filter((name) => /^[ -~]+ [ -~]+$/.test(name)),
)
/** "Văn phòng Chính phủ" and "Bảo hiểm xã hội" name no item by their words. */
const OFFICES = plainBook(
  Object.keys(BODIES)
    .filter((name) => !/^Bộ /.test(name))
    .flatMap((name) => [name, name.replace(/ Việt Nam$/, '')]),
)
const IDLE = wordsAsSpelled([...CONNECTIVES, ...STOP, ...SCHEDULE_IDLE])
/** Beside these an item's words are no item: "Bộ Xây dựng". */
const NAMES: readonly Value['kind'][] = ['unit', 'body', 'visit', 'team', 'moment', 'provision', 'person', 'version']

/** Reads everything that the senses choose from. */
export function readingOf(sentence: Sentence): Reading {
  const { text, line } = sentence
  const read0 = valuesIn(sentence)
  const wishes = text.flatMap((_, at) => {
    const wish = phraseAt(POLITE, text, at)
    return wish === undefined ? [] : [{ start: at, end: wish.end }]
  })
  // The "Thu" of "Nguyen Thu Ha" is no Thursday, and who wishes a nice weekend means none.
  const found = read0.filter(
    (one) =>
      one.value.kind !== 'moment' ||
      (!wishes.some(({ start, end }) => start < one.start && one.end <= end) &&
        !read0.some(
          ({ value, start, end }) =>
            value.kind === 'person' && start <= one.start && end >= one.end && end - start > one.end - one.start,
        )),
  )
  const askers = askersIn(sentence, found)
  const values = [
    // Who lets ask is nobody to whom anything is done.
    ...found.filter(
      ({ value, start, end }) =>
        (value.kind !== 'person' && value.kind !== 'body' && value.kind !== 'moment') ||
        !askers.some((one) => one.start <= start && end < one.end),
    ),
    ...reasonsIn(sentence, found),
  ]
  const names = found.filter(({ value, start, end }) => end - start > 1 && NAMES.includes(value.kind))
  const all = text
    .flatMap((_, at) => cuesAt(CONCEPT_BOOK, sentence, at))
    // "Bộ Xây dựng" holds no "dừng".
    .filter(
      ({ means, start, end }) =>
        !names.some((name) =>
          name.value.kind === 'moment' || name.value.kind === 'version'
            ? !OF_TIME.has(means) && name.start <= start && end <= name.end && end - start < name.end - name.start
            : name.start < start && end <= name.end,
        ) &&
        // "Kết thúc" urges nobody.
        !(
          means === 'remind' &&
          end - start === 1 &&
          text[start]?.folded === 'thuc' &&
          text[start - 1]?.folded === 'ket'
        ) &&
        // "dong y" is no "đóng".
        !found.some(
          (one) => one.value.kind === 'position' && ACTS.has(means) && one.start === start && end < one.end,
        ) &&
        // "tham vấn bản 7" holds no "văn bản".
        !names.some(({ value, start: from }) => value.kind === 'version' && start < from && end > from),
    )
  // "In" prints nothing in an English sentence.
  const isEnglish = text.filter(({ folded }) => ENGLISH.has(folded)).length >= 2
  // "Ý kiến của Bộ Y tế", typed by who speaks for it, is one's own.
  const selves = found.flatMap(({ value, start, end }) =>
    value.kind === 'body' && sentence.vocabulary.self?.includes(value.name) === true
      ? [{ means: 'mine' as const, start, end, locale: 'vi' as const }]
      : [],
  )
  const formal = text.flatMap((_, at) => {
    const match = phraseAt(FORMALITIES, text, at)
    return match === undefined ? [] : [{ start: at, end: match.end }]
  })
  const rejected = found.flatMap(({ value, end }) =>
    value.kind === 'moment' && value.moment.rejectedTo !== undefined
      ? [{ start: end, end: value.moment.rejectedTo }]
      : [],
  )
  const own = isEnglish
    ? all.filter(
        ({ locale, start, end }) =>
          (locale === 'en' || end - start > 1 || !SHORT.has(text[start]?.folded ?? '')) &&
          // "Kindly advise" tells nothing, "let me have" lets nobody.
          !formal.some((one) => one.start <= start && end <= one.end && end - start < one.end - one.start),
      )
    : all
  const asked = /\?\s*$/.test(sentence.raw)
  const begins = new Set(clausesOf(sentence, values).map(({ start }) => start))
  // "At nine, not ten" would rather have it at nine.
  const rather = rejected.map((place) => ({ means: 'rather' as const, ...place, locale: 'en' as const }))
  const isRejected = (start: number, end: number) => rejected.some((one) => one.start <= start && end <= one.end)
  const said = [...own.filter(({ start, end }) => !isRejected(start, end)), ...rather, ...selves]
    // "Might it be held on the 30th?" asks for it.
    .filter(
      ({ means, start }) => !(means === 'elsewhere' && text[start]?.folded === 'might' && asked && begins.has(start)),
    )
    // "The Deputy Minister" stands in for nobody.
    .filter(
      ({ means, start, end }) =>
        !(
          means === 'delegate' &&
          end - start === 1 &&
          text[start]?.folded === 'deputy' &&
          ['minister', 'director', 'prime', 'chairman', 'governor', 'head'].includes(text[end]?.folded ?? '')
        ),
    )
    // "I think we can close it" tells nothing that somebody said.
    .filter(
      ({ means, start }) =>
        !(
          means === 'said' &&
          ['think', 'believe', 'guess', 'suppose', 'reckon'].includes(text[start]?.folded ?? '') &&
          ['i', 'we'].includes(text[start - 1]?.folded ?? '') &&
          ['we', 'i', 'you', 'it', 'that'].includes(text[start + 1]?.folded ?? '')
        ),
    )
    .filter(
      ({ means, start, end }) =>
        !(means === 'reminded' && end - start === 1 && toBeDone(text, start) && text[start]?.folded === 'reminded'),
    )
  const cues = said.map((cue) => ({
    ...cue,
    inner: all.some(
      (other) =>
        ABSORBING.has(other.means) &&
        other.start <= cue.start &&
        other.end >= cue.end &&
        other.end - other.start > cue.end - cue.start,
    ),
  }))
  /** The capitalised part of a person's name: "anh Tung". */
  const isName = (at: number): boolean =>
    /^\p{Lu}/u.test(sentence.raw.slice(text[at]?.start, text[at]?.end)) &&
    found.some(({ value, start, end }) => value.kind === 'person' && start < at && at < end)
  const idle = new Map<number, number>()
  const noise = new Map<number, number>()
  for (let at = 0; at < text.length; at++) {
    const polite = phraseAt(POLITE, text, at)
    if (polite !== undefined) idle.set(at, polite.end)
    else if ((isAmong(IDLE, line, at, text) || isAmong(POLITE_WORDS, line, at, text)) && !isName(at))
      idle.set(at, at + 1)
    const asker = askers.find(({ start }) => start === at)
    if (asker !== undefined) idle.set(at, asker.end)
    const quiet = phraseAt(NOISES, text, at)
    if (quiet !== undefined) noise.set(at, quiet.end)
  }
  for (const { start, end } of rejected) idle.set(start, end)
  const caller = callerIn(sentence)
  if (caller > 0) idle.set(0, caller)
  const english =
    !sentence.marked &&
    cues.filter(({ locale }) => locale === 'en').length > cues.filter(({ locale }) => locale === 'vi').length
  const purpose = purposeIn(sentence)
  const why = values.find(({ value }) => value.kind === 'reason')
  const around = new Set([
    ...purpose,
    ...askers.flatMap(({ start, end }) => range(start, end)),
    ...(why === undefined ? [] : range(why.start, why.end)),
  ])
  // "… phục vụ phiên họp": an item is named elsewhere, if it is.
  const outside = itemsOf(sentence, values, around)
  const beside: ReadonlySet<number> = outside.items.length > 0 ? around : new Set()
  const read = {
    ...sentence,
    english,
    values,
    cues,
    present: new Set(cues.flatMap(({ means, inner }) => (inner ? [] : [means]))),
    idle,
    noise,
    items: outside.items.length > 0 ? outside : itemsOf(sentence, values, new Set()),
    clauses: clausesOf(sentence, values),
    purpose,
    askers,
    beside,
  }
  return { ...read, question: questionIn(read) }
}

/** "Be reminded", "have them reminded": it is wanted, and has not been done. */
const toBeDone = (text: Sentence['text'], at: number): boolean =>
  text[at - 1]?.folded === 'be' ||
  (text.slice(0, 5).some(({ folded }) => ['have', 'get', 'like', 'want', 'wish', 'wants', 'wishes'].includes(folded)) &&
    !['who', 'which', 'when', 'have', 'has', 'how', 'was', 'were', 'did', 'on', 'what', 'whom'].includes(
      text[0]?.folded ?? '',
    ))

/** The items meant, words of other names and those at other places aside. */
export function itemsOf(
  { raw, text, spelled, index }: Sentence,
  values: readonly Found[],
  aside: ReadonlySet<number>,
): FoundItems {
  const hidden = new Set([...aside, ...quotedIn(raw, text)])
  for (const { value, start, end } of values) {
    if (!NAMES.includes(value.kind)) continue
    // A short name is a word of titles as well: "xây dựng", "Health".
    if (
      (value.kind === 'unit' || value.kind === 'body') &&
      text[start]?.folded !== 'ben' &&
      text[start - 1]?.folded !== 'ben' &&
      phraseAt(KINDS, text, start) === undefined &&
      phraseAt(ENGLISH_NAMES, text, start)?.end !== end &&
      phraseAt(OFFICES, text, start)?.end !== end
    )
      continue
    for (let at = start; at < end; at++) if (keyAt(index, text, at, text.length) === undefined) hidden.add(at)
  }
  // "Để" begins no "đề án".
  const shown = text.map((word, at) => (hidden.has(at) || spelled[at] === 'để' ? { ...word, folded: '\u0000' } : word))
  return text.length === 0 ? NOTHING_FOUND : itemsAmong(index, shown, 0, shown.length)
}

/** The words between quotation marks: what is looked for, and no item. */
function quotedIn(raw: string, text: Sentence['text']): readonly number[] {
  const found = /(?:^|[\s(])["“‘'«]([^"”’'»]{2,200})["”’'»](?=$|[\s).,;:?!])/u.exec(raw)
  if (found === null) return []
  const [from, to] = [found.index, found.index + found[0].length]
  return text.flatMap(({ start, end }, at) => (start >= from && end <= to ? [at] : []))
}

/** The values of one kind. */
export function valuesOf<K extends Value['kind']>({ values }: Pick<Reading, 'values'>, kind: K): readonly FoundOf<K>[] {
  return values.filter((found): found is FoundOf<K> => found.value.kind === kind)
}

/** Cut at punctuation, but not inside a value: "25.6", "14:00". */
function clausesOf({ raw, text }: Sentence, values: readonly Found[]): readonly Clause[] {
  const inside = new Set(
    values.flatMap(({ value, start, end }) => (value.kind === 'reason' ? [] : range(start + 1, end))),
  )
  const found: Clause[] = []
  let start = 0
  for (let at = 1; at <= text.length; at++) {
    const between = raw.slice(text[at - 1]?.end, text[at]?.start ?? raw.length)
    if (at < text.length && (inside.has(at) || !/[,.;!?:\n–—…]|\s-\s/.test(between))) continue
    found.push({ start, end: at })
    start = at
  }
  return found
}
