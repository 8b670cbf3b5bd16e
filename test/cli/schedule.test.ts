import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { sample } from '../support/sample.ts'
import { planVisits } from '../support/visits.ts'
import { json, keysOf, terminal } from './terminal.ts'

const demoDay = new Date('2020-06-16T02:00:00Z')
let base: TestDatabase
let run: ReturnType<typeof terminal>
beforeEach(async () => {
  base = await openTestDatabase(sample)
  await base.db.unit.update({ where: { name: 'Bộ Y tế' }, data: { shortNames: 'BYT|Y tế' } })
  await planVisits(base.db, [
    {
      team: '3',
      unit: 'Bộ Y tế',
      starts: '2020-06-08T08:00',
      ends: '2020-06-08T11:30',
      place: 'Phòng họp A',
      note: 'mang theo thẻ',
      report: 'Đã kiểm tra',
      state: 'done',
    },
    { team: '10', unit: 'Lào Cai', starts: '2020-06-30T23:30', ends: '2020-07-02T17:00' },
    { team: '3', unit: 'Lào Cai', starts: '2020-07-01T00:15', state: 'confirmed' },
    { team: '2', unit: 'Bộ Nội vụ' },
    { team: '2', unit: 'Bộ Công an', starts: '2020-06-09T08:00', state: 'cancelled' },
  ])
})
afterEach(() => base.drop())

const visits = async (...args: string[]) => {
  const { status, out, err } = await run(['schedule', ...args, '--json'])
  expect(err).toBe('')
  expect(status).toBe(0)
  const rows = json(out)
  return Array.isArray(rows) ? rows : []
}
const codes = async (...args: string[]) => (await visits(...args)).map((row: { visit: string }) => row.visit)

describe('the schedule on the command line', () => {
  beforeEach(() => {
    run = terminal(base.url, demoDay)
  })

  it('gives a visit in a stable shape, with everything the operator may see', async () => {
    const [done] = await visits('--team', '3', '--month', '2020-06')
    const leader = await base.db.duty.findFirstOrThrow({
      where: { team: { key: '3' }, duty: 'leader' },
      include: { person: true },
    })
    expect(done).toEqual({
      visit: 'KT-1',
      team: '3',
      teamName: 'Đoàn công tác số 3',
      unit: 'Bộ Y tế',
      day: '2020-06-08',
      lastDay: null,
      starts: '2020-06-08T01:00:00.000Z',
      ends: '2020-06-08T04:30:00.000Z',
      place: 'Phòng họp A',
      note: 'mang theo thẻ',
      state: 'done',
      leaders: [leader.person.name],
      report: 'Đã kiểm tra',
    })
    const [assigned, ...others] = await visits('--team', '2')
    expect(others).toEqual([])
    expect(assigned).toMatchObject({ visit: 'KT-4', day: null, lastDay: null, starts: null, ends: null, place: null })
    expect(keysOf(assigned)).toEqual(keysOf(done))
  })

  it('without days is everything but what was cancelled, those without a date last', async () => {
    expect(await codes()).toEqual(['KT-1', 'KT-2', 'KT-3', 'KT-4'])
  })

  it('asks for a month, a quarter, or days, on the committee’s clocks', async () => {
    expect(await codes('--month', '2020-06')).toEqual(['KT-1', 'KT-2'])
    expect(await codes('--month', '2020-07')).toEqual(['KT-2', 'KT-3'])
    expect(await codes('--quarter', '2020-Q3')).toEqual(['KT-2', 'KT-3'])
    expect(await codes('--from', '2020-07-02', '--to', '2020-07-02')).toEqual(['KT-2'])
    expect(await codes('--from', '2020-07-03', '--to', '2020-07-03')).toEqual([])
    expect(await codes('--from', '2020-06-30')).toEqual(['KT-2', 'KT-3'])
    expect(await codes('--to', '2020-06-08')).toEqual(['KT-1'])
    expect(await codes('--from', '2020-06-30', '--to', '2020-06-30')).toEqual(['KT-2'])
    expect(await codes('--month', '2021-06')).toEqual([])
    expect(await codes('--next')).toEqual(['KT-2'])
    expect(await codes('--next', '--team', '3')).toEqual(['KT-3'])
  })

  it('finds a unit by its name or short name, with or without diacritics, and a person by the key', async () => {
    for (const name of ['Bộ Y tế', 'bo y te', 'BYT', 'byt', 'Y tế'])
      expect(await codes('--unit', name), name).toEqual(['KT-1'])
    expect(await codes('--unit', 'lao cai', '--team', '10')).toEqual(['KT-2'])
    const { person } = await base.db.duty.findFirstOrThrow({ where: { team: { key: '3' } }, include: { person: true } })
    expect(await codes('--person', person.key)).toEqual(['KT-1', 'KT-3'])
  })

  it('finds what was merged into a unit since', async () => {
    const yen = await base.db.unit.findUniqueOrThrow({ where: { name: 'Yên Bái' } })
    const lao = await base.db.unit.findUniqueOrThrow({ where: { name: 'Lào Cai' } })
    await planVisits(base.db, [{ team: '5', unit: 'Yên Bái', starts: '2020-08-03T08:00' }])
    await base.db.unit.update({ where: { id: yen.id }, data: { toDay: '2020-06-15', successorId: lao.id } })
    expect(await codes('--unit', 'Lào Cai')).toEqual(['KT-2', 'KT-3', 'KT-6'])
    expect(await codes('--unit', 'Yên Bái')).toEqual(['KT-6'])
  })

  it('prints a table with weekday, date and time', async () => {
    const { out, status } = await run(['schedule'])
    expect(status).toBe(0)
    expect(out).toMatch(/KT-1 +Monday, 8 June 2020 +08:00-11:30 +Bộ Y tế +3 +.*Phòng họp A +done/)
    expect(out).toMatch(/KT-2 +Tuesday, 30 June 2020 - 2 July 2020 +23:30-17:00 +Lào Cai +10 /)
    expect(out).toMatch(/KT-4 +no date +Bộ Nội vụ/)
    expect(out).toContain('4 visits.')
    expect((await run(['schedule', '--month', '2021-01'])).out).toBe('No visits.\n')
    expect((await run(['schedule', '--next'])).out).toContain('1 visit.')
  })

  it('brings every visit, however many there are', async () => {
    const many = Array.from({ length: 1203 }, (_, at) => ({
      team: String((at % 11) + 1),
      unit: 'Sơn La',
      starts: `20${String(21 + Math.floor(at / 336))}-${String((Math.floor(at / 28) % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}T08:00`,
    }))
    const unitId = (await base.db.unit.findUniqueOrThrow({ where: { name: 'Sơn La' } })).id
    const teams = await base.db.team.findMany()
    await base.db.visit.createMany({
      data: many.map(({ team, starts }, at) => ({
        id: `v${at}`,
        number: at + 100,
        year: 2021,
        teamId: teams.find((one) => one.key === team)?.id ?? '',
        unitId,
        starts: new Date(`${starts}:00+07:00`),
        changedAt: demoDay,
      })),
    })
    const found = await codes('--unit', 'Sơn La')
    expect(new Set(found).size).toBe(1203)
    expect(found).toHaveLength(1203)
  })

  it('refuses a team, a unit and a person that there are not, and names what comes near', async () => {
    const refused = async (...args: string[]) => {
      const { status, out, err } = await run(['schedule', ...args])
      expect({ status, out }).toEqual({ status: 1, out: '' })
      expect(err.trim().split('\n')).toHaveLength(1)
      return err
    }
    expect(await refused('--team', '12')).toContain(
      'there is no team "12"; there are 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11',
    )
    expect(await refused('--unit', 'Bộ Y')).toMatch(/there is no unit "Bộ Y"; near it: .*Bộ Y tế/)
    expect(await refused('--unit', 'Laos Cai')).toContain('Lào Cai')
    expect(await refused('--unit', '')).toContain('there is no unit ""')
    expect(await refused('--person', 'sample-td')).toContain('near it: sample-td1')
    expect(await refused('--person', 'zzz')).toContain('there is no person "zzz"')
    await base.db.person.updateMany({
      where: { key: { in: ['sample-dp1', 'sample-dp2'] } },
      data: { name: 'Trùng Tên' },
    })
    expect(await refused('--person', 'trung ten')).toContain('may be any of: sample-dp1, sample-dp2')
  })

  it.each([
    [['--month', '2020-13']],
    [['--month', '2020-6']],
    [['--month', '0000-01']],
    [['--quarter', '2020-Q5']],
    [['--quarter', '9999-Q1']],
    [['--from', '2020-06-31']],
    [['--to', '31/06/2020']],
    [['--from', '2020-06-09', '--to', '2020-06-08']],
    [['--month', '2020-06', '--from', '2020-06-01']],
    [['--month', '2020-06', '--quarter', '2020-Q2']],
    [['--next', '--month', '2020-06']],
    [['--bogus']],
  ])('takes what cannot be for wrong usage: %j', async (args) => {
    expect(await run(['schedule', ...args])).toMatchObject({ status: 2, out: '' })
  })
})
