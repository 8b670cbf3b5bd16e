import type { DayExplanation } from '../../calendar/calendar.ts'
import type { DaysFromOpening } from '../../calendar/days-from-opening.ts'
import type { Context } from '../../context.ts'

/** So many days are named in a line; more are counted. */
const mostNamed = 10

/** What was passed over and what was counted on a weekend, each kind in a line; nothing where only weekdays were. */
export function countedDays(ctx: Pick<Context, 'texts' | 'calendar'>, { off, exchanged, covered }: DaysFromOpening) {
  const { workingDays: t, explain, day } = ctx.texts
  const weekends = off.filter(({ entry }) => entry === undefined)
  const named = off.filter(({ entry }) => entry !== undefined)
  return [
    ...(weekends.length === 0 ? [] : [t.weekendsOff(weekends.length)]),
    ...(named.length === 0 ? [] : [t.daysOff(names(ctx, named))]),
    ...(exchanged.length === 0 ? [] : [t.exchanged(names(ctx, exchanged))]),
    ...(covered ? [] : [explain.notCovered(day(ctx.calendar.from), day(ctx.calendar.to))]),
  ]
}

function names({ texts }: Pick<Context, 'texts'>, days: readonly DayExplanation[]): string {
  const { workingDays: t } = texts
  const said = days.slice(0, mostNamed).map(({ day, entry }) => {
    const name = texts.locale === 'en' ? entry?.nameEn : entry?.name
    return name === undefined ? texts.dayWithWeekday(day) : t.named(texts.dayWithWeekday(day), name)
  })
  const left = days.length - said.length
  return [...said, ...(left > 0 ? [t.moreDays(left)] : [])].join('; ')
}
