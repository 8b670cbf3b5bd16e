import type { visitReminderTexts as source } from '../vi/visit-reminders.ts'
import { addressed } from './names.ts'

const visits = (n: number) => `${n} ${n === 1 ? 'visit' : 'visits'}`

/** The same in English. */
export const visitReminderTexts: typeof source = {
  soon: (line) => `A visit is coming. ${line}`,
  report: (line) => `Please report the visit. ${line}`,
  many: (to, soon, reports) =>
    `Dear ${addressed(to)}: ${[
      ...(soon > 0 ? [`${visits(soon)} coming`] : []),
      ...(reports > 0 ? [`${visits(reports)} waiting for a report`] : []),
    ].join(', ')}.`,
  waiting: (codes) => `Waiting for a report: ${codes.join(', ')}.`,
  confirm: 'The team’s leader is asked to confirm a visit that is still only planned.',
  noLeader:
    'The team had no leader on that day, so this goes to the whole team; its leader of today or a coordinator reports.',
  why: 'Reminders come 7 days and 1 day before a visit; the report is asked for on the working day after it.',
  settled: 'Nothing is left to do about the visits of this reminder.',
  cancelled: (code, unit) => `${code} (${unit}): called off.`,
  done: (code, unit) => `${code} (${unit}): reported.`,
  moved: (code, unit, when) => `${code} (${unit}): moved, it is now ${when}.`,
  begun: (code, unit) => `${code} (${unit}): has begun.`,
  notYours: (code) => `${code}: no longer in the reader’s schedule.`,
  mine: 'My schedule',
}
