import type { Intent, IntentOf } from '../../contract/intent.ts'
import { valuesUsed } from '../engine/fit.ts'
import type { Reading } from '../engine/reading.ts'
import type { Fit, Sense } from '../engine/sense.ts'
import { typed } from '../engine/sentence.ts'
import { REMINDER_VERBS } from '../words/reminders.ts'
import { each, intent, leaving, missing, namesIn, withNames } from './build.ts'
import { askWhose, namesBegun } from './names-begun.ts'
import { quarterOf } from './plan.ts'

/** What a summary is wanted for. */
const OCCASIONS = new Set(['meeting', 'briefing', 'mtg'])
const EXCEPT = new Set(['except', 'excepting', 'excluding', 'apart', 'bar', 'minus'])
/** What an intent holds: names, characters in each, and in all of them, since a button may have to carry them. */
const most = { names: 50, each: 200, together: 1000 } as const

/** Reminding by hand, what was sent, and what will be. */
export const REMINDERS: readonly Sense[] = [
  {
    id: 'remind',
    does: 'forms',
    own: REMINDER_VERBS.remind,
    patterns: [['own'], ['remind', '#item'], ['remind', '#body'], ['remind', 'toAll'], ['remind', 'who']],
    helps: ['remind', 'toAll', 'who', 'notYet', 'answer', 'deadline', 'round', 'draft', 'items', 'what', 'me'],
    takes: ['item', 'moment', 'body', 'person'],
    names: true,
    build: (fit, reading) => {
      const names = namesIn(fit, reading)
      if (!isPossible(names) || isForOneself(reading)) return undefined
      // "Nhắc hết trừ Bộ Tài chính", "remind all except MoF": who is left out is not reminded.
      if (
        (names.length > 0 &&
          reading.cues.some(({ means, start }) => means === 'elsewhere' && isExcept(reading, start))) ||
        reading.text.some(
          ({ folded }, at) => EXCEPT.has(folded) && !fit.values.some(({ start, end }) => start <= at && at < end),
        )
      )
        return undefined
      const people: Pick<IntentOf<'reminder.preview'>, 'people'> = names.length === 0 ? {} : { people: [...names] }
      const quarter = quarterOf(fit)
      const rest = valuesUsed(fit, 'moment').filter(
        ({ value: { moment } }) => moment.value.kind !== 'period' || moment.value.quarter === undefined,
      )
      const of = (item: string): Intent => ({ kind: 'reminder.preview', item, ...people })
      // "Nhắc ND-DLCN bộ tài": without the name that was begun it would go to everybody.
      const begun = namesBegun(fit, reading).filter(
        ({ start, end }) => !names.includes(typed(reading, start, end)) && fit.items.items.length < 2,
      )
      if (begun.length > 0 && (fit.items.items.length > 0 || quarter !== undefined || saysEverybody(fit, reading))) {
        const [item] = fit.items.items
        const meant = askWhose(reading, begun, (more) => ({
          kind: 'reminder.preview',
          ...(item === undefined ? (quarter === undefined ? {} : { quarter }) : { item: item.key }),
          people: [...names, ...more],
        }))
        const other = (one: Fit['left'][number]) => !begun.some(({ start, end }) => start < one.end && one.start < end)
        return { meant: leaving(meant, reading, rest), left: fit.left.filter(other), aside: fit.aside.filter(other) }
      }
      if (fit.items.items.length > 0) return withNames(leaving(each(fit, reading, of), reading, rest), fit, reading)
      if (quarter !== undefined)
        return withNames(leaving(intent({ kind: 'reminder.preview', quarter, ...people }), reading, rest), fit, reading)
      const everybody = names.length === 0 && saysEverybody(fit, reading)
      return withNames(
        leaving(everybody ? intent({ kind: 'reminder.preview' }) : missing(fit, reading, of), reading, rest),
        fit,
        reading,
      )
    },
    asked: (fit, reading) =>
      fit.items.items.length === 0 && valuesUsed(fit, 'body').length === 0
        ? undefined
        : each(fit, reading, (item) => ({ kind: 'nudge.list', item })),
  },
  {
    id: 'reminders',
    does: 'shows',
    own: REMINDER_VERBS.reminders,
    patterns: [
      ['own'],
      ['reminded', '#item'],
      ['reminded', 'who'],
      ['reminded', 'remind'],
      ['reminded', '#body'],
      ['reminded', 'mine'],
      ['reminded', 'me'],
      ['reminded', 'why'],
      ['reminded', 'sao'],
    ],
    helps: [
      'reminded',
      'remind',
      'show',
      'who',
      'done',
      'round',
      'when',
      'howMany',
      'notYet',
      'before',
      'me',
      'toAll',
      'what',
      'mine',
      'why',
      'sao',
      'sent',
      'sendTo',
      'draft',
    ],
    takes: ['item', 'body', 'person', 'moment'],
    build: (fit, reading) =>
      leaving(
        // "Did the reminder go out to MOHA?": of which round, is not said.
        fit.items.items.length === 0 && fit.locale === 'en' && fit.left.length === 0 && reading.question.begins
          ? intent({ kind: 'nudge.list' })
          : each(fit, reading, (item) => ({ kind: 'nudge.list', item })),
        reading,
        valuesUsed(fit, 'moment'),
      ),
  },
  {
    id: 'digest',
    does: 'shows',
    own: REMINDER_VERBS.digest,
    patterns: [
      ['own'],
      ['digest'],
      ['summary', 'state', '!counts', '!#item'],
      ['summary', '#moment', '!#item'],
      ['summary', 'round', '!#item', '!#body'],
      ['summary', 'v.teams', '!#item'],
      ['summary', 'toAll', 'round', '!#item'],
      ['notable', '#moment', '!#item', '!#unit', '!#team'],
    ],
    helps: [
      'toAll',
      'v.teams',
      'digest',
      'summary',
      'notable',
      'show',
      'me',
      'state',
      'answer',
      'round',
      'what',
      'export',
      'sent',
    ],
    takes: ['moment'],
    build: (fit, reading) =>
      fit.left.every(({ start, end }) => reading.text.slice(start, end).every(({ folded }) => OCCASIONS.has(folded))) &&
      valuesUsed(fit, 'moment').every(
        ({ value: { moment } }) =>
          // "… before the 10am meeting": when it is wanted.
          moment.value.kind === 'time' || (moment.value.kind === 'period' && moment.value.quarter === undefined),
      )
        ? intent({ kind: 'digest.show' })
        : undefined,
  },
  {
    id: 'rehearse',
    does: 'shows',
    own: REMINDER_VERBS.rehearse,
    patterns: [['own']],
    helps: [
      'letters',
      'show',
      'round',
      'toAll',
      'who',
      'what',
      'remind',
      'export',
      'start',
      'plan',
      'deadline',
      'when',
      'state',
      'v.schedule',
      'v.coming',
      'askOpinions',
      'answer',
      'reminded',
      'sent',
      'notYet',
      'done',
      'mine',
    ],
    takes: ['moment', 'item'],
    build: (fit) =>
      fit.left.reduce((sum, { start, end }) => sum + end - start, 0) > (fit.locale === 'en' ? 3 : 0)
        ? undefined
        : { meant: intent({ kind: 'rehearsal.show.form' }), left: fit.left, sure: true },
  },
]

const EXCEPTING = new Set(['tru', 'ngoai', 'chua', 'khong'])
const isExcept = ({ text }: Reading, at: number): boolean => EXCEPTING.has(text[at]?.folded ?? '')

export const isPossible = (names: readonly string[]): boolean =>
  names.length <= most.names &&
  names.every((name) => name.length <= most.each) &&
  names.reduce((sum, name) => sum + name.length, 0) <= most.together

/**
 * "Remind me to call the ministry": nobody else is reminded; "nhắc em Bộ Tài chính với" is said of a ministry. "Mai nhắc lại", said by who
 * reminds nobody, is about their own.
 */
const isForOneself = ({ text, cues, values, english, vocabulary }: Reading): boolean => {
  const others =
    cues.some(({ means, inner }) => !inner && (means === 'toAll' || means === 'who')) ||
    values.some(({ value }) => value.kind === 'body' || value.kind === 'person')
  const me = english ? ME_ENGLISH : ME
  const verbs = cues.filter(({ means }) => means === 'remind')
  // "Nhắc giúp em" asks a favour.
  const own = verbs.some(({ end }) => me.has(text[end]?.folded ?? '') && text[end - 1]?.folded !== 'giup')
  if (own && (english || !others)) return true
  return (
    vocabulary.roles?.has('coordinator') === false &&
    !others &&
    (cues.some(({ means }) => means === 'afterwards') || values.some(({ value }) => value.kind === 'moment'))
  )
}
const ME = new Set(['toi', 'em', 'minh', 'tui'])
const ME_ENGLISH = new Set(['me', 'us', 'myself'])

const saysEverybody = ({ at, end }: Fit, { cues }: Reading): boolean =>
  cues.some(({ means, start }) => (means === 'toAll' || means === 'who') && start >= at && start <= end)
