import { monthWeeks } from '../../calendar/month-weeks.ts'

/**
 * A visit on the grid: its days `YYYY-MM-DD`, the last only where it is another, and the few words that stand for it.
 * `begins` stands behind them on the first day, `ends` on the last one where it is another: hours in words.
 */
export type GridVisit = {
  readonly day: string
  readonly lastDay?: string
  readonly label: string
  readonly begins?: string
  readonly ends?: string
}

/** Visits a cell at the most; a fourth and all after it are counted. */
export const mostInCell = 3

/**
 * The rows of a month's table: the week's number, then a cell a day, Monday first; empty where the day lies in another
 * month. A cell is the day's number, marked where `marked` says so, and what is on, one a line: `08: Đ3 BYT 08:00;`. A visit
 * of several days stands on each of them. `more` says how many did not find room.
 */
export function monthGrid(
  month: string,
  visits: readonly GridVisit[],
  marked: (day: string) => boolean,
  more: (count: number) => string,
): readonly (readonly string[])[] {
  return monthWeeks(month).map(({ number, days }) => [
    String(number),
    ...days.map((day) => {
      if (day === null) return ''
      const head = `${day.slice(8)}${marked(day) ? '*' : ''}`
      const labels = visits
        .filter((visit) => visit.day <= day && day <= (visit.lastDay ?? visit.day))
        .map((visit) => labelOn(visit, day))
      const left = labels.length - mostInCell
      const lines = [...labels.slice(0, mostInCell), ...(left > 0 ? [more(left)] : [])]
      // Where a platform shows a cell on one line, the semicolons part them.
      return lines.length === 0 ? head : `${head}: ${lines.join(';\n')}`
    }),
  ])
}

/** What stands for a visit on one of its days. */
function labelOn({ label, day: first, lastDay, begins, ends }: GridVisit, day: string): string {
  const hour = day === first ? begins : day === lastDay ? ends : undefined
  return hour === undefined ? label : `${label} ${hour}`
}
