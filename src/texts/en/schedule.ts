import { formatDay, formatDayWithWeekday, formatWhole } from '../dates.ts'
import type { scheduleTexts as source } from '../vi/schedule.ts'

/** The same in English. */
export const scheduleTexts: typeof source = {
  states: { planned: 'planned', confirmed: 'confirmed', done: 'done', cancelled: 'called off' },
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
    `${team} has not been assigned a unit; the source does not state which team goes to which unit.`,
  noneForUnit: (unit) => `${unit}: no team is assigned; the source states neither team nor day.`,
  notInspected: (unit) => `${unit} is not among the units that the plan wants inspected.`,
  noneMine: 'The teams that you sit on have no visits at present.',
  noTeam: 'This account sits on no inspection team at present.',
  noneFor: (who) => `${who} has no visit at present.`,
  noneIn: (when) => `${when.charAt(0).toUpperCase()}${when.slice(1)}: no visits.`,
  nearest: (line) => `Nearest: ${line}`,
  unknown: (named) =>
    `There is no team, unit or person called “${named}”. Type “teams” or “schedule” to see what there is.`,
  unknownForOthers: (named) =>
    `There is no team or unit called “${named}”. Type “teams” or “schedule” to see what there is.`,
  likely: 'Is it one of these units:',
  several: (named, people) => `Several people are called “${named}”. Please give the key: ${people.join(', ')}.`,
  merged: (from, to, day, source) =>
    `Since ${formatDay(day, 'en')}, ${from} is part of ${to}${source === null ? '' : ` (${source})`}.`,
  file: 'Download .ics',
  links: 'Calendar links',
  add: 'Add a visit',
  assign: 'Assign',
  overview: 'Overview',
  ownOnly: 'Only the visits of your own teams are shown.',
  noneShown: 'There is no such visit of your own teams. Those of other teams are not shown here.',
  datesOnly: 'Of other teams only team, unit and day are shown.',
}
