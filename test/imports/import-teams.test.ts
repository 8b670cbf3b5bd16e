import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importPeople } from '../../src/imports/people/import-people.ts'
import { importTeams } from '../../src/imports/people/import-teams.ts'
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
      orderBy: [{ person: { key: 'asc' } }, { duty: 'asc' }, { fromDay: { sort: 'asc', nulls: 'first' } }],
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
  const back = sheet('back.csv', 'team,person,duty', '3,binh,leader', '3,an,leader')
  expect(await importTeams(base.db, back, onDay('2020-08-01'))).toMatchObject({ created: 1, unchanged: 1 })
  // The earlier period stays: it says who saw what.
  expect((await duties()).filter((one) => one.startsWith('3 an'))).toEqual([
    '3 an leader ? 2020-06-30',
    '3 an leader 2020-08-01 -',
  ])
  expect(await importTeams(base.db, back, onDay('2020-08-09'))).toMatchObject({ unchanged: 2, created: 0 })
})

describe('from day to day', () => {
  const head = 'team,name,person,duty,from,to'
  const from = (...rows: string[]) => sheet('days.csv', head, ...rows)

  it('a file says when somebody is on a team, one period after the other, and says it twice without harm', async () => {
    const rows = from('3,Ba,an,leader,01/06/2020,2020-07-31', '3,,an,member,2020-08-01,', '3,,binh,leader,2020-08-01,')
    expect(await importTeams(base.db, rows, options)).toMatchObject({ created: 3 })
    const wanted = ['3 an leader 2020-06-01 2020-07-31', '3 an member 2020-08-01 -', '3 binh leader 2020-08-01 -']
    expect(await duties()).toEqual(wanted)
    for (const day of ['2020-06-16', '2020-09-01'])
      expect(await importTeams(base.db, rows, onDay(day))).toMatchObject({ unchanged: 3, ended: 0 })
    expect(await duties()).toEqual(wanted)
  })

  it('changes the period that it overlaps, and begins anew beside one that has run out', async () => {
    await importTeams(base.db, from('3,Ba,an,leader,2020-06-01,2020-07-31'), options)
    expect(await importTeams(base.db, from('3,,an,leader,2020-06-10,2020-08-31'), options)).toMatchObject({
      updated: 1,
    })
    expect(await duties()).toEqual(['3 an leader 2020-06-10 2020-08-31'])
    await importTeams(base.db, from('3,,an,leader,2020-10-01,'), onDay('2020-09-15'))
    expect(await duties()).toEqual(['3 an leader 2020-06-10 2020-08-31', '3 an leader 2020-10-01 -'])
  })

  it('a place dropped before its time, or on its day, covers no day, and can be given again', async () => {
    const both = from('3,Ba,an,leader,2020-07-01,', '3,,binh,member,2020-06-16,')
    await importTeams(base.db, both, options)
    await importTeams(base.db, from('3,,chi,leader,,'), options)
    expect((await duties()).slice(0, 2)).toEqual([
      '3 an leader 2020-07-01 2020-06-15',
      '3 binh member 2020-06-16 2020-06-15',
    ])
    const again = sheet('again.csv', 'team,person,duty,from', '3,an,leader,2020-07-01')
    expect(await importTeams(base.db, again, options)).toMatchObject({ updated: 1, problems: [] })
    expect((await duties())[0]).toBe('3 an leader 2020-07-01 -')
    for (const row of ['3,,binh,member,,', '3,,an,leader,,', '3,,binh,member,,'])
      expect(await importTeams(base.db, from(row), onDay('2020-08-01'))).toMatchObject({ imported: true })
    expect((await duties()).filter((one) => one.startsWith('3 binh'))).toEqual([
      '3 binh member 2020-06-16 2020-06-15',
      '3 binh member 2020-08-01 -',
    ])
  })

  it('refuses days that do not exist or are in the wrong order, and somebody twice on the same days', async () => {
    const bad = from(
      '3,Ba,an,leader,31/06/2020,',
      '3,Ba,binh,leader,2020-07-01,2020-06-30',
      '3,Ba,chi,leader,2020-06-01,2020-07-01',
      '3,,chi,member,2020-07-01,',
    )
    const report = await importTeams(base.db, bad, options)
    expect(report.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 from',
      '3 to',
      '4 person',
      '5 person',
    ])
    await importTeams(base.db, from('3,Ba,an,leader,2020-08-01,'), options)
    const ends = await importTeams(base.db, sheet('to.csv', 'team,person,duty,to', '3,an,leader,2020-07-01'), options)
    expect(ends.problems).toMatchObject([{ row: 2, column: 'to' }])
  })
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
