import { addDays, weekday } from '../../calendar/zoned.ts'
import type { Intent } from '../../contract/intent.ts'
import { valuesUsed } from '../engine/fit.ts'
import type { Reading } from '../engine/reading.ts'
import type { Built, Fit, Need, Sense } from '../engine/sense.ts'
import { typed } from '../engine/sentence.ts'
import type { Found, FoundOf } from '../engine/span.ts'
import { daysOf } from '../engine/terms.ts'
import { unitsNear } from '../names/near-names.ts'
import type { VocabularyUnit } from '../names/units.ts'
import { phraseAt, plainBook, wordSet } from '../phrases.ts'
import type { Understanding } from '../result.ts'
import type { Concept } from '../words/concepts.ts'
import { UNIT_KINDS } from '../words/units.ts'
import { CHANGES, DIRECTIONS } from '../words/visits.ts'
import { intent, leaving, namesIn, reasonOf, withNames } from './build.ts'
import { isTold } from './rounds.ts'
import { type Asked, askedIn, eachTeam, says, severalVisits } from './schedules.ts'

const KINDS = plainBook(UNIT_KINDS)
type Change = keyof typeof CHANGES

const BESIDE: readonly Concept[] = [
  'v.trip',
  'v.inspect',
  'v.go',
  'v.schedule',
  'v.leader',
  'v.members',
  'v.mine',
  'v.myTeam',
  'show',
  'mine',
  'rather',
  'cannot',
]

const ONWARD = wordSet(DIRECTIONS.words)
/** An arrow right before the day. */
const isBehindArrow = (before: string): boolean => DIRECTIONS.arrows.some((arrow) => before.trimEnd().endsWith(arrow))
/** "KT-12 has been put to 26 June", "KT-12 was one day earlier": it is told. */
const TELLS = new Set(['was', 'were', 'been', 'went', 'will', 'wont', 'would'])
/** "one day earlier", "lùi" by its measure: by how much, and which way. */
const SHIFTED = new Set(['earlier', 'sooner', 'later', 'som', 'muon'])

/** Nothing but it is said, besides why: "KT-21 two days earlier please, since the hall is taken". */
const isOneStatement = (fit: Fit, { clauses, idle }: Reading): boolean =>
  clauses.filter(
    ({ start, end }) =>
      (idle.get(start) ?? start) < end &&
      !valuesUsed(fit, 'reason').some((why) => why.start <= start && end <= why.end),
  ).length === 1

/** Whether one time is said, of a place or a visit before it, as where that goes to, or as how much earlier or later. */
function isOnward(fit: Fit, reading: Reading): boolean {
  const [moment, ...others] = valuesUsed(fit, 'moment')
  const place = [...valuesUsed(fit, 'visit'), ...valuesUsed(fit, 'unit')]
  if (moment === undefined || others.length > 0 || place.some(({ start }) => start > moment.start)) return false
  const { text, raw } = reading
  const { value, mark } = moment.value.moment
  if (text.slice(0, moment.start).some(({ folded }) => TELLS.has(folded))) return false
  const near = text.slice(Math.max(0, moment.start - 1), moment.start + 1).map(({ folded }) => folded)
  if (value.kind === 'duration')
    return text.slice(moment.start, moment.end + 2).some(({ folded }) => SHIFTED.has(folded))
  if (value.kind === 'range' || mark === 'from') return false
  return near.some((word) => ONWARD.has(word)) || isBehindArrow(raw.slice(0, text[moment.start]?.start ?? 0))
}

/** What is done to visits and teams: each leads to a form, filled in with what was said. */
export const VISITS: readonly Sense[] = [
  change('move', [
    ['weak', '#visit'],
    ['weak', '#unit', '#moment'],
    ['weak', '#unit', '#team'],
    ['weak', 'v.trip', '#unit'],
    ['weak', 'v.schedule', '#team'],
    ['weak', '#team', '#unit'],
  ]),
  change('assign', [
    ['weak', '#visit'],
    ['weak', '#unit', '#moment'],
    ['weak', '#unit', '#team'],
    ['weak', 'v.trip', '#unit'],
  ]),
  change('add', []),
  change('cancel', [
    ['weak', '#visit'],
    // A ministry may be struck from anything: only of a place it is plain.
    ['weak', '#unit', '!#body'],
    ['weak', 'v.trip', '#unit'],
    ['weak', 'v.schedule', '#unit'],
  ]),
  {
    id: 'visit.plan',
    does: 'forms',
    patterns: [
      ['#team', '#unit', '#moment', '!show', '!v.schedule'],
      ['#team', '#visit', '#moment', '!show', '!v.schedule'],
    ],
    helps: BESIDE,
    takes: ['visit', 'unit', 'team', 'moment', 'reason'],
    prior: 0.4,
    // Only who plans says it so: a team, a place, a day and an hour, and asks nothing.
    build: (fit, reading) => {
      const { terms } = termsOf(fit, reading, false)
      const plans =
        reading.vocabulary.roles?.has('coordinator') === true && terms.day !== undefined && terms.time !== undefined
      return plans && fit.left.length === 0 ? changed('assign', fit, reading) : undefined
    },
  },
  {
    id: 'visit.to',
    does: 'forms',
    patterns: [
      ['#visit', '#moment', '!show', '!v.schedule', '!v.go', '!#itemHere'],
      ['#unit', '#moment', '!show', '!v.schedule', '!v.go', '!#itemHere', '!#team'],
    ],
    helps: BESIDE,
    takes: ['visit', 'unit', 'moment', 'reason'],
    prior: 0.6,
    // "KT-12 to next Thursday 2pm", "KT-19 one day earlier", "Lào Cai -> 26/6": the direction is the verb, where it is all that is said.
    build: (fit, reading) =>
      fit.left.length === 0 && isOneStatement(fit, reading) && !reading.question.marked && isOnward(fit, reading)
        ? changed('move', fit, reading)
        : undefined,
  },
  change('report', [
    ['reportOf', '#unit'],
    ['reportOf', 'v.trip', '#unit'],
    ['weak', '#unit'],
    ['weak', '#unit', 'v.trip'],
    ['weak', '#visit'],
    ['weak', 'v.trip', '#unit'],
    ['done', '#visit', 'v.inspect'],
  ]),
  change('confirm', [
    ['weak', 'v.schedule', '#unit'],
    ['weak', '#unit', '#moment'],
    ['weak', '#unit', 'mine'],
    ['weak', '#visit'],
    ['weak', 'v.trip', '#unit'],
  ]),
  change('ask', [
    ['weak', '#visit'],
    ['weak', '#unit'],
    ['cannot', '#visit'],
    ['cannot', '#unit', '#moment'],
    ['rather', 'v.go', '#unit', '#moment'],
    ['rather', '#visit', '#moment'],
    ['rather', '#unit', '#moment'],
  ]),
  {
    id: 'duty',
    does: 'forms',
    own: CHANGES.duty.plain,
    weak: CHANGES.duty.weak,
    patterns: [
      ['own'],
      ['weak', '#team', '#person', '!#unit', '!#moment'],
      ['weak', 'onTeam', '#team', '#person', '!#unit'],
      ['weak', 'v.leader', '#team'],
      ['weak', 'v.members', '#team'],
    ],
    helps: ['v.members', 'v.leader', 'edit', 'onTeam'],
    takes: ['team', 'person', 'body'],
    names: true,
    build: (fit, reading) => {
      const asked = askedIn(fit, reading)
      const [named] = namesIn(fit, reading)
      // "Anh nào phụ trách đoàn 3": who asks changes nothing.
      if (named === undefined && reading.question.words.size > 0) return undefined
      if (
        named === undefined &&
        fit.signs.size === 0 &&
        !reading.cues.some(({ means }) => means === 'v.members') &&
        asked.teams.length === 0 &&
        fit.left.length > 0
      )
        return undefined
      const meant = eachTeam(asked, (team) => ({
        kind: 'duty.save.form',
        ...(team === undefined ? {} : { team }),
        ...(named === undefined ? {} : { named }),
      }))
      return withNames(meant, fit, reading)
    },
    asked: (fit, reading) =>
      eachTeam(askedIn(fit, reading), (team) => ({ kind: 'team.show', ...(team === undefined ? {} : { team }) })),
  },
]

function change(means: Exclude<Change, 'duty'>, patterns: readonly (readonly Need[])[]): Sense {
  const { plain, weak } = CHANGES[means]
  return {
    id: `visit.${means}`,
    does: means === 'cancel' ? 'ends' : 'forms',
    own: plain,
    ...(weak === undefined ? {} : { weak }),
    patterns: [
      ['own', '!#itemHere'],
      ...(means === 'move' ? [['weak', '#moment', '!#itemHere', '!deadline', '!round'] as const] : []),
      ...patterns.map((pattern): readonly Need[] => [...pattern, '!#itemHere']),
    ],
    helps: means === 'report' ? [...BESIDE, 'done', 'me'] : BESIDE,
    ...(means === 'report' ? { prior: 0.3 } : {}),
    takes: ['visit', 'unit', 'body', 'team', 'moment', 'reason'],
    // "Team 9 to visit Cao Bang" may ask or plan.
    ...(means === 'assign' ? { prior: 0.05 } : {}),
    build: (fit, reading) => changed(means, fit, reading),
    // Who asks how or where to report gets the form that does it.
    asked: (fit, reading) =>
      means === 'report' && reading.cues.some(({ means: one }) => one === 'how' || one === 'where')
        ? asUnderstanding(changed(means, fit, reading))
        : shown(fit, reading),
  }
}

function changed(means: Exclude<Change, 'duty'>, fit: Fit, reading: Reading): Built {
  const proposes = reading.cues.some(({ means: one }) => one === 'rather' || one === 'cannot')
  if (means === 'assign' && proposes && reading.vocabulary.roles?.has('coordinator') === false) return undefined
  // "Team 4 can't go to Sơn La Friday 8am" plans nothing.
  if (
    (means === 'assign' || (means === 'ask' && reading.vocabulary.roles?.has('coordinator') === true)) &&
    reading.english &&
    reading.cues.some(({ means: one }) => one === 'cannot') &&
    !reading.cues.some(({ means: one }) => one === 'rather')
  )
    return undefined
  // Without marks "chuyen" is one of the two: "chuyến Bộ Y tế", or "chuyển".
  const [verb] = fit.verbs
  const trips = reading.cues.filter(({ means: one }) => one === 'v.trip')
  if (
    means === 'move' &&
    verb !== undefined &&
    trips.length > 0 &&
    trips.every(({ start }) => start === verb) &&
    valuesUsed(fit, 'moment').length === 0 &&
    valuesUsed(fit, 'team').length === 0
  )
    return undefined
  // "The visit to Son La was cancelled" tells.
  if (means !== 'report' && reading.english && fit.verbs.some((at) => isTold(reading, at))) return undefined
  // "xem báo cáo KT-12" wants to read it.
  const looks = reading.cues.some(({ means: one, start }) => one === 'show' && fit.verbs.some((at) => start < at))
  if (looks && fit.values.length > 0) return shown(fit, reading)
  const several = severalVisits(inFirstClause(fit, reading))
  if (several !== undefined) return several
  const found = withoutReplaced(askedIn(fit, reading), fit, reading)
  const [visit] = valuesUsed(fit, 'visit')
  if (means === 'report' && visit === undefined && !isReported(fit, reading)) return undefined
  const near = found.units.length > 0 || visit !== undefined ? undefined : unitLeft(fit, reading)
  const asked = near === undefined ? found : { ...found, units: near }
  const [body] = valuesUsed(fit, 'body')
  // A ministry that is not inspected: its schedule says so.
  if (body !== undefined && asked.units.length === 0 && visit === undefined)
    return intent({ kind: 'schedule.show', named: typed(reading, body.start, body.end) })
  const opens = means === 'assign' || means === 'add'
  const { roles } = reading.vocabulary
  const moves = means === 'move' || (means === 'assign' && visit !== undefined)
  const plans = means === 'ask' && roles?.has('coordinator') === true
  // Planning is the secretariat's.
  if (means === 'assign' && visit === undefined && roles !== undefined && !roles.has('coordinator')) return undefined
  const asks = moves && roles !== undefined && !roles.has('coordinator')
  const { terms, rest } = termsOf(proposedIn(fit, reading), reading, means === 'move' || means === 'ask' || asks)
  if (visit === undefined && asked.units.length === 0 && asked.teamUnknown === undefined && !opens) {
    if (fit.left.length > 0) return undefined
    // Which one, the one just spoken of may tell; of a team, or without a word of when, it may be any.
    if (asked.teams.length === 0 && (means !== 'move' || Object.keys(terms).length > 0))
      return leaving(
        intent(intentOf(asks ? 'ask' : plans ? 'move' : means, { ...NONE, terms, ...reasonOf(fit) })),
        reading,
        rest,
      )
    return intent({ kind: 'schedule.show', ...(asked.teams.length === 1 ? { team: asked.teams[0]?.key } : {}) })
  }
  const meant = eachTeam(asked, (team, unit) =>
    intentOf(asks ? 'ask' : plans ? 'move' : means, {
      number: visit?.value.number,
      team,
      unit,
      terms,
      ...reasonOf(fit),
    }),
  )
  const told = leaving(meant, reading, rest)
  if (terms.shiftDays !== undefined && terms.shiftDays < 0)
    return {
      meant: told,
      left: fit.left.filter(
        ({ start, end }) => !reading.text.slice(start, end).every(({ folded }) => EARLIER.has(folded)),
      ),
    }
  return near === undefined ? told : { meant: told, left: [] }
}

/** What stands with the verb: of "hủy KT-8, KT-8 trùng KT-7" the first. */
function inFirstClause(fit: Fit, { clauses }: Reading): Fit {
  const clause = clauses.find(({ start, end }) => fit.verbs.some((at) => at >= start && at < end))
  const bare = clauses.filter((one) =>
    fit.values.some(({ value, start, end }) => value.kind === 'visit' && start === one.start && end === one.end),
  )
  const near = fit.values.filter(({ start }) =>
    [clause, ...bare].some((one) => one !== undefined && start >= one.start && start < one.end),
  )
  return near.some(({ value }) => value.kind === 'visit') ? { ...fit, values: near } : fit
}

/** "Can't make Sơn La at 8.30, could we say 10.30": only what is proposed is meant, the other is what it is now. */
function proposedIn(fit: Fit, { cues, text, english, clauses }: Reading): Fit {
  const from = cues.find(({ means }) => means === 'rather')
  const moments = valuesUsed(fit, 'moment')
  // "At 10 instead of 8, we leave only at 6": what is said against another is meant.
  const preferred = moments.filter(({ value }) => value.moment.rejectedTo !== undefined)
  if (preferred.length > 0)
    return {
      ...fit,
      values: fit.values.filter((found) => found.value.kind !== 'moment' || preferred.some((one) => one === found)),
    }
  // "Can't make KT-2 on Friday": that is when it is now, and nothing is proposed.
  const cannot = cues.find(({ means, locale }) => means === 'cannot' && locale === 'en')
  const clause = clauses.find(({ start, end }) => cannot !== undefined && cannot.start >= start && cannot.start < end)
  const now =
    clause === undefined
      ? undefined
      : (moments.find(({ start }) => start > (cannot?.start ?? 0) && start < clause.end) ??
        (moments.length === 1 ? moments.find(({ start }) => start >= clause.start && start < clause.end) : undefined))
  if (english && from === undefined && now !== undefined)
    return {
      ...fit,
      values: fit.values.filter((found) => found !== now),
    }
  if (from === undefined || moments.length < 2) return fit
  const behind = moments.filter(
    ({ start, end }) => end > from.end && !['than', 'of'].includes(text[start - 1]?.folded ?? ''),
  )
  const kept = behind.length > 0 ? behind : moments.filter(({ end }) => end <= from.end).slice(-1)
  return {
    ...fit,
    values: fit.values.filter((found) => found.value.kind !== 'moment' || kept.some((one) => one === found)),
  }
}

/** "đoàn 9 đi thay đoàn 6": the team that is replaced is not meant. */
function withoutReplaced(asked: Asked, fit: Fit, { text }: Reading): Asked {
  const said = valuesUsed(fit, 'team')
  if (said.length < 2) return asked
  const kept = said.filter(({ start }) => !['thay', 'of', 'from', 'tu'].includes(text[start - 1]?.folded ?? ''))
  return kept.length === 0 ? asked : { ...asked, teams: [...new Set(kept.flatMap(({ value }) => value.teams))] }
}

/** Words that nothing accounts for may be a unit's name with a slip in it, or its beginning. */
function unitLeft(fit: Fit, { text, vocabulary }: Reading): readonly VocabularyUnit[] | undefined {
  const [stretch, ...others] = fit.left
  if (stretch === undefined || others.length > 0 || stretch.end - stretch.start > 6) return undefined
  // "am" joins in English, and is a slip in "Bộ Công am".
  const before =
    stretch.start > 0 && phraseAt(KINDS, text, stretch.start - 1)?.end === stretch.start ? [stretch.start - 1] : []
  for (const [start, end] of [...before, stretch.start].flatMap((from) => [
    [from, stretch.end + 1] as const,
    [from, stretch.end] as const,
  ])) {
    const words = text.slice(start, end).map(({ folded }) => folded)
    const units = unitsNear(vocabulary.units, words, end === stretch.end)
    if (units.length > 0) return units
  }
  return undefined
}

const TRIPS = new Set(['chuyen', 'buoi', 'kiem', 'visit', 'trip', 'inspection'])

/** "báo cáo Phú Thọ" is a leader's report; of others only what says that it is over: "xong buổi Phú Thọ". */
function isReported(fit: Fit, { text, vocabulary }: Reading): boolean {
  const place = valuesUsed(fit, 'unit')[0]
  if (place !== undefined && ['cua', 'from', 'of'].includes(text[place.start - 1]?.folded ?? '')) return false
  return (
    vocabulary.roles?.has('team') === true ||
    says(fit, 'trip', 'inspect') ||
    text.some(({ folded }, at) => fit.used.has(at) && TRIPS.has(folded)) ||
    fit.verbs.some((at) => !['bao', 'report', 'reports'].includes(text[at]?.folded ?? ''))
  )
}

type Terms = {
  readonly day?: string
  readonly time?: string
  readonly endDay?: string
  readonly endTime?: string
  readonly shiftDays?: number
}

/**
 * The days and hours that a change of a visit names: in "sang 15/06 8h" that day, in "ngày 15/6 đến 17/6" with its last,
 * in "từ 08/06 sang 15/06" the one it is moved to. A week or a month is no day. `rest`: what is none of it.
 */
export function termsOf(
  fit: Fit,
  reading: Reading,
  moves: boolean,
): { readonly terms: Terms; readonly rest: readonly Found[] } {
  const rest: Found[] = []
  let terms: Terms = {}
  let week: { readonly from: string; readonly to: string } | undefined
  let weekdays = false
  let until: { readonly found: Found; readonly day: string } | undefined
  for (const found of valuesUsed(fit, 'moment')) {
    const { value, mark } = found.value.moment
    const days = daysOf(found)
    const hours = {
      ...(days?.time === undefined ? {} : { time: days.time }),
      ...(days?.endTime === undefined ? {} : { endTime: days.endTime }),
    }
    if (value.kind === 'time') {
      if (terms.time !== undefined) rest.push(found)
      else terms = { ...terms, time: value.time, ...(value.endTime === undefined ? {} : { endTime: value.endTime }) }
    } else if (value.kind === 'duration' && /^another\b/i.test(typed(reading, found.start, found.end))) {
      // "Find another day": which, is not said.
      rest.push(found)
    } else if (value.kind === 'duration') {
      const count = value.unit === 'week' ? (value.count ?? 0) * 7 : value.unit === 'day' ? (value.count ?? 0) : 0
      // "A week earlier" counts down by itself.
      if (Number.isSafeInteger(count) && count !== 0 && moves)
        terms = { ...terms, shiftDays: count > 0 && isEarlier(reading, found) ? -count : count }
      else rest.push(found)
    } else if (days === undefined || (value.kind === 'period' && value.from !== value.to)) {
      if (value.kind === 'period' && value.of === 'week') week = value
      rest.push(found)
    } else if (
      days.said === 'between' &&
      moves &&
      reading.english &&
      /^from\b/i.test(typed(reading, found.start, found.end)) &&
      days.to !== undefined
    ) {
      // "Move KT-5 from 24 June to 26 June": to the last.
      if (terms.day !== undefined) rest.push(found)
      else terms = { ...terms, ...hours, day: days.to }
    } else if (days.said === 'between') {
      if (terms.day !== undefined) rest.push(found)
      else
        terms = {
          ...terms,
          ...hours,
          ...(days.from === undefined ? {} : { day: days.from }),
          ...(days.to === undefined ? {} : { endDay: days.to }),
        }
    } else if (days.said === 'until' && days.to !== undefined) {
      // "Sang 9/7, lãnh đạo tỉnh đi công tác đến 8/7": what is said in another clause is none of it.
      // "Lào Cai to Friday and Hà Giang to Monday": so is what stands behind something else that was said.
      if (
        until !== undefined &&
        ((mark === 'until' && !isBesideIn(reading, until.found, found)) || isApart(fit, until.found, found))
      )
        rest.push(found)
      else if (until !== undefined && days.to > until.day) terms = { ...terms, day: until.day, endDay: days.to }
      else {
        // Of "từ 8/6 sang 15/6" the last is meant.
        terms = { ...terms, ...hours, day: days.to }
        until = { found, day: days.to }
      }
    } else if (terms.day !== undefined && value.kind === 'day' && isReturn(reading, found) && value.day >= terms.day)
      // "đi 2/7, về chiều 3/7".
      terms = { ...terms, endDay: value.day, ...(value.time === undefined ? {} : { endTime: value.time }) }
    else if (days.said === 'vague') rest.push(found)
    else if (terms.day === undefined && days.from !== undefined) {
      weekdays = /^(?:(?:sang|vào|qua|lúc|chiều|sáng|trưa)\s+)*(?:thứ|chủ nhật)/iu.test(
        typed(reading, found.start, found.end),
      )
      terms = { ...terms, ...hours, day: days.from }
    } else if (mark !== 'from') rest.push(found)
  }
  // "sang tuần sau, sáng thứ 4": that week's.
  if (week !== undefined && weekdays && terms.day !== undefined && terms.endDay === undefined) {
    const shift = weekday(terms.day) - 1
    terms = { ...terms, day: addDays(week.from, shift) }
    rest.splice(0, rest.length, ...rest.filter(({ value }) => value.kind !== 'moment' || value.moment.value !== week))
  }
  const { day, time, endDay, endTime, shiftDays } = terms
  return {
    terms: {
      ...(day === undefined ? {} : { day }),
      ...(time === undefined ? {} : { time }),
      ...(endDay === undefined ? {} : { endDay }),
      ...(endTime === undefined ? {} : { endTime }),
      ...(shiftDays === undefined || day !== undefined ? {} : { shiftDays }),
    },
    rest,
  }
}

const NONE = { number: undefined, team: undefined, unit: undefined } as const

const isBesideIn = ({ clauses }: Reading, one: Found, other: Found): boolean =>
  clauses.some(({ start, end }) => [one, other].every((found) => found.start >= start && found.end <= end))

/** Whether words stand between them that nothing accounts for. */
const isApart = ({ left }: Fit, one: Found, other: Found): boolean =>
  left.some(({ start, end }) => start >= one.end && end <= other.start)

/** "sớm hơn 1 ngày", "lên trước 2 hôm", "a day earlier". */
const EARLIER = new Set(['som', 'truoc', 'earlier', 'sooner', 'forward', 'hon', 'len'])
const isEarlier = ({ text }: Reading, { start, end }: Found): boolean =>
  text
    .slice(Math.max(0, start - 3), end + 2)
    .some(({ folded }) => EARLIER.has(folded) && folded !== 'hon' && folded !== 'len')

const isReturn = ({ text }: Reading, { start, value }: FoundOf<'moment'>): boolean =>
  value.moment.mark === 'back' || [text[start]?.folded, text[start - 1]?.folded].includes('ve')

type About = {
  readonly number: number | undefined
  readonly team: string | undefined
  readonly unit: string | undefined
  readonly terms: Terms
  readonly reason?: string
}

/** What a change of one visit leads to: a form, filled in with what was said. */
export function intentOf(means: Exclude<Change, 'duty'>, { number, team, unit, terms, reason }: About): Intent {
  const which = {
    ...(number === undefined ? {} : { number }),
    ...(number !== undefined || unit === undefined ? {} : { unit }),
  }
  const why = reason === undefined ? {} : { reason }
  switch (means) {
    case 'move':
    case 'assign':
    case 'add':
      return {
        kind: 'visit.check.form',
        ...which,
        ...(team === undefined ? {} : { team }),
        ...terms,
        ...why,
        ...(means === 'add' ? { another: true as const } : {}),
      }
    case 'cancel':
      return { kind: 'visit.cancel.form', ...which, ...why }
    case 'report':
      return { kind: 'visit.report.form', ...which }
    case 'confirm':
      // A press confirms, on what stands then.
      return { kind: 'visit.show', ...which }
    case 'ask':
      return { kind: 'move.ask.form', ...which, ...terms, ...why }
    default:
      return means satisfies never
  }
}

/** "dời KT-12 chưa?" asks for it. */
function shown(fit: Fit, reading: Reading): Understanding | undefined {
  const [visit] = valuesUsed(fit, 'visit')
  if (visit !== undefined) return intent({ kind: 'visit.show', number: visit.value.number })
  const asked = askedIn(fit, reading)
  if (asked.units.length === 0) return undefined
  return eachTeam(asked, (team, unit) => ({
    kind: 'schedule.show',
    ...(team === undefined ? {} : { team }),
    ...(unit === undefined ? {} : { unit }),
  }))
}

const asUnderstanding = (built: Built): Understanding | undefined =>
  built === undefined ? undefined : 'meant' in built ? built.meant : built
