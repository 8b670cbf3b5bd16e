import type { explainTexts as source } from '../vi/explain.ts'

/** The same in English. */
export const explainTexts: typeof source = {
  why: 'Why this deadline?',
  dayTitle: (day) => `Why ${day}?`,
  deadlineTitle: 'Why this deadline?',

  weekday: (day) => `${day}: a working day.`,
  weekend: (day) => `${day}: a weekend.`,
  holiday: (day, name, source) => `${day}: a day off, ${name}. Source: ${source}.`,
  swapOff: (day, name, source) => `${day}: a day off in exchange for another. ${name}. Source: ${source}.`,
  makeUpWork: (day, name, source) => `${day}: a working day in exchange for another. ${name}. Source: ${source}.`,
  provisional: 'Provisional: there is no official decision yet, so the day may still change.',
  provisionalAmong: 'Some of these are provisional: there is no official decision yet, so they may still change.',
  notCovered: (from, to) =>
    `The calendar of working days covers ${from} to ${to}. Outside that period only Saturdays and Sundays are known.`,
  more: (n: number) => `${n} more deadlines or reminders fall on this day; ask “why” with the item’s code to see them.`,
  moreItems: (n: number) => `and ${n} other${n === 1 ? '' : 's'}`,
  nothing: 'No deadline and no reminder falls on this day.',
  notOfItem: (day) => `${day} is neither a deadline nor a reminder of this item.`,
  noQuarter: 'The source does not state a quarter for this item, so it has no default deadline.',

  quarterRule: (quarter) =>
    `Default deadline of ${quarter} (derived): 17:00 on the last working day of the quarter. The source states no day.`,
  quarterEnds: (day) => `End of the quarter: ${day}.`,
  rolledBack: (day) => `It is therefore the last working day before that: ${day}.`,
  rolledForward: (day) => `It is therefore the next working day: ${day}.`,
  items: (titles) => `Items of the quarter: ${titles}.`,

  deadline: (title, number, deadline) => `“${title}”, round ${number}: due ${deadline}.`,
  isDefault: (quarter) => `This is the default deadline of ${quarter}.`,
  set: 'This deadline was set by a coordinator.',
  setAtOpening: (at) => `This deadline was set by a coordinator when the round was opened, at ${at}.`,
  changed: (at) => `This deadline was set by a coordinator when the round was extended or reopened, at ${at}.`,
  wasBefore: (deadline) => `Before that the deadline was ${deadline}.`,
  stands: (deadline) => `the current deadline: ${deadline}`,
  reason: (reason) => `Reason: ${reason}`,
  keptAsTold:
    'The calendar of working days has changed since the round was opened. The deadline remains as announced; a coordinator can extend it.',

  nudges: 'When those who have not answered are reminded:',
  nudge: (title, number, deadline) =>
    `A reminder to those who have not answered about “${title}”, round ${number}, due ${deadline}.`,
  answers: (title, number, deadline) => `“${title}”, round ${number}: answers to the comments are due ${deadline}.`,
  answersSet: (at) => `A coordinator set this date at ${at}.`,
  answersNudges: 'Reminders to the drafting agency, while comments are unanswered:',
  before: (days) => `${days} ${days === 1 ? 'day' : 'days'} before the deadline`,
  onTheDay: 'On the day of the deadline',
  after: (days) => `${days} working ${days === 1 ? 'day' : 'days'} after the deadline`,
  beforeHour: (day) => `The deadline would have passed by then, so it is the last working day before: ${day}.`,
}
