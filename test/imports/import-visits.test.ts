import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { importVisits } from '../../src/imports/visits/import-visits.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { onDay, options, sheet } from './write-files.ts'

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
  await base.db.team.createMany({
    data: ['3', '4'].map((key) => ({ id: `t${key}`, key, name: `Đoàn công tác số ${key}` })),
  })
  const names = ['Bộ Công an', 'Phú Thọ', 'Bắc Giang', 'Bạc Giang']
  await base.db.unit.createMany({ data: names.map((name, at) => ({ id: `u${at}`, name, kind: 'locality' })) })
  await base.db.unit.update({ where: { id: 'u0' }, data: { shortNames: 'BCA|Bộ CA' } })
})
afterEach(() => base.drop())

const visits = sheet(
  'visits.csv',
  'team,unit,starts,ends,place,note',
  '3,Bộ Công an,2020-06-08T08:00,2020-06-08T11:30,Hà Nội,',
  '3,phu tho,09/06/2020 08:00,,,mang hồ sơ',
)
const imported = (...lines: string[]) => importVisits(base.db, sheet('v.csv', ...lines), options)

/** What is stored, by number: code, team, unit, start, state. */
const stored = async () =>
  (await base.db.visit.findMany({ include: { unit: true, team: true }, orderBy: { number: 'asc' } })).map(
    ({ number, team, unit, starts, state, year }) =>
      `KT-${number} ${team.key} ${unit.name} ${starts?.toISOString() ?? year} ${state}`,
  )

it('stores visits on the committee clocks, with units found without diacritics and by short names', async () => {
  expect(await importVisits(base.db, visits, options)).toMatchObject({
    created: 2,
    imported: true,
    warnings: [{ row: 3, column: 'starts', value: '09/06/2020 08:00' }],
  })
  const found = await base.db.visit.findMany({ include: { unit: true, versions: true }, orderBy: { starts: 'asc' } })
  expect(
    found.map(({ number, unit, starts, ends, place, note, year, state }) => [
      number,
      unit.name,
      starts?.toISOString(),
      ends?.toISOString(),
      place,
      note,
      year,
      state,
    ]),
  ).toEqual([
    [1, 'Bộ Công an', '2020-06-08T01:00:00.000Z', '2020-06-08T04:30:00.000Z', 'Hà Nội', null, 2020, 'planned'],
    [2, 'Phú Thọ', '2020-06-09T01:00:00.000Z', undefined, null, 'mang hồ sơ', 2020, 'planned'],
  ])
  expect(found.map((visit) => visit.versions.map(({ revision, byId }) => [revision, byId]))).toEqual([
    [[1, null]],
    [[1, null]],
  ])
  expect(await base.db.audit.count({ where: { deed: 'visit.plan' } })).toBe(2)
  expect(await imported('team,unit,starts', '4,bca,2020-06-10T08:00')).toMatchObject({ created: 1 })
  expect((await stored())[2]).toBe('KT-3 4 Bộ Công an 2020-06-10T01:00:00.000Z planned')
})

it('changes nothing when imported again, and follows a changed end', async () => {
  await importVisits(base.db, visits, options)
  expect(await importVisits(base.db, visits, options)).toMatchObject({ unchanged: 2, created: 0 })
  expect(await base.db.visitVersion.count()).toBe(2)
  const later = sheet('later.csv', 'team,unit,starts,ends', '3,Bộ Công an,2020-06-08T08:00,08/06/2020 12:00')
  expect(await importVisits(base.db, later, options)).toMatchObject({ updated: 1 })
  const visit = await base.db.visit.findFirstOrThrow({ where: { unit: { name: 'Bộ Công an' } } })
  expect(visit).toMatchObject({ place: 'Hà Nội', ends: new Date('2020-06-08T05:00:00Z'), revision: 2, sequence: 1 })
})

it('refuses impossible times, ends before starts, strange teams and units, and the same visit twice', async () => {
  const bad = sheet(
    'bad.csv',
    'team,unit,starts,ends,visit,state,year',
    '3,Bộ Công an,31/06/2020 08:00,,,,',
    '3,Bộ Công an,2020-06-08,,,,',
    '3,Bộ Công an,2020-06-08T24:10,,,,',
    '3,Bộ Công an,,2020-06-08T08:00,,,',
    '3,Bộ Công an,2020-06-08T08:00,2020-06-08T08:00,,,',
    '9,Bộ Công an,2020-06-08T08:00,,,,',
    '3,Bộ Nội vụ,2020-06-08T08:00,,,,',
    '3,bac giang,2020-06-08T08:00,,,,',
    '3,Phú Thọ,2020-06-08T08:00,,,,',
    '3,phú thọ,08/06/2020 08:00,,,,',
    '3,Phú Thọ,2020-07-08T08:00,,KT-7,,',
    '3,Phú Thọ,2020-08-08T08:00,,kt 7,,',
    '3,Phú Thọ,2020-09-08T08:00,,KT-0,,',
    '3,Phú Thọ,2020-09-08T08:00,,,maybe,',
    '3,Phú Thọ,2020-09-08T08:00,,,,2021',
    '3,Phú Thọ,,,,,20',
    '3,Phú Thọ,2020-09-08T08:00,2020-10-09T08:00,,,',
  )
  const report = await importVisits(base.db, bad, options)
  expect(report.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
    '2 starts',
    '3 starts',
    '4 starts',
    '5 ends',
    '6 ends',
    '7 team',
    '8 unit',
    '9 unit',
    '10 starts',
    '11 starts',
    '12 visit',
    '13 visit',
    '14 visit',
    '15 state',
    '16 year',
    '17 year',
    '18 ends',
  ])
  // What is to be done first is said with what is missing.
  expect(report.problems.find((one) => one.row === 7)?.reason).toMatch(/import the teams first/)
  expect(report.problems.find((one) => one.row === 8)?.reason).toMatch(/import the units first/)
  expect(report.problems.find((one) => one.row === 9)?.reason).toContain('Bắc Giang, Bạc Giang')
  expect(await base.db.visit.count()).toBe(0)
})

describe('a row without a date', () => {
  const assigned = sheet('a.csv', 'team,unit,starts,year', '3,Phú Thọ,,', '4,Phú Thọ,,2021')

  it('assigns the unit to the team in the year of the newest plan, or in the year that it names', async () => {
    const plan = { id: 'p', year: 2020, title: 'Kế hoạch', source: '{}', createdAt: options.now }
    await base.db.plan.create({ data: plan })
    expect(await importVisits(base.db, assigned, onDay('2022-01-01'))).toMatchObject({ created: 2 })
    expect(await stored()).toEqual(['KT-1 3 Phú Thọ 2020 planned', 'KT-2 4 Phú Thọ 2021 planned'])
    expect(await importVisits(base.db, assigned, onDay('2022-01-01'))).toMatchObject({ unchanged: 2, warnings: [] })
  })

  it('is no second visit where the assignment has got a date since', async () => {
    await importVisits(base.db, assigned, options)
    expect(await imported('visit,team,unit,starts', 'KT-1,3,Phú Thọ,2020-06-20T08:00')).toMatchObject({ updated: 1 })
    const report = await importVisits(base.db, assigned, options)
    expect(report).toMatchObject({
      unchanged: 2,
      warnings: [{ row: 2, reason: 'KT-1: has a date by now, which stays' }],
    })
    expect(await base.db.visit.count()).toBe(2)
  })
})

describe('a code', () => {
  it('finds the visit again whatever has changed, and asks anew for a confirmation that the file does not state', async () => {
    await importVisits(base.db, visits, options)
    await base.db.visit.updateMany({ data: { state: 'confirmed' } })
    const moved = ['visit,team,unit,starts,ends', 'KT-1,4,bac giang x,2020-06-15T08:00,'] as const
    expect((await imported(...moved)).problems).toMatchObject([{ row: 2, column: 'unit' }])
    await imported('visit,team,unit,starts,ends', 'KT-1,4,Bắc Giang,2020-06-15T08:00,')
    expect((await stored())[0]).toBe('KT-1 4 Bắc Giang 2020-06-15T01:00:00.000Z planned')
    const stated = await imported('visit,team,unit,starts,state', 'KT-2,3,Phú Thọ,2020-06-16T08:00,đã xác nhận')
    expect(stated.warnings).toMatchObject([{ row: 2, column: 'state' }])
    expect((await stored())[1]).toBe('KT-2 3 Phú Thọ 2020-06-16T01:00:00.000Z confirmed')
  })

  it('that there is not makes a visit of that number, and the next one goes on from it', async () => {
    await imported('visit,team,unit,starts', 'KT-40,3,Phú Thọ,2020-06-16T08:00', ',3,Phú Thọ,2020-06-17T08:00')
    expect((await stored()).map((line) => line.split(' ')[0])).toEqual(['KT-40', 'KT-41'])
  })

  it('lets two visits change places, and refuses a place that another visit holds', async () => {
    const two = [
      'visit,team,unit,starts',
      'KT-1,3,Phú Thọ,2020-06-16T08:00',
      'KT-2,3,Phú Thọ,2020-06-17T08:00',
    ] as const
    await imported(...two)
    const swapped = await imported(two[0], 'KT-1,3,Phú Thọ,2020-06-17T08:00', 'KT-2,3,Phú Thọ,2020-06-16T08:00')
    expect(swapped).toMatchObject({ updated: 2, problems: [] })
    expect(await stored()).toEqual([
      'KT-1 3 Phú Thọ 2020-06-17T01:00:00.000Z planned',
      'KT-2 3 Phú Thọ 2020-06-16T01:00:00.000Z planned',
    ])
    const taken = await imported(two[0], 'KT-1,3,Phú Thọ,2020-06-16T08:00')
    expect(taken.problems).toMatchObject([{ row: 2, column: 'starts', reason: expect.stringContaining('KT-2') }])
    const other = await imported(two[0], ',3,Phú Thọ,2020-06-17T08:00', 'KT-1,3,Phú Thọ,2020-06-18T08:00')
    expect(other).toMatchObject({ created: 1, updated: 1, problems: [] })
  })

  it('that falls with its row gives its place to nobody', async () => {
    const head = 'visit,team,unit,starts'
    await imported(head, 'KT-1,3,Phú Thọ,2020-06-16T08:00', 'KT-2,3,Phú Thọ,2020-06-17T08:00')
    const rows = sheet('s.csv', head, 'KT-1,9,Phú Thọ,2020-06-18T08:00', 'KT-2,3,Phú Thọ,2020-06-16T08:00')
    const report = await importVisits(base.db, rows, { ...options, skipBad: true })
    expect(report.problems.map((one) => one.row)).toEqual([2, 3])
    expect(report.imported).toBe(false)
  })

  it('keeps the part of the time that the file has no column for, where both go together', async () => {
    await importVisits(base.db, visits, options)
    const head = 'visit,team,unit,starts'
    expect((await imported(head, 'KT-1,3,Bộ Công an,2020-06-08T12:00')).problems).toMatchObject([
      { row: 2, column: 'starts' },
    ])
    expect(await imported(head, 'KT-1,3,Bộ Công an,')).toMatchObject({ updated: 1 })
    expect(await base.db.visit.findFirst({ where: { number: 1 } })).toMatchObject({
      starts: null,
      ends: null,
      year: 2020,
    })
  })
})

describe('a visit that was called off', () => {
  const off = ['team,unit,starts,state', '3,Phú Thọ,2020-06-16T08:00,cancelled'] as const

  it('stays so when the file that planned it is imported again, which says so', async () => {
    const plan = ['team,unit,starts', '3,Phú Thọ,2020-06-16T08:00'] as const
    await imported(...plan)
    expect(await imported(...off)).toMatchObject({ updated: 1 })
    expect(await imported(...off)).toMatchObject({ unchanged: 1 })
    expect(await imported(...plan)).toMatchObject({ unchanged: 1, warnings: [{ row: 2 }] })
    expect(await stored()).toEqual(['KT-1 3 Phú Thọ 2020-06-16T01:00:00.000Z cancelled'])
  })

  it('is on again where the file states another state', async () => {
    await imported(...off)
    expect(await imported(off[0], '3,Phú Thọ,2020-06-16T08:00,dự kiến')).toMatchObject({ updated: 1 })
    expect(await stored()).toEqual(['KT-1 3 Phú Thọ 2020-06-16T01:00:00.000Z planned'])
  })
})

it('keeps the line breaks of a note and a report, and takes as much of them as a form', async () => {
  const rows = (note: string) => ({
    ...visits,
    rows: [{ number: 2, cells: { team: '3', unit: 'Phú Thọ', starts: '', note, report: 'một\r\nhai' } }],
  })
  await importVisits(base.db, rows('a\r\nb\n\nc'), options)
  expect(await base.db.visit.findFirst()).toMatchObject({ note: 'a\nb\n\nc', report: 'một\nhai' })
  expect((await importVisits(base.db, rows('x'.repeat(501)), options)).problems).toMatchObject([{ column: 'note' }])
  expect((await importVisits(base.db, rows('a\u0007'), options)).problems).toMatchObject([{ column: 'note' }])
})

it('reads an hour of one digit, as spreadsheet programs write it', async () => {
  expect(await imported('team,unit,starts', '3,Phú Thọ,9/6/2020 8:00', '4,Phú Thọ,2020-06-09T8:30')).toMatchObject({
    created: 2,
  })
  expect((await stored()).map((line) => line.split(' ')[4])).toEqual([
    '2020-06-09T01:00:00.000Z',
    '2020-06-09T01:30:00.000Z',
  ])
})

it('lets a visit last 31 days to their last midnight, and not a minute longer', async () => {
  const last = (ends: string) => imported('team,unit,starts,ends', `3,Phú Thọ,2020-07-01T08:00,${ends}`)
  expect((await last('2020-08-01T00:01')).problems).toMatchObject([{ column: 'ends' }])
  expect(await last('2020-08-01T00:00')).toMatchObject({ created: 1 })
})

it('takes no number for a new visit that nobody could go on counting from, nor type', async () => {
  const wild = await imported('visit,team,unit', 'KT-9999999,3,Phú Thọ')
  expect(wild.problems).toMatchObject([{ column: 'visit', value: 'KT-9999999' }])
  expect(await imported('visit,team,unit', 'KT-999999,3,Phú Thọ', ',4,Phú Thọ')).toMatchObject({ created: 2 })
  expect(await imported('visit,team,unit', 'KT-1000000,4,Phú Thọ')).toMatchObject({ unchanged: 1 })
})

it('reads a time with its own offset, as an export writes it where clocks are set back', async () => {
  const berlin = { ...options, zone: 'Europe/Berlin' }
  const head = 'team,unit,starts'
  for (const [cell, instant] of [
    ['2020-10-25T02:30+02:00', '2020-10-25T00:30:00.000Z'],
    ['2020-10-25T02:30+01:00', '2020-10-25T01:30:00.000Z'],
    ['25/10/2020 02:30', '2020-10-25T00:30:00.000Z'],
  ] as const) {
    await importVisits(base.db, sheet('o.csv', head, `3,Phú Thọ,${cell}`), berlin)
    expect(await base.db.visit.count({ where: { starts: new Date(instant) } })).toBe(1)
  }
  expect(await base.db.visit.count()).toBe(2)
  const wrong = await importVisits(base.db, sheet('o.csv', head, '3,Phú Thọ,2020-10-25T02:30+2'), berlin)
  expect(wrong.problems).toMatchObject([{ column: 'starts' }])
})

describe('notifications', () => {
  beforeEach(async () => {
    const people = ['an', 'binh'].map((key) => ({ id: key, key, name: key, createdAt: options.now }))
    await base.db.person.createMany({ data: people })
    await base.db.duty.createMany({
      data: [
        { id: 'd1', teamId: 't3', personId: 'an', duty: 'leader' },
        { id: 'd2', teamId: 't4', personId: 'an', duty: 'member' },
        { id: 'd3', teamId: 't4', personId: 'binh', duty: 'leader' },
      ],
    })
  })
  const letters = async () =>
    (await base.db.outbox.findMany({ orderBy: [{ personId: 'asc' }, { key: 'asc' }] })).map(
      ({ personId, letter }): [string, { kind: string; visits?: unknown[] }] => [personId, JSON.parse(letter)],
    )
  const many = (count: number, team: string) =>
    Array.from(
      { length: count },
      (_, at) => `${team},Phú Thọ,2020-0${7 + Math.floor(at / 28)}-${10 + (at % 19)}T${10 + Math.floor(at / 19)}:00`,
    )

  it('are one a person for all their visits, and the usual one for a single visit', async () => {
    await imported('team,unit,starts', ...many(30, '3'), ...many(1, '4'))
    const found = await letters()
    expect(found.map(([who, { kind, visits }]) => [who, kind, visits?.length])).toEqual([
      ['an', 'visits-imported', 31],
      ['binh', 'visit-changed', undefined],
    ])
    // Like any notification about one visit it is rewritten, and stops asking, once the visit is confirmed.
    expect(found[1]?.[1]).toMatchObject({ card: true })
    await imported('team,unit,starts', ...many(30, '3'))
    expect(await letters()).toHaveLength(2)
  })

  it('are several where one could not list all, and none about what is done, called off or unchanged', async () => {
    const long = Array.from({ length: 130 }, (_, at) => `3,Phú Thọ,,,${1950 + at},planned`)
    await imported('team,unit,starts,ends,year,state', ...long)
    expect((await letters()).map(([who, { visits }]) => [who, visits?.length])).toEqual(
      expect.arrayContaining([
        ['an', 100],
        ['an', 30],
      ]),
    )
    await imported('team,unit,starts,state', '4,Phú Thọ,2020-05-05T08:00,done', '4,Phú Thọ,2020-05-06T08:00,cancelled')
    expect(await letters()).toHaveLength(2)
  })
})

describe('conflicts', () => {
  const dry = { ...options, calendar: VIETNAM, dryRun: true }

  it('are warnings, also among rows of one file and before anything is stored', async () => {
    const rows = sheet(
      'c.csv',
      'team,unit,starts',
      '3,Phú Thọ,2020-06-20T08:00',
      '3,Bắc Giang,2020-06-20T09:00',
      '4,Bộ Công an,2020-06-22T09:00',
    )
    const report = await importVisits(base.db, rows, dry)
    const of = (row: number) => report.warnings.filter((one) => one.row === row).map((one) => one.reason)
    expect(report).toMatchObject({ created: 3, problems: [], imported: false })
    expect(of(2).join(' ')).toMatch(/Saturday.*Bắc Giang/)
    expect(of(3).join(' ')).toMatch(/Saturday.*Phú Thọ/)
    expect(of(4).join(' ')).not.toMatch(/Phú Thọ|Saturday/)
    const real = await importVisits(base.db, rows, { ...dry, dryRun: false })
    expect(real.warnings).toEqual(report.warnings)
    // What stands is told of no more.
    expect((await importVisits(base.db, rows, dry)).warnings).toEqual([])
  })

  it('with leave of the team are told to its last day, and not once it was ended early', async () => {
    const { db } = base
    const team = await db.team.findUniqueOrThrow({ where: { key: '3' } })
    await db.person.create({ data: { id: 'p', key: 'an', name: 'Nguyễn Văn An', createdAt: options.now } })
    await db.duty.create({ data: { id: 'd', personId: 'p', teamId: team.id, duty: 'leader' } })
    const leave = { id: 'l', personId: 'p', fromDay: '2020-06-10', toDay: '2020-06-23', at: options.now }
    await db.absence.create({ data: leave })
    const said = async (day: string) =>
      (await importVisits(db, sheet('c.csv', 'team,unit,starts', `3,Phú Thọ,${day}T08:00`), dry)).warnings
        .map(({ reason }) => reason)
        .join('\n')
    expect(await said('2020-06-23')).toContain('Nguyễn Văn An')
    expect(await said('2020-06-24')).not.toContain('Nguyễn Văn An')
    await db.absence.update({ where: { id: 'l' }, data: { endedAt: options.now } })
    expect(await said('2020-06-23')).not.toContain('Nguyễn Văn An')
  })

  it('between new rows name them by their rows, and by a code only where the file or the database has one', async () => {
    const rows = (...last: string[]) =>
      sheet(
        'c.csv',
        'visit,team,unit,starts',
        ...[',3,Phú Thọ', 'KT-40,3,Bắc Giang'].map((row) => `${row},2020-06-23T08:00`),
        ...last,
      )
    const said = async (...last: string[]) =>
      (await importVisits(base.db, rows(...last), dry)).warnings.map((one) => `${one.row}: ${one.reason}`).join('\n')
    const first = await said(',3,Bộ Công an,2020-06-23T09:00')
    expect(first).not.toContain('KT-0')
    expect(first).toMatch(/^2: .*KT-40, .*Bắc Giang/m)
    expect(first).toMatch(/^3: .*row 2, .*Phú Thọ/m)
    expect(first).toMatch(/^3: .*row 4, .*Ministry of Public Security/m)
    await importVisits(base.db, rows(), options)
    expect(await said(',3,Bộ Công an,2020-06-23T09:00')).toMatch(/^4: .*KT-41, .*Phú Thọ/m)
  })
})
