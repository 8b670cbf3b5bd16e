import { describe, expect, it, test } from 'vitest'
import { calendarProblem } from '../../src/calendar/calendar-problems.ts'
import type { CalendarProblem } from '../../src/calendar/parse-calendar.ts'

const at = { row: 3, day: '2020-05-09' }
/** Of each code, and what its words have to name in either language. */
const each: Readonly<Record<CalendarProblem['code'], readonly [CalendarProblem, vi: RegExp, en: RegExp]>> = {
  malformed: [{ code: 'malformed', fields: ['version', 'to'] }, /sai kiểu: version, to$/, /wrong kind: version, to$/],
  'ends-before-start': [{ code: 'ends-before-start' }, /kết thúc .* trước ngày bắt đầu/, /before the start/],
  'leaves-gap': [{ code: 'leaves-gap' }, /không liền với/, /leave years between/],
  'impossible-date': [{ code: 'impossible-date', ...at }, /không có ngày này/, /no such day/],
  outside: [{ code: 'outside', ...at }, /nằm ngoài/, /outside/],
  twice: [{ code: 'twice', ...at, other: 1 }, /trùng với dòng 1$/, /same as row 1$/],
  contradicts: [{ code: 'contradicts', ...at, other: 1 }, /trái với dòng 1:/, /contradicts row 1:/],
  'make-up-on-weekday': [{ code: 'make-up-on-weekday', ...at }, /làm bù .* phải là thứ Bảy/, /must be a Saturday/],
  'swap-off-on-weekend': [{ code: 'swap-off-on-weekend', ...at }, /hoán đổi .* không thể/, /cannot be a Saturday/],
  'nothing-to-cancel': [{ code: 'nothing-to-cancel', ...at }, /không có gì để bỏ/, /nothing to cancel/],
}

describe('a line for the operator', () => {
  it.each(Object.values(each))('says what is wrong: $code', (problem, vi, en) => {
    expect(calendarProblem(problem, 'vi')).toMatch(vi)
    expect(calendarProblem(problem, 'en')).toMatch(en)
  })

  it('begins with the row and its day, as far as there are such', () => {
    expect(calendarProblem({ code: 'outside', ...at }, 'vi')).toMatch(/^dòng 3 \(2020-05-09\): nằm/)
    expect(calendarProblem({ code: 'outside', ...at }, 'en')).toMatch(/^row 3 \(2020-05-09\): outside/)
    expect(calendarProblem({ code: 'malformed', row: 2, fields: ['day'] }, 'vi')).toMatch(/^dòng 2: thiếu/)
    expect(calendarProblem({ code: 'malformed', row: 2, fields: ['day'] }, 'en')).toMatch(/^row 2: missing/)
    expect(calendarProblem({ code: 'leaves-gap' }, 'vi')).toMatch(/^from - to/)
    expect(calendarProblem({ code: 'leaves-gap' }, 'en')).toMatch(/^from and to/)
  })
})

test('where nothing of it can be read, all that a row or a file needs is named', () => {
  // The path of a value that is no object at all is empty.
  expect(calendarProblem({ code: 'malformed', row: 1, fields: [''] }, 'en')).toMatch(/: \{ day, kind, name, source \}$/)
  expect(calendarProblem({ code: 'malformed', row: 1 }, 'en')).toMatch(/: \{ day, kind, name, source \}$/)
  expect(calendarProblem({ code: 'malformed', fields: [''] }, 'vi')).toMatch(/: \{ version, from, to, days \}$/)
})
