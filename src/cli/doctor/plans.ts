import type { Calendar } from '../../calendar/calendar.ts'
import type { Db } from '../../database/db.ts'
import { count, type Finding, ok, warn, wrong } from './finding.ts'

/** Whether there is a plan for the year, and whether the calendar knows the years that deadlines are derived for. */
export async function readPlans(db: Db, calendar: Calendar, today: string): Promise<readonly Finding[]> {
  const plans = await db.plan.findMany({
    orderBy: { year: 'asc' },
    select: { year: true, _count: { select: { items: true } } },
  })
  const years = plans.map((plan) => plan.year)
  const thisYear = Number(today.slice(0, 4))
  return [planOf(plans, thisYear), covers(calendar, years.length === 0 ? [thisYear] : years)]
}

type PlanRow = { readonly year: number; readonly _count: { readonly items: number } }

function planOf(plans: readonly PlanRow[], thisYear: number): Finding {
  const mend = 'import it: import plan FILE'
  if (plans.length === 0) return wrong('plan', 'there is no plan: no round can be opened', mend)
  const told = plans.map((plan) => `${plan.year} (${count(plan._count.items, 'item')})`).join(', ')
  if (plans.some((plan) => plan.year === thisYear)) return ok('plan', told)
  return warn('plan', `there is no plan for ${thisYear}; there is ${told}`, mend)
}

/** Beyond its years a calendar knows weekends alone: derived deadlines may fall on a holiday. */
export function covers(calendar: Calendar, years: readonly number[]): Finding {
  const [first, last] = [calendar.from, calendar.to]
  const beyond = years.filter((year) => `${year}-01-01` < first || `${year}-12-31` > last)
  if (beyond.length > 0)
    return wrong(
      'calendar',
      `${calendar.version} speaks for ${first} to ${last}, not for ${beyond.join(', ')}: deadlines may be derived on a holiday`,
      'start a version whose calendar covers the year, or give it by DONDOC_CALENDAR; until then use --due for each round',
    )
  const open = [...calendar.days.values()].filter(
    (day) => day.provisional === true && years.includes(Number(day.day.slice(0, 4))),
  )
  if (open.length > 0)
    return warn(
      'calendar',
      `${calendar.version}: ${count(open.length, 'day')} not decreed yet, from ${open[0]?.day}`,
      'check deadlines near these days when the decree is out',
    )
  return ok('calendar', `${calendar.version} covers ${years.join(', ')}`)
}
