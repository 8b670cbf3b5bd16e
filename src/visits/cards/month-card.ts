import { addMonths, monthEnds } from '../../calendar/month-weeks.ts'
import { addDays } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Block, Message } from '../../contract/message.ts'
import { shortNamesOf } from '../../plan/units/short-names.ts'
import type { MonthVisits } from '../schedule/read-month.ts'
import type { SeenVisit } from '../schedule/read-schedule.ts'
import { type GridVisit, monthGrid } from './month-grid.ts'
import { monthButton, scheduleButton, teamLabel } from './overview-card.ts'
import { timeOf } from './visit-facts.ts'

/** Visits of the list under the table at the most. */
const mostLines = 40
/** Characters of a name in a cell. */
const longestName = 14

type Reading = Pick<Context, 'texts' | 'calendar' | 'zone'>

/** A month of visits as a list, which a phone shows best, and as a table of weeks with its days off. */
export function monthCard(ctx: Reading, read: MonthVisits): Message {
  const { texts: t } = ctx
  const { month, visits, left } = read
  const text = t.overview.month.summary(month, visits.length + left)
  const marks = marksOf(ctx, month)
  const grid = monthGrid(
    month,
    visits.flatMap((visit) => onGrid(ctx, visit, read.shortNames.get(visit.unit.id) ?? null)),
    (day) => ctx.calendar.days.has(day),
    t.overview.month.more,
  )
  const lines = visits.slice(0, mostLines).map((visit) => lineOf(ctx, visit))
  const unlisted = visits.length + left - lines.length
  return {
    text,
    title: t.overview.month.title(month),
    blocks: [
      { kind: 'text', text, tone: 'strong' },
      ...(lines.length === 0 ? [] : [{ kind: 'list', items: lines } as const]),
      ...(unlisted > 0 ? [{ kind: 'text', text: t.overview.month.moreVisits(unlisted), tone: 'subtle' } as const] : []),
      { kind: 'table', columns: [t.overview.month.week, ...t.overview.month.weekdays], rows: grid },
      ...(marks.length === 0
        ? []
        : [{ kind: 'text', text: t.overview.month.marks(marks.join('; ')), tone: 'subtle' } as const]),
      waysOf(ctx, month),
    ],
  }
}

function onGrid({ texts: t }: Reading, visit: SeenVisit, shortNames: string | null): readonly GridVisit[] {
  const { day, lastDay, team, unit, details } = visit
  if (day === null) return []
  const label = `${t.overview.month.team(team.key)} ${nameInCell(unit.name, shortNames)}`
  // Who may not see the details of a visit does not see its hours.
  const begins = details?.time ?? undefined
  const ends = details?.endTime ?? undefined
  return [
    {
      ...{ day, label },
      ...(lastDay === undefined ? {} : { lastDay }),
      ...(begins === undefined ? {} : { begins }),
      ...(ends === undefined ? {} : { ends: t.overview.month.endsAt(ends) }),
    },
  ]
}

/** The first short name that is stored, else a ministry's initials, else as much of the name as goes into a cell. */
function nameInCell(name: string, shortNames: string | null): string {
  const [stored = ''] = (shortNames ?? '').split('|')
  const [first = ''] = name.toUpperCase()
  const initials = shortNamesOf(name)
    .filter((short) => /^\p{Lu}+$/u.test(short) && short.startsWith(first))
    .toSorted((a, b) => a.length - b.length)
  const points = [...(stored.trim() || initials[0] || name)]
  return points.length <= longestName ? points.join('') : `${points.slice(0, longestName - 1).join('')}…`
}

/** The days of the month that the calendar names: off by law or by exchange, or worked in exchange. */
function marksOf({ texts: t, calendar }: Reading, month: string): readonly string[] {
  const { first, last } = monthEnds(month)
  const marks: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const entry = calendar.days.get(day)
    if (entry === undefined) continue
    const name = t.locale === 'en' ? entry.nameEn : entry.name
    const said = entry.kind === 'makeUpWork' ? t.overview.month.worked : t.overview.month.off
    marks.push(said(t.day(day), name))
  }
  return marks
}

function lineOf(ctx: Reading, visit: SeenVisit): string {
  const { texts: t } = ctx
  const { unit, team, state } = visit
  const name = t.called(unit.name)
  return t.overview.month.visit(timeOf(ctx, visit), name, teamLabel(ctx, team), t.schedule.states[state])
}

function waysOf(ctx: Reading, month: string): Block {
  const { texts: t } = ctx
  return {
    kind: 'buttons',
    buttons: [
      ...monthButton(ctx, addMonths(month, -1)),
      ...monthButton(ctx, addMonths(month, 1)),
      { label: t.overview.button, intent: { kind: 'overview.show' } },
      scheduleButton(ctx),
    ],
  }
}
