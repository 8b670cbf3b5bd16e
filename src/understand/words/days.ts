import type { Phrases } from './phrases.ts'

/** What people type about days and deadlines. */
export const DAY_VERBS = {
  explain: {
    vi: ['vì sao', 'tại sao', 'sao lại', 'sao hạn', 'vì sao hạn', 'tại sao hạn', 'giải thích', 'giải thích hạn'],
    en: [
      'why did you set',
      'who picked',
      'who decided',
      'how was the date',
      'how did you get',
      'how come',
      'where does the date come from',
      'how do you count',
      'how is the deadline calculated',
      'how was the deadline calculated',
      'how did you calculate',
      'why',
      'why is',
      'why the',
      'explain',
      'explain the deadline',
    ],
  },
} as const satisfies Readonly<Record<string, Phrases>>

/** How people ask whether a day is worked. */
const WORKING_DAY: readonly string[] = [
  'ngày làm việc',
  'tính là ngày làm việc',
  'tính ngày làm việc',
  'có tính ngày làm việc',
  'tính là ngày nghỉ',
  'tính ngày nghỉ',
  'có làm việc không',
  'có tính là ngày làm việc',
  'làm việc không',
  'đi làm không',
  'có làm việc',
  'phải đi làm',
  'có đi làm',
  'ngày nghỉ',
  'làm bù',
  'đi làm bù',
  'phải làm bù',
  'nghỉ bù',
  'ngày làm bù',
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

/** How people ask whether a day is worked, as signs. */
export const WORKING_DAY_PHRASES = {
  vi: WORKING_DAY.filter((phrase) => /[^a-z ]/u.test(phrase)).flatMap((phrase) => [
    phrase,
    `có phải ${phrase}`,
    `là ${phrase}`,
  ]),
  en: WORKING_DAY.filter((phrase) => /^[a-z ]+$/u.test(phrase)).flatMap((phrase) => [phrase, `a ${phrase}`]),
} as const
