import { isWorkingDay } from '../../calendar/calendar.ts'
import { addDays, dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { VisitState } from '../../contract/intent.ts'
import type { CalendarDay, CalendarEntry, Part } from '../../contract/page.ts'
import { teamLabel } from '../../visits/cards/overview-card.ts'
import type { SeenVisit } from '../../visits/schedule/read-schedule.ts'
import { type Period, placeOf } from './period.ts'
import { marks, moveOf } from './visit-look.ts'

/** Entries of a day at the most, in a month and in a week: those left out are in the week, and in the list. */
const most = { month: 4, week: 12 } as const

/** The period's weeks by days, each with the visits of that day as far as they may be seen. */
export function visitCalendar(
  ctx: Context,
  period: Period,
  label: string,
  visits: readonly SeenVisit[],
  conflicts: ReadonlyMap<string, number>,
  team: string | undefined,
): Part {
  const { texts: t } = ctx
  const { visits: words } = t.desk
  const byDay = new Map<string, SeenVisit[]>()
  for (const visit of visits) {
    if (visit.day === null) continue
    for (let day = visit.day; day <= (visit.lastDay ?? visit.day) && day <= period.last; day = addDays(day, 1))
      if (day >= period.first) byDay.set(day, [...(byDay.get(day) ?? []), visit])
  }
  const shown = VisitState.options.filter((state) => visits.some((visit) => visit.state === state))
  return {
    kind: 'calendar',
    label,
    corner: words.weekHead,
    days: words.weekdays,
    weeks: period.weeks.map(({ number, days }) => {
      const first = days.find((day) => day !== null)
      return {
        name: words.weekNo(number),
        ...(period.kind === 'week' || first == null ? {} : { place: placeOf({ week: first }, team) }),
        days: days.map((day) =>
          day === null ? null : calendarDay(ctx, period, day, byDay.get(day) ?? [], conflicts, team),
        ),
      }
    }),
    legend: shown.map((state) => ({ mark: marks[state], label: t.schedule.states[state] })),
    ...(ctx.actor.roles.has('coordinator') && visits.length > 0 ? { note: words.dragHint } : {}),
  }
}

function calendarDay(
  ctx: Context,
  period: Period,
  day: string,
  visits: readonly SeenVisit[],
  conflicts: ReadonlyMap<string, number>,
  team: string | undefined,
): CalendarDay {
  const { texts: t, calendar } = ctx
  const { visits: words } = t.desk
  const entry = calendar.days.get(day)
  const name = t.locale === 'en' ? entry?.nameEn : entry?.name
  const room = most[period.kind]
  const left = visits.length - room
  return {
    day,
    label: t.dayWithWeekday(day),
    ...(day === dayIn(ctx.now, ctx.zone) ? { today: words.today } : {}),
    ...(isWorkingDay(calendar, day) ? {} : { rest: true }),
    ...(entry === undefined || name === undefined
      ? {}
      : { note: entry.kind === 'makeUpWork' ? words.worked(name) : words.off(name) }),
    entries: visits.slice(0, room).map((visit) => entryOn(ctx, day, visit, conflicts.get(visit.id) ?? 0)),
    ...(left > 0 ? { more: { label: words.more(left), place: placeOf({ week: day }, team) } } : {}),
  }
}

function entryOn(ctx: Context, day: string, visit: SeenVisit, conflicts: number): CalendarEntry {
  const { texts: t } = ctx
  const { visits: words } = t.desk
  const note = hoursOn(ctx, day, visit)
  const move = moveOf(ctx, visit)
  return {
    name: visit.code,
    text: `${teamLabel(ctx, visit.team)}: ${t.called(visit.unit.name)}`,
    ...(note === undefined ? {} : { note }),
    ...{ mark: marks[visit.state], state: t.schedule.states[visit.state] },
    ...(conflicts === 0 ? {} : { warning: words.conflicts(conflicts) }),
    buttons: [{ label: words.see, intent: { kind: 'visit.show', visit: visit.id } }],
    ...(move === undefined ? {} : { move }),
  }
}

/** When it begins on its first day, until when it lasts on its last, and that it goes on between them. */
function hoursOn({ texts: t }: Context, day: string, { day: first, lastDay, details }: SeenVisit) {
  const { visits: words } = t.desk
  if (day === first) {
    if (details?.time == null) return undefined
    return lastDay === undefined && details.endTime !== null ? `${details.time}–${details.endTime}` : details.time
  }
  if (day !== lastDay) return words.goesOn
  return details?.endTime == null ? words.goesOn : words.until(details.endTime)
}
