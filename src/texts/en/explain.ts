import type { explainTexts as source } from '../vi/explain.ts'

/** The same in English. */
export const explainTexts: typeof source = {
  why: 'Why this deadline?',
  dayTitle: (day) => `Why ${day}?`,
  deadlineTitle: 'Why this deadline?',

  weekday: (day) => `${day}: a working day.`,
  weekend: (day) => `${day}: off, a weekend.`,
  holiday: (day, name, source) => `${day}: off, ${name}. Source: ${source}.`,
  swapOff: (day, name, source) => `${day}: off by an exchange of days. ${name}. Source: ${source}.`,
  makeUpWork: (day, name, source) => `${day}: worked by an exchange of days. ${name}. Source: ${source}.`,
  provisional: 'Provisional: no official decision has been found yet, so the day may still change.',
  provisionalAmong: 'Some of these are provisional: no official decision has been found yet, so they may still change.',
  notCovered: (from, to) =>
    `The calendar of working days speaks for ${from} to ${to}. Beyond them only Saturdays and Sundays are known.`,
  more: (n: number) => `${n} more deadlines or reminders fall on this day; ask “why” with the item’s code to see them.`,
  moreItems: (n: number) => `and ${n} other${n === 1 ? '' : 's'}`,
  nothing: 'No deadline and no reminder falls on this day.',
  notOfItem: (day) => `${day} is neither a deadline nor a reminder of this item.`,
  noQuarter: 'The source text does not state a quarter for this item, so it has no default deadline.',

  quarterRule: (quarter) =>
    `Default deadline of ${quarter} (derived): 17:00 on the last working day of the quarter. The source text gives no day.`,
  quarterEnds: (day) => `The quarter ends: ${day}.`,
  rolledBack: (day) => `So it is the last working day before: ${day}.`,
  rolledForward: (day) => `So it is the next working day after: ${day}.`,
  items: (titles) => `Items of the quarter: ${titles}.`,

  deadline: (title, number, deadline) => `“${title}”, round ${number}: due ${deadline}.`,
  isDefault: (quarter) => `This is the default deadline of ${quarter}.`,
  set: 'A coordinator set this deadline.',
  setAtOpening: (at) => `A coordinator set this deadline when opening the round, at ${at}.`,
  changed: (at) => `A coordinator set this deadline when extending or reopening the round, at ${at}.`,
  wasBefore: (deadline) => `Before that the deadline was ${deadline}.`,
  stands: (deadline) => `the deadline that stands: ${deadline}`,
  reason: (reason) => `Reason: ${reason}`,
  keptAsTold:
    'The calendar of working days has changed since the round was opened. The deadline stays as it was told; a coordinator can extend it.',

  nudges: 'When those who have not answered are reminded:',
  nudge: (title, number, deadline) =>
    `A reminder to those who have not answered about “${title}”, round ${number}, due ${deadline}.`,
  before: (days) => `${days} ${days === 1 ? 'day' : 'days'} before the deadline`,
  onTheDay: 'On the day of the deadline',
  after: (days) => `${days} working ${days === 1 ? 'day' : 'days'} after the deadline`,
  beforeHour: (day) => `By then the deadline would have passed, so it is the last working day before: ${day}.`,
}
