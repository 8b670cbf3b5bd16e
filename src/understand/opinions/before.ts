import { fold } from '../../texts/fold.ts'
import { range } from '../engine/places.ts'
import { itemsOf, type Reading, valuesOf } from '../engine/reading.ts'
import type { Clause } from '../engine/recognised.ts'
import { typed } from '../engine/sentence.ts'
import type { Found } from '../engine/span.ts'
import type { FoundItems } from '../names/items.ts'
import { phraseAt, plainBook, wordSet } from '../phrases.ts'
import type { Concept } from '../words/concepts.ts'
import { FORMAL } from '../words/formal.ts'
import { BEFORE_POSITION, HAVING_READ, OPINION_PREAMBLE } from '../words/opinions/around.ts'
import { HOW_IT_CAME, OFFICES, ONLY_HEARD, PAPERS, THEY } from '../words/opinions/told.ts'
import { verbAt } from './stance.ts'
import { insteadAt, oursAt } from './who.ts'

const BEFORE = plainBook([...BEFORE_POSITION, ...HAVING_READ, ...OPINION_PREAMBLE, ...FORMAL])
const CAME = wordSet(HOW_IT_CAME)
const THEM = wordSet(THEY)
const HEARD = plainBook(ONLY_HEARD)
const PAPER = plainBook(PAPERS)
const HEARD_SPELLED = new Set(ONLY_HEARD)
/** Signs that stand before what somebody says. */
const TELLING: ReadonlySet<Concept> = new Set<Concept>([
  'said',
  'bySource',
  'record',
  'answer',
  'draft',
  'round',
  'done',
])

/** With one of these left over something else is wanted: "hủy ghi nhận …". */
const OTHER_ACTS: ReadonlySet<Concept> = new Set<Concept>([
  'takeBack',
  'edit',
  'stop',
  'remind',
  'extend',
  'close',
  'reopen',
  'move',
  'delegate',
  'group',
  'find',
  'who',
  'notYet',
  'elsewhere',
])
const OFFICE_HOLDERS = plainBook(OFFICES)
const officeAt = (text: Reading['text'], at: number) => phraseAt(OFFICE_HOLDERS, text, at)?.end

/** What stands before a position. */
export type Before = {
  /** Who takes it, by name; undefined where nobody is named or whoever types speaks for themselves. */
  readonly who?: string
  /** The same as it was typed. */
  readonly called?: string
  /** Said to be one's own: "bên em", "we". */
  readonly ours: boolean
  readonly found: FoundItems
  /** Days and hours. */
  readonly moments: readonly Found[]
  readonly left: readonly Clause[]
  readonly used: ReadonlySet<number>
}

/**
 * Who takes a position, on what, and how it came, from the words before it: each of them is one of these or left over. `refused` where
 * it is heard of or put on a condition; undefined where it is asked or denied, and where two are named that may take it.
 */
export function beforePosition(reading: Reading, until: number): Before | 'refused' | undefined {
  const { text, question, idle, noise, cues, spelled, marked } = reading
  const papers = text.flatMap((_, at) => range(at, phraseAt(PAPER, text, at)?.end ?? at))
  const found = itemsOf(reading, reading.values, new Set([...papers, ...range(until, text.length)]))
  const used = new Set<number>()
  const left: { start: number; end: number }[] = []
  const moments: Found[] = []
  const speakers: { readonly name?: string; readonly called?: string; readonly end: number }[] = []
  const take = (start: number, end: number): number => {
    for (const at of range(start, end)) used.add(at)
    return end
  }
  // "Xây dựng cơ sở dữ liệu hộ tịch": more words of the title than of the ministry's name.
  const isOfItem = (at: number, name: Found | undefined) =>
    found.used.has(at) && (name === undefined || found.used.size > name.end - name.start)
  for (let at = 0; at < until; ) {
    const heard = phraseAt(HEARD, text, at)
    const courtesy = phraseAt(BEFORE, text, at)
    if (
      heard !== undefined &&
      !found.used.has(at) &&
      (courtesy?.end ?? 0) <= heard.end &&
      (!marked || HEARD_SPELLED.has(spelled.slice(at, heard.end).join(' ')))
    )
      return 'refused'
    if (question.conditions.has(at) && !found.used.has(at)) return 'refused'
    const value = (kind: 'body' | 'person' | 'moment') =>
      valuesOf(reading, kind).find(({ start, end }) => start === at && end <= until)
    const body = value('body')
    const instead = insteadAt(reading, at)
    const ours = oursAt(reading, at)
    if (isOfItem(at, body)) at = take(at, at + 1)
    else if (body?.value.kind === 'body') {
      speakers.push({ name: body.value.name, ...calledIn(reading, body), end: body.end })
      at = take(at, body.end)
    } else if (instead !== undefined && instead.end <= until) {
      speakers.push({ name: instead.body, end: instead.end })
      at = take(at, instead.end)
    } else if (THEM.has(text[at]?.folded ?? '')) at = take(at, at + 1)
    else if (ours !== undefined && ours.end <= until && !CAME.has(text[at]?.folded ?? '')) {
      speakers.push({ end: ours.end })
      at = take(at, ours.end)
    } else {
      const moment = value('moment')
      const person = value('person')
      const verb = verbAt(reading, at)
      const sign = cues
        .filter(({ means, start, end }) => start === at && end <= until && TELLING.has(means))
        .sort((a, b) => b.end - a.end)[0]
      const office = officeAt(text, at)
      const formal = phraseAt(BEFORE, text, at)
      const quiet = Math.max(idle.get(at) ?? at, noise.get(at) ?? at)
      if (question.words.has(at) && sign === undefined) return undefined
      if (moment !== undefined) {
        moments.push(moment)
        at = take(at, moment.end)
      } else if (verb !== undefined && verb.end <= until) at = take(at, verb.end)
      else if (sign !== undefined) at = take(at, sign.end)
      else if (formal !== undefined && formal.end <= until) at = take(at, formal.end)
      else if (quiet > at) at = Math.min(quiet, until)
      else if (CAME.has(text[at]?.folded ?? '')) at = take(at, at + 1)
      else if (question.negations.has(at)) return undefined
      else if (office !== undefined) at = take(at, office)
      else {
        if (cues.some(({ means, start, end }) => start <= at && at < end && OTHER_ACTS.has(means))) return undefined
        const end = person?.end ?? at + 1
        const last = left.at(-1)
        if (last?.end === at) last.end = end
        else left.push({ start: at, end })
        at = end
      }
    }
  }
  const names = new Set(speakers.flatMap(({ name }) => (name === undefined ? [] : [name])))
  if (names.size > 1) return undefined
  const [who] = names
  // "BTC told us that they agree": who is named is meant, unless one's own side stands next to the position.
  const last = speakers.at(-1)
  const ours = last !== undefined && last.name === undefined && (who === undefined || last.end === until)
  const called = speakers.find(({ name }) => name !== undefined)?.called
  return {
    ...(ours || who === undefined ? {} : { who, ...(called === undefined ? {} : { called }) }),
    ours,
    found,
    moments,
    left,
    used,
  }
}

/** As typed, unless it was mended: what was typed then is nobody's name. */
const calledIn = (reading: Reading, { start, end }: Found): { readonly called?: string } =>
  reading.text.slice(start, end).every((word) => fold(reading.raw.slice(word.start, word.end)) === word.folded)
    ? { called: typed(reading, start, end) }
    : {}
