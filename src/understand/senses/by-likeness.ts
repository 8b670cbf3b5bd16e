import type { Intent, RecordWhat, RoundChange } from '../../contract/intent.ts'
import { valuesUsed } from '../engine/fit.ts'
import { type Reading, valuesOf } from '../engine/reading.ts'
import type { Built, Fit, Sense } from '../engine/sense.ts'
import { typed } from '../engine/sentence.ts'
import { accountOf } from '../opinions/account.ts'
import { LONGEST_WORDS, wordsOf } from '../opinions/words-of.ts'
import type { Understanding } from '../result.ts'
import type { Concept } from '../words/concepts.ts'
import {
  deadlineIn,
  each,
  intent,
  isStoodInFor,
  leaving,
  missing,
  namesIn,
  quoted,
  reasonOf,
  stretchIn,
} from './build.ts'
import { endIn } from './later.ts'
import { isWithoutQuarter, quarterOf } from './plan.ts'
import { isPossible } from './reminders.ts'
import { type Asked, askedIn, eachTeam, monthOf } from './schedules.ts'
import { intentOf, termsOf } from './visits.ts'

type Kind = Intent['kind']

/**
 * What a sentence leads to when likeness alone says what it wants: no phrase and no pattern is needed, everything that was
 * said of it is filled in. By kind; none of these is looked for in a sentence by the words in it.
 */
export const BY_LIKENESS: ReadonlyMap<string, Sense> = new Map(
  [
    plain('help.show'),
    plain('home.show'),
    plain('access.make.form'),
    plain('rehearsal.show.form'),
    plain('digest.show'),
    plain('leave.list'),
    plain('delegation.list'),
    plain('calendar.list'),
    like('language.set', 'shows', [], (_, reading) => {
      const english = said(reading, 'english')
      return english === said(reading, 'vietnamese')
        ? undefined
        : intent({ kind: 'language.set', locale: english ? 'en' : 'vi' })
    }),
    like('plan.show', 'shows', ['moment'], (fit, reading) => {
      const quarter = quarterOf(fit) ?? (isWithoutQuarter(reading) ? 'none' : undefined)
      return intent({ kind: 'plan.show', ...(quarter === undefined ? {} : { quarter }) })
    }),
    ofItem('item.show'),
    ofItem('status.show', { kind: 'status.show' }),
    ofItem('opinion.list', { kind: 'opinion.list' }),
    ofItem('remark.list', { kind: 'remark.list' }),
    ofItem('nudge.list', { kind: 'nudge.list' }),
    like('date.explain', 'shows', ['item', 'moment'], (fit, reading) => {
      const [day] = daysIn(fit)
      const of = (item: string): Intent => ({ kind: 'date.explain', item, ...(day === undefined ? {} : { day }) })
      if (fit.items.items.length > 0) return each(fit, reading, of)
      return day === undefined ? missing(fit, reading, of) : intent({ kind: 'date.explain', day })
    }),
    like('draft.find', 'shows', ['item', 'provision'], (fit, reading) => {
      const words = quoted(reading) ?? valuesUsed(fit, 'provision')[0]?.value.typed
      return each(fit, reading, (item) => ({ kind: 'draft.find', item, ...(words === undefined ? {} : { words }) }))
    }),
    like('record.export', 'shows', ['item', 'format'], (fit, reading) => {
      const [format] = valuesUsed(fit, 'format')
      const what = documentIn(reading)
      return each(fit, reading, (item) => ({
        kind: 'record.export',
        item,
        what,
        ...(format === undefined ? {} : { format: format.value.format }),
      }))
    }),
    like('opinion.type', 'forms', ['item', 'position'], (fit, reading) => {
      const found = opinionIn(reading)
      if (found === undefined || (found.account.who !== undefined && !isSelf(found.account.who, reading)))
        return undefined
      const { account, words } = found
      const meant = each({ ...fit, items: account.found }, reading, (item) => ({
        kind: 'opinion.type',
        item,
        ...words,
      }))
      return { meant, left: account.left }
    }),
    like('record.save.form', 'forms', ['item', 'position', 'body', 'person'], (fit, reading) => {
      const found = opinionIn(reading)
      const names = namesIn(fit, reading)
      const [name] = names
      // Of two bodies it is not said which one said what.
      if (found === undefined || name === undefined || names.length > 1) return undefined
      const { account, words } = found
      const meant = each({ ...fit, items: account.found }, reading, (item) => ({
        kind: 'record.save.form',
        item,
        named: name,
        ...words,
      }))
      return { meant, left: account.left }
    }),
    like('remark.group.form', 'forms', ['item'], (fit, reading) =>
      each(fit, reading, (item) => ({ kind: 'remark.group.form', item })),
    ),
    like('round.propose.form', 'forms', ['item', 'moment', 'version'], (fit, reading) => {
      const { day, time, rest, ...more } = deadlineIn(fit, reading)
      const workingDays = more.workingDays ?? more.plusWorkingDays
      const [version] = valuesUsed(fit, 'version')
      const terms = {
        ...(day === undefined ? {} : { day }),
        ...(time === undefined ? {} : { time }),
        ...(workingDays === undefined ? {} : { workingDays }),
        ...(version === undefined ? {} : { version: version.value.number }),
      }
      return leaving(
        fit.items.items.length === 0
          ? intent({ kind: 'round.propose.form', ...terms })
          : each(fit, reading, (item) => ({ kind: 'round.propose.form', item, ...terms })),
        reading,
        rest,
      )
    }),
    like('round.change.form', 'forms', ['item', 'moment', 'reason'], (fit, reading) => {
      const change = changeIn(fit, reading)
      if (change === undefined) return undefined
      const { day, time, plusDays, plusWorkingDays, workingDays, rest } = deadlineIn(fit, reading)
      const takes = change === 'extend' || change === 'reopen'
      const working = plusWorkingDays ?? workingDays
      const of = (item: string): Intent => ({
        kind: 'round.change.form',
        item,
        change,
        ...(takes && day !== undefined ? { day } : {}),
        ...(takes && time !== undefined ? { time } : {}),
        ...(takes && plusDays !== undefined && day === undefined ? { plusDays } : {}),
        ...(takes && working !== undefined && day === undefined ? { plusWorkingDays: working } : {}),
        ...reasonOf(fit),
      })
      return leaving(each(fit, reading, of), reading, takes ? rest : valuesUsed(fit, 'moment'))
    }),
    like('reminder.preview', 'forms', ['item', 'body', 'person', 'moment'], (fit, reading) => {
      const names = namesIn(fit, reading)
      // Names that nobody has are not left out to remind everybody.
      if (!isPossible(names) || fit.left.some(({ start, end }) => /\p{Lu}/u.test(typed(reading, start, end))))
        return undefined
      const people = names.length === 0 ? {} : { people: [...names] }
      const quarter = quarterOf(fit)
      const of = (item: string): Intent => ({ kind: 'reminder.preview', item, ...people })
      if (fit.items.items.length === 0 && quarter !== undefined)
        return intent({ kind: 'reminder.preview', quarter, ...people })
      return each(fit, reading, of)
    }),
    named('leave.save.form', 'leave.save.form', ['person', 'moment']),
    named('delegation.save.form', 'delegation.save.form', ['item', 'person', 'body', 'moment']),
    like('duty.save.form', 'forms', ['team', 'person', 'body'], (fit, reading) => {
      const [name] = namesIn(fit, reading)
      return eachTeam(askedIn(fit, reading), (team) => ({
        kind: 'duty.save.form',
        ...(team === undefined ? {} : { team }),
        ...(name === undefined ? {} : { named: name }),
      }))
    }),
    like('nudge.snooze.form', 'forms', ['item', 'moment'], (fit, reading) => {
      const { end, told } = endIn(fit, reading)
      const of = (item?: string) =>
        ({ kind: 'nudge.snooze.form', ...(item === undefined ? {} : { item }), ...end }) as const
      return {
        meant: fit.items.items.length === 0 ? intent(of()) : each(fit, reading, of),
        left: [...fit.left, ...told],
      }
    }),
    like('team.show', 'shows', ['team'], (fit, reading) =>
      eachTeam(askedIn(fit, reading), (team) => ({ kind: 'team.show', ...(team === undefined ? {} : { team }) })),
    ),
    like('overview.show', 'shows', ['moment'], (fit, reading) =>
      intent({ kind: 'overview.show', ...monthOf(askedIn(fit, reading)) }),
    ),
    schedules('schedule.show'),
    schedules('calendar.export'),
    visit('visit.show', 'shows', 'confirm'),
    visit('visit.check.form', 'forms', 'move'),
    visit('visit.cancel.form', 'ends', 'cancel'),
    visit('visit.report.form', 'forms', 'report'),
    visit('move.ask.form', 'forms', 'ask'),
  ].map((sense) => [sense.id, sense]),
)

const isSelf = (name: string, { vocabulary }: Reading): boolean => vocabulary.self?.includes(name) === true

function like(
  kind: Kind,
  does: Sense['does'],
  takes: Sense['takes'] & {},
  build: (fit: Fit, reading: Reading) => Built,
): Sense {
  return { id: kind, does, patterns: [], takes, build }
}

type Bare =
  | 'help.show'
  | 'home.show'
  | 'access.make.form'
  | 'rehearsal.show.form'
  | 'digest.show'
  | 'leave.list'
  | 'delegation.list'
  | 'calendar.list'
function plain(kind: Bare): Sense {
  return like(kind, 'shows', [], () => intent({ kind }))
}

type OfItem = 'item.show' | 'status.show' | 'opinion.list' | 'remark.list' | 'nudge.list'
/** `all`: what is meant where no item is named; without it the item is asked for. */
function ofItem(kind: OfItem, all?: Intent): Sense {
  return like(kind, 'shows', ['item'], (fit, reading) =>
    all !== undefined && fit.items.items.length === 0 ? intent(all) : each(fit, reading, (item) => ({ kind, item })),
  )
}

/** What is somebody's from one day to another. */
function named(kind: 'leave.save.form' | 'delegation.save.form', id: Kind, takes: Sense['takes'] & {}): Sense {
  return like(id, 'forms', takes, (fit, reading) => {
    const [name] = namesIn(fit, reading)
    if (kind === 'leave.save.form' && name !== undefined && isStoodInFor(reading)) return undefined
    const { from, to, rest } = stretchIn(fit)
    const terms = {
      ...(name === undefined ? {} : { named: name }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }
    const meant: Understanding =
      kind === 'leave.save.form' || fit.items.items.length === 0
        ? intent({ kind, ...terms })
        : each(fit, reading, (item) => ({ kind: 'delegation.save.form', item, ...terms }))
    return leaving(meant, reading, rest)
  })
}

function schedules(kind: 'schedule.show' | 'calendar.export'): Sense {
  return like(kind, 'shows', ['team', 'unit', 'person', 'moment'], (fit, reading) => {
    const [person] = valuesUsed(fit, 'person')
    const asked = askedIn(fit, reading)
    const { from, to } = asked.dates
    const mine = asked.teams.length === 0 && person === undefined && isOwn(asked, reading)
    return eachTeam(asked, (team, unit) => ({
      kind,
      ...(team === undefined ? {} : { team }),
      ...(unit === undefined ? {} : { unit }),
      ...(mine ? { mine: true as const } : {}),
      ...(person === undefined ? {} : { named: person.value.name }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }))
  })
}

const OWN: readonly Concept[] = ['mine', 'me', 'v.mine', 'v.myTeam']
/** Whether whoever types asks for what is theirs: "where am I being sent". */
const isOwn = ({ units, mine }: Asked, reading: Reading): boolean =>
  mine || (units.length === 0 && OWN.some((one) => said(reading, one)))

function visit(kind: Kind, does: Sense['does'], means: 'confirm' | 'move' | 'cancel' | 'report' | 'ask'): Sense {
  return like(kind, does, ['visit', 'unit', 'team', 'moment', 'reason'], (fit, reading) => {
    const numbers = new Set(valuesUsed(fit, 'visit').map(({ value }) => value.number))
    // Of two visits neither is meant alone.
    if (numbers.size > 1) return undefined
    const asked = askedIn(fit, reading)
    const { terms, rest } = termsOf(fit, reading, means === 'move' || means === 'ask')
    const meant = eachTeam(asked, (team, unit) =>
      intentOf(means, { number: [...numbers][0], team, unit, terms, ...reasonOf(fit) }),
    )
    return leaving(meant, reading, rest)
  })
}

const said = ({ present }: Reading, concept: Concept): boolean => present.has(concept)

/** The days that were said, the first of a stretch, in order. */
const daysIn = (fit: Fit): readonly string[] =>
  valuesUsed(fit, 'moment').flatMap(
    ({
      value: {
        moment: { value },
      },
    }) =>
      value.kind === 'day'
        ? [value.day]
        : value.kind === 'period'
          ? [value.from]
          : value.kind === 'range'
            ? [value.from.day]
            : [],
  )

/** So many words, at most, may be left over of an opinion that sentences like it give: they are told. */
const MANY_LEFT = 8
/** The position that is taken with its words, by the same account as everywhere, and the words that it leaves. */
function opinionIn(reading: Reading) {
  const account = accountOf(reading, MANY_LEFT)
  if (account === undefined || account === 'refused' || (reading.question.marked && !account.asksToWrite))
    return undefined
  const said = wordsOf(reading, account.stance, { ...account, denied: account.stance.start })
  if (said?.position === undefined || (said.body?.length ?? 0) > LONGEST_WORDS) return undefined
  const { body, position } = said
  return { account, words: { position, ...(body === undefined ? {} : { body }) } }
}

const DOCUMENTS: readonly (readonly [Concept, RecordWhat])[] = [
  ['ballots', 'ballots'],
  ['dossier', 'dossier'],
  ['counts', 'results'],
]
/** The document that is named; the table, which holds most, where none is. */
const documentIn = (reading: Reading): RecordWhat =>
  DOCUMENTS.find(([concept]) => said(reading, concept))?.[1] ??
  (valuesOf(reading, 'format').some(({ value }) => value.format === 'zip') ? 'dossier' : 'table')

/** Whether a closing that is told of comes first, and a reopening in a clause of its own behind it. */
const isReopening = ({ cues, clauses }: Reading): boolean => {
  const at = (concept: Concept) =>
    cues.filter(({ means, inner }) => means === concept && !inner).map(({ start }) => start)
  const [again] = at('reopen')
  const closed = at('close')
  const clause = clauses.find(({ start, end }) => again !== undefined && start <= again && again < end)
  return clause !== undefined && closed.length > 0 && closed.every((one) => one < clause.start)
}

const CHANGES: readonly (readonly [Concept, RoundChange])[] = [
  ['extend', 'extend'],
  ['close', 'close'],
  ['reopen', 'reopen'],
  ['takeBack', 'withdraw'],
]
/** "Strategy goes to 10/7", "nghị định sang 10/7": to which day it goes. */
const ONWARD = new Set(['to', 'till', 'until', 'sang', 'den', 'toi'])
const isOnward = (fit: Fit, { text }: Reading): boolean =>
  valuesUsed(fit, 'moment').some(({ start }) =>
    [start - 1, start].some((at) => ONWARD.has(text[at]?.folded ?? '') && at > 0),
  )

/** Which of the four is meant: the one that is named alone, or more days, which only an extension has. */
function changeIn(fit: Fit, reading: Reading): RoundChange | undefined {
  const named = CHANGES.filter(([concept]) => said(reading, concept))
  if (named.length === 1) return named[0]?.[1]
  // "We shut it too soon. Reopen it": what was closed before is reopened.
  if (isReopening(reading)) return 'reopen'
  // "Strategy deadline to Thursday 2 July".
  const day = valuesUsed(fit, 'moment').some(({ value: { moment } }) => moment.value.kind === 'day')
  if (named.length === 0 && day && (said(reading, 'deadline') || isOnward(fit, reading))) return 'extend'
  const more = valuesUsed(fit, 'moment').some(
    ({ value: { moment } }) => moment.value.kind === 'duration' && moment.mark === 'more',
  )
  return named.length === 0 && (more || said(reading, 'more')) ? 'extend' : undefined
}
