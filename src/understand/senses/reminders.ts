import type { Intent, IntentOf } from '../../contract/intent.ts'
import { valuesUsed } from '../engine/fit.ts'
import type { Reading } from '../engine/reading.ts'
import type { Fit, Sense } from '../engine/sense.ts'
import { REMINDER_VERBS } from '../words/reminders.ts'
import { each, intent, leaving, missing, namesIn, withNames } from './build.ts'
import { quarterOf } from './plan.ts'

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
      if (!isPossible(names)) return undefined
      const people: Pick<IntentOf<'reminder.preview'>, 'people'> = names.length === 0 ? {} : { people: [...names] }
      const quarter = quarterOf(fit)
      const rest = valuesUsed(fit, 'moment').filter(
        ({ value: { moment } }) => moment.value.kind !== 'period' || moment.value.quarter === undefined,
      )
      const of = (item: string): Intent => ({ kind: 'reminder.preview', item, ...people })
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
    patterns: [['own'], ['reminded', '#item'], ['reminded', 'who'], ['reminded', 'remind'], ['reminded', '#body']],
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
    ],
    takes: ['item', 'body', 'person', 'moment'],
    build: (fit, reading) =>
      leaving(
        each(fit, reading, (item) => ({ kind: 'nudge.list', item })),
        reading,
        valuesUsed(fit, 'moment'),
      ),
  },
  {
    // Said, but done by a button of the nudge alone: it must not be taken for a reminder to others.
    id: 'later',
    does: 'shows',
    own: REMINDER_VERBS.later,
    patterns: [['own'], ['remind', 'me', '!#body', '!toAll']],
    helps: ['remind', 'me', 'afterwards'],
    takes: ['item', 'moment'],
    build: (fit) => ({
      kind: 'unknown',
      nearest: fit.items.items.slice(0, 3).map((item) => ({ kind: 'status.show', item: item.key })),
    }),
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
      ['notable', '#moment', '!#item', '!#unit', '!#team'],
    ],
    helps: ['digest', 'summary', 'notable', 'show', 'me', 'state', 'answer', 'round', 'what', 'export', 'sent'],
    takes: ['moment'],
    build: (fit) =>
      fit.left.length === 0 &&
      valuesUsed(fit, 'moment').every(
        ({ value: { moment } }) => moment.value.kind === 'period' && moment.value.quarter === undefined,
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

const isPossible = (names: readonly string[]): boolean =>
  names.length <= most.names &&
  names.every((name) => name.length <= most.each) &&
  names.reduce((sum, name) => sum + name.length, 0) <= most.together

const saysEverybody = ({ at, end }: Fit, { cues }: Reading): boolean =>
  cues.some(({ means, start }) => (means === 'toAll' || means === 'who') && start >= at && start <= end)
