import type { nudgeTexts as source } from '../vi/nudge.ts'
import { addressed } from './names.ts'

const days = (n: number) => (n === 1 ? '1 day' : `${n} days`)
const workingDays = (n: number) => (n === 1 ? '1 working day' : `${n} working days`)

const acceptedLate = 'Opinions are still accepted and marked “sent late”.'

/** The same in English. */
export const nudgeTexts: typeof source = {
  missing: (to, title) => `Dear ${addressed(to)}, we have not yet received your opinion on “${title}”.`,
  missingFor: (member, title) =>
    `To the delegate of ${addressed(member)}: we have not yet received an opinion from ${addressed(member)} on “${title}”.`,
  many: (to, n) =>
    `Dear ${addressed(to)}, we have not yet received your opinion in ${n === 1 ? '1 round' : `${n} rounds`}.`,
  left: (n, deadline) => (n === 0 ? `Due today: ${deadline}.` : `${days(n)} left, due ${deadline}.`),
  overdue: (n) =>
    n === 0 ? `The deadline has passed. ${acceptedLate}` : `Overdue by ${workingDays(n)}. ${acceptedLate}`,
  why: {
    before: (n, last) =>
      `Sent on the reminder schedule: ${n === 0 ? 'the day of the deadline' : `${days(n)} before the deadline`}.${last ? ' This is the last reminder before it.' : ''}`,
    overdue: (n) => `Sent on the reminder schedule: ${workingDays(n)} after the deadline.`,
    snooze: 'Sent again as you asked with “Postpone reminders”.',
    delegate: 'The last reminder before a deadline goes to delegates as well.',
    moved: 'The deadline has changed since this reminder.',
  },
  snooze: { 1: 'Postpone reminders until tomorrow', 3: 'Postpone reminders for 3 days' },
  snoozed: (day, last) =>
    `You will be reminded on ${day}.${last ? ' That is the last reminder before the deadline.' : ''}`,
  later: {
    title: 'Postpone reminders',
    submit: 'Postpone reminders',
    rule: 'Reminders come on the mornings of working days, and cannot be postponed past the last one before the deadline.',
    rounds: 'Rounds',
    howLong: 'When to remind you again',
    in: {
      1: (day, last) => `Tomorrow: ${day}${last ? ' (the last before the deadline)' : ''}`,
      3: (day, last) => `In 3 days: ${day}${last ? ' (the last before the deadline)' : ''}`,
    },
    untilDay: 'On the day given below',
    day: 'Remind me again from',
    dayHint: 'Only with “On the day given below”.',
    chooseUntil: 'To use this day, please choose “On the day given below”; otherwise leave the day empty.',
    notAhead: 'The day must be after today. Please choose another one.',
    firstOnly: (shown, all) => `Showing ${shown} of ${all} rounds, nearest deadline first.`,
    done: (n) => `Reminders have been postponed in ${n === 1 ? '1 round' : `${n} rounds`}:`,
    until: (title, day, last) =>
      `${title}: you will be reminded on ${day}${last ? ' (the last reminder before the deadline)' : ''}`,
    about: (title) => `About “${title}”. Reminders come on the mornings of working days.`,
    tooLate:
      'These cannot be postponed, since the last reminder before the deadline has come or the deadline has passed:',
    settled: (n) =>
      `${n === 1 ? '1 other round you chose no longer awaits' : `${n} other rounds you chose no longer await`} an opinion.`,
    none: (to) => `No round awaits the opinion of ${addressed(to)} at present, so there is no reminder to postpone.`,
    noneOn: (item, to) =>
      `No round on ${item} awaits the opinion of ${addressed(to)} at present, so there is no reminder to postpone.`,
    onlyOwn: 'This postpones only your own reminders; nobody else is reminded or affected.',
  },
  unsentDraft:
    'A draft opinion is saved but not sent, so it does not count yet. Please open it and press “Send the opinion”.',
  openDraft: 'Open the unsent draft',
  settled: 'The rounds in this reminder no longer await an opinion.',
  answered: (title) => `“${title}”: answered.`,
  closed: (title) => `“${title}”: the round is closed.`,
  withdrawn: (title) => `“${title}”: the round has been withdrawn.`,

  ladder: {
    button: 'Reminder schedule',
    title: 'Reminder schedule',
    submit: 'Save the schedule',
    ofPlan: (year) => `${year} plan: every round without its own schedule`,
    before: 'Reminders before the deadline (days)',
    beforeHint: 'For example 14, 7, 3, 1, 0; 0 is the day of the deadline. Leave empty to follow the general schedule.',
    overdueEvery: 'After the deadline: one reminder every … working days',
    overdueMost: 'After the deadline: at most … reminders',
    overdueMostHint: 'Enter 0 for no reminders after the deadline.',
    escalateAfter: 'Inform coordinators when overdue by … working days',
    at: 'Time of day (recipient’s local time)',
    badBefore: 'Please enter up to 10 numbers of days from 0 to 90, in descending order, separated by commas.',
    badNumber: (least, greatest) => `Please enter a number from ${least} to ${greatest}.`,
    badTime: (from, to) => `The time must be ${from} or later, and before ${to}.`,
    saved: 'The reminder schedule has been saved.',
    inherited: 'This round follows the plan’s reminder schedule.',
    standard: 'This plan follows the default reminder schedule.',
    steps: 'Before the deadline',
    day: (n) => (n === 0 ? 'the day of the deadline' : days(n)),
    late: 'After the deadline',
    everyDays: (every, most) =>
      most === 0 ? 'none' : `every ${workingDays(every)}, ${most === 1 ? 'at most once' : `at most ${most} times`}`,
    escalation: 'Coordinators are informed',
    afterDays: (n) => `when ${workingDays(n)} overdue`,
    time: 'Time of day',
  },
}
