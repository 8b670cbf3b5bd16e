import { formatMonth } from '../dates.ts'
import type { overviewTexts as source } from '../vi/overview.ts'

const monthName = (month: string): string => formatMonth(month, 'en')
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** The same in English. */
export const overviewTexts: typeof source = {
  button: 'Overview of visits',
  title: (year) => `Overview of inspections in ${year}`,
  summary: (total, dated, undated, unassigned) =>
    `${count(total, 'unit', 'units')}: ${dated} scheduled, ${undated} with a team but no date, ${unassigned} without a team.`,
  noUnits: (year) => `The ${year} plan has no list of units to be inspected yet.`,
  visits: (visits, planned, confirmed, done) =>
    `${count(visits, 'visit', 'visits')}: ${planned} planned, ${confirmed} confirmed, ${done} done.`,
  elsewhere: (n, year) => `Of these, ${count(n, 'visit is', 'visits are')} outside ${year}.`,
  unassigned: (n, notStated) => `No team assigned (${n}), ${notStated}:`,
  undated: (n, notStated) => `Team assigned, no date yet (${n}), ${notStated}:`,
  undatedUnit: (unit, teams) => `${unit} (${teams})`,
  moreUnits: (n) => `and ${count(n, 'other unit', 'other units')}`,
  moreButtons: (n) => `and ${count(n, 'other unit', 'other units')}; type a unit’s name to open it.`,
  assign: (unit) => `Assign: ${unit}`,
  date: (unit) => `Set a date: ${unit}`,
  load: (n) => `Visits by quarter, ${count(n, 'team', 'teams')}`,
  noTeams: 'There is no inspection team yet.',
  team: 'Team',
  teamNo: (key) => `Team ${key}`,
  leaderless: (team) => `${team} (no leader)`,
  quarters: ['Q1', 'Q2', 'Q3', 'Q4'],
  noDay: 'No date',
  done: 'Done',
  all: 'All',
  exportHint: 'The system administrator can export all visits as XLSX or CSV.',
  schedule: 'Upcoming visits',

  picture: {
    file: (year) => `teams-by-quarter-${year}`,
    title: (year) => `Visits by team and quarter, ${year}`,
    legend: 'Visits:',
    moreTeams: (n) => `and ${count(n, 'other team', 'other teams')} (see the table)`,
    columns: ['Q1', 'Q2', 'Q3', 'Q4', 'No date'],
    alt: (year, rows) => `Heat map: visits by team and quarter, ${year}. ${rows}`,
    altRow: (team, first, second, third, fourth, undated) =>
      `${team}: Q1 ${first}, Q2 ${second}, Q3 ${third}, Q4 ${fourth}, no date ${undated}`,
  },

  month: {
    name: (month) => monthName(month),
    title: (month) => `Inspections in ${monthName(month)}`,
    summary: (month, n) =>
      n === 0
        ? `There are no visits in ${monthName(month)}.`
        : `${count(n, 'visit', 'visits')} in ${monthName(month)}.`,
    week: 'Week',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    team: (key) => `T${key}`,
    more: (n) => `+${n}`,
    off: (day, name) => `${day}: day off, ${name}`,
    worked: (day, name) => `${day}: working day in exchange, ${name}`,
    marks: (days) => `* ${days}.`,
    visit: (when, unit, team, state) => `${when}: ${unit}, ${team} (${state})`,
    endsAt: (time) => `to ${time}`,
    moreVisits: (n) => `and ${count(n, 'other visit', 'other visits')}; type “schedule” to see them.`,
  },
}
