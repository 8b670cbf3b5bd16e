/** Days told by today, in days from it. */
export const DAYS_FROM_NOW: Readonly<Record<string, number>> = {
  'hôm nay': 0,
  today: 0,
  'ngày mai': 1,
  'hôm sau': 1,
  mai: 1,
  tomorrow: 1,
  'ngày kia': 2,
  'ngày mốt': 2,
  'day after tomorrow': 2,
  'hôm qua': -1,
  yesterday: -1,
}

/** Weeks and months told by today; behind a month's or weekday's name as well. */
export const THIS: readonly string[] = ['này', 'nay', 'hiện tại']
export const NEXT: readonly string[] = ['sau', 'tới', 'kế tiếp', 'tiếp theo']
export const LAST: readonly string[] = ['trước', 'qua', 'vừa qua', 'rồi']

/** Monday is 1. */
export const WEEKDAYS: Readonly<Record<string, number>> = {
  'thứ hai': 1,
  'thứ 2': 1,
  'thứ ba': 2,
  'thứ 3': 2,
  'thứ tư': 3,
  'thứ 4': 3,
  'thứ năm': 4,
  'thứ 5': 4,
  'thứ sáu': 5,
  'thứ 6': 5,
  'thứ bảy': 6,
  'thứ 7': 6,
  'chủ nhật': 7,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
}

/** Months by name; "sau" behind "tháng" is the next one where no diacritics are written. */
export const MONTHS: Readonly<Record<string, number>> = {
  'tháng một': 1,
  'tháng giêng': 1,
  'tháng hai': 2,
  'tháng ba': 3,
  'tháng tư': 4,
  'tháng bốn': 4,
  'tháng năm': 5,
  'tháng bảy': 7,
  'tháng bẩy': 7,
  'tháng tám': 8,
  'tháng chín': 9,
  'tháng mười': 10,
  'tháng mười một': 11,
  'tháng mười hai': 12,
  'tháng chạp': 12,
  january: 1,
  jan: 1,
  february: 2,
  feb: 2,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  may: 5,
  june: 6,
  jun: 6,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
}

/** With these a question about visits is about what has been done; "to be inspected" is not. */
export const HAS_BEEN: readonly string[] = [
  'đã đi',
  'đã đến',
  'đã tới',
  'đã kiểm tra',
  'đã được kiểm tra',
  'đã làm việc',
  'did',
  'went',
  'visited',
  'inspected',
]

/** Before the first day, between the first and the last, and before the last one alone. */
export const FROM_DAY: readonly string[] = [
  'từ ngày',
  'từ',
  'kể từ',
  'kể từ ngày',
  'giữa',
  'from',
  'since',
  'between',
  'starting',
]
export const UNTIL_DAY: readonly string[] = [
  'đến hết ngày',
  'đến hết',
  'đến ngày',
  'đến',
  'cho đến',
  'tới ngày',
  'tới',
  'sang ngày',
  'sang',
  'until',
  'till',
  'to',
  'through',
]
/** Between two days these join as well; alone they do not say until when. */
export const BETWEEN_DAYS: readonly string[] = ['và', 'và ngày', 'and']
export const AFTER_DAY: readonly string[] = ['sau ngày', 'sau', 'after']
export const BEFORE_DAY: readonly string[] = ['trước ngày', 'trước', 'before']
