import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../../src/texts/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8')
const filesOf = (language: 'vi' | 'en') => [
  `${language}.ts`,
  // What is read from files is wider than what is said, as what is typed is.
  ...readdirSync(new URL(`${language}/`, folder)).flatMap((name) =>
    name === 'file-words.ts' ? [] : [`${language}/${name}`],
  ),
]

/** The strings and templates of a file, without what is computed in them. */
const quoted = (code: string): readonly string[] =>
  [
    ...code
      .replace(/^\s*(?:\/\/|\/?\*).*$/gm, '')
      .matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g),
  ]
    .map(([, single, double, template]) => single ?? double ?? template ?? '')
    .map((text) => text.replace(/\$\{[^}]*\}/g, '…'))
    .filter((text) => /\s|\p{Lu}/u.test(text) && !/\.ts$/.test(text))

/** Words for which docs/glossary.md has another one. */
const refused = {
  en: /\bnudge|\bladder|\bcall(?:ed|s)? off|\bis no more\b|\bsomebody\b|\bremarks?\b|\boperator\b|\bput off\b|\bremind me later\b|\bledger\b|\brehears|\bkey\b(?! (?:select|selects))|\breschedul|\btells?\b(?! the system administrator)/i,
  vi: /lập trường|qua chat|liên kết vào web|quản trị viên|diễn tập|kỳ nghỉ|trò chuyện|theo điều khoản|Thôi tham gia|vô hiệu hoá|lùi lời nhắc|nhắc tôi sau/iu,
} as const

test.each(['vi', 'en'] as const)('no text of %s uses a word for which the glossary has another', (language) => {
  const found = filesOf(language).flatMap((path) =>
    quoted(read(path)).flatMap((text) => (refused[language].test(text) ? [`${path}: ${text}`] : [])),
  )
  expect(found).toEqual([])
})

test('an apostrophe within a word of English is a curved one', () => {
  const found = filesOf('en').flatMap((path) =>
    quoted(read(path)).flatMap((text) => (/\p{L}\\?'\p{L}/u.test(text) ? [`${path}: ${text}`] : [])),
  )
  expect(found).toEqual([])
})

test.each([
  ['vi', 'Đóng'],
  ['en', 'Close'],
] as const)('no button of %s is called as one that closes a form or a window, "%s"', (language, closes) => {
  const page = readFileSync(new URL('../../adapters/web/page/texts.js', import.meta.url), 'utf8')
  const named = [...page.matchAll(/^ {2}cancel: '(.*)',$/gm)].map(([, name = '']) => name)
  expect(named).toHaveLength(2)
  const taken = [closes, ...named]
  expect(filesOf(language).filter((path) => quoted(read(path)).some((text) => taken.includes(text)))).toEqual([])
})

test('the strings of a file are found in it', () => {
  expect(quoted("a: 'One key', // 'no'\n// 'Not this'")).toContain('One key')
  expect(refused.en.test('Call off …')).toBe(true)
})
