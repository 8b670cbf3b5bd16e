import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importPeople } from '../../src/imports/people/import-people.ts'
import { type Ask, nobodyToAsk } from '../../src/people/accounts/ask-platform.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { aad, TENANT } from '../support/teams-activities.ts'
import { onDay, options, sheet } from './write-files.ts'

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
})
afterEach(() => base.drop())

const roster = sheet(
  'people.csv',
  'email,role,key,name,slack_team,slack_user,locale,from,to',
  'An@Example.VN,member|coordinator,an,Nguyễn Văn An,T1,U1,vi,01/01/2020,',
  ',member,binh,Trần Thị Bình,,,,2020-02-01,2020-12-31',
)

const roles = async (key: string) =>
  (await base.db.role.findMany({ where: { person: { key } }, orderBy: [{ role: 'asc' }, { fromDay: 'asc' }] })).map(
    ({ role, fromDay, toDay }) => `${role} ${fromDay} ${toDay ?? '-'}`,
  )
const accounts = async (key: string) =>
  (await base.db.account.findMany({ where: { person: { key } }, orderBy: { platform: 'asc' } })).map(
    ({ platform, tenant, user }) => `${platform} ${tenant}/${user}`,
  )

describe('a good roster', () => {
  it('makes people, roles by day, platform accounts and a web account, and one audit row without names', async () => {
    const report = await importPeople(base.db, roster, options)
    expect(report).toMatchObject({ kind: 'people', rows: 2, created: 2, updated: 0, unchanged: 0, imported: true })
    const an = await base.db.person.findUniqueOrThrow({ where: { key: 'an' } })
    expect(an).toMatchObject({ name: 'Nguyễn Văn An', email: 'an@example.vn', locale: 'vi', sample: false })
    expect(await roles('an')).toEqual(['coordinator 2020-01-01 -', 'member 2020-01-01 -'])
    expect(await roles('binh')).toEqual(['member 2020-02-01 2020-12-31'])
    expect(await accounts('an')).toEqual(['slack T1/U1', 'web local/an'])
    expect(await accounts('binh')).toEqual(['web local/binh'])
    const [audit, ...more] = await base.db.audit.findMany()
    expect(more).toEqual([])
    expect(audit).toMatchObject({ deed: 'import.people', actor: 'cli', subject: 'people.csv' })
    expect(audit?.facts).not.toContain('Nguyễn')
  })

  it('changes nothing when imported again, on a later day too', async () => {
    await importPeople(base.db, roster, options)
    const before = await base.db.role.findMany()
    for (const again of [options, onDay('2021-01-15')])
      expect(await importPeople(base.db, roster, again)).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: 2,
        ended: 0,
      })
    expect(await base.db.role.findMany()).toEqual(before)
    expect(await base.db.audit.count()).toBe(1)
  })

  it('in a dry run reports the same numbers and stores nothing', async () => {
    const dry = await importPeople(base.db, roster, { ...options, dryRun: true })
    expect(await base.db.person.count()).toBe(0)
    expect(await base.db.audit.count()).toBe(0)
    const real = await importPeople(base.db, roster, options)
    expect({ ...dry, imported: true }).toEqual(real)
  })

  it('names unknown columns and leaves them alone; a column that is missing keeps what is stored', async () => {
    await importPeople(base.db, roster, options)
    const report = await importPeople(
      base.db,
      sheet('short.csv', 'key,name,role,phone', 'an,Nguyễn An,member|coordinator,091'),
      options,
    )
    expect(report).toMatchObject({ unknownColumns: ['phone'], problems: [], updated: 1, imported: true })
    const an = await base.db.person.findUniqueOrThrow({ where: { key: 'an' } })
    expect(an).toMatchObject({ name: 'Nguyễn An', email: 'an@example.vn' })
    expect(await accounts('an')).toEqual(['slack T1/U1', 'web local/an'])
  })
})

describe('roles over time', () => {
  it('end the day before today when the row no longer names them, and stay in the history', async () => {
    await importPeople(base.db, roster, options)
    const next = sheet('next.csv', 'key,name,role,from', 'an,Nguyễn Văn An,coordinator,01/01/2020')
    expect(await importPeople(base.db, next, onDay('2020-07-01'))).toMatchObject({ updated: 1, ended: 1 })
    expect(await roles('an')).toEqual(['coordinator 2020-01-01 -', 'member 2020-01-01 2020-06-30'])
    expect(await roles('binh')).toEqual(['member 2020-02-01 2020-12-31'])
  })

  it('begin today where no day is given, and go on from then', async () => {
    const plain = sheet('plain.csv', 'key,name,role', 'an,An,member')
    await importPeople(base.db, plain, options)
    await importPeople(base.db, plain, onDay('2020-08-01'))
    expect(await roles('an')).toEqual(['member 2020-06-16 -'])
  })

  it('begin anew after an end, keeping the earlier period', async () => {
    await importPeople(base.db, sheet('a.csv', 'key,name,role,to', 'an,An,member,2020-06-30'), options)
    await importPeople(base.db, sheet('b.csv', 'key,name,role,to', 'an,An,member,'), onDay('2020-09-01'))
    expect(await roles('an')).toEqual(['member 2020-06-16 2020-06-30', 'member 2020-09-01 -'])
  })

  it('that have run out by the file stay as they are when the file is imported again later', async () => {
    const ending = sheet('ending.csv', 'key,name,role,to', 'an,An,member,2020-06-30')
    await importPeople(base.db, ending, options)
    expect(await importPeople(base.db, ending, onDay('2020-07-10'))).toMatchObject({ unchanged: 1, problems: [] })
    expect(await roles('an')).toEqual(['member 2020-06-16 2020-06-30'])
  })

  it('take a corrected first day instead of a second, overlapping period', async () => {
    await importPeople(base.db, roster, options)
    const corrected = sheet('c.csv', 'key,name,role,from', 'an,An,member|coordinator,2020-03-01')
    await importPeople(base.db, corrected, options)
    expect(await roles('an')).toEqual(['coordinator 2020-03-01 -', 'member 2020-03-01 -'])
  })
})

it('takes where somebody keeps office hours, and refuses a zone that does not exist', async () => {
  const abroad = (zone: string) => sheet('z.csv', 'key,name,role,time_zone', `bru,Phái đoàn,member,${zone}`)
  const zoneOf = async () => (await base.db.person.findUniqueOrThrow({ where: { key: 'bru' } })).timeZone
  expect(await importPeople(base.db, abroad('Europe/Brussels'), options)).toMatchObject({ created: 1, imported: true })
  expect(await zoneOf()).toBe('Europe/Brussels')
  expect(await importPeople(base.db, abroad('Europe/Brussels'), options)).toMatchObject({ unchanged: 1 })
  for (const wrong of ['Europe/Brussel', '+02:00', 'CET+1'])
    expect((await importPeople(base.db, abroad(wrong), options)).problems).toMatchObject([
      { row: 2, column: 'time_zone' },
    ])
  await importPeople(base.db, abroad(''), options)
  expect(await zoneOf()).toBeNull()
})

describe('bad rows', () => {
  const bad = sheet(
    'bad.csv',
    'key,name,role,email,slack_team,slack_user,locale,from,to',
    'an,An,boss,,,,,,',
    'binh,Bình,member,not-an-address,,,fr,31/06/2020,',
    'chi,Chi,member,,T1,,,,',
    'dung,Dũng,member,,,,,2020-02-01,2020-01-01',
    'em,,member,,,,,,',
    'good,Tốt,member,,,,,,',
    'twice,Một,member,,,,,,',
    'twice,Hai,member,,,,,,',
    'x,X,member,,T1,U9,,,',
    'y,Y,member,,T1,U9,,,',
    'late,Muộn,member,,,,,,2020-06-15',
  )

  it('keep everything out, each told by its row, column, value and reason', async () => {
    const report = await importPeople(base.db, bad, options)
    expect(report).toMatchObject({ rows: 11, created: 0, imported: false })
    expect(await base.db.person.count()).toBe(0)
    const told = report.problems.map(({ row, column }) => `${row} ${column}`)
    expect(told).toEqual([
      '2 role',
      '3 email',
      '3 locale',
      '3 from',
      '4 slack_user',
      '5 to',
      '6 name',
      '8 key',
      '9 key',
      '10 slack_user',
      '11 slack_user',
      '12 to',
    ])
    expect(report.problems[0]).toEqual({
      row: 2,
      column: 'role',
      value: 'boss',
      reason:
        'unknown role "boss"; known: thành viên Ủy ban (member), điều phối viên (coordinator), cơ quan soạn thảo (drafter), đoàn công tác (team), Chủ tịch Ủy ban (chair), người quản trị hệ thống (operator)',
    })
    expect(report.problems.find((one) => one.row === 9)?.reason).toBe('stands in several rows: 8, 9')
  })

  it('are left out with skipBad, and the good ones stored', async () => {
    expect(await importPeople(base.db, bad, { ...options, skipBad: true })).toMatchObject({
      created: 1,
      imported: true,
    })
    expect((await base.db.person.findMany()).map((person) => person.key)).toEqual(['good'])
    const facts: unknown = JSON.parse((await base.db.audit.findFirstOrThrow()).facts)
    expect(facts).toMatchObject({ created: 1, skipped: 10 })
  })

  it('include a missing column, which skipBad does not excuse', async () => {
    const report = await importPeople(base.db, sheet('m.csv', 'key,role', 'an,member'), { ...options, skipBad: true })
    expect(report).toMatchObject({ imported: false, problems: [{ row: 1, column: 'name' }] })
  })
})

describe('ids of accounts', () => {
  const header = 'key,name,role,slack_team,slack_user,msteams_tenant,msteams_user'
  const rows = sheet(
    'ids.csv',
    header,
    'an,An,member,T1,C01GEN,,',
    'binh,Bình,member,T1,@chi,,',
    'chi,Chi,member,T1,chi@example.vn,,',
    'dung,Dũng,member,T1,T0WRONG,,',
    'em,Em,member,U1,U5,,',
    `giang,Giang,member,,,vn.example.org,${aad('giang')}`,
    `ha,Hà,member,,,${TENANT},ha@example.vn`,
    `kim,Kim,member,T1,U8,${TENANT.toUpperCase()},${aad('kim').toUpperCase()}`,
  )

  it('that are no person’s or no workspace’s keep the file out, each told by its cell', async () => {
    const report = await importPeople(base.db, rows, options)
    expect(report).toMatchObject({ imported: false, created: 0 })
    expect(report.problems.map(({ row, column, value }) => `${row} ${column} ${value}`)).toEqual([
      '2 slack_user C01GEN',
      '3 slack_user @chi',
      '4 slack_user chi@example.vn',
      '5 slack_user T0WRONG',
      '6 slack_team U1',
      '7 msteams_tenant vn.example.org',
      '8 msteams_user ha@example.vn',
    ])
    expect(report.problems[0]?.reason).toContain('is the id of a channel')
    expect(await base.db.account.count()).toBe(0)
  })

  it('are read by the names that the columns had before, and told by them', async () => {
    const former = 'key,name,role,teams_tenant,teams_user'
    const told = await importPeople(base.db, sheet('f.csv', former, `ha,Hà,member,${TENANT},Hà`), options)
    expect(told).toMatchObject({ problems: [{ row: 2, column: 'teams_user', value: 'Hà' }], unknownColumns: [] })
    const half = await importPeople(base.db, sheet('f.csv', former, `ha,Hà,member,${TENANT},`), options)
    expect(half).toMatchObject({ problems: [{ row: 2, column: 'teams_user' }] })
    await importPeople(base.db, sheet('f.csv', former, `ha,Hà,member,${TENANT},${aad('ha')}`), options)
    expect(await accounts('ha')).toEqual([`teams ${TENANT}/${aad('ha')}`, 'web local/ha'])
  })

  it('under two names of one column make the file unusable', async () => {
    const both = sheet('b.csv', 'key,name,role,msteams_tenant,msteams_user,teams_user', 'ha,Hà,member,,,')
    const told = await importPeople(base.db, both, { ...options, skipBad: true })
    expect(told).toMatchObject({ imported: false, problems: [{ row: 1, column: 'teams_user' }] })
  })

  it('are stored as the platform writes them', async () => {
    await importPeople(base.db, rows, { ...options, skipBad: true })
    expect(await accounts('kim')).toEqual(['slack T1/U8', `teams ${TENANT}/${aad('kim')}`, 'web local/kim'])
    const again = await importPeople(
      base.db,
      sheet('k.csv', header, `kim,Kim,member,T1,U8,${TENANT},${aad('kim')}`),
      options,
    )
    expect(again).toMatchObject({ unchanged: 1, problems: [] })
  })

  it('of a workspace that is not taken are refused where the platform can be asked, else told of', async () => {
    const two = sheet('t.csv', 'key,name,role,slack_team,slack_user', 'an,An,member,T1,U1', 'binh,Bình,member,T2,U2')
    const asked: string[] = []
    const ask: Ask = {
      ...nobodyToAsk,
      tenants: async (platform) => {
        asked.push(platform)
        return ['T1']
      },
    }
    const refused = await importPeople(base.db, two, { ...options, ask })
    expect(refused.problems).toEqual([
      { row: 3, column: 'slack_team', value: 'T2', reason: 'T2 is not one whose people are taken here: T1' },
    ])
    expect(asked).toEqual(['slack'])
    const away: Ask = { ...nobodyToAsk, tenants: () => Promise.reject(new Error('Slack is away')) }
    const told = await importPeople(base.db, two, { ...options, ask: away })
    expect(told).toMatchObject({ imported: true, problems: [] })
    expect(told.warnings).toEqual([{ row: 0, reason: 'nobody was asked whether T1, T2 is ours: Slack is away' }])
  })

  it('are refused altogether where nobody says how a platform writes its own', async () => {
    const { identities: _, ...without } = options
    expect((await importPeople(base.db, roster, without)).problems).toMatchObject([{ row: 2, column: 'slack_team' }])
  })
})

describe('accounts', () => {
  const two = (first: string, second: string) =>
    sheet('accounts.csv', 'key,name,role,slack_team,slack_user', `an,An,member,${first}`, `binh,Bình,member,${second}`)

  it('of somebody who is not in the file stay theirs, and the row is told whose', async () => {
    await importPeople(base.db, two('T1,U1', 'T1,U2'), options)
    const taken = sheet('taken.csv', 'key,name,role,slack_team,slack_user', 'chi,Chi,member,T1,U1')
    const report = await importPeople(base.db, taken, options)
    expect(report.problems).toEqual([
      { row: 2, column: 'slack_user', value: 'U1', reason: 'this account is linked to "an"' },
    ])
    expect(await accounts('an')).toEqual(['slack T1/U1', 'web local/an'])
  })

  it('are moved, even swapped, by a file that has a row for both', async () => {
    await importPeople(base.db, two('T1,U1', 'T1,U2'), options)
    expect(await importPeople(base.db, two('T1,U2', 'T1,U1'), options)).toMatchObject({ updated: 2, imported: true })
    expect(await accounts('an')).toEqual(['slack T1/U2', 'web local/an'])
    expect(await accounts('binh')).toEqual(['slack T1/U1', 'web local/binh'])
    expect(await importPeople(base.db, two('T1,U2', 'T1,U1'), options)).toMatchObject({ unchanged: 2 })
  })

  it('are not taken from a row that turns out bad', async () => {
    await importPeople(base.db, two('T1,U1', 'T1,U2'), options)
    const chain = sheet(
      'chain.csv',
      'key,name,role,slack_team,slack_user',
      'binh,Bình,nobody,T1,U3',
      'an,An,member,T1,U2',
      'chi,Chi,member,T1,U1',
    )
    const report = await importPeople(base.db, chain, { ...options, skipBad: true })
    expect(report.problems.map((one) => one.row)).toEqual([2, 3, 4])
    expect(await accounts('an')).toEqual(['slack T1/U1', 'web local/an'])
  })

  it('that wrote to the bot before anybody knew whose they are keep their conversation when they are linked', async () => {
    const seen = { id: 'a1', platform: 'slack', tenant: 'T1', user: 'U1', conversation: 'D1' }
    await base.db.account.create({ data: seen })
    await importPeople(base.db, two('T1,U1', ','), options)
    expect(await base.db.account.findUniqueOrThrow({ where: { id: 'a1' }, include: { person: true } })).toMatchObject({
      conversation: 'D1',
      person: { key: 'an' },
    })
  })
})
