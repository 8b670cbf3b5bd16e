import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { quarterEnd, quarterStart } from '../../src/calendar/quarters.ts'
import { addDays, daysBetween } from '../../src/calendar/zoned.ts'
import { words } from '../../src/texts/fold.ts'
import { momentsIn } from '../../src/understand/moments/moments.ts'
import { understand } from '../../src/understand/understand.ts'
import { VOCABULARY } from './plan-vocabulary.ts'
import { understood } from './understood.ts'

const said = (sentence: string, today: string) => understood(understand(sentence, { ...VOCABULARY, today }))

test.each([
  ['lịch tháng 1', '2020-12-28', 'schedule.show from 2021-01-01 to 2021-01-31'],
  ['lịch ngày 5/1', '2020-12-28', 'schedule.show from 2021-01-05 to 2021-01-05'],
  ['lịch ngày 5 tháng 1', '2020-12-28', 'schedule.show from 2021-01-05 to 2021-01-05'],
  ['lịch ngày 5', '2020-12-28', 'schedule.show from 2021-01-05 to 2021-01-05'],
  ['January schedule', '2020-12-28', 'schedule.show from 2021-01-01 to 2021-01-31'],
  ['lịch tháng giêng đoàn 3', '2020-12-28', 'schedule.show team 3 from 2021-01-01 to 2021-01-31'],
  ['lịch quý 1', '2020-12-28', 'schedule.show from 2021-01-01 to 2021-03-31'],
  ['kế hoạch quý I', '2020-12-28', 'plan.show 2021-Q1'],
  ['quý 1', '2020-12-28', 'plan.show 2021-Q1'],
  ['nhắc tất cả quý 1', '2020-12-28', 'reminder.preview 2021-Q1'],
  ['lịch từ tháng 12 đến tháng 1', '2020-12-28', 'schedule.show from 2020-12-01 to 2021-01-31'],
  ['lịch từ 28/12 đến 5/1', '2020-12-20', 'schedule.show from 2020-12-28 to 2021-01-05'],
  ['lịch tháng 12', '2021-02-15', 'schedule.show from 2021-12-01 to 2021-12-31'],
  ['kế hoạch quý 4', '2021-02-15', 'plan.show 2021-Q4'],
  ['lịch tháng 5', '2020-06-16', 'schedule.show from 2020-05-01 to 2020-05-31'],
  ['lịch tháng 1/2020', '2020-12-28', 'schedule.show from 2020-01-01 to 2020-01-31'],
  ['lịch tháng 1 năm nay', '2020-12-28', 'schedule.show from 2020-01-01 to 2020-01-31'],
  ['kế hoạch quý 1/2020', '2020-12-28', 'plan.show 2020-Q1'],
  ['đoàn nào đã đi Lào Cai tháng 1', '2020-12-28', 'schedule.show unit Lào Cai from 2020-01-01 to 2020-01-31'],
  ['đoàn nào đã kiểm tra Lào Cai tháng 12', '2021-01-05', 'schedule.show unit Lào Cai from 2020-12-01 to 2020-12-31'],
  ['vì sao 30/12?', '2021-01-05', 'date.explain 2020-12-30'],
  ['vì sao 5/1?', '2020-12-28', 'date.explain 2021-01-05'],
  ['nghỉ phép từ 28/12 đến 3/1', '2020-12-20', 'leave.save.form 2020-12-28 2021-01-03'],
])('%s, on %s: %s', (sentence, today, meant) => {
  expect(said(sentence, today)).toBe(meant)
})

/** The day that a text says, on a day. */
const dayIn = (text: string, today: string): string | undefined =>
  momentsIn(text, words(text), { today }).flatMap(({ value }) => (value.kind === 'day' ? [value.day] : []))[0]

const days = fc.integer({ min: 0, max: 3652 }).map((shift) => addDays('2019-01-01', shift))

describe('on each day of ten years', () => {
  const month = (today: string, number: number) => /from (\S+) to (\S+)/.exec(said(`lịch tháng ${number}`, today)) ?? []

  it('a month, a quarter and a day are one of this year or the next, and never the farther of the two', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 12 }), (today, number) => {
        const year = Number(today.slice(0, 4))
        const quarter = /plan.show (\S+)/.exec(said(`quý ${Math.ceil(number / 3)}`, today))?.[1] ?? ''
        const day = dayIn(`15/${number}`, today) ?? ''
        const [, from = '', to = ''] = month(today, number)
        for (const found of [
          { from, to },
          { from: quarterStart(quarter), to: quarterEnd(quarter) },
          { from: day, to: day },
        ]) {
          const shifted = (by: number) => found.from.replace(/^\d{4}/, (text) => String(Number(text) + by))
          expect([year, year + 1]).toContain(Number(found.from.slice(0, 4)))
          if (found.to < today) {
            // Past, this year's: then it is nearer than the one to come.
            expect(Number(found.from.slice(0, 4))).toBe(year)
            expect(daysBetween(found.to, today)).toBeLessThanOrEqual(daysBetween(today, shifted(1)))
          }
          if (found.from > today && found.from.startsWith(String(year + 1)))
            expect(daysBetween(today, found.from)).toBeLessThanOrEqual(366 / 2 + 1)
        }
      }),
    )
  })

  it('what has been done has begun, and is the latest of its kind', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 12 }), (today, number) => {
        const [, from = ''] = /from (\S+)/.exec(said(`đoàn nào đã đi Lào Cai tháng ${number}`, today)) ?? []
        expect(from <= today).toBe(true)
        expect(daysBetween(from, today)).toBeLessThan(366)
      }),
    )
  })

  it('the 29th of February is one that there is, or none', () => {
    fc.assert(
      fc.property(days, (today) => {
        const day = dayIn('29/02', today)
        const year = Number(today.slice(0, 4))
        const leap = [year, year + 1].find((one) => one % 4 === 0)
        expect(day).toBe(leap === undefined ? undefined : `${leap}-02-29`)
      }),
    )
  })
})
