import { formatDay, formatDayWithWeekday, formatWhole } from '../dates.ts'
import type { scheduleTexts as source } from '../vi/schedule.ts'
import { asSubject, inSentence } from './names.ts'

/** The same in English. */
export const scheduleTexts: typeof source = {
  states: { planned: 'planned', confirmed: 'confirmed', done: 'done', cancelled: 'cancelled' },
  button: 'Visits',
  title: 'Schedule of visits',
  titleNext: 'Next visit',
  mine: 'my teams',
  everybody: 'all teams',
  about: (scope) => scope.join(', '),
  period: (from, to) => {
    if (from !== undefined && from === to) return formatDayWithWeekday(from, 'en')
    if (from !== undefined && to !== undefined)
      return formatWhole(from, to, 'en') ?? `from ${formatDay(from, 'en')} to ${formatDay(to, 'en')}`
    if (from !== undefined) return `from ${formatDay(from, 'en')}`
    return to === undefined ? '' : `until ${formatDay(to, 'en')}`
  },
  columns: {
    code: 'Visit',
    day: 'Day',
    when: 'When',
    unit: 'Unit',
    where: 'Unit, place',
    team: 'Team',
    who: 'Team, leader',
    leader: 'Leader',
    state: 'State',
  },
  with: (name, more) => (more === '' ? name : `${name}, ${more}`),
  count: (n) => (n === 1 ? '1 visit' : `${n} visits`),
  line: (visit) => `${visit.team}: ${visit.unit}, ${visit.when}${visit.state === '' ? '' : ` (${visit.state})`}.`,
  when: (day, time, lastDay) =>
    day === null
      ? 'no date yet'
      : `${formatDayWithWeekday(day, 'en')}${time === null ? '' : `, ${time}`}${lastDay === undefined ? '' : ` until ${formatDayWithWeekday(lastDay, 'en')}`}`,
  noDay: 'no date yet',
  noLeader: 'no leader yet',
  none: 'No visit has been scheduled yet.',
  noneForTeam: (team) =>
    `${asSubject(team)} has not been assigned a unit; the source does not state which team visits which unit.`,
  noneForUnit: (unit) => `${unit}: no team assigned; the source states neither team nor day.`,
  notInspected: (unit) => `${asSubject(unit)} is not among the units to be inspected under the plan.`,
  noneMine: 'Your teams have no visits at present.',
  noTeam: 'You are not on any inspection team at present.',
  noneFor: (who) => `${who} has no visits at present.`,
  noneIn: (when) => `${when.charAt(0).toUpperCase()}${when.slice(1)}: no visits.`,
  nearest: (line) => `Nearest: ${line}`,
  unknown: (named) => `There is no team, unit or person called “${named}”. Type “teams” or “schedule” to see the list.`,
  unknownForOthers: (named) =>
    `There is no team or unit called “${named}”. Type “teams” or “schedule” to see the list.`,
  likely: 'Did you mean one of these units?',
  several: (named, people) => `Several people are called “${named}”. Please give the code: ${people.join(', ')}.`,
  merged: (from, to, day, source) =>
    `Since ${formatDay(day, 'en')}, ${inSentence(from)} has been part of ${inSentence(to)}${source === null ? '' : ` (${source})`}.`,
  file: 'Download .ics',
  links: 'Calendar links',
  add: 'Add a visit',
  assign: 'Assign',
  overview: 'Overview',
  ownOnly: 'Only your own teams’ visits are shown.',
  noneShown: 'Your own teams have no such visit. Visits of other teams are not shown here.',
  datesOnly: 'For other teams, only the team, unit and day are shown.',
}
