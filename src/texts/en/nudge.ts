import type { nudgeTexts as source } from '../vi/nudge.ts'
import { addressed } from './names.ts'

const days = (n: number) => (n === 1 ? '1 day' : `${n} days`)
const workingDays = (n: number) => (n === 1 ? '1 working day' : `${n} working days`)

const acceptedLate = 'Opinions are still accepted and marked “late”.'

/** The same in English. */
export const nudgeTexts: typeof source = {
  missing: (to, title) => `No opinion on “${title}” has been received from ${addressed(to)} yet.`,
  missingFor: (member, title) =>
    `To the delegate of ${addressed(member)}: no opinion on “${title}” has been received from ${addressed(member)} yet.`,
  many: (to, n) => `To ${addressed(to)}: no opinion has been received yet in ${n === 1 ? '1 round' : `${n} rounds`}.`,
  left: (n, deadline) => (n === 0 ? `Due today: ${deadline}.` : `${days(n)} left, due ${deadline}.`),
  overdue: (n) =>
    n === 0 ? `The deadline has passed. ${acceptedLate}` : `Overdue by ${workingDays(n)}. ${acceptedLate}`,
  why: {
    before: (n, last) =>
      `Sent by the schedule: ${n === 0 ? 'the day of the deadline' : `${days(n)} before the deadline`}.${last ? ' This is the last one before it.' : ''}`,
    overdue: (n) => `Sent by the schedule: ${workingDays(n)} after the deadline.`,
    snooze: 'Sent again as asked with “Remind me later”.',
    delegate: 'The last reminder before a deadline goes to delegates as well.',
    moved: 'The deadline has changed since this reminder.',
  },
  snooze: { 1: 'Remind me later: tomorrow', 3: 'Remind me later: in 3 days' },
  snoozed: (day, last) =>
    `You will be reminded on ${day}.${last ? ' That is the last reminder before the deadline.' : ''}`,
  later: {
    title: 'Remind me later',
    submit: 'Put off',
    rule: 'Reminders come on mornings of working days, and are never put off past the last one before the deadline.',
    rounds: 'Which requests',
    howLong: 'When to remind you again',
    in: {
      1: (day, last) => `Tomorrow: ${day}${last ? ' (the last before the deadline)' : ''}`,
      3: (day, last) => `In 3 days: ${day}${last ? ' (the last before the deadline)' : ''}`,
    },
    untilDay: 'On the day given below',
    day: 'Remind me again from',
    dayHint: 'Only with “On the day given below”.',
    chooseUntil: 'Please choose “On the day given below” to use this day, or leave the day empty.',
    notAhead: 'The day must be after today. Please choose another one.',
    firstOnly: (shown, all) => `Shown are ${shown} of ${all} requests, nearest deadline first.`,
    done: (n) => `Reminders are put off in ${n === 1 ? '1 round' : `${n} rounds`}:`,
    until: (title, day, last) =>
      `${title}: you will be reminded on ${day}${last ? ' (the last reminder before the deadline)' : ''}`,
    about: (title) => `About “${title}”. Reminders come on mornings of working days.`,
    tooLate: 'Not to be put off any more, since the last reminder before the deadline or the deadline itself has come:',
    settled: (n) =>
      `${n === 1 ? '1 other that was chosen no longer awaits' : `${n} others that were chosen no longer await`} an opinion.`,
    none: (to) => `No round awaits the opinion of ${addressed(to)} now, so there is no reminder to put off.`,
    noneOn: (item, to) =>
      `No round on ${item} awaits the opinion of ${addressed(to)} now, so there is no reminder to put off.`,
    onlyOwn: 'This puts off your own reminders alone; nobody else is reminded, or hears of it.',
  },
  unsentDraft:
    'A draft opinion is saved but not sent, so it does not count yet. Please open it and press “Send the opinion”.',
  openDraft: 'Open the unsent draft',
  settled: 'The rounds of this reminder are no longer waiting for an opinion.',
  answered: (title) => `“${title}”: answered.`,
  closed: (title) => `“${title}”: the round is closed.`,
  withdrawn: (title) => `“${title}”: the round was withdrawn.`,

  ladder: {
    button: 'Reminder schedule',
    title: 'Reminder schedule',
    submit: 'Save the schedule',
    ofPlan: (year) => `Plan of ${year}: every round without a schedule of its own`,
    before: 'Before the deadline (days)',
    beforeHint: 'For example 14, 7, 3, 1, 0; 0 is the day itself. Leave empty to follow the general schedule.',
    overdueEvery: 'After the deadline: every how many working days',
    overdueMost: 'After the deadline: how many times at most',
    overdueMostHint: '0 for no reminder after the deadline.',
    escalateAfter: 'Tell coordinators after how many working days overdue',
    at: 'Time of day (on the reader’s clocks)',
    badBefore: 'Please give falling numbers of days from 0 to 90, at most 10, separated by commas.',
    badNumber: (least, greatest) => `Please give a number from ${least} to ${greatest}.`,
    badTime: (from, to) => `The time must be from ${from} and before ${to}.`,
    saved: 'The schedule is saved.',
    inherited: 'This round follows the schedule of its plan.',
    standard: 'This plan follows the default schedule.',
    steps: 'Before the deadline',
    day: (n) => (n === 0 ? 'the day itself' : days(n)),
    late: 'After it',
    everyDays: (every, most) =>
      most === 0 ? 'none' : `every ${workingDays(every)}, ${most === 1 ? 'at most once' : `at most ${most} times`}`,
    escalation: 'Coordinators are told',
    afterDays: (n) => `after ${workingDays(n)} overdue`,
    time: 'Time of day',
  },
}
