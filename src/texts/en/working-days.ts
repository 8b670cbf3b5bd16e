import type { workingDaysTexts as source } from '../vi/working-days.ts'

const days = (n: number) => `${n} working ${n === 1 ? 'day' : 'days'}`

/** The same in English. */
export const workingDaysTexts: typeof source = {
  field: 'Deadline: working days',
  fieldHint:
    'Such as 20, counted from the working day after the opening. Filled in here with the day above left as it was, this counts; choose another day and that counts.',
  days,
  fromOpening: (n) => `${days(n)} from the opening`,
  origin: (n, opened) => `counted as ${days(n)} from the opening on ${opened}`,
  ifOpenedToday: (today) =>
    `Counted as if the round were opened today, ${today}. Opened on another day, the deadline is counted from that day.`,
  derivedAnew: (before) => `The deadline has been counted anew from the opening; the preview said ${before}.`,
  weekendsOff: (n) => `Not counted: ${n} ${n === 1 ? 'day' : 'days'} of weekends.`,
  daysOff: (list) => `Not counted, days off: ${list}.`,
  exchanged: (list) => `Counted, worked by an exchange of days: ${list}.`,
  named: (day, name) => `${day} (${name})`,
  moreDays: (n) => `and ${n} more`,
  rule: (n) => `This deadline is ${days(n)} from the opening; the day of the opening does not count.`,
  opened: (day) => `The round was opened: ${day}.`,
  last: (n, day) => `Working day number ${n}: ${day}.`,
  badCount: (most) => `Please give the working days as a whole number from 1 to ${most}, or leave this empty.`,
  needsOne: 'Please choose a day, or give a number of working days.',
  disagree: (n, derived, day) =>
    `${days(n)} from today end on ${derived}, and the day chosen is ${day}. Please leave one of the two empty.`,
  bases: 'Legal bases',
  basesHint: 'One a line; they stand at the head of the consolidated table (may be left empty).',
  belowMinimum: (given, least, kind) =>
    `Please note: ${days(given)}, shorter than the minimum set (${kind}: ${days(least)}).`,
  anyKind: 'every kind of document',
}
