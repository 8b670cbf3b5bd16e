import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../../src/calendar/calendar.ts'
import { calendarProblem } from '../../src/calendar/calendar-problems.ts'
import { parseCalendar } from '../../src/calendar/parse-calendar.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'

const row = (day: string, kind: string) => ({ day, kind, name: 'Nghỉ', source: 'Quyết định của cơ quan' })
const file = (...days: unknown[]) => ({ version: 'ours-1', from: '2020-01-01', to: '2020-12-31', days })

function problems(input: unknown) {
  const parsed = parseCalendar(input)
  return parsed.ok ? [] : parsed.problems
}

test('a good file becomes a calendar, and a name without an English one serves for both', () => {
  const parsed = parseCalendar(
    file(row('2020-06-30', 'holiday'), { ...row('2020-07-04', 'makeUpWork'), nameEn: 'Worked' }),
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  expect(isWorkingDay(parsed.calendar, '2020-06-30')).toBe(false)
  expect(isWorkingDay(parsed.calendar, '2020-07-04')).toBe(true)
  expect(parsed.calendar.days.get('2020-06-30')?.nameEn).toBe('Nghỉ')
  expect(parsed.calendar.version).toBe('ours-1')
})

test('the built-in calendar, written out and read back, is itself', () => {
  const written = JSON.parse(JSON.stringify({ ...VIETNAM, days: [...VIETNAM.days.values()] })) as unknown
  expect(parseCalendar(written)).toEqual({ ok: true, calendar: VIETNAM })
})

test('the days come in their order, with whatever was written of them, less the blanks around it', () => {
  const given = { ...row('2020-07-04', 'makeUpWork'), name: ' Làm bù ', nameEn: ' Worked ', source: ' CV 1 ' }
  const parsed = parseCalendar({
    ...file(given, { ...row('2020-06-30', 'holiday'), provisional: true }, row('2020-07-03', 'swapOff')),
    version: ' ours-1 ',
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const source = 'Quyết định của cơ quan'
  expect([...parsed.calendar.days]).toEqual([
    ['2020-06-30', { day: '2020-06-30', kind: 'holiday', name: 'Nghỉ', nameEn: 'Nghỉ', source, provisional: true }],
    ['2020-07-03', { day: '2020-07-03', kind: 'swapOff', name: 'Nghỉ', nameEn: 'Nghỉ', source }],
    ['2020-07-04', { day: '2020-07-04', kind: 'makeUpWork', name: 'Làm bù', nameEn: 'Worked', source: 'CV 1' }],
  ])
  expect(parsed.calendar).toMatchObject({ version: 'ours-1', from: '2020-01-01', to: '2020-12-31' })
})

test('what is written as not provisional is decreed', () => {
  const parsed = parseCalendar(file({ ...row('2020-06-30', 'holiday'), provisional: false }))
  expect(parsed.ok && parsed.calendar.days.get('2020-06-30')).not.toHaveProperty('provisional')
})

test('the first and the last day that a file speaks for are its own', () => {
  expect(problems(file(row('2020-01-01', 'holiday'), row('2020-12-31', 'holiday')))).toEqual([])
  expect(problems({ ...file(row('2020-01-01', 'holiday')), to: '2020-01-01' })).toEqual([])
})

test.each([
  ['no name', { name: ' ' }, ['name']],
  ['an endless name', { name: 'x'.repeat(201) }, ['name']],
  ['an empty English name', { nameEn: ' ' }, ['nameEn']],
  ['an endless English name', { nameEn: 'x'.repeat(201) }, ['nameEn']],
  ['an endless source', { source: 'x'.repeat(501) }, ['source']],
  ['a word for whether it is decreed', { provisional: 'no' }, ['provisional']],
  ['several things wrong', { name: '', source: 7 }, ['name', 'source']],
])('a row with %s is refused, naming the fields', (_what, wrong, fields) => {
  expect(problems(file({ ...row('2020-05-05', 'holiday'), ...wrong }))).toMatchObject([
    { code: 'malformed', row: 1, fields },
  ])
})

test('a long name and a long source are read', () => {
  const long = { name: 'x'.repeat(200), nameEn: 'x'.repeat(200), source: 'x'.repeat(500) }
  expect(problems(file({ ...row('2020-05-05', 'holiday'), ...long }))).toEqual([])
})

test.each([
  ['a date that does not exist', [row('2020-06-31', 'holiday')], { code: 'impossible-date', row: 1 }],
  ['a date past the years', [row('2021-01-01', 'holiday')], { code: 'outside', row: 1 }],
  ['a date before the years', [row('2019-12-31', 'holiday')], { code: 'outside', row: 1 }],
  [
    'the same day twice',
    [row('2020-05-04', 'holiday'), row('2020-05-04', 'holiday')],
    { code: 'twice', row: 2, other: 1 },
  ],
  [
    'a day both off and worked',
    [row('2020-05-09', 'makeUpWork'), row('2020-05-04', 'swapOff'), row('2020-05-09', 'holiday')],
    { code: 'contradicts', row: 3, other: 1 },
  ],
  ['a worked weekday', [row('2020-05-05', 'makeUpWork')], { code: 'make-up-on-weekday', row: 1 }],
  ['a Sunday off in exchange', [row('2020-05-03', 'swapOff')], { code: 'swap-off-on-weekend', row: 1 }],
  ['an unknown kind', [row('2020-05-05', 'feast')], { code: 'malformed', row: 1, fields: ['kind'] }],
  [
    'a row without a source',
    [{ ...row('2020-05-05', 'holiday'), source: ' ' }],
    { code: 'malformed', row: 1, fields: ['source'] },
  ],
  ['a row that is no row', [null], { code: 'malformed', row: 1 }],
])('%s is refused, naming the row', (_what, rows, expected) => {
  expect(problems(file(...rows))).toMatchObject([expected])
})

test('a file without its head, or ending before it starts, is refused', () => {
  expect(problems({ days: [] })).toMatchObject([{ code: 'malformed', fields: ['version', 'from', 'to'] }])
  expect(problems({ ...file(), to: '2019-12-31' })).toMatchObject([{ code: 'ends-before-start' }])
  expect(problems({ ...file(), from: '2020-02-30' })).toMatchObject([{ code: 'malformed', fields: ['from'] }])
  for (const version of ['', ' ', 'x'.repeat(61)])
    expect(problems({ ...file(), version })).toMatchObject([{ code: 'malformed', fields: ['version'] }])
  expect(problems({ ...file(), version: 'x'.repeat(60) })).toEqual([])
  const many = Array.from({ length: 5001 }, () => 0)
  expect(problems({ ...file(), days: many })).toMatchObject([{ code: 'malformed', fields: ['days'] }])
  expect(problems({ ...file(), days: many.slice(1) })).toHaveLength(5000)
  // What is no file at all is told as one that stands alone.
  for (const none of [null, 7, 'vn', []])
    expect(problems(none).map((one) => calendarProblem(one, 'en'))).toEqual([
      'missing or of the wrong kind: { version, from, to, days }',
    ])
})

describe('a file that extends the built-in calendar', () => {
  const extended = (rows: readonly unknown[], head: object = {}) => ({
    extends: 'vn',
    version: 'ours-2',
    days: rows,
    ...head,
  })
  function read(rows: readonly unknown[], head?: object) {
    const parsed = parseCalendar(extended(rows, head))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    return parsed.calendar
  }

  test('adds days and keeps all others', () => {
    const ours = read([row('2020-06-30', 'holiday')])
    expect(ours.days.size).toBe(VIETNAM.days.size + 1)
    expect([ours.version, ours.from, ours.to]).toEqual(['ours-2', VIETNAM.from, VIETNAM.to])
    expect(isWorkingDay(ours, '2020-06-30')).toBe(false)
    expect(isWorkingDay(ours, '2020-09-02')).toBe(false)
  })

  test('overrides a day, and cancels one that was moved', () => {
    const ours = read([
      row('2024-04-29', 'ordinary'),
      row('2024-05-04', 'ordinary'),
      { ...row('2020-09-02', 'holiday'), name: 'Quốc khánh, theo quyết định mới' },
    ])
    expect(isWorkingDay(ours, '2024-04-29')).toBe(true)
    expect(isWorkingDay(ours, '2024-05-04')).toBe(false)
    expect(ours.days.get('2020-09-02')?.name).toBe('Quốc khánh, theo quyết định mới')
    expect(ours.days.size).toBe(VIETNAM.days.size - 2)
  })

  test('may speak for more years, never for fewer, and leaves none out between', () => {
    const wider = read([row('2028-01-01', 'holiday')], { to: '2028-12-31' })
    expect([wider.from, wider.to]).toEqual([VIETNAM.from, '2028-12-31'])
    const narrow = read([], { from: '2026-01-01', to: '2026-12-31' })
    expect([narrow.from, narrow.to]).toEqual([VIETNAM.from, VIETNAM.to])
    const earlier = read([row('2019-12-31', 'holiday')], { from: '2019-01-01' })
    expect([earlier.from, earlier.to]).toEqual(['2019-01-01', VIETNAM.to])
    expect(problems(extended([], { from: '2030-01-01', to: '2030-12-31' }))).toMatchObject([{ code: 'leaves-gap' }])
    expect(problems(extended([], { from: '2018-01-01', to: '2018-12-31' }))).toMatchObject([{ code: 'leaves-gap' }])
    // A year that joins on leaves nothing out.
    expect(read([], { from: '2028-01-01', to: '2028-12-31' }).to).toBe('2028-12-31')
    expect(read([], { from: '2019-01-01', to: '2019-12-31' }).from).toBe('2019-01-01')
    expect(problems(extended([], { from: '2028-01-02', to: '2028-12-31' }))).toMatchObject([{ code: 'leaves-gap' }])
    expect(problems(extended([], { from: '2019-01-01', to: '2019-12-30' }))).toMatchObject([{ code: 'leaves-gap' }])
    expect(problems(extended([], { from: '2028-01-01' }))).toMatchObject([{ code: 'ends-before-start' }])
    expect(problems(extended([], { to: '2019-12-31' }))).toMatchObject([{ code: 'ends-before-start' }])
    expect(problems(extended([], { from: '2026-02-01', to: '2026-01-01' }))).toMatchObject([
      { code: 'ends-before-start' },
    ])
  })

  test.each([
    ['cancelling a day that nobody named', [row('2020-06-30', 'ordinary')], { code: 'nothing-to-cancel', row: 1 }],
    [
      'cancelling a day and giving it as well',
      [row('2020-09-02', 'ordinary'), row('2020-09-02', 'holiday')],
      { code: 'contradicts', row: 2, other: 1 },
    ],
    [
      'one day twice',
      [row('2020-06-30', 'holiday'), row('2020-06-30', 'holiday')],
      { code: 'twice', row: 2, other: 1 },
    ],
  ])('%s is refused, naming the row', (_what, rows, expected) => {
    expect(problems(extended(rows))).toMatchObject([expected])
  })

  test('another base is unknown, and a file that stands alone cancels nothing', () => {
    expect(problems({ ...extended([]), extends: 'fr' })).toMatchObject([{ code: 'malformed', fields: ['extends'] }])
    // What is wrong is told for a file that extends: it needs no years of its own.
    expect(problems({ extends: 'vn' })).toEqual([{ code: 'malformed', fields: ['version', 'days'] }])
    expect(problems(file(row('2020-09-02', 'ordinary')))).toMatchObject([{ code: 'nothing-to-cancel', row: 1 }])
  })
})

test('all problems are told at once', () => {
  const found = problems(file(row('2020-06-31', 'holiday'), row('2020-05-05', 'makeUpWork'), 7))
  expect(found.map((problem) => problem.row)).toEqual([1, 2, 3])
  expect(found.map((problem) => calendarProblem(problem, 'en'))).toEqual([
    'row 1 (2020-06-31): there is no such day (write YYYY-MM-DD)',
    'row 2 (2020-05-05): a worked day in exchange (makeUpWork) must be a Saturday or a Sunday',
    'row 3: missing or of the wrong kind: { day, kind, name, source }',
  ])
  expect(calendarProblem({ code: 'contradicts', row: 3, day: '2020-05-09', other: 1 }, 'vi')).toMatch(
    /^dòng 3 \(2020-05-09\): trái với dòng 1/,
  )
})

test('whatever is handed in, an answer comes back', () => {
  fc.assert(
    fc.property(fc.anything(), (anything) => {
      expect(typeof parseCalendar(anything).ok).toBe('boolean')
      expect(typeof parseCalendar(file(anything)).ok).toBe('boolean')
    }),
  )
})
