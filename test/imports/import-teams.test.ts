import { afterEach, beforeEach, expect, it } from 'vitest'
import { importPeople } from '../../src/imports/import-people.ts'
import { importTeams } from '../../src/imports/import-teams.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { onDay, options, sheet } from './write-files.ts'

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
  await importPeople(base.db, sheet('p.csv', 'key,name,role', 'an,An,team', 'binh,Bình,team', 'chi,Chi,team'), options)
})
afterEach(() => base.drop())

const teams = sheet(
  'teams.csv',
  'team,name,person,duty',
  '3,Đoàn công tác số 3,an,leader',
  '3,,binh,member',
  '4,Đoàn công tác số 4,chi,Leader',
)
const duties = async () =>
  (
    await base.db.duty.findMany({
      include: { team: true, person: true },
      orderBy: [{ person: { key: 'asc' } }, { duty: 'asc' }],
    })
  ).map(
    ({ team, person, duty, fromDay, toDay }) => `${team.key} ${person.key} ${duty} ${fromDay ?? '?'} ${toDay ?? '-'}`,
  )

it('makes teams with their people, and nothing more when imported again', async () => {
  expect(await importTeams(base.db, teams, options)).toMatchObject({ created: 3, imported: true })
  expect(await duties()).toEqual(['3 an leader ? -', '3 binh member ? -', '4 chi leader ? -'])
  expect((await base.db.team.findUniqueOrThrow({ where: { key: '3' } })).name).toBe('Đoàn công tác số 3')
  expect(await importTeams(base.db, teams, onDay('2020-09-01'))).toMatchObject({ unchanged: 3, ended: 0 })
  expect(await base.db.audit.count({ where: { deed: 'import.teams' } })).toBe(1)
})

it('ends who is no longer named for a team of the file, leaves other teams, and takes somebody back', async () => {
  await importTeams(base.db, teams, options)
  const next = sheet('next.csv', 'team,person,duty', '3,binh,leader')
  expect(await importTeams(base.db, next, onDay('2020-07-01'))).toMatchObject({ created: 1, ended: 2 })
  expect(await duties()).toEqual([
    '3 an leader ? 2020-06-30',
    '3 binh leader ? -',
    '3 binh member ? 2020-06-30',
    '4 chi leader ? -',
  ])
  await importTeams(base.db, sheet('back.csv', 'team,person,duty', '3,binh,leader', '3,an,leader'), onDay('2020-08-01'))
  expect(await duties()).toContain('3 an leader 2020-08-01 -')
})

it('refuses unknown people, unknown duties, a person twice, a new team without a name and one with two', async () => {
  const bad = sheet(
    'bad.csv',
    'team,name,person,duty',
    '1,Một,nobody,member',
    '1,Một,an,boss',
    '2,Hai,binh,member',
    '2,Hai,binh,leader',
    '5,,an,member',
    '6,Sáu,an,member',
    '6,Sáu B,chi,member',
  )
  const report = await importTeams(base.db, bad, options)
  expect(report.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
    '2 person',
    '3 duty',
    '4 person',
    '5 person',
    '6 name',
    '7 name',
    '8 name',
  ])
  expect(await base.db.team.count()).toBe(0)
})

it('in a dry run changes nothing and reports the same numbers', async () => {
  const dry = await importTeams(base.db, teams, { ...options, dryRun: true })
  expect(await base.db.duty.count()).toBe(0)
  expect(await importTeams(base.db, teams, options)).toEqual({ ...dry, imported: true })
})
