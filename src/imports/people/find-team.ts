import { allFileWords } from '../../texts/file-words.ts'
import { fold } from '../../texts/fold.ts'

type Known = { readonly key: string; readonly name: string }

const before = allFileWords.flatMap(({ teams }) => teams.map(fold))
const numbered = new RegExp(`^(?:${before.join('|')}) ?0*([1-9]\\d{0,6})$`)

/** The number in `Đoàn công tác số 3`, `ĐCT 3`, `Team 3`; undefined where a cell says something else. */
export const numberOfTeam = (called: string): string | undefined => numbered.exec(fold(called))?.[1]

/**
 * Finds a team by what a cell calls it: its key, its name (with or without diacritics), or its number after the word for
 * a team. Undefined where there is none; what two teams are called so finds neither.
 */
export function findTeams(teams: readonly Known[]): (called: string) => string | undefined {
  const keys = new Set(teams.map(({ key }) => key))
  const byName = Map.groupBy(teams, ({ name }) => fold(name))
  return (called) => {
    if (keys.has(called)) return called
    const [team, ...others] = byName.get(fold(called)) ?? []
    if (team !== undefined && others.length === 0) return team.key
    const number = numberOfTeam(called)
    return number !== undefined && keys.has(number) ? number : undefined
  }
}
