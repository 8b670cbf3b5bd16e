import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { identities } from '../../adapters/index.ts'
import type { Db } from '../../src/database/db.ts'
import { takeTurn } from '../../src/database/turns.ts'
import { importPeople } from '../../src/imports/people/import-people.ts'
import { importTeams } from '../../src/imports/people/import-teams.ts'
import { importPlan } from '../../src/imports/plan/import-plan.ts'
import type { ImportReport } from '../../src/imports/sheets/report.ts'
import { importUnits } from '../../src/imports/units/import-units.ts'
import { importVisits } from '../../src/imports/visits/import-visits.ts'
import { linkAccount } from '../../src/people/accounts/link.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { changedMeanwhile } from '../support/meanwhile.ts'
import { options, sheet } from './write-files.ts'

const sample = JSON.parse(await readFile(new URL('../../src/imports/sample/plan-2020.json', import.meta.url), 'utf8'))

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
  for (const take of [roster(''), units('source', 'Bộ Y tế,ministry,'), plan('Năm đầu'), teams('an')])
    await take(base.db)
})
afterEach(() => base.drop())

type Take = (db: Db) => Promise<ImportReport>
const roster = (title: string, ...more: string[]): Take => {
  const file = sheet('people.csv', 'key,name,role,title', `an,An,team,${title}`, 'binh,Bình,team,', ...more)
  return (db) => importPeople(db, file, options)
}
const units = (column: string, ...rows: string[]): Take => {
  return (db) => importUnits(db, sheet('units.csv', `name,kind,${column}`, ...rows), options)
}
const teams = (...people: string[]): Take => {
  const rows = people.map((person) => `1,Đoàn công tác số 1,${person},member`)
  return (db) => importTeams(db, sheet('teams.csv', 'team,name,person,duty', ...rows), options)
}
const visits = (day: string): Take => {
  return (db) => importVisits(db, sheet('visits.csv', 'team,unit,starts', `1,Bộ Y tế,${day}T08:00`), options)
}
const plan = (title: string): Take => {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...sample, plan: { ...sample.plan, title } }))
  return (db) => importPlan(db, { file: 'plan.json', bytes }, options)
}

const imported = async () => (await base.db.audit.findMany()).filter((line) => line.deed.startsWith('import.')).length

it.each<readonly [string, Take, Take]>([
  ['people, of whom one has a title and there are more', roster('Vụ trưởng'), roster('', 'chi,Chi,team,')],
  ['people who sit on a team, and others', roster('Vụ trưởng'), teams('an', 'binh')],
  ['teams with other people', teams('an', 'binh'), teams('binh')],
  ['units with other columns', units('source', 'Bộ Y tế,ministry,QĐ 1'), units('short_names', 'Bộ Y tế,ministry,BYT')],
  ['visits on other days', visits('2020-06-22'), visits('2020-06-23')],
  ['plans with another title', plan('Bản một'), plan('Bản hai')],
])('of two files read at the same moment the second is refused whole: %s', async (_, first, second) => {
  const before = await imported()
  const db = changedMeanwhile(base, async () => expect(await first(base.db)).toMatchObject({ imported: true }))
  await expect(second(db)).rejects.toThrow('run it again')
  expect(await imported()).toBe(before + 1)
  // Run again it is read on what stands now.
  expect(await second(base.db)).toMatchObject({ imported: true })
})

it('the same file twice at the same moment is imported once', async () => {
  const before = await imported()
  const taken = await Promise.allSettled([visits('2020-06-22')(base.db), visits('2020-06-22')(base.db)])
  expect(taken.some((one) => one.status === 'fulfilled')).toBe(true)
  expect(await base.db.visit.count()).toBe(1)
  expect(await imported()).toBe(before + 1)
})

it('an account that is linked to somebody while a file names it for another stays with them', async () => {
  const place = { platform: 'slack', tenant: 'T1', user: 'U9' }
  await base.db.account.create({ data: { id: 'account', ...place } })
  const db = changedMeanwhile(base, () => linkAccount(base.db, 'binh', place, { ...options, identities }))
  const file = sheet('people.csv', 'key,name,role,slack_team,slack_user', 'an,An,team,T1,U9')
  await expect(importPeople(db, file, options)).rejects.toThrow('run it again')
  expect(await base.db.account.findUnique({ where: { id: 'account' }, include: { person: true } })).toMatchObject({
    person: { key: 'binh' },
  })
})

it('a turn is taken once by each who read the one before', async () => {
  const [one = [], other = []] = [await takeTurn(base.db, 'duties'), await takeTurn(base.db, 'duties')]
  await base.db.$transaction([...one])
  await expect(base.db.$transaction([...other])).rejects.toThrow()
  await base.db.$transaction([...(await takeTurn(base.db, 'duties'))])
})
