import type { workingDaysTexts as source } from '../vi/working-days.ts'

const days = (n: number) => `${n} working ${n === 1 ? 'day' : 'days'}`

/** The same in English. */
export const workingDaysTexts: typeof source = {
  field: 'Deadline: working days',
  fieldHint:
    'For example 20, counted from the working day after the opening. If you fill this in and leave the day above unchanged, this applies; if you choose another day, that day applies.',
  days,
  fromOpening: (n) => `${days(n)} from the opening`,
  origin: (n, opened) => `counted as ${days(n)} from the opening on ${opened}`,
  ifOpenedToday: (today) =>
    `Counted as if the round were opened today, ${today}. If it is opened on another day, the deadline will be counted from that day.`,
  derivedAnew: (before) => `The deadline has been recalculated from the opening; the preview said ${before}.`,
  weekendsOff: (n) => `Not counted: ${n} weekend ${n === 1 ? 'day' : 'days'}.`,
  daysOff: (list) => `Not counted, days off: ${list}.`,
  exchanged: (list) => `Counted, working days in exchange: ${list}.`,
  named: (day, name) => `${day} (${name})`,
  moreDays: (n) => `and ${n} more`,
  rule: (n) => `This deadline is ${days(n)} from the opening; the day of opening is not counted.`,
  opened: (day) => `Round opened: ${day}.`,
  last: (n, day) => `Working day number ${n}: ${day}.`,
  badCount: (most) => `Please enter a whole number of working days from 1 to ${most}, or leave this empty.`,
  needsOne: 'Please choose a day, or enter a number of working days.',
  disagree: (n, derived, day) =>
    `${days(n)} from today is ${derived}, but the day chosen is ${day}. Please leave one of the two empty.`,
  bases: 'Legal bases',
  basesHint: 'One per line; they appear at the head of the consolidated table. Optional.',
  belowMinimum: (given, least, kind) =>
    `Please note: ${days(given)} is shorter than the minimum set (${kind}: ${days(least)}).`,
  anyKind: 'all documents',
}
