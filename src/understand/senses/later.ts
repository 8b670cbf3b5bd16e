import { addDays } from '../../calendar/zoned.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { words } from '../../texts/fold.ts'
import { range } from '../engine/places.ts'
import { type Reading, valuesOf } from '../engine/reading.ts'
import type { Fit, Sense } from '../engine/sense.ts'
import { typed } from '../engine/sentence.ts'
import type { FoundOf } from '../engine/span.ts'
import { momentsIn } from '../moments/moments.ts'
import { wordSet } from '../phrases.ts'
import { LATER, LATER_NOT_BEFORE } from '../words/later.ts'
import { each, intent } from './build.ts'

type End = Pick<IntentOf<'nudge.snooze.form'>, 'days' | 'until'>
type Stretch = Fit['left'][number]

/** Words for an hour of the day that stand in a phrase of this sense. */
const DAY_PARTS = new Set(['sáng', 'trưa', 'chiều', 'tối', 'trua', 'chieu'])
const TELLING = wordSet(['sep da vua ai truong they he she boss'])
/** "Remind me what is due" asks for something to be shown. */
const ASKS = wordSet(['what which who whom whose when where how why whether if'])
/** "Don't remind me before Friday": on that day, then. */
const NOT = wordSet(['dung khoan thoi dont don do not no'])

/** Putting off reminders to oneself. */
export const LATERS: readonly Sense[] = [
  {
    id: 'later',
    does: 'forms',
    own: LATER,
    weak: LATER_NOT_BEFORE,
    patterns: [['own'], ['weak', '#moment'], ['remind', 'me'], ['remind', 'afterwards'], ['remind', '#moment']],
    helps: ['remind', 'me', 'afterwards', 'busy', 'round', 'draft', 'answer'],
    takes: ['item', 'moment'],
    build: (fit, reading) => {
      const says = fit.verbs.length > 0
      if (fit.locale === 'en' && asksWhat(reading)) return undefined
      // "Thứ 6 nhắc lại": whoever reminds others means those.
      if (!says && mayRemind(reading)) return undefined
      // "Sếp nhắc tôi mai họp" tells of it.
      if (fit.verbs.some((at) => TELLING.has(reading.text[at - 1]?.folded ?? ''))) return undefined
      const outright = says && remindsMe(fit, reading)
      // "Nhắc em Bộ Tài chính với" asks to remind a ministry; "remind me to call the ministry" does not.
      if (concernsOthers(fit, reading) && !(outright && fit.locale === 'en')) return undefined
      const { end, told } = endIn(fit, reading)
      // "Đừng nhắc tôi ND-DLCN" puts nothing off.
      if (Object.keys(end).length === 0 && forbids(fit, reading)) return undefined
      const of = (item?: string) =>
        ({ kind: 'nudge.snooze.form', ...(item === undefined ? {} : { item }), ...end }) as const
      const meant = fit.items.items.length === 0 ? intent(of()) : each(fit, reading, of)
      const left = [...fit.left, ...told]
      // What only says why or what for is told, and changes nothing of whose reminders they are.
      const plain = told.length > 0 && fit.left.length === 0 && fit.aside.length === 0
      return outright || plain ? { meant, left, sure: true } : { meant, left }
    },
  },
]

/** Whether whoever types may remind others. */
const mayRemind = ({ vocabulary: { roles } }: Reading): boolean => roles === undefined || roles.has('coordinator')

/** Whether one of the sense's own phrases says that somebody is to be reminded: "not now" does not. */
const remindsMe = ({ verbs }: Fit, { cues }: Reading): boolean =>
  cues.some(({ means, start, end }) => means === 'remind' && verbs.some((verb) => start <= verb + 4 && verb < end))

/** Whether it only says that nobody is to be reminded; "đừng nhắc tôi nữa" wants peace for a while. */
const forbids = ({ verbs }: Fit, { text }: Reading): boolean =>
  verbs.some(
    (at) => FORBIDS.has(text[at]?.folded ?? '') && !text.slice(at, at + 5).some(({ folded }) => folded === 'nua'),
  )
const FORBIDS = wordSet(['dung do don dont'])

const asksWhat = ({ text }: Reading): boolean =>
  text.some(({ folded }, at) => folded === 'me' && ASKS.has(text[at + 1]?.folded ?? ''))

/** Whether anybody else is named whom a reminder could go to; "snooze all" names nobody. */
const concernsOthers = ({ used }: Fit, reading: Reading): boolean =>
  valuesOf(reading, 'person').length > 0 ||
  valuesOf(reading, 'body').some(({ value }) => reading.vocabulary.self?.includes(value.name) !== true) ||
  reading.cues.some(
    ({ means, inner, start, end }) =>
      !inner && (means === 'toAll' || means === 'who') && range(start, end).some((at) => !used.has(at)),
  )

/**
 * Until when: the one day that is to come, or so many days. `told`: what was said of time besides, and has no use: hours,
 * today, an hour of the day.
 */
export function endIn(fit: Fit, reading: Reading): { readonly end: End; readonly told: readonly Stretch[] } {
  const { today } = reading.vocabulary
  // A phrase of the sense may hold the day: "mai nhắc lại".
  const moments = valuesOf(reading, 'moment')
  const negated = [...fit.used].some((at) => NOT.has(reading.text[at]?.folded ?? ''))
  const found = moments.flatMap((one) => {
    const end = endOf(one, today, negated)
    return end === undefined ? [] : [{ one, end }]
  })
  const [first, ...others] = found
  const meant = others.length === 0 ? first : undefined
  const told = moments.flatMap((one) =>
    one === meant?.one ? hourOf(one, reading) : isIdle(one, today, meant) ? [] : [one],
  )
  const inside = (at: number) => moments.some(({ start, end }) => start <= at && at < end)
  const parts = [...fit.used].filter((at) => DAY_PARTS.has(reading.spelled[at] ?? '') && !inside(at))
  return { end: meant?.end ?? {}, told: [...told, ...parts.map((at) => ({ start: at, end: at + 1 }))] }
}

type Said = FoundOf<'moment'>

/** The end that a moment names; undefined where it is none that is to come. */
function endOf({ value: { moment } }: Said, today: string, negated: boolean): End | undefined {
  const { value, mark } = moment
  if (mark === 'each' || (mark === 'before' && !negated)) return undefined
  const until = (day: string): End | undefined => (day > today ? { until: day } : undefined)
  switch (value.kind) {
    case 'day':
      return until(mark === 'after' ? addDays(value.day, 1) : value.day)
    case 'period':
      return until(mark === 'after' ? addDays(value.to, 1) : value.from)
    case 'duration': {
      const days = (value.count ?? 0) * (value.unit === 'week' ? 7 : value.unit === 'day' ? 1 : 0)
      if (days <= 0 || days > 999 || !Number.isInteger(days)) return undefined
      return days === 1 || days === 3 ? { days } : { until: addDays(today, days) }
    }
    case 'time':
    case 'range':
    case 'wrong':
      return undefined
    default:
      return value satisfies never
  }
}

/** "Hôm nay bận, mai nhắc lại": today is said beside the day that is meant. */
const isIdle = ({ value: { moment } }: Said, today: string, meant: unknown): boolean =>
  meant !== undefined && moment.value.kind === 'day' && moment.value.day === today && moment.value.time === undefined

/** The words of a day that say an hour, all of them where it cannot be told apart. */
function hourOf(one: Said, { raw, text, vocabulary }: Reading): readonly Stretch[] {
  const { value } = one.value.moment
  if (value.kind !== 'day' || value.time === undefined) return []
  const { time } = value
  const hours = range(one.start, one.end).flatMap((start) =>
    range(start + 1, one.end + 1)
      .filter((end) => {
        const said = typed({ raw, text }, start, end)
        const [only, ...others] = momentsIn(said, words(said), { today: vocabulary.today })
        return (
          others.length === 0 && only?.value.kind === 'time' && only.value.time === time && only.end === end - start
        )
      })
      .map((end) => ({ start, end })),
  )
  return [hours.sort((a, b) => b.end - b.start - (a.end - a.start))[0] ?? { start: one.start, end: one.end }]
}
