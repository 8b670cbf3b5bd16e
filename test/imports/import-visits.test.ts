import { afterEach, beforeEach, expect, it } from 'vitest'
import { importVisits } from '../../src/imports/import-visits.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { options, sheet } from './write-files.ts'

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
  await base.db.team.create({ data: { id: 't3', key: '3', name: 'Đoàn công tác số 3' } })
  const names = ['Bộ Công an', 'Phú Thọ', 'Bắc Giang', 'Bạc Giang']
  await base.db.unit.createMany({ data: names.map((name, at) => ({ id: `u${at}`, name, kind: 'locality' })) })
})
afterEach(() => base.drop())

const visits = sheet(
  'visits.csv',
  'team,unit,starts,ends,place,note',
  '3,Bộ Công an,2020-06-08T08:00,2020-06-08T11:30,Hà Nội,',
  '3,phu tho,09/06/2020 08:00,,,mang hồ sơ',
)

it('stores visits on the committee clocks, with units found without diacritics', async () => {
  expect(await importVisits(base.db, visits, options)).toMatchObject({ created: 2, imported: true })
  const stored = await base.db.visit.findMany({ include: { unit: true }, orderBy: { starts: 'asc' } })
  expect(
    stored.map(({ unit, starts, ends, place, note }) => [
      unit.name,
      starts.toISOString(),
      ends?.toISOString(),
      place,
      note,
    ]),
  ).toEqual([
    ['Bộ Công an', '2020-06-08T01:00:00.000Z', '2020-06-08T04:30:00.000Z', 'Hà Nội', null],
    ['Phú Thọ', '2020-06-09T01:00:00.000Z', undefined, null, 'mang hồ sơ'],
  ])
})

it('changes nothing when imported again, and follows a changed end', async () => {
  await importVisits(base.db, visits, options)
  expect(await importVisits(base.db, visits, options)).toMatchObject({ unchanged: 2, created: 0 })
  const later = sheet('later.csv', 'team,unit,starts,ends', '3,Bộ Công an,2020-06-08T08:00,08/06/2020 12:00')
  expect(await importVisits(base.db, later, options)).toMatchObject({ updated: 1 })
  const stored = await base.db.visit.findFirstOrThrow({ where: { unit: { name: 'Bộ Công an' } } })
  expect(stored).toMatchObject({ place: 'Hà Nội', ends: new Date('2020-06-08T05:00:00Z') })
})

it('refuses impossible times, ends before starts, strange teams and units, and the same visit twice', async () => {
  const bad = sheet(
    'bad.csv',
    'team,unit,starts,ends',
    '3,Bộ Công an,31/06/2020 08:00,',
    '3,Bộ Công an,2020-06-08,',
    '3,Bộ Công an,2020-06-08T24:10,',
    '3,Bộ Công an,,',
    '3,Bộ Công an,2020-06-08T08:00,2020-06-08T08:00',
    '9,Bộ Công an,2020-06-08T08:00,',
    '3,Bộ Nội vụ,2020-06-08T08:00,',
    '3,bac giang,2020-06-08T08:00,',
    '3,Phú Thọ,2020-06-08T08:00,',
    '3,phú thọ,08/06/2020 08:00,',
  )
  const report = await importVisits(base.db, bad, options)
  expect(report.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
    '2 starts',
    '3 starts',
    '4 starts',
    '5 starts',
    '6 ends',
    '7 team',
    '8 unit',
    '9 unit',
    '10 starts',
    '11 starts',
  ])
  expect(report.problems.find((one) => one.row === 9)?.reason).toContain('Bắc Giang, Bạc Giang')
  expect(await base.db.visit.count()).toBe(0)
})
