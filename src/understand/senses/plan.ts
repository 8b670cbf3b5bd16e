import { valuesUsed } from '../engine/fit.ts'
import type { Reading } from '../engine/reading.ts'
import type { Fit, Sense } from '../engine/sense.ts'
import { momentsIn } from '../moments/moments.ts'
import { DAY_VERBS, WORKING_DAY_PHRASES } from '../words/days.ts'
import { PLAN_VERBS } from '../words/plan.ts'
import { each, intent, missing } from './build.ts'

/** The quarter that a moment of the sentence is. */
export const quarterOf = (fit: Fit): string | undefined =>
  valuesUsed(fit, 'moment').flatMap(({ value: { moment } }) =>
    moment.value.kind === 'period' && moment.value.quarter !== undefined ? [moment.value.quarter] : [],
  )[0]

const isQuarterOrYear = (fit: Fit): boolean =>
  valuesUsed(fit, 'moment').every(
    ({ value: { moment } }) =>
      moment.value.kind === 'period' && (moment.value.quarter !== undefined || moment.value.of === 'year'),
  )

/** The year's plan, what stands in it, and why a day is what it is. */
export const PLAN: readonly Sense[] = [
  {
    id: 'plan',
    does: 'shows',
    own: PLAN_VERBS.plan,
    patterns: [
      ['own'],
      ['plan', '#moment'],
      ['items', '#moment'],
      ['#moment', 'what'],
      ['#moment', 'draft'],
      ['answer', '#moment', 'what'],
      ['plan', 'what'],
      ['items', '#moment', 'finish'],
      ['finish', '#moment', 'what'],
    ],
    helps: [
      'finish',
      'notYet',
      'show',
      'plan',
      'items',
      'quarter',
      'answer',
      'waits',
      'draft',
      'howMany',
      'state',
      'mine',
      'me',
      'what',
      'drafter',
      'arranged',
      'deadline',
    ],
    takes: ['moment'],
    build: (fit, reading) => {
      const { vocabulary } = reading
      if (!isQuarterOrYear(fit)) return undefined
      const quarter = quarterOf(fit) ?? (isWithoutQuarter(reading) ? 'none' : undefined)
      const other = valuesUsed(fit, 'moment').some(
        ({ value: { moment } }) =>
          moment.value.kind === 'period' &&
          moment.value.of === 'year' &&
          !moment.value.from.startsWith(String(vocabulary.year)),
      )
      return other ? undefined : intent({ kind: 'plan.show', ...(quarter === undefined ? {} : { quarter }) })
    },
  },
  {
    id: 'plan.quarter',
    does: 'shows',
    patterns: [['#moment']],
    takes: ['moment'],
    helps: ['state', 'show', 'plan', 'items', 'what'],
    build: (fit) => {
      const quarter = quarterOf(fit)
      return quarter === undefined || fit.values.length > 1 ? undefined : intent({ kind: 'plan.show', quarter })
    },
  },
  {
    id: 'plan.none',
    does: 'shows',
    own: PLAN_VERBS['plan.none'],
    patterns: [['own'], ['none', 'drafter', '!#item'], ['none', 'quarter']],
    helps: ['finish', 'items', 'plan', 'show', 'notYet', 'what'],
    build: () => intent({ kind: 'plan.show', quarter: 'none' }),
  },
  {
    id: 'item',
    does: 'shows',
    own: PLAN_VERBS.item,
    patterns: [['own'], ['#item', '!answer', '!drafter'], ['drafter', '#item'], ['deadline', '#item', '!when']],
    helps: ['finish', 'show', 'who', 'drafter', 'what', 'plan', 'draft', 'when', 'deadline', 'me', 'items', 'details'],
    takes: ['item'],
    prior: -0.2,
    build: (fit, reading) => {
      if (fit.items.items.length === 0 && fit.left.length > 0 && reading.text.length > fit.end + 3) return undefined
      return each(fit, reading, (item) => ({ kind: 'item.show', item }))
    },
  },
  {
    id: 'drafter.items',
    does: 'shows',
    patterns: [
      ['drafter', '#body', 'what'],
      ['drafter', '#body', 'items'],
      ['drafter', '#unit', 'what'],
    ],
    helps: ['items', 'plan', 'show', 'what'],
    takes: ['body'],
    build: () => intent({ kind: 'plan.show' }),
  },
  {
    id: 'explain',
    does: 'shows',
    own: DAY_VERBS.explain,
    patterns: [
      ['own', '#item'],
      ['own', '#moment'],
      ['own', 'deadline'],
      ['own', '!who'],
    ],
    helps: ['deadline', 'why', 'sao', 'reminded', 'when', 'falls'],
    takes: ['moment', 'item'],
    build: (fit, reading) => {
      const day = dayIn(fit, reading)
      if (fit.left.length > 0 && day === undefined) return undefined
      const of = (item: string) => ({ kind: 'date.explain', ...(day === undefined ? {} : { day }), item }) as const
      if (fit.items.items.length > 0) return each(fit, reading, of)
      return day === undefined ? missing(fit, reading, of) : intent({ kind: 'date.explain', day })
    },
  },
  {
    id: 'explain.working',
    does: 'shows',
    own: WORKING_DAY_PHRASES,
    patterns: [['own', '#moment']],
    takes: ['moment'],
    build: (fit, reading) => {
      const day = dayIn(fit, reading)
      return day === undefined || fit.left.length > 0 ? undefined : intent({ kind: 'date.explain', day })
    },
  },
]

/** Whether items are asked for that stand in no quarter: "chưa được xếp vào quý nào", "without a quarter". */
export const isWithoutQuarter = ({ present, text, question }: Reading): boolean =>
  (present.has('quarter') || text.some(({ folded }) => folded === 'quy' || folded === 'quarter')) &&
  (present.has('none') || present.has('notYet') || question.negations.size > 0)

/** The one day that is asked about. */
function dayIn(fit: Fit, { raw, text, vocabulary: { today } }: Reading): string | undefined {
  const said = valuesUsed(fit, 'moment')
  // Of a day that is asked about, last year's may be the nearest.
  const days = momentsIn(raw, text, { today, meant: 'either' }).flatMap(({ value, start }) =>
    value.kind === 'day' && said.some((found) => found.start === start) ? [value.day] : [],
  )
  // "sao lại 30/6 mà không phải thứ 6": the first is asked about.
  return days[0]
}
