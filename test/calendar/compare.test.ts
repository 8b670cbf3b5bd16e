import { expect, test } from 'vitest'
import { buildCalendar, type CalendarDay } from '../../src/calendar/calendar.ts'
import { changedDays } from '../../src/calendar/compare.ts'

const covered = { from: '2020-01-01', to: '2020-12-31' }
const day = (day: string, kind: CalendarDay['kind'], nameEn = 'N'): CalendarDay => {
  return { day, kind, name: 'T', nameEn, source: 'S' }
}
const calendar = (...days: readonly CalendarDay[]) => buildCalendar('c', covered, days)

test('days that are added, removed or of another kind are told in order, and the others are not', () => {
  const before = calendar(
    day('2020-05-01', 'holiday'),
    day('2020-09-02', 'holiday', 'Gone'),
    day('2020-06-06', 'makeUpWork'),
  )
  const after = calendar(
    day('2020-12-24', 'swapOff', 'New'),
    day('2020-06-06', 'holiday', 'Other'),
    day('2020-05-01', 'holiday', 'Called otherwise'),
  )
  expect(changedDays(before, after)).toEqual([
    { day: '2020-06-06', before: 'makeUpWork', after: 'holiday', name: 'Other' },
    { day: '2020-09-02', before: 'holiday', after: null, name: 'Gone' },
    { day: '2020-12-24', before: null, after: 'swapOff', name: 'New' },
  ])
  expect(changedDays(before, before)).toEqual([])
})
