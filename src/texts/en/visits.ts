import { formatDay, formatDayWithWeekday } from '../dates.ts'
import type { visitsTexts as source } from '../vi/visits.ts'

const count = (n: number) => (n === 1 ? '1 person' : `${n} people`)

/** The same in English. */
export const visitsTexts: typeof source = {
  noDay: 'no date yet',
  which: (unit) => `${unit} has several visits. Please choose one:`,
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
  askMove: 'Ask to move it',
  change: 'Change, move',
  callOff: 'Call off',
  file: 'Download .ics',
  teamOf: (team) => `Schedule of ${team}`,
  another: 'Add another visit',
  waiting: (when) => `The team’s leader asks to move it to ${when}.`,

  formNew: 'New visit',
  formChange: (code) => `Change visit ${code}`,
  formSubmit: 'Preview',
  formIntro:
    'Nothing is stored yet. The next step shows any conflicts; only then is it saved and are those concerned told.',
  shifted: (days, from, to) =>
    `The new day below: ${formatDay(from, 'en')} and ${days} ${days === 1 ? 'day' : 'days'} is ${formatDay(to, 'en')}.`,
  notShifted: (days) => `Not used: “${days} ${days === 1 ? 'day' : 'days'} later”. Please choose the day below.`,
  unitHint: 'The unit’s name as in the plan',
  teamHint: 'The team’s number',
  dayHint: 'Empty: assigned, no date yet',
  endDay: 'Until (day)',
  endDayHint: 'Empty: within one day',
  endTime: 'Until (time)',
  noteHint: 'What to prepare, whom to contact',
  needsDay: 'A time needs a day.',
  needsTime: 'A day needs the time at which it begins.',
  needsEndTime: 'The last day needs the time at which it ends.',
  endsBefore: 'It must end after it begins.',
  tooLong: (days) => `A visit lasts ${days} days at most.`,
  tooMuch: 'Place, note and reason are too long together (quotes and line breaks count twice). Please shorten them.',
  noSuchUnit: (name) => `The plan has no unit “${name}”.`,
  noSuchTeam: (name) => `There is no team “${name}”.`,

  previewNew: 'Preview of a new visit: not saved',
  previewChange: (code) => `Preview of a change of ${code}: not saved`,
  fromTo: (from, to) => `${from} → ${to}`,
  nothing: 'Nothing differs from the schedule as it is.',
  willTell: (n) =>
    n === 0 ? 'There is nobody on the team to tell yet.' : `Once saved, the system tells ${count(n)} concerned.`,
  onlyYou: 'Nobody is on the team to tell but whoever is planning this.',
  save: 'Save and tell',
  saveAnyway: 'Save all the same',
  edit: 'Edit',
  saved: (n) => (n === 0 ? 'Saved.' : `Saved. The system is telling ${count(n)}.`),
  notTold: {
    title: (n) => `May not know of this visit (${n}):`,
    why: {
      unsure: 'it is not known whether the message arrived; please ask them',
      failed: 'could not be sent; please tell them in another way, and tell the administrator',
      unreachable: 'not reachable by chat; please tell them in another way',
    },
  },
  savedAlready: 'This change was saved before.',

  cancelTitle: (code) => `Call off ${code}`,
  cancelSubmit: 'Call off and tell',
  reason: 'Reason',
  reasonHint: 'Sent to those concerned.',
  cancelled: (n) =>
    n === 0 ? 'The visit is called off.' : `The visit is called off. The system is telling ${count(n)}.`,
  cancelledAlready: 'This visit was called off before.',

  conflicts: (n) => `To be considered (${n})`,
  noConflicts: 'No conflict was found.',
  conflict: {
    past: (day) => `The time it begins (${formatDay(day, 'en')}) has passed.`,
    outsideYear: (day, years) => `The day ${formatDay(day, 'en')} is outside the plan’s year (${years.join(', ')}).`,
    notInspected: 'The plan does not name this unit among those to be inspected.',
    unitGone: (from, to) =>
      `This unit ${from === null ? '' : `exists since ${formatDay(from, 'en')}`}${from !== null && to !== null ? ', ' : ''}${to === null ? '' : `existed until ${formatDay(to, 'en')} only`}.`,
    weekend: (day) => `${formatDayWithWeekday(day, 'en')} is a weekend.`,
    holiday: (day, name) => `${formatDayWithWeekday(day, 'en')} is a day off: ${name}.`,
    teamElsewhere: (visit) => `The team has another visit at that time (${visit}).`,
    teamPerhaps: (visit) =>
      `The team has another visit on that day; they may overlap, since an end is not stated (taken as 17:00): ${visit}.`,
    noEnd: 'end not stated',
    unitTwice: (visit) => `The unit has another visit on that day (${visit}).`,
    personElsewhere: (person, visit) => `${person} has a visit at that time with another team (${visit}).`,
    personPerhaps: (person, visit) =>
      `${person} has another team’s visit on that day; they may overlap, since an end is not stated (taken as 17:00): ${visit}.`,
    onLeave: (person, from, to) => `${person} is on leave from ${formatDay(from, 'en')} to ${formatDay(to, 'en')}.`,
    noLeader: 'The team has no leader on that day.',
    nobody: 'Nobody is on the team on that day.',
    ownSide: (person, organisation) => `${person} is from the inspected unit itself (${organisation}).`,
  },

  notifications: {
    planned: (team, unit, when) => `${team} has a new visit: ${unit}, ${when}.`,
    changed: (code, unit) => `The visit to ${unit} (${code}) has changed.`,
    cancelled: (code, unit, when) => `The visit to ${unit} (${code}), ${when}, is called off.`,
    leaves: (team, code, unit, when) => `The visit to ${unit} (${code}), ${when}, is no longer ${team}’s.`,
    goesTo: (team) => `It goes to ${team}.`,
    notTheirDay: (code, unit, when) =>
      `The visit to ${unit} (${code}), ${when}, was moved to a day on which you are not on the team.`,
    changedSince: 'This visit has changed since.',
    isConfirmed: 'This visit is confirmed.',
    isDone: 'This visit has been reported as done.',
    since: (state) => `This visit was updated since; now: ${state}.`,
    reason: 'Reason',
    by: 'Updated by',
    confirmAgain: 'The time or the team has changed, so the leader is asked to confirm it again.',
  },
}
