import { valuesUsed } from '../engine/fit.ts'
import type { Reading } from '../engine/reading.ts'
import type { Fit, Sense } from '../engine/sense.ts'
import { GENERAL_VERBS } from '../words/general.ts'
import { intent } from './build.ts'

/** Help, the first page, the language. */
export const GENERAL: readonly Sense[] = [
  {
    id: 'help',
    does: 'shows',
    own: GENERAL_VERBS.help,
    weak: { vi: ['giúp', 'giúp với'], en: [] },
    patterns: [
      ['own'],
      ['weak', '!#item', '!#moment', '!#unit', '!#team'],
      ['how', 'answer'],
      ['how', 'delegate'],
      ['how', 'extend'],
      ['how', 'leave'],
      ['how', 'export'],
      ['where', 'answer', '!notYet'],
      ['how', 'myAnswer'],
      ['how', 'close'],
      ['how', 'reopen'],
      ['how', 'takeBack'],
      ['how', 'remind'],
      ['how', 'record'],
      ['how', 'remarks'],
      ['how', 'start', 'round'],
      ['how', 'v.trip'],
      ['how', 'v.members'],
      ['how', 'table'],
    ],
    helps: [
      'show',
      'me',
      'mine',
      'draft',
      'round',
      'what',
      'toAll',
      'instead',
      'v.schedule',
      'start',
      'agree',
      'more',
      'plan',
      'edit',
      'end',
      'stop',
      'find',
      'group',
      'v.file',
    ],
    prior: 0.2,
    takes: ['item'],
    // "lấy ý kiến giúp tôi với" asks for what it says.
    build: ({ signs }, { cues, english }) =>
      // "I made a mistake in my answer, how can I correct it": one's own answers lead there.
      !(english && cues.some(({ means }) => means === 'myAnswer') && cues.some(({ means }) => means === 'edit')) &&
      ([...signs].every((sign) => ['me', 'mine', 'show', 'v.go', 'v.mine'].includes(sign)) ||
        signs.has('how') ||
        signs.has('where') ||
        signs.has('what'))
        ? intent({ kind: 'help.show' })
        : undefined,
  },
  {
    id: 'home',
    does: 'shows',
    own: GENERAL_VERBS.home,
    patterns: [
      ['own'],
      ['waits', 'mine'],
      ['waits', 'me'],
      ['waits', 'what'],
      ['waits', 'items'],
      ['waits'],
      ['notable', '!#moment', '!#item', '!#unit', '!#team'],
      ['notYet', 'answer', 'items', 'what'],
    ],
    helps: ['show', 'mine', 'items', 'draft', 'notYet', 'round', 'me', 'what', 'waits', 'answer', 'notable', 'who'],
    takes: ['moment'],
    // A quarter or a year is the plan's.
    build: (fit, reading) =>
      fit.left.length === 0 &&
      !reading.values.some(({ value }) => value.kind === 'visit') &&
      valuesUsed(fit, 'moment').every(
        ({ value: { moment } }) =>
          moment.value.kind !== 'period' || (moment.value.quarter === undefined && moment.value.of !== 'year'),
      )
        ? intent({ kind: 'home.show' })
        : undefined,
  },
  {
    id: 'language.vi',
    does: 'shows',
    own: GENERAL_VERBS['language.vi'],
    patterns: [['own'], ['vietnamese', 'language']],
    helps: ['language', 'show', 'me'],
    build: (fit, reading) =>
      isAlmostAll(fit) || isWhole(fit, reading)
        ? { meant: intent({ kind: 'language.set', locale: 'vi' }), left: [], sure: true }
        : undefined,
  },
  {
    id: 'language.en',
    does: 'shows',
    own: GENERAL_VERBS['language.en'],
    patterns: [['own'], ['english', 'language']],
    helps: ['language', 'show', 'me'],
    build: (fit, reading) =>
      isAlmostAll(fit) || isWhole(fit, reading)
        ? { meant: intent({ kind: 'language.set', locale: 'en' }), left: [], sure: true }
        : undefined,
  },
  {
    id: 'access',
    does: 'forms',
    patterns: [['access']],
    helps: ['how', 'access', 'me', 'show', 'export', 'linkTrouble', 'closed', 'deadline', 'done', 'edit', 'start'],
    takes: ['person', 'body'],
    asked: () => intent({ kind: 'access.make.form' }),
    build: (fit) => ({
      meant: intent({ kind: 'access.make.form' }),
      left: fit.left,
      ...(isAlmostAll(fit) || fit.end - fit.at > 1 ? { sure: true as const } : {}),
    }),
  },
]

/** "Switch to English please, có khách đang xem": a clause says it, and others why. */
const isWhole = ({ left, at, end }: Fit, { clauses }: Reading): boolean => {
  const clause = clauses.find((one) => at >= one.start && at < one.end)
  return (
    clause !== undefined && end - at >= 3 && left.every((one) => one.start >= clause.end || one.end <= clause.start)
  )
}

/** All but a word or two: "… for our partner". */
const isAlmostAll = ({ left, signs }: Fit): boolean => {
  const lost = left.reduce((sum, { start, end }) => sum + end - start, 0)
  return lost === 0 || (lost <= 2 && signs.size > 1)
}
