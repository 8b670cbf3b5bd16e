import type { Intent } from '../contract/intent.ts'
import type { Word } from '../texts/fold.ts'
import { asksOnly } from './intents/change.ts'
import { unknownItem } from './intents/code.ts'
import { disagreesAt, forButton, opinionOn, readOpinion, tooLong } from './intents/opinion.ts'
import { delegation, leave } from './intents/people.ts'
import { remind } from './intents/remind.ts'
import { changeRound, openOrReopen, recordOpinion, startRound } from './intents/rounds.ts'
import { explainWhy } from './intents/why.ts'
import { wordSet } from './phrases.ts'
import {
  each,
  intent,
  left,
  missing,
  NONE,
  type Reading,
  type Said,
  type Sentence,
  statusOf,
  strong,
  unknown,
} from './reading.ts'
import { type FoundItems, itemsAmong } from './readings/items.ts'
import { findQuarter } from './readings/quarter.ts'
import type { Suggestion, Understanding } from './result.ts'
import { NEGATIONS } from './words/questions.ts'
import { FORMATS } from './words/record.ts'
import type { Verb } from './words/verbs.ts'

const WHATS = { export: 'table', ballots: 'ballots', counts: 'results', dossier: 'dossier' } as const
const NEGATING = wordSet(NEGATIONS)

/** Makes an understanding of a verb and the words around it. */
export function act(
  sentence: Sentence,
  verb: Verb,
  said: Said,
  at: number,
  end: number,
  known?: FoundItems,
): Understanding {
  const reading: Reading = { ...sentence, said, at, end, ...(known === undefined ? {} : { known }) }
  const understood = meant(reading, verb)
  const sure = understood.kind === 'intent' || understood.kind === 'ask'
  return sure ? understood : (unknownItem(reading, verb) ?? understood)
}

function meant(reading: Reading, verb: Verb): Understanding {
  const { known } = reading
  switch (verb) {
    case 'help':
      return intent({ kind: 'help.show' })
    case 'home':
      return known === undefined && left(reading, NONE) === 0 ? intent({ kind: 'home.show' }) : unknown()
    case 'language.vi':
    case 'language.en':
      if (known !== undefined || left(reading, NONE) > 0) return unknown()
      return intent({ kind: 'language.set', locale: verb === 'language.vi' ? 'vi' : 'en' })
    case 'plan':
    case 'plan.none':
      return plan(reading, verb === 'plan.none')
    case 'item':
      return look(reading, (item) => ({ kind: 'item.show', item }))
    case 'status':
      return look(reading, (item) => ({ kind: 'status.show', item }), { kind: 'status.show' })
    case 'opinion':
      return opinion(reading)
    case 'mine':
      return mine(reading)
    case 'history':
      // The history itself needs a round, which only the card of the item's round knows.
      return look(reading, (item) => ({ kind: 'status.show', item }), { kind: 'opinion.list' })
    case 'round.propose.form':
      return startRound(reading)
    case 'extend':
    case 'close':
    case 'reopen':
    case 'withdraw':
      return changeRound(reading, verb)
    case 'open':
      return openOrReopen(reading)
    case 'record':
      return recordOpinion(reading)
    case 'export':
    case 'ballots':
    case 'dossier':
    case 'counts':
      return look(reading, exportOf(reading, verb))
    case 'draft':
      return look(reading, (item) => ({ kind: 'draft.find', item }))
    case 'remarks':
      return look(reading, (item) => ({ kind: 'remark.list', item }))
    case 'group':
      return look(reading, (item) => ({ kind: 'remark.group.form', item }))
    case 'digest':
      return known === undefined && left(reading, NONE) === 0
        ? intent({ kind: 'digest.show' })
        : { kind: 'unknown', nearest: [{ kind: 'digest.show' }] }
    case 'rehearse':
      return known === undefined && left(reading, NONE) === 0 ? intent({ kind: 'rehearsal.show.form' }) : unknown()
    case 'explain':
      return explainWhy(reading)
    case 'remind':
      return remind(reading)
    case 'reminders':
      return look(reading, (item) => ({ kind: 'nudge.list', item }))
    case 'leave':
    case 'leaves':
      return leave(reading, verb)
    case 'delegate':
    case 'delegations':
      return delegation(reading, verb)
    case 'later':
      return unknown(itemsAmong(reading.index, reading.text, 0, reading.text.length))
    default:
      return verb satisfies never
  }
}

function plan(reading: Reading, none: boolean): Understanding {
  const { text, index, vocabulary, at, end } = reading
  const quarter = none ? undefined : findQuarter(text, vocabulary)
  const taken = new Set(quarter === undefined ? [] : span(quarter.start, quarter.end))
  // "kế hoạch năm 2020" is the plan; another year's is not here.
  for (const [place, word] of text.entries()) if (word.folded === String(vocabulary.year)) taken.add(place)
  for (const place of planWords(text)) taken.add(place)
  if (left(reading, { ...NONE, used: taken }) === 0) {
    const asked = none ? 'none' : quarter?.quarter
    return intent({ kind: 'plan.show', ...(asked === undefined ? {} : { quarter: asked }) })
  }
  const found = reading.known ?? itemsAmong(index, text, at, text.length)
  const all = { ...found, used: new Set([...found.used, ...taken, ...span(at, end)]) }
  if (found.items.length > 0 && left(reading, all) === 0)
    return each(reading, found, (item) => ({ kind: 'item.show', item }))
  return {
    kind: 'unknown',
    nearest: [{ kind: 'plan.show', ...(quarter === undefined ? {} : { quarter: quarter.quarter }) }],
  }
}

/** Verbs that only show something. Words left over beside an item do no harm, unless they turn the sentence round. */
function look(reading: Reading, of: (item: string) => Intent, all?: Suggestion): Understanding {
  const { text, index, vocabulary, end } = reading
  const found = reading.known ?? itemsAmong(index, text, end, text.length)
  if (found.items.length > 0) {
    const negated = text.slice(end).some((word, place) => NEGATING.has(word.folded) && !found.used.has(end + place))
    if (negated && !asksOnly(text, Math.max(found.end, end))) return unknown(found)
    return each(reading, found, of)
  }
  if (left(reading, NONE) === 0) return all === undefined ? missing(reading, of) : intent(all)
  const quarter = findQuarter(text, vocabulary)
  if (all !== undefined && quarter !== undefined) {
    const used = new Set(span(quarter.start, quarter.end))
    if (left(reading, { ...NONE, used }) === 0) return intent({ kind: 'plan.show', quarter: quarter.quarter })
  }
  return { kind: 'unknown', nearest: all === undefined ? [] : [all] }
}

/** The document of a round that the verb names, in the format that stands anywhere in the sentence. */
function exportOf({ text }: Reading, verb: keyof typeof WHATS): (item: string) => Intent {
  const [format] = text.flatMap(({ folded }) => FORMATS[folded] ?? [])
  const named = format === undefined ? {} : { format }
  return (item) => ({ kind: 'record.export', item, what: WHATS[verb], ...named })
}

function opinion(reading: Reading): Understanding {
  const { raw, text, index, end, known } = reading
  const typed = readOpinion(raw, text, end, index, known)
  if (typed.question !== undefined) return statusOf(reading, typed.found)
  if (tooLong(typed)) return unknown(typed.found)
  if (
    typed.found.items.length > 1 ||
    (typed.found.items.length === 0 && (strong(reading) || typed.body === undefined || disagreesAt(text, end)))
  ) {
    // A button does not hold a long text; the card that it leads to asks for the words again.
    const of = (item: string) => forButton(opinionOn(item, typed))
    if (typed.found.items.length > 1) return each(reading, typed.found, of)
    const { kind: _kind, item: _item, ...whole } = opinionOn('-', typed)
    return { ...missing(reading, of), opinion: whole }
  }
  if (typed.found.items.length === 0) return unknown(itemsAmong(index, text, 0, text.length))
  return each(reading, typed.found, (item) => opinionOn(item, typed))
}

function mine(reading: Reading): Understanding {
  const { raw, text, index, end } = reading
  const typed = readOpinion(raw, text, end, index, reading.known)
  if (typed.position !== undefined && typed.found.items.length > 0) return opinion(reading)
  const found = itemsAmong(index, text, end, text.length)
  return left(reading, found) === 0
    ? intent({ kind: 'opinion.list' })
    : { kind: 'unknown', nearest: [{ kind: 'opinion.list' }] }
}

function planWords(text: readonly Word[]): readonly number[] {
  const idle = new Set(['ke', 'hoach', 'plan', 'danh', 'muc', 'cong', 'viec', 'items', 'whole', 'full'])
  return [...text.entries()].filter(([, word]) => idle.has(word.folded)).map(([place]) => place)
}

function span(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, place) => from + place)
}
