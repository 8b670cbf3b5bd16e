import { randomUUID } from 'node:crypto'
import { dayIn } from '../../calendar/zoned.ts'
import type { Db } from '../../database/db.ts'
import { takeTurn } from '../../database/turns.ts'
import { overlap } from '../../inspection-teams/duty-spans.ts'
import { checkRows, type GoodRow, problem, withoutBad } from '../sheets/check-rows.ts'
import { conclude, inBatches } from '../sheets/conclude.ts'
import type { Change, ImportOptions, ImportReport, Problem } from '../sheets/report.ts'
import { type Sheet, unguarded } from '../sheets/sheet.ts'
import { goesOn, matchDuty, type WantedDuty } from './duty-periods.ts'
import { findPeople } from './find-person.ts'
import { findTeams } from './find-team.ts'
import { resolveTeamRow } from './resolve-team-row.ts'
import { lastDay } from './role-periods.ts'
import { TeamRow, teamColumns, withPerson } from './team-row.ts'

/**
 * Imports who sits on which team: one duty a row, people by key, name or e-mail address, from a day to a day where the
 * file says so. A team of
 * the file loses those whom the file no longer names for it (the day before today is their last); teams that the file
 * does not name stay as they are. Whoever comes back begins anew today.
 */
export async function importTeams(db: Db, sheet: Sheet, options: ImportOptions): Promise<ImportReport> {
  const checked = checkRows(withPerson(unguarded(sheet)), teamColumns, TeamRow, options)
  // Duties are given and ended in the chat as well.
  const turns = [...(await takeTurn(db, 'imports')), ...(await takeTurn(db, 'duties'))]
  const stored = await readStored(db)
  const today = dayIn(options.now, options.zone)
  const resolved = checked.good.map((row) => resolveTeamRow(row, stored.called))
  const rows = resolved.map((one) => one.row)
  const problems: Problem[] = [
    ...checked.problems,
    ...resolved.flatMap((one) => one.problems),
    ...findTwiceAtOnce(rows),
    ...rows.flatMap((row) => findBackwards(row, stored, today)),
    ...findNameless(rows, stored),
  ]
  const good = withoutBad(rows, problems)
  const change = toChange(db, good, stored, today)
  const { unknownColumns, usable, warnings } = checked
  return conclude(
    db,
    {
      file: sheet.file,
      kind: 'teams',
      rows: sheet.rows.length,
      problems,
      unknownColumns,
      usable,
      change,
      turns,
      warnings,
      columns: checked.columns,
    },
    options,
  )
}

type Stored = Awaited<ReturnType<typeof readStored>>

async function readStored(db: Db) {
  const [teams, people] = await Promise.all([
    db.team.findMany({ include: { duties: true } }),
    db.person.findMany({ select: { id: true, key: true, name: true, organisation: true, email: true } }),
  ])
  return {
    called: { team: findTeams(teams), person: findPeople(people) },
    teams: new Map(teams.map((team) => [team.key, team])),
    people: new Map(people.map((person) => [person.key, person.id])),
  }
}

/** Rows that put somebody on a team twice for the same days. */
function findTwiceAtOnce(rows: readonly GoodRow<TeamRow>[]): Problem[] {
  const sorted = Map.groupBy(rows, ({ value }) => JSON.stringify([value.team, value.person]))
  return [...sorted.values()].flatMap((same) => {
    const days = (row: GoodRow<TeamRow>) => ({ fromDay: row.value.from ?? null, toDay: row.value.to ?? null })
    const twice = same.filter((row) => same.some((other) => other !== row && overlap(days(row), days(other))))
    const reason = `stands in several rows: ${twice.map((row) => row.number).join(', ')}`
    return twice.map((row) => problem(row.number, row.cells, 'person', reason))
  })
}

/** A row whose one day goes with the stored other one no more. */
function findBackwards({ number, cells, value }: GoodRow<TeamRow>, stored: Stored, today: string): Problem[] {
  const held = stored.teams.get(value.team)?.duties ?? []
  const { fromDay, toDay } = matchDuty(held, wantedOf(value, stored), today).period
  if (fromDay === null || toDay === null || fromDay <= toDay) return []
  return [problem(number, cells, 'to', `the duty would end before it begins (${fromDay})`)]
}

const wantedOf = (value: TeamRow, stored: Stored): WantedDuty => ({
  personId: stored.people.get(value.person) ?? '',
  duty: value.duty,
  from: value.from ?? null,
  to: value.to,
})

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
  const taken = new Set<string>()
  const duties = teams.flatMap(({ id, team, same }) =>
    same.map(({ value }) => {
      // Each row has a period of its own: somebody may sit there twice, one time after the other.
      const free = (team?.duties ?? []).filter((one) => !taken.has(one.id))
      const { match, period } = matchDuty(free, wantedOf(value, stored), today)
      if (match !== undefined) taken.add(match.id)
      return { teamId: id, personId: stored.people.get(value.person) ?? '', duty: value.duty, match, period }
    }),
  )
  const added = duties.filter((one) => one.match === undefined)
  const changed = duties.flatMap(({ match, period }) =>
    match !== undefined && (match.fromDay !== period.fromDay || match.toDay !== period.toDay)
      ? [{ id: match.id, period }]
      : [],
  )
  const ended = teams.flatMap(({ team }) =>
    (team?.duties ?? []).filter((one) => goesOn(one, today) && !taken.has(one.id)),
  )
  const touched = new Set(renamed.map((one) => one.id))
  const moved = new Set(changed.map((one) => one.id))
  const updated = duties.filter(
    ({ teamId, match }) => match !== undefined && (moved.has(match.id) || touched.has(teamId)),
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
      ...changed.map(({ id, period }) => db.duty.update({ where: { id }, data: period, select: { id: true } })),
      ...inBatches(added).map((some) =>
        db.duty.createMany({
          data: some.map(({ teamId, personId, duty, period }) => ({
            id: randomUUID(),
            teamId,
            personId,
            duty,
            ...period,
          })),
        }),
      ),
    ],
  }
}
