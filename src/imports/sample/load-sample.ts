import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { record } from '../../audit/record.ts'
import { commit } from '../../database/commit.ts'
import type { Db, Write } from '../../database/db.ts'
import { webPlace } from '../people/account-claims.ts'
import { headOf, itemsOf, PlanFile, teamsOf, unitsOf } from '../plan/plan-file.ts'
import { checkRows } from '../sheets/check-rows.ts'
import { readCsv } from '../sheets/read-csv.ts'
import { changeUnits, type StoredUnit } from '../units/change-units.ts'
import { UnitRow, unitColumnNames } from '../units/unit-row.ts'
import { seats } from './roster.ts'

const planFile = new URL('./plan-2020.json', import.meta.url)
const successorsFile = new URL('../../plan/units/successors-2025.csv', import.meta.url)

/** True while nobody has imported anything: no people, plan, teams or units. */
export async function isEmpty(db: Db): Promise<boolean> {
  const counts = await Promise.all([db.person.count(), db.plan.count(), db.team.count(), db.unit.count()])
  return counts.every((count) => count === 0)
}

/**
 * Fills an empty database with the sample plan and the sample seats, each with an account in the web chat, in one
 * transaction. Refuses any other database: sample people must never mix with real ones.
 */
export async function loadSample(db: Db, now: Date): Promise<void> {
  if (!(await isEmpty(db))) throw new Error('The sample is loaded into an empty database only.')
  const source = await readFile(planFile, 'utf8')
  const file = PlanFile.parse(JSON.parse(source))
  const head = headOf(file, source)
  const planId = randomUUID()
  const units = unitsOf(file).map((unit) => ({ id: randomUUID(), ...unit, ...asIn2020 }))
  const planned = units.map(({ id }, at) => ({ planId, unitId: id, position: at + 1 }))
  const people = seats.map((seat) => ({ ...seat, id: randomUUID() }))
  const teams = teamsOf(file).map((team) => ({ id: randomUUID(), ...team, sample: true }))
  const duties = people.flatMap(({ id, team }) => {
    const found = teams.find((one) => one.key === team?.key)
    return team === undefined || found === undefined ? [] : [{ teamId: found.id, personId: id, duty: team.duty }]
  })
  // The seats are held from the first day of the plan's year, so that any day of it can be rehearsed.
  const fromDay = `${head.year}-01-01`
  const facts = { people: people.length, items: file.items.length, teams: teams.length }
  const loaded = await commit(db, [
    db.plan.create({ data: { id: planId, ...head, sample: true, createdAt: now } }),
    db.workItem.createMany({ data: itemsOf(file).map((item) => ({ id: randomUUID(), planId, ...item })) }),
    db.unit.createMany({ data: units }),
    db.planUnit.createMany({ data: planned }),
    ...(await succession(db, units)),
    db.team.createMany({ data: teams }),
    db.person.createMany({
      data: people.map(({ id, key, name, title, organisation }) => ({
        id,
        key,
        name,
        honorific: 'Đồng chí',
        title,
        organisation,
        sample: true,
        createdAt: now,
      })),
    }),
    db.role.createMany({ data: people.map(({ id, role }) => ({ id: randomUUID(), personId: id, role, fromDay })) }),
    db.account.createMany({
      data: people.map(({ id, key }) => ({ id: randomUUID(), personId: id, ...webPlace(key) })),
    }),
    db.duty.createMany({ data: duties.map((duty) => ({ id: randomUUID(), ...duty })) }),
    record(db, { at: now, actor: 'start', deed: 'sample.load', subject: 'plan-2020.json', facts }),
  ])
  // Another process started on the same empty database at the same moment, and has loaded it.
  if (!loaded && (await isEmpty(db))) throw new Error('The sample could not be loaded.')
}

/** The plan knows of no end and no successor of its units. */
const asIn2020 = { shortNames: null, fromDay: null, toDay: null, successorId: null, source: null }

/** What became of the plan's units since: from the file that an operator could import as well. */
async function succession(db: Db, units: readonly StoredUnit[]): Promise<readonly Write[]> {
  const sheet = readCsv('successors-2025.csv', await readFile(successorsFile))
  const { good, problems } = checkRows(sheet, unitColumnNames, UnitRow, {})
  const found = changeUnits(db, good, units)
  const [wrong] = [...problems, ...found.problems]
  if (wrong !== undefined) throw new Error(`${sheet.file}, row ${wrong.row}: ${wrong.reason}`)
  return found.change.writes
}
