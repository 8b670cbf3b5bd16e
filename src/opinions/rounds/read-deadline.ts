import { daysFromOpening, isWorkingDayCount, mostWorkingDays } from '../../calendar/days-from-opening.ts'
import { dayIn, isDay, isTime, toInstant } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { FormReader } from '../../conversation/form-values.ts'

/** What the day and the working days of a form were filled in with when it was shown. */
export type Begun = { readonly day?: string | undefined; readonly workingDays?: number | undefined }

/** A deadline as a form gives it; with `workingDays`, `day` is where they end when counted from today. */
type GivenDeadline = { readonly day: string; readonly time: string; readonly workingDays: number | null }

/**
 * Reads a deadline that is a day, or so many working days from the opening. Filled both, the one that was changed
 * counts: the working days where the day is as it was shown, the day where the working days are. Fails the fields where
 * nothing is given, nothing such exists, the deadline is past, or both were changed and do not agree.
 */
export function readDeadline(ctx: Context, form: FormReader, begun: Begun): GivenDeadline {
  const { errors, workingDays: words } = ctx.texts
  const said = (one: string) => ctx.texts.day(one)
  const day = form.text('day', 10)
  const time = form.text('time', 5, true)
  const typed = form.text('workingDays', 10)
  const today = dayIn(ctx.now, ctx.zone)
  if (day !== '' && !isDay(day)) form.fail('day', errors.badDay)
  if (time !== '' && !isTime(time)) form.fail('time', errors.badTime)
  if (day === '' && typed === '') form.fail('day', words.needsOne)
  const dayStays = day === '' || day === begun.day
  if (typed !== '' && (dayStays || Number(typed) !== begun.workingDays)) {
    const count = /^\d+$/.test(typed) ? Number(typed) : Number.NaN
    if (isWorkingDayCount(count)) {
      const derived = daysFromOpening(ctx.calendar, today, count).day
      if (!dayStays && isDay(day) && day !== derived)
        form.fail('workingDays', words.disagree(count, said(derived), said(day)))
      return { day: derived, time, workingDays: count }
    }
    form.fail('workingDays', words.badCount(mostWorkingDays))
  } else if (isDay(day) && isTime(time) && toInstant(day, time, ctx.zone) <= ctx.now) {
    form.fail('day', errors.pastDeadline)
  }
  return { day, time, workingDays: null }
}
