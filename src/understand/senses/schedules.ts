import { daysBetween } from '../../calendar/zoned.ts'
import type { Intent, ScheduleQuery } from '../../contract/intent.ts'
import { valuesUsed } from '../engine/fit.ts'
import { type Reading, valuesOf } from '../engine/reading.ts'
import type { Built, Fit, Need, Sense } from '../engine/sense.ts'
import { typed } from '../engine/sentence.ts'
import { type Days, daysOf } from '../engine/terms.ts'
import { firstNear } from '../names/near-names.ts'
import type { VocabularyTeam } from '../names/teams.ts'
import type { VocabularyUnit } from '../names/units.ts'
import { entriesOf, phraseAt, plainBook, wordSet } from '../phrases.ts'
import type { Choice, Understanding } from '../result.ts'
import type { ScheduleConcept } from '../words/concepts.ts'
import { NEGATIONS } from '../words/questions.ts'
import { NAME_ENDINGS, NO_NAMES, NO_NAMES_ALONE, SCHEDULE_WORDS } from '../words/schedules.ts'
import { UNIT_KINDS } from '../words/units.ts'
import { intent } from './build.ts'

type ScheduleWord = keyof typeof SCHEDULE_WORDS
const THINGS = plainBook(NO_NAMES)
const THINGS_ALONE = wordSet(NO_NAMES_ALONE)
const KINDS = plainBook(UNIT_KINDS)
/** What is done to things is nobody's name. */
const DOING: ReadonlySet<string> = new Set(['takeBack', 'end', 'move', 'close', 'extend', 'remind'])
const ENDINGS = wordSet(NAME_ENDINGS)
const NEGATING = wordSet(NEGATIONS)
/** Beside a name these ask for nothing else. */
const QUIET: ReadonlySet<string> = new Set([
  'show',
  'state',
  'plan',
  'details',
  'me',
  'what',
  'v.go',
  'v.where',
  'done',
])
const mostOptions = 10
const mostNamed = 4
const mostWords = 8

const WORDS: readonly ScheduleConcept[] = entriesOf(SCHEDULE_WORDS).map(([name]): ScheduleConcept => `v.${name}`)

/** Where teams go and when, who sits on them, the overview, and calendars. */
export const SCHEDULES: readonly Sense[] = [
  {
    id: 'calendar.links',
    does: 'shows',
    patterns: [['v.links'], ['linkTrouble', 'v.schedule', 'takeBack'], ['linkTrouble', 'v.schedule', 'end']],
    helps: [
      'v.links',
      'v.schedule',
      'v.myTeam',
      'v.mine',
      'linkTrouble',
      'device',
      'takeBack',
      'end',
      'stop',
      'show',
      'me',
      'how',
      'mine',
      'export',
      'sendTo',
      'how',
    ],
    takes: ['team'],
    prior: 0.1,
    build: (fit) => (fit.left.length === 0 ? intent({ kind: 'calendar.list' }) : undefined),
  },
  {
    id: 'schedule',
    does: 'shows',
    patterns: [['#visit'], ['#unit'], ['#team'], ['#moment'], ...WORDS.map((word): readonly Need[] => [word])],
    helps: [
      ...WORDS,
      'show',
      'when',
      'where',
      'who',
      'notYet',
      'done',
      'me',
      'what',
      'howMany',
      'state',
      'plan',
      'details',
      'arranged',
      'device',
      'download',
    ],
    takes: ['visit', 'unit', 'team', 'person', 'moment'],
    names: true,
    build: (fit, reading) => askOfSchedule(fit, reading),
  },
]

/** Whether one of these words is said. */
export const says = ({ signs }: Pick<Fit, 'signs'>, ...means: readonly ScheduleWord[]): boolean =>
  means.some((one) => signs.has(`v.${one}`))

function askOfSchedule(fit: Fit, reading: Reading): Built {
  const asked = ofOwnUnit(askedIn(fit, reading), fit, reading)
  const several = severalVisits(fit)
  if (several !== undefined) return several
  const [visit] = valuesUsed(fit, 'visit')
  // "KT-9 to team 2, Thu 25 June" plans, and asks for nothing.
  if (
    visit !== undefined &&
    reading.english &&
    asked.teams.length > 0 &&
    fit.signs.size === 0 &&
    !reading.question.begins &&
    !reading.question.marked
  )
    return undefined
  if (visit !== undefined && fit.left.length === 0) return intent({ kind: 'visit.show', number: visit.value.number })
  // The short name of a ministry is a word of titles as well: "xây dựng".
  const bare = fit.signs.size === 0 && asked.units.length > 0 && asked.teams.length === 0 && asked.days.length === 0
  if (
    bare &&
    reading.items.items.length > 0 &&
    !valuesUsed(fit, 'unit').some(({ start }) => phraseAt(KINDS, reading.text, start) !== undefined)
  )
    return undefined
  if (
    visit !== undefined &&
    (reading.question.begins || reading.question.marked || reading.question.tail < reading.text.length)
  )
    return { meant: intent({ kind: 'visit.show', number: visit.value.number }), left: fit.left, sure: true }
  const [person] = valuesUsed(fit, 'person')
  if (fit.left.length === 0) return isAsked(fit, asked) ? answerOf(fit, asked, person?.value.name) : undefined
  // The overview names nobody: "the donor would like an overview of all teams".
  const lost = fit.left.reduce((sum, { start, end }) => sum + end - start, 0)
  if (says(fit, 'overview') && !says(fit, 'mine', 'myTeam') && lost <= 2 && !names(asked))
    return { meant: answerOf(fit, asked), left: fit.left, sure: true }
  // "Approve all visits": a position is nobody's name.
  if (reading.english && fit.unused.some(({ value }) => value.kind === 'position')) return undefined
  const meant = withName(fit, reading, asked)
  if (meant !== undefined) return { meant, left: [] }
  const named = asked.units.length > 0 || asked.teams.length > 0
  const asks =
    reading.question.marked ||
    reading.question.begins ||
    reading.question.words.size > 0 ||
    reading.question.tail < reading.text.length
  // A ministry beside a round or a position speaks there, and is not visited.
  const elsewhere = reading.items.items.length > 0 || reading.values.some(({ value }) => value.kind === 'position')
  const other =
    fit.unused.some(({ value }) => value.kind === 'visit') ||
    reading.cues.some(
      ({ means, start, end, locale }) =>
        locale === 'en' && OF_ROUNDS.has(means) && fit.left.some((one) => one.start < end && one.end > start),
    )
  return named && !elsewhere && !other && (asks || lost <= 1) && isAsked(fit, asked) ? answerOf(fit, asked) : undefined
}

/** "Our inspection date", asked by a member who travels with no team: the one of their own ministry. */
function ofOwnUnit(asked: Asked, fit: Fit, { english, vocabulary }: Reading): Asked {
  const { roles, self, units } = vocabulary
  if (!english || !asked.mine || names(asked) || !says(fit, 'schedule', 'inspect') || roles === undefined) return asked
  if (!roles.has('member') || roles.has('team') || roles.has('coordinator')) return asked
  const own = units.filter(({ name }) => self?.includes(name) === true)
  return own.length === 1 ? { ...asked, mine: false, units: own } : asked
}

const OF_ROUNDS: ReadonlySet<string> = new Set([
  'answer',
  'deadline',
  'extend',
  'close',
  'reopen',
  'takeBack',
  'record',
  'remind',
  'agree',
  'askOpinions',
  'round',
  'remarks',
  'table',
  'leave',
  'elsewhere',
])

const names = ({ units, teams, teamUnknown }: Asked): boolean =>
  units.length > 0 || teams.length > 0 || teamUnknown !== undefined

/** What is said of whose visits are meant, and when. */
export type Asked = {
  readonly units: readonly VocabularyUnit[]
  readonly teams: readonly VocabularyTeam[]
  /** A team was said that there is none of, as typed. */
  readonly teamUnknown?: string
  readonly mine: boolean
  readonly next: boolean
  readonly dates: Pick<ScheduleQuery, 'from' | 'to'>
  readonly days: readonly Days[]
}

export function askedIn(fit: Fit, reading: Reading): Asked {
  const teamsSaid = valuesUsed(fit, 'team')
  const teams = [...new Set(teamsSaid.flatMap(({ value }) => value.teams))]
  const missing = teamsSaid.find(({ value }) => value.teams.length === 0)
  const unitsSaid = valuesUsed(fit, 'unit')
  const names = teamsSaid.length > 0 || unitsSaid.length > 0
  // "Hôm nay đi đâu": who asks goes.
  const goes =
    !names && says(fit, 'where') && !says(fit, 'who', 'team', 'teams', 'schedule', 'trip', 'inspect', 'overview')
  const days = valuesUsed(fit, 'moment').flatMap((found) => daysOf(found) ?? [])
  return {
    units: [...new Set(unitsSaid.flatMap(({ value }) => value.units))],
    teams,
    ...(missing === undefined ? {} : { teamUnknown: typed(reading, missing.start, missing.end) }),
    // "Export my trips" is one phrase.
    mine: goes || (teams.length === 0 && (says(fit, 'mine', 'myTeam') || ownFile(fit, reading))),
    next: says(fit, 'next', 'nextTrip'),
    dates: datesOf(days),
    days,
  }
}

const OWN = new Set(['my', 'our', 'toi', 'minh', 'em', 'nhan', 'rieng'])
const ownFile = (fit: Fit, { cues, text }: Reading): boolean =>
  says(fit, 'file', 'schedule') &&
  cues.some(
    ({ means, start, end }) =>
      (means === 'v.file' || means === 'v.schedule') &&
      end - start > 1 &&
      text.slice(start, end).some(({ folded }) => OWN.has(folded)),
  )

/** Of several stretches what all of them share ("thứ hai tuần sau"); where they share none, all of it. */
function datesOf(days: readonly Days[]): Pick<ScheduleQuery, 'from' | 'to'> {
  const ends = (pick: 'least' | 'most') => {
    const froms = days.flatMap(({ from }) => (from === undefined ? [] : [from])).sort()
    const tos = days.flatMap(({ to }) => (to === undefined ? [] : [to])).sort()
    return pick === 'least' ? { from: froms.at(-1), to: tos[0] } : { from: froms[0], to: tos.at(-1) }
  }
  const shared = ends('least')
  const apart = days.length > 1 && shared.from !== undefined && shared.to !== undefined && shared.from > shared.to
  const { from, to } = apart ? ends('most') : shared
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

/** Whether what is said asks for schedules: a word for them, a visit's number, or names, days and questions together. */
function isAsked(fit: Fit, { units, teams, teamUnknown, days }: Asked): boolean {
  const unit = units.length > 0
  const team = teams.length > 0 || teamUnknown !== undefined
  if (says(fit, 'schedule', 'trip', 'nextTrip', 'file', 'links', 'overview', 'teams', 'myTeam')) return true
  const [named, dated, mine] = [unit || team, days.length > 0, says(fit, 'mine')]
  if (says(fit, 'inspect')) return named || dated || mine || says(fit, 'who', 'team', 'where', 'when')
  if (says(fit, 'go')) {
    if (says(fit, 'team') || team || unit) return true
    if (mine && (dated || says(fit, 'where', 'next'))) return true
    return dated && says(fit, 'who', 'where')
  }
  // "toi di dau tuan nay": where, or early this week.
  if (mine && dated && !fit.signs.has('answer')) return true
  if (says(fit, 'members', 'leader')) return named || dated || says(fit, 'leader')
  if (says(fit, 'team')) return named || dated
  if (says(fit, 'next') && (mine || says(fit, 'where', 'myTeam'))) return true
  if (says(fit, 'where')) return dated || team || mine
  if (named)
    return (
      dated ||
      says(fit, 'who', 'when', 'next', 'coming', 'mine', 'table') ||
      (unit && team) ||
      [...fit.signs].every((sign) => QUIET.has(sign))
    )
  if (says(fit, 'table')) return dated
  return [...fit.signs].every((sign) => sign === 'show' || sign === 'what') && valuesUsed(fit, 'moment').every(isShort)
}

/** A day, a week, a month or a stretch of days, of which only schedules tell; a quarter is the plan's. */
function isShort({ value: { moment } }: ReturnType<typeof valuesUsed<'moment'>>[number]): boolean {
  const { value } = moment
  if (value.kind === 'day' || value.kind === 'range' || value.kind === 'wrong') return true
  return value.kind === 'period' && daysBetween(value.from, value.to) <= 31
}

/** What is asked for; `named`: a person, or a name that nothing has. */
function answerOf(fit: Fit, asked: Asked, named?: string): Understanding {
  if (says(fit, 'links')) return intent({ kind: 'calendar.list' })
  const about =
    asked.teams.length > 0 ||
    asked.teamUnknown !== undefined ||
    asked.units.length > 0 ||
    asked.mine ||
    named !== undefined
  if (!about && says(fit, 'overview', 'table')) return intent({ kind: 'overview.show', ...monthOf(asked) })
  const goes = says(fit, 'go', 'inspect', 'schedule', 'trip', 'where', 'when', 'file') || asked.days.length > 0
  // "Ai đi đoàn 5": its people.
  const people =
    says(fit, 'who') &&
    asked.teams.length === 1 &&
    asked.units.length === 0 &&
    asked.days.length === 0 &&
    !says(fit, 'inspect', 'schedule', 'trip', 'where', 'when', 'file')
  if (people) return eachTeam(asked, (team) => ({ kind: 'team.show', ...(team === undefined ? {} : { team }) }))
  if (!goes && (asked.units.length === 0 || says(fit, 'myTeam')) && asksOfTeam(fit, asked))
    return eachTeam(asked, (team) => ({ kind: 'team.show', ...(team === undefined ? {} : { team }) }))
  const kind =
    says(fit, 'file') || ((fit.signs.has('download') || fit.signs.has('device')) && says(fit, 'schedule', 'trip'))
      ? 'calendar.export'
      : 'schedule.show'
  return eachTeam(asked, (team, unit) => ({ kind, ...queryOf(asked, team, unit, named) }))
}

/** Of two visits neither is meant alone: both are offered, and nothing else is done. */
export function severalVisits(fit: Fit): Understanding | undefined {
  const numbers = [...new Set(valuesUsed(fit, 'visit').map(({ value }) => value.number))]
  if (numbers.length < 2) return undefined
  return { kind: 'unknown', nearest: numbers.slice(0, mostOptions).map((number) => ({ kind: 'visit.show', number })) }
}

const asksOfTeam = (fit: Fit, asked: Asked): boolean =>
  says(fit, 'members', 'leader', 'teams') || (says(fit, 'who') && asked.teams.length > 0)

/** One intent for one team and unit; of several the person chooses; a team that there is none of goes on as typed. */
export function eachTeam(
  asked: Asked,
  of: (team: string | undefined, unit: string | undefined) => Intent,
): Understanding {
  const [team, ...teams] = asked.teams
  const [unit, ...units] = asked.units
  if (units.length > 0)
    return chosen(
      'unit',
      asked.units.map((one) => ({ label: one.name, intent: of(team?.key, one.id) })),
    )
  if (teams.length > 0)
    return chosen(
      'team',
      asked.teams.map((one) => ({ label: one.name, intent: of(one.key, unit?.id) })),
    )
  if (asked.teamUnknown === undefined) return intent(of(team?.key, unit?.id))
  return intent({ kind: 'schedule.show', named: asked.teamUnknown })
}

const chosen = (about: 'unit' | 'team', options: readonly Choice[]): Understanding => ({
  kind: 'ask',
  about,
  options: options.slice(0, mostOptions),
})

/** The query for one team and unit; who asks for the next visit alone means their own. */
function queryOf(asked: Asked, team: string | undefined, unit: string | undefined, named?: string): ScheduleQuery {
  const alone = team === undefined && unit === undefined && named === undefined
  return {
    ...(team === undefined ? {} : { team }),
    ...(unit === undefined ? {} : { unit }),
    ...(asked.mine || (asked.next && alone) ? { mine: true as const } : {}),
    ...(named === undefined ? {} : { named }),
    ...asked.dates,
    ...(asked.next ? { next: true as const } : {}),
  }
}

export function monthOf({ dates: { from, to } }: Asked): { readonly month?: string; readonly year?: number } {
  if (from === undefined || to === undefined) return {}
  if (from.slice(0, 7) === to.slice(0, 7)) return { month: from.slice(0, 7) }
  return from.endsWith('-01-01') && to.endsWith('-12-31') ? { year: Number(from.slice(0, 4)) } : {}
}

/**
 * Words that nothing accounts for may be a unit's name with a slip in it, which is taken or asked about, or the name of a
 * person or a place that the vocabulary does not have, which goes on as it was typed.
 */
function withName(fit: Fit, reading: Reading, asked: Asked): Understanding | undefined {
  const [first] = fit.left
  const last = fit.left.at(-1)
  if (first === undefined || last === undefined) return undefined
  const { start, end } = wholeName(reading, first.start, last.end)
  if (end - start > mostWords) return undefined
  const person = reading.values.find(
    ({ value, ...found }) => value.kind === 'person' && found.start <= start && found.end >= end,
  )
  const others = {
    ...asked,
    ...(reading.values.some((found) => found.value.kind === 'moment' && found.start >= start && found.end <= end)
      ? { dates: {}, days: [] }
      : {}),
  }
  if (person === undefined) {
    const words = reading.text.map(({ folded }) => folded)
    const places = placesAround(fit, reading, start, end)
    const parts =
      says(fit, 'schedule', 'inspect', 'team', 'go', 'file') && !['cua', 'of'].includes(words[start - 1] ?? '')
    const near = firstNear(
      reading.vocabulary.units,
      places.map(([one, other]) => words.slice(one, other)),
      parts,
    )
    if (near !== undefined) {
      const known = { ...others, units: near.units }
      const [from, to] = places[near.reading] ?? [start, end]
      // What is part of the name says nothing else: "Bộ Tài chính" holds no "tải".
      const signs = new Set(
        reading.cues.flatMap((cue) =>
          fit.signs.has(cue.means) && !(cue.start >= from && cue.end <= to) ? [cue.means] : [],
        ),
      )
      const without = { ...fit, signs, left: [] }
      if (isAsked(without, known)) return answerOf(without, known)
    }
  }
  const isOther = reading.cues.some(
    (cue) =>
      (cue.end - cue.start > 1 || cue.locale === 'en' || (end - start === 1 && DOING.has(cue.means))) &&
      cue.start < end &&
      cue.end > start &&
      !cue.means.startsWith('v.') &&
      cue.means !== 'me',
  )
  if (isOther) return undefined
  // "The Ministry of Transport", which is not inspected, is called by all of its name.
  const body = valuesOf(reading, 'body').find((one) => one.start <= start && end <= one.end)
  const named =
    person?.value.kind === 'person'
      ? person.value.name
      : body !== undefined
        ? typed(reading, body.start, body.end)
        : nameIn(reading, start, end)
  // Who writes capitals writes names with them: "cái nhìn tổng thể" is nobody.
  const cased = /\p{Lu}/u.test(reading.raw.trim().slice(1)) && reading.raw.trim() !== reading.raw.trim().toUpperCase()
  if (person === undefined && body === undefined && cased && named !== undefined && !/\p{Lu}/u.test(named))
    return undefined
  const trip = says(fit, 'trip') && (reading.marked || !reading.text.some(({ folded }) => folded === 'chuyen'))
  // "Anh Tùng tuần sau đi đâu".
  const goes = person !== undefined && says(fit, 'go', 'where') && (asked.days.length > 0 || says(fit, 'where', 'when'))
  const strong = goes || trip || says(fit, 'schedule', 'inspect', 'team', 'file')
  const taken = others.units.length > 0 || valuesUsed(fit, 'visit').length > 0 || says(fit, 'mine', 'myTeam')
  return strong && !taken && named !== undefined ? answerOf(fit, others, named) : undefined
}

/** The widest first: with the kind and the part of a name before and behind, which may be a name of its own. */
function placesAround(
  fit: Fit,
  { text, idle }: Reading,
  start: number,
  end: number,
): readonly (readonly [number, number])[] {
  const units = valuesUsed(fit, 'unit')
  let from = start
  for (let back = 3; back >= 1; back--)
    if (start - back >= 0 && phraseAt(KINDS, text, start - back)?.end === start) from = start - back
  const before = units.find((unit) => unit.end === start)?.start ?? from
  const kind = before < start ? before : from
  const wider = [3, 2, 1].find((back) => kind - back >= 0 && phraseAt(KINDS, text, kind - back)?.end === kind)
  const behind = units.find((unit) => unit.start >= end && unit.start - end <= 1)?.end
  const begins = [
    ...(wider === undefined ? [] : [kind - wider]),
    kind,
    ...(idle.get(start - 1) === start ? [start - 1] : []),
    start,
  ]
  const ends = [...(behind === undefined ? [] : [behind]), end + 4, end + 3, end + 2, end + 1, end].filter(
    (one) => one <= text.length,
  )
  return [...new Set(begins)].flatMap((one) => [...new Set(ends)].map((other) => [one, other] as const))
}

/** The stretch with the words beside it that belong to the name: capitalised ones, and given names that join as well. */
function wholeName({ raw, text }: Reading, from: number, to: number): { readonly start: number; readonly end: number } {
  let end = to
  const isCapital = (at: number) =>
    /^\p{Lu}/u.test(raw.slice(text[at]?.start, text[at]?.end)) && raw !== raw.toUpperCase()
  while (end < text.length && (ENDINGS.has(text[end]?.folded ?? '') || isCapital(end))) end++
  return { start: from, end }
}

function nameIn(reading: Reading, start: number, end: number): string | undefined {
  const { text, items } = reading
  const words = text.slice(start, end)
  if (words.length > mostNamed || words.some(({ folded }) => NEGATING.has(folded) || /^\d+$/.test(folded)))
    return undefined
  // "thi" joins as well, where it is "thì".
  if ([start, start - 1].some((at) => at >= 0 && phraseAt(THINGS, text, at) !== undefined)) return undefined
  if (words.length === 1 && THINGS_ALONE.has(words[0]?.folded ?? '')) return undefined
  if ([...items.used].some((at) => at >= start && at < end)) return undefined
  return typed(reading, start, end)
}
