import type { Intent } from '../../contract/intent.ts'
import { fold } from '../../texts/fold.ts'
import { choices, type Reading, strong } from '../reading.ts'
import { idleAt, itemsAmong, type VocabularyItem } from '../readings/items.ts'
import { findWorkingDays } from '../readings/working-days.ts'
import type { Understanding } from '../result.ts'
import type { Verb } from '../words/verbs.ts'
import { asksOnly } from './change.ts'
import { proposing } from './rounds.ts'

const TOKEN = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/u
const CAPITALS = /^[A-ZĐ][A-ZĐ0-9]*(?:-[A-ZĐ0-9]+)*$/
const HYPHENED = /^[A-Za-zĐđ][A-Za-zĐđ0-9]*(?:-[A-Za-zĐđ0-9]+)+$/
const ROMAN = /^[IVX]+$/
const LETTERS = /[A-ZĐ].*[A-ZĐ]/i
/** Nobody gives an item a longer key. */
const LONGEST = 30
const MOST_NEAR = 3

/**
 * "tình hình ABC", "mở đợt ND-XYZ": an item's code stands where the item does, alone, and the plan has none like it.
 * Undefined for anything else, so that free sentences are never taken for codes.
 */
export function unknownItem(reading: Reading, verb: Verb): Understanding | undefined {
  const { text, index, end, known, vocabulary } = reading
  const of = lookingAt(reading, verb)
  if (of === undefined || known !== undefined || itemsAmong(index, text, end, text.length).items.length > 0)
    return undefined
  let at = end
  let code = codeAt(reading, at, verb)
  while (code === undefined && idleAt(text, at) > at) {
    at = idleAt(text, at)
    code = codeAt(reading, at, verb)
  }
  if (code === undefined) return undefined
  const { next, typed } = code
  const days = verb === 'round.propose.form' ? findWorkingDays(text, next) : undefined
  if (next < text.length && !asksOnly(text, next) && !idleOnly(reading, next, days)) return undefined
  const near = vocabulary.items.filter((item) => isNear(item, typed)).slice(0, MOST_NEAR)
  return { kind: 'no-such-item', item: typed, options: choices(reading, near, of) }
}

/** What the verb leads to on another item; undefined for verbs behind which other things than an item's code stand. */
function lookingAt(reading: Reading, verb: Verb): ((item: string) => Intent) | undefined {
  switch (verb) {
    case 'status':
      return (item) => ({ kind: 'status.show', item })
    case 'item':
    case 'open':
      return (item) => ({ kind: 'item.show', item })
    case 'reminders':
      return (item) => ({ kind: 'nudge.list', item })
    case 'opinion':
      return (item) => ({ kind: 'opinion.type', item })
    case 'round.propose.form':
      return proposing(reading)
    case 'extend':
    case 'close':
    case 'reopen':
    case 'withdraw':
      return (item) => ({ kind: 'round.change.form', item, change: verb })
    case 'record':
      return (item) => ({ kind: 'record.save.form', item })
    case 'export':
      return (item) => ({ kind: 'record.export', item, what: 'table' })
    case 'ballots':
      return (item) => ({ kind: 'record.export', item, what: 'ballots' })
    case 'dossier':
      return (item) => ({ kind: 'record.export', item, what: 'dossier' })
    case 'counts':
      return (item) => ({ kind: 'record.export', item, what: 'results' })
    case 'draft':
      return (item) => ({ kind: 'draft.find', item })
    case 'remarks':
      return (item) => ({ kind: 'remark.list', item })
    case 'group':
      return (item) => ({ kind: 'remark.group.form', item })
    case 'help':
    case 'home':
    case 'language.vi':
    case 'language.en':
    case 'plan':
    case 'plan.none':
    case 'digest':
    case 'rehearse':
    case 'mine':
    case 'history':
    case 'explain':
    case 'remind':
    case 'leave':
    case 'leaves':
    case 'delegate':
    case 'delegations':
    case 'later':
      return undefined
    default:
      return verb satisfies never
  }
}

/** The code that begins at word `at`, as it was typed, and the word after it. */
function codeAt(
  reading: Reading,
  at: number,
  verb: Verb,
): { readonly typed: string; readonly next: number } | undefined {
  const { raw, text } = reading
  const start = text[at]?.start ?? raw.length
  const typed = TOKEN.exec(raw.slice(start))?.[0].normalize('NFC') ?? ''
  if (typed.length > LONGEST || !LETTERS.test(typed) || ROMAN.test(typed)) return undefined
  const hyphened = HYPHENED.test(typed)
  // In a sentence of capitals alone, capitals tell nothing. An opinion may be one word ("góp ý OK"), a code with a
  // hyphen is none. Behind a verb that is an everyday word, small letters with a hyphen ("mở wi-fi") are no code.
  const capitals = CAPITALS.test(typed) && raw !== raw.toUpperCase()
  if (verb === 'opinion' ? !(hyphened && capitals) : !capitals && !(hyphened && strong(reading))) return undefined
  const next = text.findIndex((word) => word.start >= start + typed.length)
  return { typed, next: next < 0 ? text.length : next }
}

/** Whether nothing but idle words stands from a place on, and the words that something has taken. */
function idleOnly({ text }: Reading, from: number, taken?: { readonly start: number; readonly end: number }): boolean {
  let at = from
  while (at < text.length) {
    const next = at === taken?.start ? taken.end : idleAt(text, at)
    if (next <= at) return false
    at = next
  }
  return true
}

/** Whether a key shares a part with what was typed, or begins like it. */
function isNear(item: VocabularyItem, typed: string): boolean {
  const [key, code] = [fold(item.key).split(' '), fold(typed).split(' ')]
  const [joinedKey, joinedCode] = [key.join(''), code.join('')]
  return key.some((part) => code.includes(part)) || joinedKey.startsWith(joinedCode) || joinedCode.startsWith(joinedKey)
}
