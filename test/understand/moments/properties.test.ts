import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, isDay, isTime, weekday } from '../../../src/calendar/zoned.ts'
import { words } from '../../../src/texts/fold.ts'
import { type MomentValue, momentsIn } from '../../../src/understand/moments/moments.ts'
import { runs } from '../../support/runs.ts'
import { printed, takes } from './printed.ts'

const todays = fc.integer({ min: 0, max: 3652 }).map((shift) => addDays('2019-01-01', shift))
const near = (today: string) => fc.integer({ min: -60, max: 120 }).map((shift) => addDays(today, shift))
const pair = todays.chain((today) => fc.tuple(fc.constant(today), near(today)))

const VI = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
const inWords = (n: number): string => {
  if (n <= 10) return VI[n] ?? ''
  if (n < 20) return `mười ${n === 15 ? 'lăm' : VI[n - 10]}`
  const unit = n % 10
  const last = unit === 0 ? '' : ` ${unit === 1 ? 'mốt' : unit === 5 ? 'lăm' : VI[unit]}`
  return `${VI[Math.floor(n / 10)]} mươi${last}`
}
const EN = 'January February March April May June July August September October November December'.split(' ')

/** The ways to write a day with its year, and without. */
const withYear = (d: number, m: number, y: number): readonly string[] => [
  `${d}/${m}/${y}`,
  `${d}.${m}.${y}`,
  `${d}-${m}-${y}`,
  `${String(d).padStart(2, '0')}/${String(m).padStart(2, '0')}/${y}`,
  `${d}/${m}/${y % 100}`,
  `ngày ${d}/${m}/${y}`,
  `ngày ${d} tháng ${m} năm ${y}`,
  `ngay ${d} thang ${m} nam ${y}`,
  `${d} tháng ${m}/${y}`,
  `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
  `${d} ${EN[m - 1]} ${y}`,
  `${EN[m - 1]} ${d}, ${y}`,
  `${EN[m - 1]?.slice(0, 3)} ${d} ${y}`,
  `the ${d}th of ${EN[m - 1]} ${y}`,
]
const withoutYear = (d: number, m: number): readonly string[] => [
  `${d}/${m}`,
  `ngày ${d}/${m}`,
  `đến ${d}.${m}`,
  `đến ${d}-${m}`,
  `ngày ${d} tháng ${m}`,
  `${d} thang ${m}`,
  `${d}thang${m}`,
  `ngày ${inWords(d)} tháng ${m === 4 ? 'tư' : inWords(m)}`,
  `${d} ${EN[m - 1]}`,
  `${EN[m - 1]} ${d}`,
  `on ${EN[m - 1]} ${d}th`,
]

const hourForms = (h: number): readonly string[] => {
  const twelve = h % 12 === 0 ? 12 : h % 12
  return [
    `${h}h`,
    `${h}h00`,
    `${h}:00`,
    `${h} giờ`,
    `${h} gio`,
    `${h}g`,
    `lúc ${h}h`,
    `at ${h}:00`,
    `${twelve}${h < 12 ? 'am' : 'pm'}`,
    `${twelve} ${h < 12 ? 'a.m' : 'p.m'}`,
    ...(h > 0 && h < 11 ? [`${h}h sáng`, `${h} giờ sáng`, `${h} sáng`] : []),
    ...(h > 12 && h < 19 ? [`${h - 12}h chiều`, `${h - 12} giờ chiều`, `${h - 12}h chieu`] : []),
    ...(h > 18 ? [`${h - 12}h tối`, `${h - 12} giờ tối`, `${h - 12}h toi`] : []),
  ]
}

const only = (sentence: string, today: string): MomentValue | undefined => {
  const [first, ...others] = momentsIn(sentence, words(sentence), { today })
  return others.length === 0 ? first?.value : undefined
}

describe('on each day of ten years', () => {
  it('a day with its year is that day, however it is written', () => {
    fc.assert(
      fc.property(pair, ([today, day]) => {
        const [y = 0, m = 0, d = 0] = day.split('-').map(Number)
        for (const form of withYear(d, m, y))
          expect(only(form, today), `${form} on ${today}`).toEqual({ kind: 'day', day })
      }),
      { numRuns: runs(400) },
    )
  })

  it('a day without its year is the same however it is written: of this year or the next, never the farther', () => {
    fc.assert(
      fc.property(pair, ([today, day]) => {
        const [, m = 0, d = 0] = day.split('-').map(Number)
        const found = withoutYear(d, m).map((form) => only(form, today))
        const first = found[0]
        for (const [at, value] of found.entries()) expect(value, `${withoutYear(d, m)[at]} on ${today}`).toEqual(first)
        if (first?.kind !== 'day') return expect(first).toEqual({ kind: 'wrong' })
        expect(first.day.slice(5)).toBe(day.slice(5))
        const ahead = daysBetween(today, first.day)
        expect(ahead).toBeLessThan(367)
        // A past one is this year's, and nearer than the next.
        if (ahead < 0) {
          expect(first.day.slice(0, 4)).toBe(today.slice(0, 4))
          expect(-ahead).toBeLessThanOrEqual(184)
        }
      }),
      { numRuns: runs(400) },
    )
  })

  it('a week is seven days from Monday to Sunday, and a month whole', () => {
    fc.assert(
      fc.property(
        todays,
        fc.constantFrom('tuần này', 'tuần sau', 'tuần sau nữa', 'tuần trước', 'this week', 'next week', 'last week'),
        fc.constantFrom('tháng này', 'tháng sau', 'tháng trước', 'tháng 2', 'tháng 12', 'next month', 'in February'),
        (today, week, month) => {
          const [seven, whole] = [only(week, today), only(month, today)]
          if (seven?.kind !== 'period' || whole?.kind !== 'period') throw new Error(`${week}, ${month} on ${today}`)
          expect(weekday(seven.from)).toBe(1)
          expect(daysBetween(seven.from, seven.to)).toBe(6)
          expect(whole.from.slice(8)).toBe('01')
          expect(addDays(whole.to, 1).slice(8)).toBe('01')
          expect(daysBetween(whole.from, whole.to)).toBeLessThan(31)
        },
      ),
      { numRuns: runs(400) },
    )
  })

  it('a weekday is one, from today on, and in its week where that is said', () => {
    fc.assert(
      fc.property(todays, fc.integer({ min: 1, max: 6 }), (today, number) => {
        const next = only(`thứ ${number + 1}`, today)
        const week = only(`thứ ${number + 1} tuần sau`, today)
        if (next?.kind !== 'day' || week?.kind !== 'day') throw new Error(`thứ ${number + 1} on ${today}`)
        expect([weekday(next.day), weekday(week.day)]).toEqual([number, number])
        expect(daysBetween(today, next.day)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(today, next.day)).toBeLessThan(7)
        expect(daysBetween(addDays(today, 1 - weekday(today)), week.day)).toBe(6 + number)
      }),
      { numRuns: runs(400) },
    )
  })

  it('what is said of from one day to another is from the first to the last', () => {
    const lengths = fc.integer({ min: 0, max: 150 })
    const manners = fc.constantFrom<(from: string, to: string) => string>(
      (from, to) => `từ ${from} đến ${to}`,
      (from, to) => `${from} - ${to}`,
      (from, to) => `tu ngay ${from} den het ngay ${to}`,
      (from, to) => `from ${from} to ${to}`,
    )
    fc.assert(
      fc.property(pair, lengths, manners, ([today, from], length, manner) => {
        const to = addDays(from, length)
        const short = (day: string) => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`
        const long = (day: string) => `${short(day)}/${day.slice(0, 4)}`
        // In English the order of 5/6 is taken as the day first, as everywhere.
        expect(only(manner(long(from), long(to)), today)).toEqual({
          kind: 'range',
          from: { day: from },
          to: { day: to },
        })
        const found = only(manner(short(from), short(to)), today)
        // There is no 29 February each year.
        if (found?.kind !== 'range') {
          expect(`${from} ${to}`).toMatch(/02-29/)
          return
        }
        expect(found.from.day <= found.to.day).toBe(true)
        expect([found.from.day.slice(5), found.to.day.slice(5)]).toEqual([from.slice(5), to.slice(5)])
        if (!`${from} ${to}`.includes('02-29'))
          expect(daysBetween(found.from.day, found.to.day)).toBeLessThanOrEqual(length + 1)
      }),
      { numRuns: runs(400) },
    )
  })
})

it('every written form of an hour gives it, alone and beside a day', () => {
  for (let h = 0; h < 24; h++) {
    const time = `${String(h).padStart(2, '0')}:00`
    for (const form of hourForms(h)) {
      expect(only(form, '2020-06-16'), form).toEqual({ kind: 'time', time })
      // Where some words have their diacritics, bare "toi" is not "tối".
      const named = /toi|chieu|gio/.test(form) ? 'ngay' : 'ngày'
      for (const beside of [`${form} ${named} 24/6`, `24/6 ${form}`, `${named} 24/6, ${form}`])
        expect(only(beside, '2020-06-16'), beside).toEqual({ kind: 'day', day: '2020-06-24', time })
    }
  }
})

const PIECES = [
  ...'từ đến tới sang hết trước sau trong thêm mỗi giữa cuối đầu tuần tháng quý năm ngày giờ phút thứ mùng hôm mai kia nay'.split(
    ' ',
  ),
  ...'này nữa tu den toi sang het tuan thang ngay thu gio sau hai ba mười lăm rưỡi kém sáng chiều tối trưa CN T6 Q3 KT-12'.split(
    ' ',
  ),
  ...'from to until by on at in within next this last week month day days Monday June July 3rd noon past half eight may'.split(
    ' ',
  ),
  ...'22/6 31/06 7/13 25.6 5-6 8-12/6 2020-06-22 17:00 8h30 25h 2.30pm 5pm 2 30 2020 0 99 9999 / - . : , ( ) – đoàn điều và'.split(
    ' ',
  ),
  ...['2021-02-29', '99999999999999999999', '１２/６', 'İ', '½', '٣', '👍', 'ngày 22', 'abc', '\n'],
]
const sentences = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 12 })
  .map((parts) => parts.map(([piece, gap]) => piece + gap).join(''))

describe('whatever is typed', () => {
  it('days and hours exist, moments lie within the sentence and do not overlap, and no range ends before it begins', () => {
    fc.assert(
      fc.property(sentences, todays, (sentence, today) => {
        const text = words(sentence)
        let behind = 0
        for (const { start, end, value } of momentsIn(sentence, text, { today, now: '23:50' })) {
          expect(start).toBeGreaterThanOrEqual(behind)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          behind = end
          for (const day of JSON.stringify(value).match(/\d{4}-\d\d-\d\d/g) ?? []) expect(isDay(day), day).toBe(true)
          for (const time of JSON.stringify(value).match(/\d\d:\d\d/g) ?? []) expect(isTime(time), time).toBe(true)
          if (value.kind === 'period') expect(value.from <= value.to).toBe(true)
          if (value.kind === 'range' && !/2020|2021/.test(sentence)) expect(value.from.day <= value.to.day).toBe(true)
        }
      }),
      { numRuns: runs(5000) },
    )
  })

  it('a word without meaning before or behind it changes nothing else', () => {
    fc.assert(
      fc.property(sentences, todays, (sentence, today) => {
        const plain = printed(sentence, { today })
        expect(printed(`abc ${sentence}`, { today }), sentence).toBe(plain)
        expect(printed(`${sentence} abc`, { today }), sentence).toBe(plain)
        expect(takes(`abc ${sentence}`, { today })).toEqual(takes(sentence, { today }))
      }),
      { numRuns: runs(2000) },
    )
  })

  it('nothing throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), todays, (text, today) => {
        momentsIn(text, words(text), { today, year: 2020, meant: 'past' })
      }),
      { numRuns: runs(1000) },
    )
  })
})
