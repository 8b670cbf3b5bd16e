import type { CalendarProblem } from './parse-calendar.ts'

/** One line for the operator: the row, the day, what is wrong with it. */
export function calendarProblem(problem: CalendarProblem, locale: 'vi' | 'en'): string {
  const what = locale === 'vi' ? vietnamese(problem) : english(problem)
  if (problem.row === undefined) return what
  const row = locale === 'vi' ? `dòng ${problem.row}` : `row ${problem.row}`
  return problem.day === undefined ? `${row}: ${what}` : `${row} (${problem.day}): ${what}`
}

function vietnamese(problem: CalendarProblem): string {
  switch (problem.code) {
    case 'malformed':
      return `thiếu hoặc sai kiểu: ${listed(problem)}`
    case 'ends-before-start':
      return 'ngày kết thúc (to) trước ngày bắt đầu (from)'
    case 'leaves-gap':
      return 'from - to không liền với lịch có sẵn mà tệp này mở rộng'
    case 'impossible-date':
      return 'không có ngày này (dạng YYYY-MM-DD)'
    case 'outside':
      return 'nằm ngoài khoảng from - to của lịch'
    case 'twice':
      return `trùng với dòng ${problem.other}`
    case 'contradicts':
      return `trái với dòng ${problem.other}: một ngày không thể vừa nghỉ vừa làm, hoặc nghỉ vì hai lẽ`
    case 'make-up-on-weekday':
      return 'ngày làm bù (makeUpWork) phải là thứ Bảy hoặc Chủ nhật'
    case 'swap-off-on-weekend':
      return 'ngày nghỉ hoán đổi (swapOff) không thể là thứ Bảy hoặc Chủ nhật'
    case 'nothing-to-cancel':
      return 'không có gì để bỏ (ordinary): lịch được mở rộng không nêu ngày này'
    default:
      return problem.code satisfies never
  }
}

function english(problem: CalendarProblem): string {
  switch (problem.code) {
    case 'malformed':
      return `missing or of the wrong kind: ${listed(problem)}`
    case 'ends-before-start':
      return 'the end (to) is before the start (from)'
    case 'leaves-gap':
      return 'from and to leave years between them and the calendar that this file extends'
    case 'impossible-date':
      return 'there is no such day (write YYYY-MM-DD)'
    case 'outside':
      return "outside the calendar's from and to"
    case 'twice':
      return `the same as row ${problem.other}`
    case 'contradicts':
      return `contradicts row ${problem.other}: a day is either off or worked, and off for one reason`
    case 'make-up-on-weekday':
      return 'a worked day in exchange (makeUpWork) must be a Saturday or a Sunday'
    case 'swap-off-on-weekend':
      return 'a day off in exchange (swapOff) cannot be a Saturday or a Sunday'
    case 'nothing-to-cancel':
      return 'there is nothing to cancel (ordinary): the calendar that is extended does not name this day'
    default:
      return problem.code satisfies never
  }
}

function listed(problem: CalendarProblem): string {
  const fields = (problem.fields ?? []).filter((field) => field !== '')
  if (fields.length > 0) return fields.join(', ')
  return problem.row === undefined ? '{ version, from, to, days }' : '{ day, kind, name, source }'
}
