import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayIn } from '../calendar/zoned.ts'
import type { Db } from '../database/open.ts'
import { key, optional, required } from './cells.ts'
import { type Columns, checkRows, findTwice, type GoodRow, problem, withoutBad } from './check-rows.ts'
import { conclude, inBatches } from './conclude.ts'
import type { Change, ImportOptions, ImportReport, Problem } from './report.ts'
import { lastDay } from './role-periods.ts'
import type { Sheet } from './sheet.ts'

const columns: Columns = { required: ['team', 'person', 'duty'], optional: ['name'] }

const TeamRow = z.object({
  team: key(40),
  name: optional(),
  person: key(),
  duty: required()
    .transform((cell) => cell.toLowerCase())
    .pipe(z.enum(['leader', 'member'], 'is neither leader nor member')),
})
type TeamRow = z.infer<typeof TeamRow>

/**
 * Imports who sits on which team: one duty a row, people by key. A team of the file loses those whom the file no longer
 * names for it (the day before today is their last); teams that the file does not name stay as they are.
 */
export async function importTeams(db: Db, sheet: Sheet, options: ImportOptions): Promise<ImportReport> {
  const checked = checkRows(sheet, columns, TeamRow)
  const stored = await readStored(db)
  const problems: Problem[] = [
    ...checked.problems,
    ...findTwice(checked.good, 'person', (row) => JSON.stringify([row.team, row.person])),
    ...checked.good.flatMap((row) => findUnknown(row, stored)),
    ...findNameless(checked.good, stored),
  ]
  const good = withoutBad(checked.good, problems)
  const change = toChange(db, good, stored, dayIn(options.now, options.zone))
  const { unknownColumns, usable } = checked
  return conclude(
    db,
    { file: sheet.file, kind: 'teams', rows: sheet.rows.length, problems, unknownColumns, usable, change },
    options,
  )
}

type Stored = Awaited<ReturnType<typeof readStored>>

async function readStored(db: Db) {
  const [teams, people] = await Promise.all([
    db.team.findMany({ include: { duties: true } }),
    db.person.findMany({ select: { id: true, key: true } }),
  ])
  return {
    teams: new Map(teams.map((team) => [team.key, team])),
    people: new Map(people.map((person) => [person.key, person.id])),
  }
}

function findUnknown({ number, cells, value }: GoodRow<TeamRow>, stored: Stored): Problem[] {
  if (stored.people.has(value.person)) return []
  return [problem(number, cells, 'person', 'no person has this key; import the people first')]
}

/** Rows of a team that is called by two names, or of a new team that no row names. */
function findNameless(rows: readonly GoodRow<TeamRow>[], stored: Stored): Problem[] {
  return [...Map.groupBy(rows, (row) => row.value.team)].flatMap(([team, same]) => {
    const names = namesIn(same)
    if (names.length === 1 || (names.length === 0 && stored.teams.has(team))) return []
    const reason =
      names.length === 0 ? 'is empty, and the team is new' : `the team has several names: ${names.join('; ')}`
    return same.map((row) => problem(row.number, row.cells, 'name', reason))
  })
}

const namesIn = (rows: readonly GoodRow<TeamRow>[]) => [...new Set(rows.flatMap((row) => row.value.name ?? []))]

function toChange(db: Db, rows: readonly GoodRow<TeamRow>[], stored: Stored, today: string): Change {
  const teams = [...Map.groupBy(rows, (row) => row.value.team)].map(([teamKey, same]) => {
    const team = stored.teams.get(teamKey)
    const name = namesIn(same)[0] ?? team?.name ?? teamKey
    return { id: team?.id ?? randomUUID(), key: teamKey, name, team, same }
  })
  const newTeams = teams.filter((one) => one.team === undefined)
  const renamed = teams.filter((one) => one.team !== undefined && (one.team.name !== one.name || one.team.sample))
  const duties = teams.flatMap(({ id, team, same }) =>
    same.map(({ value }) => {
      const wanted = { teamId: id, personId: stored.people.get(value.person) ?? '', duty: value.duty }
      const held = team?.duties.find((one) => one.personId === wanted.personId && one.duty === wanted.duty)
      return { teamId: id, wanted, held }
    }),
  )
  const added = duties.filter((one) => one.held === undefined)
  const resumed = duties.flatMap(({ teamId, held }) =>
    held !== undefined && !goesOn(held, today) ? [{ teamId, held }] : [],
  )
  const kept = new Set(duties.flatMap((one) => one.held?.id ?? []))
  const ended = teams.flatMap(({ team }) =>
    (team?.duties ?? []).filter((one) => goesOn(one, today) && !kept.has(one.id)),
  )
  const touched = new Set(renamed.map((one) => one.id))
  const updated = duties.filter(
    ({ teamId, held }) => held !== undefined && (!goesOn(held, today) || touched.has(teamId)),
  ).length
  return {
    created: added.length,
    updated,
    unchanged: rows.length - added.length - updated,
    ended: ended.length,
    writes: [
      ...inBatches(newTeams).map((some) =>
        db.team.createMany({ data: some.map(({ id, key, name }) => ({ id, key, name })) }),
      ),
      ...renamed.map(({ id, name }) =>
        db.team.update({ where: { id }, data: { name, sample: false }, select: { id: true } }),
      ),
      ...inBatches(ended).map((some) =>
        db.duty.updateMany({ where: { id: { in: some.map((one) => one.id) } }, data: { toDay: lastDay(today) } }),
      ),
      // One row a team, person and duty: somebody who comes back is on the team from today.
      ...resumed.map(({ held }) =>
        db.duty.update({ where: { id: held.id }, data: { fromDay: today, toDay: null }, select: { id: true } }),
      ),
      ...inBatches(added).map((some) =>
        // The file does not say since when: no first day is made up.
        db.duty.createMany({ data: some.map((one) => ({ id: randomUUID(), ...one.wanted })) }),
      ),
    ],
  }
}

const goesOn = (duty: { readonly toDay: string | null }, today: string) => duty.toDay === null || duty.toDay >= today
