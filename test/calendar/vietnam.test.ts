import { expect, test } from 'vitest'
import { isWorkingDay } from '../../src/calendar/calendar.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { addDays, isDay, weekday } from '../../src/calendar/zoned.ts'

/** Each year's weekdays off and weekend days worked, written out by hand from the announcements, month-day. */
const YEARS: readonly (readonly [year: number, off: string, worked: string])[] = [
  [2020, '01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02', ''],
  [2021, '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03', ''],
  [2022, '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02', ''],
  [2023, '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04', ''],
  [2024, '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03', '05-04'],
  [2025, '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02', '04-26'],
  [2026, '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24', '01-10 08-22'],
]

test.each(YEARS)('%i has these weekdays off and these weekend days worked', (year, off, worked) => {
  const found = { off: [] as string[], worked: [] as string[] }
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    if (weekday(day) <= 5 && !isWorkingDay(VIETNAM, day)) found.off.push(day.slice(5))
    if (weekday(day) > 5 && isWorkingDay(VIETNAM, day)) found.worked.push(day.slice(5))
  }
  expect(found.off.join(' ')).toBe(off)
  expect(found.worked.join(' ')).toBe(worked)
})

test('the quarter ends that the plan of 2020 rests on are worked', () => {
  expect(['2020-03-31', '2020-06-30', '2020-09-30'].map((day) => isWorkingDay(VIETNAM, day))).toEqual([
    true,
    true,
    true,
  ])
})

test('the Hùng Kings are remembered on the tenth of the third lunar month', () => {
  // The runtime's Chinese calendar agrees with the Vietnamese one on these days of these years.
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
  const kings = [...VIETNAM.days.values()].filter((entry) => entry.name === 'Giỗ Tổ Hùng Vương (10/3 âm lịch)')
  expect(kings).toHaveLength(8)
  for (const { day } of kings) expect(lunar.format(new Date(`${day}T00:00:00Z`)), day).toMatch(/^3\/10\b/)
})

test('the first of the first lunar month is among the days of Tết', () => {
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
  // 2027 is left out: the runtime computes a new moon an hour before midnight into the next day.
  for (let year = 2020; year <= 2026; year++) {
    const tet = [...VIETNAM.days.values()].filter(
      (entry) => entry.day.startsWith(`${year}`) && /Tết Ng/.test(entry.name),
    )
    expect(
      tet.some(({ day }) => /^1\/1\b/.test(lunar.format(new Date(`${day}T00:00:00Z`)))),
      `${year}`,
    ).toBe(true)
  }
})

test('every fixed holiday stands in every year, and five days of Tết', () => {
  for (let year = 2020; year <= 2027; year++) {
    for (const day of ['01-01', '04-30', '05-01', '09-02']) {
      expect(VIETNAM.days.get(`${year}-${day}`)?.kind, `${year}-${day}`).toBe('holiday')
    }
    const tet = [...VIETNAM.days.values()].filter(
      (entry) => entry.day.startsWith(`${year}`) && entry.name === 'Tết Nguyên đán',
    )
    expect(tet, `${year}`).toHaveLength(5)
  }
})

test('from 2021 National Day has an adjacent second day, from 2026 there is a Culture Day', () => {
  const yearsOf = (name: string) =>
    [...VIETNAM.days.values()].filter((entry) => entry.name === name).map((entry) => Number(entry.day.slice(0, 4)))
  expect(yearsOf('Quốc khánh, ngày liền kề')).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027])
  expect(yearsOf('Ngày Văn hóa Việt Nam (24/11)')).toEqual([2026, 2027])
})

test('every day exists, is covered, has both names and a source; exchanges come in pairs', () => {
  for (const entry of VIETNAM.days.values()) {
    expect(isDay(entry.day) && VIETNAM.from <= entry.day && entry.day <= VIETNAM.to, entry.day).toBe(true)
    expect(
      [entry.name, entry.nameEn, entry.source].every((text) => text.length > 5),
      entry.day,
    ).toBe(true)
    if (entry.kind === 'makeUpWork') expect(weekday(entry.day)).toBeGreaterThan(5)
    if (entry.kind === 'swapOff') expect(weekday(entry.day)).toBeLessThan(6)
  }
  const count = (kind: string) => [...VIETNAM.days.values()].filter((entry) => entry.kind === kind).length
  expect(count('swapOff')).toBe(count('makeUpWork'))
})

test('only what is not decreed is provisional: Tết and the second National Day of 2027', () => {
  const open = [...VIETNAM.days.values()].filter((entry) => entry.provisional === true)
  expect(open.map((entry) => entry.day)).toEqual([
    '2027-02-05',
    '2027-02-06',
    '2027-02-07',
    '2027-02-08',
    '2027-02-09',
    '2027-02-10',
    '2027-02-11',
    '2027-09-03',
  ])
})
