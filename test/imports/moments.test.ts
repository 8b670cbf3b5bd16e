import { describe, expect, it } from 'vitest'
import { isTimeAlone, readDay, readMoment } from '../../src/imports/sheets/moments.ts'
import { withDays } from '../../src/imports/visits/with-days.ts'

const at = { day: '2020-06-08', time: '08:00' }

it.each([
  '2020-06-08T08:00',
  '2020-06-08 8:00',
  '08/06/2020 08:00',
  '8/6/2020 08h00',
  '08.06.2020 8h',
  '08-06-2020, 8 giờ',
  '08h00 ngày 08/06/2020',
  '8 giờ 00 phút, ngày 8 tháng 6 năm 2020',
  '08:00 - 08/06/2020',
  '08:00:00 08/06/2020',
  'Thứ Hai, 08/06/2020, 08:00',
  '8h00 thứ 2 ngày 8/6/2020',
  'thu hai 8/6/2020 8g00',
  'Monday, 08/06/2020, 08:00',
])('%s is a moment', (cell) => {
  expect(readMoment(cell)).toEqual(at)
})

it.each([
  '08h00',
  '08/06/2020',
  '31/06/2020 08:00',
  '08/06/2020 24:01',
  '08/06/2020 25h',
  'sáng 08/06/2020',
  '06/2020 8h',
])('%s is none', (cell) => {
  expect(readMoment(cell)).toBeUndefined()
})

it('a weekday that is another than the date is no moment: one of the two is wrong', () => {
  expect(readMoment('Thứ Ba 08/06/2020 08:00')).toBeUndefined()
  expect(readDay('Chủ Nhật 08/06/2020')).toBeUndefined()
  expect(readDay('Thứ Hai, ngày 08/06/2020')).toBe('2020-06-08')
})

it('an offset is kept', () => {
  expect(readMoment('2020-10-25T02:30+01:00')).toEqual({ day: '2020-10-25', time: '02:30', offset: '+01:00' })
  expect(readMoment('2020-10-25T02:30Z')).toMatchObject({ offset: 'Z' })
})

it('hours alone are told from a moment', () => {
  expect(['8h', '08h00', '08:00', '8 giờ 30'].map(isTimeAlone)).toEqual([true, true, true, true])
  expect(['08/06/2020', '08/06/2020 08:00', ''].map(isTimeAlone)).toEqual([false, false, false])
})

describe('a day in a column of its own', () => {
  const joined = (cells: Record<string, string>, more = {}) => {
    const row = { number: 2, cells: { team: '3', ...cells }, ...more }
    const sheet = withDays({ file: 'v.csv', columns: Object.keys(row.cells), rows: [row] })
    const { starts = '', ends = '' } = sheet.rows[0]?.cells ?? {}
    return { starts, ends, faults: sheet.faults?.map(({ column, reason }) => `${column} ${reason}`) ?? [] }
  }

  it('goes with the hours in another, or in those of beginning and end', () => {
    const whole = { starts: '22/06/2020 08h00', ends: '22/06/2020 11h30', faults: [] }
    expect(joined({ day: '22/06/2020', time: '08h00 - 11h30' })).toEqual(whole)
    expect(joined({ day: '22/06/2020', starts: '08h00', ends: '11h30' })).toEqual(whole)
    expect(joined({ day: '22/06/2020', time: '08h00' })).toEqual({ ...whole, ends: '' })
  })

  it('does not stand for an hour, and does not contradict another day', () => {
    expect(joined({ day: '22/06/2020', time: '' }).starts).toBe('22/06/2020')
    expect(joined({ day: '22/06/2020', starts: '23/06/2020 08:00' }).faults).toEqual([
      'starts is on another day than "22/06/2020"',
    ])
    expect(joined({ day: '22/06/2020', starts: '08:00', time: '09:00' }).faults[0]).toMatch(/^time and "starts" both/)
    expect(joined({ day: '', time: '09:00' }).faults).toEqual(['time needs a day as well'])
  })
})
