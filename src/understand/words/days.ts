import type { Phrases } from './phrases.ts'

/** What people type about days and deadlines. */
export const DAY_VERBS = {
  explain: {
    vi: ['vì sao', 'tại sao', 'sao lại', 'sao hạn', 'vì sao hạn', 'tại sao hạn', 'giải thích', 'giải thích hạn'],
    en: ['why', 'why is', 'why the', 'explain', 'explain the deadline'],
  },
} as const satisfies Readonly<Record<string, Phrases>>

/** How people ask whether a day is worked. */
export const WORKING_DAY: readonly string[] = [
  'ngày làm việc',
  'có làm việc',
  'phải đi làm',
  'có đi làm',
  'ngày nghỉ',
  'ngày lễ',
  'nghỉ lễ',
  'có nghỉ',
  'được nghỉ',
  'có được nghỉ',
  'working day',
  'work day',
  'business day',
  'holiday',
  'public holiday',
  'day off',
]

/** What else stands in a question about a day or a deadline and changes nothing. */
export const ABOUT_DAYS: readonly string[] = [
  'ngày tháng năm hạn thời chót nhắc rơi vào là lại đúng có phải phải làm mai bị',
  'due day date deadline fall falls on reminder nudge reminded is it be set today tomorrow',
]
