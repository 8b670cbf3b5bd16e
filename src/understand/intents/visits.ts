import { verbAt } from '../book.ts'
import { phraseAt, plainBook } from '../phrases.ts'
import { wordsAsSpelled } from '../readings/line.ts'
import { unitsNear } from '../readings/near-names.ts'
import { type Cut, type Part, partsLike, partsOf, says } from '../readings/parts.ts'
import { visitAt } from '../readings/teams.ts'
import type { Understanding } from '../result.ts'
import { FILLERS, GREETINGS } from '../words/general.ts'
import { REASON } from '../words/rounds.ts'
import { UNIT_KINDS } from '../words/units.ts'
import { CHANGE_IDLE } from '../words/visits.ts'
import { asksOnly } from './change.ts'
import { type Change, changeAt } from './change-book.ts'
import { eachTeam, severalVisits, typedIn, wrongDay } from './schedule.ts'
import { askedIn } from './schedule-query.ts'
import { duty, intentOf, shown } from './visit-intent.ts'

const POLITE = plainBook([...FILLERS, ...GREETINGS])
const REASONS = plainBook(REASON)
const KINDS = plainBook(UNIT_KINDS)
const IDLE = wordsAsSpelled(CHANGE_IDLE)
const NOTHING = wordsAsSpelled([])
const mostNamed = 6
const MOST_REASON = 300
/** What turns "chuyen" (chuyển or chuyến) into a change where no diacritics are written. */
const MOVING = new Set(['sang', 'qua', 'toi', 'den', 'to'])

/** "xem báo cáo KT-12" wants to read it. */
const LOOKING = new Set(['xem', 'doc', 'coi', 'see', 'show', 'view', 'read'])

/** A change with the words around it. */
type Said = { readonly change: Change; readonly at: number; readonly end: number; readonly object?: Part }

/**
 * A change of a visit or a team: its verb stands first, politeness aside, or right behind the visit, and every other
 * word is a visit, a unit, a team, a day or a word that joins them. Undefined where it is none; then nothing is changed.
 */
export function changeVisit(cut: Cut): Understanding | undefined {
  const said = first(cut) ?? behindVisit(cut)
  if (said === undefined) return undefined
  const { change, end } = said
  const why = reasonAt(cut, end)
  const until = why?.at ?? cut.text.length
  // "hủy chuyến 12": the verb's last word is the first of the visit's number.
  const from = visitAt(cut.text, cut.line, end - 1) === undefined || change.size === 1 ? end : end - 1
  const parts = [
    ...(said.object === undefined ? [] : [said.object]),
    ...withNearUnit(cut, partsOf(cut, from, until, IDLE)),
  ]
  const asked = askedIn(parts)
  const [visit] = partsLike(parts, 'visit')
  const several = severalVisits(parts)
  if (several !== undefined) return several
  const looks = cut.text.slice(0, said.at).some(({ folded }) => LOOKING.has(folded))
  if (looks || asksOnly(cut.text, lastOf(parts, end))) return shown(cut, parts, asked)
  if (change.means === 'duty') return duty(cut, change, parts, asked)
  const unknown = unknownUnit(cut, parts)
  if (unknown !== undefined) return unknown
  if (parts.some((part) => part.kind === 'left' || isQuestion(part))) return undefined
  if (!isEnough(cut, said, parts)) return undefined
  const wrong = wrongDay(cut, parts)
  if (wrong !== undefined) return wrong
  if (visit === undefined && asked.units.length === 0 && !asked.teamUnknown && !opensForm(change))
    return { kind: 'intent', intent: { kind: 'schedule.show' } }
  return eachTeam(cut, parts, asked, (team, unit) =>
    intentOf(change, { parts, number: visit?.number, team, unit, reason: why?.reason }),
  )
}

/** Whether a change's verb stands first: what is not understood behind it is no question either. */
export const beginsWithChange = (cut: Cut): boolean => {
  const said = first(cut)
  return said !== undefined && cut.text[said.at]?.folded !== 'chuyen'
}

function first(cut: Cut): Said | undefined {
  const { text } = cut
  for (let at = 0; at < text.length; ) {
    const change = changeAt(cut, at)
    const polite = phraseAt(POLITE, text, at)?.end ?? at
    const verb = verbAt(text, at)?.end ?? at
    if (change !== undefined && change.end >= Math.max(verb, polite)) return { change, at, end: change.end }
    if (polite === at || verb >= polite) return undefined
    at = polite
  }
  return undefined
}

/** "KT-12 dời sang 15/06"; a unit as well, where the rest makes it no doing of its own. */
function behindVisit(cut: Cut): Said | undefined {
  const [object, next] = partsOf(cut, 0, cut.text.length, NOTHING)
  if (object === undefined || next === undefined || (object.kind !== 'visit' && object.kind !== 'unit'))
    return undefined
  const change = changeAt(cut, object.end)
  if (change === undefined || change.means === 'duty') return undefined
  if (object.kind === 'unit' && change.means !== 'move' && change.means !== 'assign') return undefined
  return { change, at: object.end, end: change.end, object }
}

/** Whether the sentence says enough for a change; a weak verb needs a visit, or a unit with a team or a day. */
function isEnough(cut: Cut, { change, at, object }: Said, parts: readonly Part[]): boolean {
  const has = (kind: Part['kind']) => parts.some((part) => part.kind === kind)
  const aimed = has('team') || has('period')
  if (cut.text[at]?.folded === 'chuyen' && change.size === 1 && !cut.line.marked) {
    const moving = cut.text.slice(at).some(({ folded }) => MOVING.has(folded)) || says(parts, 'trip')
    if (!aimed || !(moving || has('visit'))) return false
  }
  if (object?.kind === 'unit') return aimed
  if (has('visit')) return true
  if (change.plain) return true
  if (change.means !== 'move' && change.means !== 'assign' && change.means !== 'ask')
    return says(parts, 'trip') && has('unit')
  return has('unit') && (aimed || says(parts, 'trip'))
}

/** Where the reason begins, and its words to the letter; one that is too long for a button is asked for in the form. */
function reasonAt({ raw, text }: Cut, from: number): { readonly at: number; readonly reason?: string } | undefined {
  for (let at = from + 1; at < text.length; at++) {
    const marker = phraseAt(REASONS, text, at)
    if (marker === undefined || text[at - 1]?.folded === 'don') continue
    const reason = raw
      .slice(text[marker.end - 1]?.end ?? raw.length)
      .replace(/^[\s:,-]+/, '')
      .trim()
    return reason === '' || reason.length > MOST_REASON ? { at } : { at, reason }
  }
  return undefined
}

/** Words that nothing accounts for may be a unit's name with a slip in it. */
function withNearUnit({ text, vocabulary }: Cut, parts: readonly Part[]): readonly Part[] {
  const left = partsLike(parts, 'left')
  const [start, end] = [left[0]?.start ?? 0, left.at(-1)?.end ?? 0]
  if (left.length === 0 || parts.some((part) => part.kind === 'unit' || part.kind === 'visit')) return parts
  if (parts.some((part) => part.start > start && part.end < end && part.kind !== 'left' && part.kind !== 'idle'))
    return parts
  const units = unitsNear(
    vocabulary.units,
    text.slice(start, end).map((word) => word.folded),
    false,
  )
  if (units.length === 0) return parts
  return [...parts.filter((part) => part.end <= start || part.start >= end), { kind: 'unit', units, start, end }]
}

/** "xếp Bộ Ngoại giao cho đoàn 3": a ministry or province that is not inspected; its schedule says so. */
function unknownUnit(cut: Cut, parts: readonly Part[]): Understanding | undefined {
  const left = partsLike(parts, 'left')
  const [start, end] = [left[0]?.start ?? 0, left.at(-1)?.end ?? 0]
  const aimed = parts.some((part) => part.kind === 'team' || part.kind === 'period')
  const named = parts.some((part) => part.kind === 'unit' || part.kind === 'visit')
  if (left.length === 0 || left.length !== end - start || left.length > mostNamed || named || !aimed) return undefined
  if (phraseAt(KINDS, cut.text, start) === undefined) return undefined
  return { kind: 'intent', intent: { kind: 'schedule.show', named: typedIn(cut, start, end) } }
}

const lastOf = (parts: readonly Part[], end: number): number =>
  Math.max(end, ...parts.filter((part) => part.kind !== 'left' && part.kind !== 'idle').map((part) => part.end))

/** A question word among them makes it no order: "giao ai kiểm tra Bộ Y tế". */
const isQuestion = (part: Part): boolean =>
  part.kind === 'word' &&
  !['trip', 'inspect', 'go', 'schedule', 'leader', 'members', 'next', 'mine'].includes(part.means)

const opensForm = ({ means }: Change): boolean => means === 'assign' || means === 'add'
