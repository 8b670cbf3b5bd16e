import type { visitReminderTexts as source } from '../vi/visit-reminders.ts'
import { addressed } from './names.ts'

const visits = (n: number) => `${n} ${n === 1 ? 'visit' : 'visits'}`

/** The same in English. */
export const visitReminderTexts: typeof source = {
  soon: (line) => `Upcoming visit. ${line}`,
  report: (line) => `Please report the visit. ${line}`,
  many: (to, soon, reports) =>
    `Dear ${addressed(to)}, you have ${[
      ...(soon > 0 ? [`${soon} upcoming ${soon === 1 ? 'visit' : 'visits'}`] : []),
      ...(reports > 0 ? [`${visits(reports)} awaiting a report`] : []),
    ].join(' and ')}.`,
  waiting: (codes) => `Awaiting a report: ${codes.join(', ')}.`,
  confirm: 'The team leader is asked to confirm visits that are still only planned.',
  noLeader:
    'The team had no leader on that day, so this goes to the whole team; the current leader or a coordinator should report.',
  why: 'Reminders are sent 7 days and 1 day before a visit; the report is requested on the next working day after it.',
  settled: 'Nothing more needs to be done about the visits in this reminder.',
  cancelled: (code, unit) => `${code} (${unit}): cancelled.`,
  done: (code, unit) => `${code} (${unit}): reported.`,
  moved: (code, unit, when) => `${code} (${unit}): moved to ${when}.`,
  begun: (code, unit) => `${code} (${unit}): has begun.`,
  notYours: (code) => `${code}: no longer in your schedule.`,
  mine: 'My schedule',
}
