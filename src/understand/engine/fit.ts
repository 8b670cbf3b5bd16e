import type { FoundItems } from '../names/items.ts'
import { NOTHING_FOUND } from '../names/items.ts'
import type { Concept } from '../words/concepts.ts'
import type { Cue } from './cue-book.ts'
import { range } from './places.ts'
import { itemsOf, type Reading } from './reading.ts'
import type { Clause } from './recognised.ts'
import type { Fit, Need, Sense } from './sense.ts'
import type { Found, FoundOf, Value, ValueKind } from './span.ts'

/** A stretch of words that a sense accounts for. */
type Piece = {
  readonly start: number
  readonly end: number
  readonly weight: number
  readonly as: 'own' | 'weak' | 'concept' | 'item' | 'value' | 'idle'
  readonly found?: Found
}

const weights = {
  own: 1.3,
  ownFirst: 0.4,
  weak: 1.25,
  concept: 1,
  item: 1.25,
  value: 1.2,
  idle: 0.01,
  asker: 1.5,
  left: -1,
  foreign: -1.15,
  unused: -0.8,
} as const

/** The phrases of every sense that stand in a sentence, by the sense's id. */
export type Signs = ReadonlyMap<string, readonly Cue<'own' | 'weak'>[]>

/** Words of these stand in titles as well. */
const TITLES: ReadonlySet<Concept> = new Set<Concept>([
  'draft',
  'plan',
  'items',
  'drafter',

  'start',
  'v.inspect',
  'english',
  'open',
  'state',
])

const conceptIn = (need: Need): readonly Concept[] =>
  need === 'own' || need === 'weak' || need.startsWith('#') || need.startsWith('!') ? [] : [need as Concept]

/** The concepts of which a sense knows anything, and what it takes; made once for each. */
type Known = {
  readonly wanted: ReadonlySet<Concept>
  readonly helps: readonly Concept[]
  readonly takes: ReadonlySet<ValueKind>
}
const known = new WeakMap<Sense, Known>()

function knownBy(sense: Sense): Known {
  const before = known.get(sense)
  if (before !== undefined) return before
  const helps = sense.helps ?? []
  const made = {
    helps,
    wanted: new Set([...helps, ...sense.patterns.flat().flatMap(conceptIn)]),
    takes: new Set(sense.takes ?? []),
  }
  known.set(sense, made)
  return made
}

/**
 * How a sense accounts for a sentence; undefined where what it needs is not there. `anyway`: without what it needs, where
 * something else says that it is meant.
 */
export function fitOf(sense: Sense, reading: Reading, said: Signs, anyway = false): Fit | undefined {
  if (sense.fit !== undefined) return sense.fit(reading)
  const { text } = reading
  const names = reading.values.filter(
    ({ value, start, end }) =>
      end - start > 1 && (value.kind === 'body' || value.kind === 'unit' || value.kind === 'person'),
  )
  const signs = (said.get(sense.id) ?? [])
    .filter(({ start, end }) => !names.some((name) => name.start < start && end <= name.end))
    // "dong y" is no "đóng".
    .filter(
      ({ start, end }) =>
        !reading.values.some((one) => one.value.kind === 'position' && one.start === start && end < one.end),
    )
    .filter(
      ({ start, end }) =>
        end - start > 1 ||
        text[start]?.folded !== 'end' ||
        !reading.values.some((one) => one.value.kind === 'moment' && one.start < start && end <= one.end),
    )
  const { takes, wanted, helps } = knownBy(sense)
  // Read only where a pattern asks for it, and once: its own signs are no words of a title.
  let found: FoundItems | undefined
  const itemsSaid = (): FoundItems => {
    found ??= itemsBeside(reading, wanted, signs)
    return found
  }
  const has = (need: Need): boolean => {
    if (need === 'own' || need === 'weak') return signs.some(({ means }) => means === need)
    if (need.startsWith('!')) return !has(need.slice(1) as Need)
    if (need === '#otherBody')
      return reading.values.some(
        ({ value }) => value.kind === 'body' && reading.vocabulary.self?.includes(value.name) !== true,
      )
    if (need === '#more')
      return reading.values.some(
        ({ value }) =>
          value.kind === 'moment' && value.moment.mark === 'more' && value.moment.value.kind === 'duration',
      )
    if (need === '#item') return itemsSaid().items.length > 0
    if (need === '#itemHere') return itemsSaid().items.length > 0 && isHere(reading, itemsSaid())
    // A ministry that is not inspected stands where one is that is.
    if (need === '#unit' && takes.has('body') && reading.values.some(({ value }) => value.kind === 'body')) return true
    if (need.startsWith('#')) return reading.values.some(({ value }) => value.kind === need.slice(1))
    return reading.present.has(need as Concept)
  }
  const met = sense.patterns.filter((pattern) => pattern.every(has))
  if (met.length === 0 && !anyway) return undefined
  const items = itemsSaid()
  const counted = new Set<Concept>(met.length === 0 ? wanted : [...helps, ...met.flat().flatMap(conceptIn)])

  const pieces: Piece[] = []
  for (const { means, start, end } of signs)
    pieces.push({
      start,
      end,
      as: means,
      weight: (end - start) * weights[means] + (means === 'own' ? weights.ownFirst : 0),
    })
  for (const { means, start, end } of reading.cues)
    if (counted.has(means)) pieces.push({ start, end, as: 'concept', weight: (end - start) * weights.concept })
  for (const found of reading.values)
    if (takes.has(found.value.kind))
      pieces.push({
        start: found.start,
        end: found.end,
        as: 'value',
        found,
        weight: (found.end - found.start) * weights.value,
      })
  if (takes.has('item')) {
    for (const at of items.used) pieces.push({ start: at, end: at + 1, as: 'item', weight: weights.item })
    for (const [start, end] of reading.noise)
      pieces.push({ start, end, as: 'idle', weight: weights.idle * (end - start) })
  }
  for (const { start, end } of reading.askers) pieces.push({ start, end, as: 'idle', weight: weights.asker })
  if (!takes.has('reason') && sense.id !== 'delegate')
    for (const at of reading.purpose) pieces.push({ start: at, end: at + 1, as: 'idle', weight: weights.idle })
  for (const [start, end] of reading.idle) pieces.push({ start, end, as: 'idle', weight: weights.idle * (end - start) })
  const best = bestOf(reading, pieces)
  // What was a sign may belong to a reason or a name.
  const silent = !best.some(({ as }) => as === 'own' || as === 'weak' || as === 'concept')
  if (silent && !anyway && met.every((pattern) => pattern.some((need) => !/^[#!]/.test(need)))) return undefined
  return assembled(sense, reading, items, best)
}

/** Whether a word of an item stands up to the end of the clause that names a place: what follows may say why. */
function isHere(reading: Reading, { used }: FoundItems): boolean {
  const place = reading.values.find(
    ({ value }) => value.kind === 'unit' || value.kind === 'visit' || value.kind === 'team',
  )
  if (place === undefined) return true
  const clause = reading.clauses.find(({ start, end }) => place.start >= start && place.start < end)
  const why = reading.values.find(({ value, start }) => value.kind === 'reason' && start > place.start)
  const end = Math.min(clause?.end ?? reading.text.length, why?.start ?? reading.text.length)
  // Half of a place's name is no title: "Điện Biên từ" is no "điện tử".
  const crossing = reading.values.some(
    ({ value, start, end: last }) =>
      value.kind === 'unit' && last - start > 1 && range(start, last).some((at) => used.has(at)),
  )
  // "Vì trùng họp Chính phủ, lùi …": what says why names no item.
  const from = reading.values.find(({ value, start }) => value.kind === 'reason' && start === 0)?.end ?? 0
  return !crossing && [...used].some((at) => at >= from && at < end)
}

/** The items meant, words aside that are signs of the sense. */
function itemsBeside(
  reading: Reading,
  wanted: ReadonlySet<Concept>,
  signs: readonly { readonly start: number; readonly end: number }[],
): FoundItems {
  if (reading.items.used.size === 0) return reading.items
  const told = new Set(signs.flatMap(({ start, end }) => range(start, end)))
  for (const { means, start, end } of reading.cues)
    if (wanted.has(means) && !TITLES.has(means)) for (const at of range(start, end)) told.add(at)
  const masks = [...reading.items.used].some((at) => told.has(at))
  return masks ? itemsOf(reading, reading.values, new Set([...told, ...reading.beside])) : reading.items
}

/** The pieces, none overlapping, that account for the most. */
function bestOf(reading: Reading, pieces: readonly Piece[]): readonly Piece[] {
  const size = reading.text.length
  const foreign = new Set(reading.cues.flatMap(({ start, end }) => range(start, end)))
  const byEnd = Map.groupBy(pieces, ({ end }) => end)
  const best: number[] = [0]
  const last: (Piece | undefined)[] = [undefined]
  for (let at = 1; at <= size; at++) {
    best[at] = (best[at - 1] ?? 0) + (foreign.has(at - 1) ? weights.foreign : weights.left)
    for (const piece of byEnd.get(at) ?? []) {
      const value = (best[piece.start] ?? 0) + piece.weight
      if (value > (best[at] ?? 0)) {
        best[at] = value
        last[at] = piece
      }
    }
  }
  const chosen: Piece[] = []
  for (let at = size; at > 0; ) {
    const piece = last[at]
    if (piece === undefined) at--
    else {
      chosen.unshift(piece)
      at = piece.start
    }
  }
  return chosen
}

function assembled(sense: Sense, reading: Reading, items: FoundItems, pieces: readonly Piece[]): Fit {
  const covered = new Set(pieces.flatMap(({ start, end }) => range(start, end)))
  const used = new Set(pieces.flatMap((piece) => (piece.as === 'idle' ? [] : range(piece.start, piece.end))))
  const places = new Set(pieces.flatMap((piece) => (piece.as === 'item' ? [piece.start] : [])))
  const signs = pieces.filter(({ as }) => as === 'own' || as === 'weak' || as === 'concept')
  const free = stretchesOf(reading, covered)
  // "…, em mới nhận việc": who speaks is no part of what is wanted.
  const speaker = new Set(
    reading.cues.flatMap(({ means, start, end }) => (means === 'me' && end - start === 1 ? [start] : [])),
  )
  const aside = free.filter(
    ({ clause }) => !range(clause.start, clause.end).some((at) => used.has(at) && !speaker.has(at)),
  )
  const taken = pieces.flatMap(({ found }) => (found === undefined ? [] : [found]))
  const wordy = free.filter((one) => !aside.includes(one))
  const firm = new Set(
    pieces.flatMap((piece) => (piece.as === 'idle' || piece.as === 'concept' ? [] : range(piece.start, piece.end))),
  )
  const reason =
    reasonBefore(sense, reading, pieces, reading.english ? wordy : free) ??
    reasonFrom(sense, reading, taken, used) ??
    reasonFrom(sense, reading, taken, firm, reading.english ? /[.?!;:,]/ : undefined) ??
    reasonOfOther(sense, reading, taken, firm)
  if (reason !== undefined) for (const at of range(reason.start, reason.end)) used.add(at)
  const left = wordy.filter(({ start }) => reason === undefined || start < reason.start || start >= reason.end)
  const words = pieces.reduce((sum, { weight }) => sum + weight, 0)
  const lost = left.reduce((sum, { start, end }) => sum + (end - start), 0)
  const unused = unusedOf(reading, used)
  return {
    sense,
    score: words + lost * weights.left + unused.length * weights.unused + (sense.prior ?? 0),
    values: reason === undefined ? taken : [...taken, reason],
    items: places.size === 0 ? NOTHING_FOUND : { ...items, used: places },
    left,
    aside: aside.filter(({ start }) => !used.has(start)),
    unused,
    used,
    signs: new Set(
      reading.cues.flatMap(({ means, start, end }) =>
        signs.some((one) => one.start === start && one.end === end) ? [means] : [],
      ),
    ),
    verbs: pieces.flatMap(({ as, start }) => (as === 'own' || as === 'weak' ? [start] : [])),
    at: signs[0]?.start ?? 0,
    end: signs.at(-1)?.end ?? 0,
    locale: reading.english ? 'en' : 'vi',
  }
}

type Stretch = { readonly start: number; readonly end: number; readonly clause: Clause }

/** Words with content that nothing covers, cut where clauses end; a question's last words have none. */
function stretchesOf({ text, idle, question, clauses }: Reading, covered: ReadonlySet<number>): readonly Stretch[] {
  const found: { start: number; end: number; clause: Clause }[] = []
  for (const clause of clauses) {
    for (let at = clause.start; at < Math.min(clause.end, question.tail); at++) {
      // "có gì mới không, tóm tắt giùm": a question's end within.
      if (
        covered.has(at) ||
        idle.has(at) ||
        (at === clause.end - 1 && at > clause.start && ['khong', 'chua'].includes(text[at]?.folded ?? ''))
      )
        continue
      const before = found.at(-1)
      if (before?.end === at && before.clause === clause) before.end = at + 1
      else found.push({ start: at, end: at + 1, clause })
    }
  }
  return found.filter(({ start }) => start < text.length)
}

/** "…, I refused": then nothing is to be done. */
const DECLINES = new Set(['refused', 'refuse', 'declined', 'decline', 'rejected', 'didn', 'didnt'])

const ASKS = new Set(['please', 'pls', 'plz', 'kindly', 'nho', 'mong'])

/** A clause of its own behind a change says why: "hủy chuyến Lạng Sơn, bên tỉnh bận chống dịch". */
function reasonFrom(
  sense: Sense,
  { raw, text, clauses, idle }: Reading,
  taken: readonly Found[],
  used: ReadonlySet<number>,
  cut?: RegExp,
): Found | undefined {
  if (sense.takes?.includes('reason') !== true || taken.some(({ value }) => value.kind === 'reason')) return undefined
  const last = clauses.findLastIndex(({ start, end }) => range(start, end).some((at) => used.has(at)))
  const start = clauses[last + 1]?.start
  if (last < 0 || start === undefined || text.length - start < 2) return undefined
  if (cut !== undefined && !cut.test(raw.slice(text[start - 1]?.end, text[start]?.start))) return undefined
  // "By 3 days, not 5" says what is not meant.
  if (text[start]?.folded === 'not' && text.length - start <= 4) return undefined
  if (['i', 'we'].includes(text[start]?.folded ?? '') && DECLINES.has(text[start + 1]?.folded ?? '')) return undefined
  // "…, please arrange" asks, and does not say why.
  if (ASKS.has(text[start]?.folded ?? '')) return undefined
  // "…, that's it" says nothing.
  let polite = start
  while (polite < text.length && idle.has(polite)) polite = idle.get(polite) ?? text.length
  if (polite >= text.length) return undefined
  const words = raw.slice(text[start]?.start).trim()
  return words.length > 300 ? undefined : { value: { kind: 'reason', text: words }, start, end: text.length }
}

/** "Gia hạn nghị định đến 3/7, Bộ Quốc phòng xin thêm thời gian": who is named in a clause of their own gives the reason. */
function reasonOfOther(
  sense: Sense,
  reading: Reading,
  taken: readonly Found[],
  used: ReadonlySet<number>,
): Found | undefined {
  const { clauses, values, items } = reading
  const last = clauses.at(-1)
  if (last === undefined || clauses.length < 2 || sense.takes?.includes('body') === true) return undefined
  const within = ({ start, end }: Found) => start >= last.start && end <= last.end
  const names = values.some((one) => one.value.kind === 'body' && one.start === last.start)
  const other = values.some((one) => within(one) && one.value.kind !== 'body' && one.value.kind !== 'unit')
  if (!names || other || [...items.used].some((at) => at >= last.start)) return undefined
  return reasonFrom(sense, reading, taken, new Set([...used].filter((at) => at < last.start)))
}

const ACTS: ReadonlySet<Concept> = new Set<Concept>(['extend', 'close', 'reopen', 'takeBack', 'record', 'remind'])

/** A clause before what is wanted says why as well: "đoàn đang kẹt xe, xin lùi buổi Thái Nguyên xuống 10h30". */
function reasonBefore(
  sense: Sense,
  reading: Reading,
  pieces: readonly Piece[],
  left: readonly Stretch[],
): Found | undefined {
  const { raw, text, clauses } = reading
  if (sense.takes?.includes('reason') !== true || left.length === 0) return undefined
  if (pieces.some(({ found }) => found?.value.kind === 'reason')) return undefined
  const verb = pieces.find(({ as }) => as === 'own' || as === 'weak')
  const clause = clauses.find(({ start, end }) => verb !== undefined && verb.start >= start && verb.start < end)
  if (clause === undefined || clause.start < (reading.english ? 3 : 2)) return undefined
  const tells = pieces.some(
    ({ found, as, start }) =>
      start < clause.start && (as === 'item' || (found !== undefined && found.value.kind !== 'team')),
  )
  if (tells || !left.every(({ start }) => start < clause.start)) return undefined
  // "Nhắc các bộ trước, đóng đợt", "chưa chốt, đóng đợt": another act, a denial or a condition says nothing of why.
  const { question, cues } = reading
  if (
    !reading.english &&
    (cues.some(({ means, start, inner }) => start < clause.start && !inner && ACTS.has(means)) ||
      [...question.negations, ...question.conditions].some((at) => at < clause.start))
  )
    return undefined
  const words = raw.slice(text[0]?.start, text[clause.start - 1]?.end).trim()
  return words.length > 300 ? undefined : { value: { kind: 'reason', text: words }, start: 0, end: clause.start }
}

/** Values of which no word is used; of two that stand at the same words one is enough. */
export function unusedOf({ values }: Pick<Reading, 'values'>, used: ReadonlySet<number>): readonly Found[] {
  const quiet: readonly Value['kind'][] = ['provision', 'format', 'key', 'reason']
  const free = values.filter(
    ({ value, start, end }) => !quiet.includes(value.kind) && range(start, end).every((at) => !used.has(at)),
  )
  return free.filter(
    (one, place) =>
      !free.some(
        (other, otherPlace) =>
          other !== one &&
          other.start <= one.start &&
          other.end >= one.end &&
          (other.end - other.start > one.end - one.start || otherPlace < place),
      ),
  )
}

/** The values of one kind that a sense uses. */
export function valuesUsed<K extends Value['kind']>({ values }: Pick<Fit, 'values'>, kind: K): readonly FoundOf<K>[] {
  return values.filter((found): found is FoundOf<K> => found.value.kind === kind)
}
