import { formatDay, formatDayWithWeekday } from '../dates.ts'
import type { visitsTexts as source } from '../vi/visits.ts'
import { asSubject, inSentence } from './names.ts'

const count = (n: number) => (n === 1 ? '1 person' : `${n} people`)

/** The same in English. */
export const visitsTexts: typeof source = {
  noDay: 'no date yet',
  which: (unit) => `${asSubject(unit)} has several visits. Please choose one:`,
  notNamed: (n) => `${n} more: please type the visit’s code, such as “KT-12”.`,
  title: (code, unit) => `${code}: ${unit}`,
  unit: 'Unit',
  team: 'Team',
  day: 'Day',
  time: 'Time',
  until: 'Until',
  place: 'Place',
  note: 'Note',
  leader: 'Leader',
  state: 'State',
  report: 'Report',
  notStated: 'not stated',
  show: 'Show the visit',
  confirm: 'Confirm',
  reportButton: 'Report as done',
  editReport: 'Edit the report',
  askMove: 'Ask to move the visit',
  change: 'Change or move',
  callOff: 'Cancel the visit',
  file: 'Download .ics',
  teamOf: (team) => `Schedule of ${inSentence(team)}`,
  another: 'Add another visit',
  waiting: (when) => `The team leader has asked to move it to ${when}.`,

  formNew: 'New visit',
  formChange: (code) => `Change visit ${code}`,
  formSubmit: 'Preview',
  formIntro:
    'Nothing is saved yet. The next step shows any conflicts; only then is the visit saved and everyone concerned informed.',
  shifted: (days, from, to) =>
    `The new day below is ${formatDay(from, 'en')} plus ${days} ${days === 1 ? 'day' : 'days'}: ${formatDay(to, 'en')}.`,
  notShifted: (days) => `Not used: “${days} ${days === 1 ? 'day' : 'days'} later”. Please choose the day below.`,
  unitHint: 'The unit’s name as in the plan',
  teamHint: 'The team’s number',
  dayHint: 'Leave empty if only the team is assigned',
  endDay: 'Until (day)',
  endDayHint: 'Leave empty if it takes one day',
  endTime: 'Until (time)',
  noteHint: 'What to prepare, who to contact',
  needsDay: 'Please enter the day as well as the time.',
  needsTime: 'Please enter the start time as well as the day.',
  needsEndTime: 'Please enter the end time as well as the last day.',
  endsBefore: 'The end must be after the start.',
  tooLong: (days) => `A visit can last ${days} days at most.`,
  tooMuch:
    'The place, note and reason are too long together (quotation marks and line breaks count double). Please shorten them.',
  noSuchUnit: (name) => `The plan has no unit “${name}”.`,
  noSuchTeam: (name) => `There is no team “${name}”.`,

  previewNew: 'Preview of a new visit, not saved yet',
  previewChange: (code) => `Preview of changes to ${code}, not saved yet`,
  fromTo: (from, to) => `${from} → ${to}`,
  nothing: 'Nothing has changed from the current schedule.',
  willTell: (n) =>
    n === 0 ? 'There is nobody on the team to inform yet.' : `Once saved, ${count(n)} concerned will be informed.`,
  onlyYou: 'There is nobody on the team to inform but you.',
  save: 'Save and inform',
  saveAnyway: 'Save and inform anyway',
  edit: 'Edit',
  saved: (n) => (n === 0 ? 'Saved.' : `Saved. ${count(n)} ${n === 1 ? 'is' : 'are'} being informed.`),
  notTold: {
    title: (n) => `May not have been informed of this visit (${n}):`,
    why: {
      unsure: 'the message may not have arrived; please ask them',
      failed: 'could not be sent; please inform them in another way, and tell the system administrator',
      unreachable: 'not reachable by chat; please inform them in another way',
    },
  },
  savedAlready: 'This change had already been saved.',

  cancelTitle: (code) => `Cancel visit ${code}`,
  cancelSubmit: 'Cancel the visit and inform',
  reason: 'Reason',
  reasonHint: 'This is sent to those concerned.',
  cancelled: (n) =>
    n === 0
      ? 'The visit has been cancelled.'
      : `The visit has been cancelled. ${count(n)} ${n === 1 ? 'is' : 'are'} being informed.`,
  cancelledAlready: 'This visit had already been cancelled.',

  conflicts: (n) => `Please note (${n})`,
  noConflicts: 'No conflicts were found.',
  conflict: {
    past: (day) => `The start (${formatDay(day, 'en')}) is in the past.`,
    outsideYear: (day, years) => `${formatDay(day, 'en')} is outside the year of the plan (${years.join(', ')}).`,
    notInspected: 'This unit is not among those to be inspected under the plan.',
    unitGone: (from, to) =>
      `This unit ${from === null ? '' : `has existed since ${formatDay(from, 'en')}`}${from !== null && to !== null ? ', ' : ''}${to === null ? '' : `existed only until ${formatDay(to, 'en')}`}.`,
    weekend: (day) => `${formatDayWithWeekday(day, 'en')} is at the weekend.`,
    holiday: (day, name) => `${formatDayWithWeekday(day, 'en')} is a day off: ${name}.`,
    teamElsewhere: (visit) => `The team has another visit at the same time (${visit}).`,
    teamPerhaps: (visit) =>
      `The team has another visit on that day; they may overlap, since no end time is stated (17:00 assumed): ${visit}.`,
    noEnd: 'no end time stated',
    unitTwice: (visit) => `The unit has another visit on that day (${visit}).`,
    personElsewhere: (person, visit) => `${person} has a visit with another team at the same time (${visit}).`,
    personPerhaps: (person, visit) =>
      `${person} has a visit with another team on that day; they may overlap, since no end time is stated (17:00 assumed): ${visit}.`,
    onLeave: (person, from, to) => `${person} is on leave from ${formatDay(from, 'en')} to ${formatDay(to, 'en')}.`,
    noLeader: 'The team has no leader on that day.',
    nobody: 'The team has no members on that day.',
    ownSide: (person, organisation) => `${person} belongs to the unit being inspected (${organisation}).`,
  },

  notifications: {
    planned: (team, unit, when) => `${asSubject(team)} has a new visit: ${unit}, ${when}.`,
    changed: (code, unit) => `The visit to ${inSentence(unit)} (${code}) has changed.`,
    cancelled: (code, unit, when) => `The visit to ${inSentence(unit)} (${code}), ${when}, has been cancelled.`,
    leaves: (team, code, unit, when) =>
      `The visit to ${inSentence(unit)} (${code}), ${when}, is no longer assigned to ${inSentence(team)}.`,
    goesTo: (team) => `It is now assigned to ${inSentence(team)}.`,
    notTheirDay: (code, unit, when) =>
      `The visit to ${inSentence(unit)} (${code}), ${when}, has been moved to a day on which you are not on the team.`,
    changedSince: 'This visit has changed since.',
    isConfirmed: 'This visit has been confirmed.',
    isDone: 'This visit has been reported as done.',
    since: (state) => `This visit has been updated since; it is now ${state}.`,
    reason: 'Reason',
    by: 'Updated by',
    confirmAgain: 'The time or the team has changed; the team leader is asked to confirm again.',
  },
}
