import { workingDaysBetween } from '../../calendar/working-days.ts'
import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Pill } from '../../contract/page.ts'
import { phase, type RoundTerms } from '../../opinions/rounds/phase.ts'

/** Working days before a deadline within which it is set apart. */
const soon = 5

/** A round's deadline in full, and how near it is where that should be seen: the day itself, few working days, or passed. */
export function dueWords(
  { texts: t, now, zone, calendar }: Pick<Context, 'texts' | 'now' | 'zone' | 'calendar'>,
  round: RoundTerms,
): { readonly text: string; readonly pill: Pill | undefined } {
  const text = t.home.due(t.deadline(round.dueAt, zone))
  const at = phase(round, now)
  if (at === 'closed' || at === 'withdrawn') return { text, pill: { text: t.desk.phases[at], tone: 'plain' } }
  const days = workingDaysBetween(calendar, dayIn(now, zone), dayIn(round.dueAt, zone))
  if (at === 'late') return { text, pill: { text: t.desk.overdue(-days), tone: 'warning' } }
  if (days > soon) return { text, pill: undefined }
  return { text, pill: { text: t.desk.daysLeft(days), tone: 'warning' } }
}
