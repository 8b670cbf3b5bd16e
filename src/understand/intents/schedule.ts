import { daysBetween } from '../../calendar/zoned.ts'
import type { Intent } from '../../contract/intent.ts'
import { intent } from '../reading.ts'
import { isAmong, wordsAsSpelled } from '../readings/line.ts'
import { type Cut, type Part, partsLike, partsOf, says } from '../readings/parts.ts'
import type { Period } from '../readings/period.ts'
import type { Choice, Understanding } from '../result.ts'
import { QUESTION_TAIL } from '../words/questions.ts'
import { type Asked, askedIn, queryOf } from './schedule-query.ts'

const ASKS = wordsAsSpelled(QUESTION_TAIL)
const mostOptions = 10

/**
 * A question about schedules, teams or calendars in which every word is accounted for; undefined where one is not, or
 * where nothing says that schedules are meant. Changes nothing.
 */
export function askOfSchedule(cut: Cut, from: number): Understanding | undefined {
  const parts = partsOf(cut, from, endOf(cut, from))
  if (parts.some((part) => part.kind === 'left' || part.kind === 'time')) return undefined
  return parts.some((part) => part.kind !== 'idle') && isAsked(parts) ? answerOf(cut, parts) : undefined
}

/** A unit or a team alone: its schedule. */
export function nameAlone(cut: Cut, from: number): Understanding | undefined {
  const parts = partsOf(cut, from, endOf(cut, from))
  const only = parts.filter((part) => part.kind !== 'idle')
  if (only.length === 0 || only.some((part) => part.kind !== 'unit' && part.kind !== 'team')) return undefined
  return answerOf(cut, parts)
}

/** Behind "tình hình", "kế hoạch", "what is": where a visit, a team or a schedule is said. */
export function askBehindVerb(cut: Cut, from: number): Understanding | undefined {
  const parts = partsOf(cut, from, endOf(cut, from))
  const meant =
    parts.some((part) => part.kind === 'visit' || part.kind === 'team') ||
    says(parts, 'schedule', 'trip', 'nextTrip', 'teams')
  return meant ? (askOfSchedule(cut, from) ?? nameAlone(cut, from)) : undefined
}

/** The word behind the one of the field that stands at `at`; `at` itself where none does. */
export function wordEndAt(cut: Cut, at: number): number {
  const [part] = partsOf(cut, at, cut.text.length)
  return part?.kind === 'word' ? part.end : at
}

/** Without the end of a question: "đoàn 3 đi Lào Cai chưa". */
export function endOf({ text, line }: Cut, from: number): number {
  let end = text.length
  while (end > from + 1 && isAmong(ASKS, line, end - 1, text)) end--
  return end
}

/** Whether the parts say that schedules are meant: a word for them, a visit's number, or names, days and questions together. */
export function isAsked(parts: readonly Part[]): boolean {
  const has = (...kinds: readonly Part['kind'][]) => parts.some((part) => kinds.includes(part.kind))
  if (has('visit') || says(parts, 'schedule', 'trip', 'nextTrip', 'file', 'links', 'overview', 'teams', 'myTeam'))
    return true
  const [named, dated] = [has('unit', 'team'), has('period')]
  const mine = says(parts, 'mine')
  if (says(parts, 'inspect')) return named || dated || mine || says(parts, 'who', 'team', 'where', 'when')
  if (says(parts, 'go')) {
    if (says(parts, 'team')) return true
    if (has('team') || (mine && (dated || says(parts, 'where', 'next')))) return true
    if (has('unit')) return true
    return dated && says(parts, 'who', 'where')
  }
  if (says(parts, 'members', 'leader')) return named || says(parts, 'leader')
  if (says(parts, 'team')) return named || dated
  if (says(parts, 'where')) return dated || has('team') || (mine && says(parts, 'next'))
  if (named)
    return dated || says(parts, 'who', 'when', 'next', 'coming', 'mine', 'table') || (has('unit') && has('team'))
  if (says(parts, 'table')) return dated
  return parts.every((part) => part.kind === 'idle' || (part.kind === 'period' && isShort(part.period)))
}

/** A day, a week, a month or a stretch of days, of which only schedules tell; a quarter is the plan's. */
function isShort({ from, to, said, wrong }: Period): boolean {
  if (wrong !== undefined || said === 'between' || said === 'range') return true
  return said === 'day' && from !== undefined && to !== undefined && daysBetween(from, to) <= 31
}

/** What the parts ask for; `named`: a person, or a name that nothing has. */
export function answerOf(cut: Cut, parts: readonly Part[], named?: string): Understanding {
  const wrong = wrongDay(cut, parts)
  if (wrong !== undefined) return wrong
  const several = severalVisits(parts)
  if (several !== undefined) return several
  const [visit] = partsLike(parts, 'visit')
  if (visit !== undefined) return intent({ kind: 'visit.show', number: visit.number })
  const asked = askedIn(parts)
  if (says(parts, 'links')) return intent({ kind: 'calendar.list' })
  const about =
    asked.teams.length > 0 || asked.teamUnknown || asked.units.length > 0 || asked.mine || named !== undefined
  if (!about && says(parts, 'overview', 'table')) return intent({ kind: 'overview.show', ...monthOf(asked) })
  const goes =
    says(parts, 'go', 'inspect', 'schedule', 'trip', 'where', 'when', 'file') || partsLike(parts, 'period').length > 0
  if (!goes && asked.units.length === 0 && asksOfTeam(parts, asked))
    return eachTeam(cut, parts, asked, (team) => ({ kind: 'team.show', ...(team === undefined ? {} : { team }) }))
  const kind = says(parts, 'file') ? 'calendar.export' : 'schedule.show'
  return eachTeam(cut, parts, asked, (team, unit, name) => ({ kind, ...queryOf(asked, team, unit, name ?? named) }))
}

/** Of two visits neither is meant alone: both are offered, and nothing else is done. */
export function severalVisits(parts: readonly Part[]): Understanding | undefined {
  const numbers = [...new Set(partsLike(parts, 'visit').map((part) => part.number))]
  if (numbers.length < 2) return undefined
  return { kind: 'unknown', nearest: numbers.slice(0, mostOptions).map((number) => ({ kind: 'visit.show', number })) }
}

/** A day that no calendar has is told, not left out. */
export function wrongDay(cut: Cut, parts: readonly Part[]): Understanding | undefined {
  const wrong = partsLike(parts, 'period').flatMap(({ period }) => period.wrong ?? [])[0]
  if (wrong === undefined) return undefined
  return { kind: 'no-such-day', typed: typedIn(cut, wrong.start, wrong.end).replace(/^ngày /iu, '') }
}

const asksOfTeam = (parts: readonly Part[], asked: Asked): boolean =>
  says(parts, 'members', 'leader', 'teams') || (says(parts, 'who') && asked.teams.length > 0)

/** One intent for one team and unit; of several the person chooses; a team that there is none of goes on as typed. */
export function eachTeam(
  cut: Cut,
  parts: readonly Part[],
  asked: Asked,
  of: (team: string | undefined, unit: string | undefined, named?: string) => Intent,
): Understanding {
  const [team, ...teams] = asked.teams
  const [unit, ...units] = asked.units
  if (units.length > 0)
    return choose(
      'unit',
      asked.units.map((one) => ({ label: one.name, intent: of(team?.key, one.id) })),
    )
  if (teams.length > 0)
    return choose(
      'team',
      asked.teams.map((one) => ({ label: one.name, intent: of(one.key, unit?.id) })),
    )
  if (!asked.teamUnknown) return intent(of(team?.key, unit?.id))
  const missing = partsLike(parts, 'team').find((part) => part.teams.length === 0)
  const named = missing === undefined ? '' : typedIn(cut, missing.start, missing.end)
  return intent({ kind: 'schedule.show', named })
}

const choose = (about: 'unit' | 'team', options: readonly Choice[]): Understanding => ({
  kind: 'ask',
  about,
  options: options.slice(0, mostOptions),
})

/** Words as they were typed. */
export function typedIn({ raw, text }: Cut, start: number, end: number): string {
  return raw
    .slice(text[start]?.start, text[end - 1]?.end)
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .slice(0, 200)
}

function monthOf({ dates: { from, to } }: Asked): { readonly month?: string; readonly year?: number } {
  if (from === undefined || to === undefined) return {}
  if (from.slice(0, 7) === to.slice(0, 7)) return { month: from.slice(0, 7) }
  return from.endsWith('-01-01') && to.endsWith('-12-31') ? { year: Number(from.slice(0, 4)) } : {}
}
