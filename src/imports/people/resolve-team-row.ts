import { type GoodRow, problem } from '../sheets/check-rows.ts'
import type { Problem } from '../sheets/report.ts'
import { foldName, type PeopleNames } from './find-person.ts'
import { numberOfTeam } from './find-team.ts'
import type { TeamRow } from './team-row.ts'

/** How teams and people are called, by what is stored. */
export type CalledNames = { team(called: string): string | undefined; readonly person: PeopleNames }

/**
 * A row with the keys of its team and person, whatever it calls them. A team that is not stored is new: its key is the
 * number in `Đoàn công tác số 3`, which names it then, or the cell itself.
 */
export function resolveTeamRow(
  row: GoodRow<TeamRow>,
  called: CalledNames,
): { readonly row: GoodRow<TeamRow>; readonly problems: readonly Problem[] } {
  const { number, cells, value } = row
  const problems: Problem[] = []
  const known = called.team(value.team)
  const told = known === undefined ? numberOfTeam(value.team) : undefined
  const team = known ?? told ?? value.team
  if (team.length > 40 || /[\s,]/u.test(team))
    problems.push(
      problem(
        number,
        cells,
        'team',
        'is no team that is known; a new one is called by its number or a key without spaces',
      ),
    )
  const person = called.person(value.person)
  if ('reason' in person)
    problems.push(problem(number, cells, (cells.person ?? '') === '' ? 'person_name' : 'person', person.reason))
  else if (isOther(value, person.name)) {
    const reason = `is another name than that of "${person.key}", ${person.name}: which of them is meant?`
    problems.push(problem(number, cells, 'person_name', reason))
  }
  const name = value.name ?? (told === undefined ? value.name : value.team)
  const found = 'key' in person ? person.key : value.person
  return { row: { ...row, value: { ...value, team, person: found, name } }, problems }
}

/** Whether the row names somebody else beside the key. A row without one is called by the name alone (`withPerson`). */
const isOther = ({ person, person_name: name }: TeamRow, stored: string): boolean =>
  typeof name === 'string' && name !== person && foldName(name) !== foldName(stored)
