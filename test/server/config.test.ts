import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { platforms } from '../../adapters/index.ts'
import { isWorkingDay } from '../../src/calendar/calendar.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { ConfigError, readConfig as readConfigOf } from '../../src/server/config.ts'

const readConfig = (env: NodeJS.ProcessEnv) => readConfigOf(env, platforms)

/** What the variables of each platform that is set up come to. */
const optionsOf = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries([...readConfig(env).platforms].map(([name, { options }]) => [name, options]))

/** The lines with which this environment is refused. */
function problems(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's1' }
const teams = { TEAMS_APP_ID: 'a1', TEAMS_APP_PASSWORD: 'p1' }

it('with nothing set, and with everything set to nothing, it is the demonstration on loopback', () => {
  const bare = {
    host: '127.0.0.1',
    port: 3978,
    databaseUrl: 'file:./data/dondoc.db',
    timeZone: 'Asia/Ho_Chi_Minh',
    calendar: VIETNAM,
    locale: 'vi',
    othersSee: 'dates',
    minimumDays: [],
    recordTemplate: undefined,
    moreThanHalf: false,
    digest: { weekday: 1, time: '08:00' },
    clock: undefined,
    logLevel: 'info',
    publicUrl: undefined,
    platforms: new Map(),
    demo: true,
  }
  expect(readConfig({})).toEqual(bare)
  expect(readConfig({ HOST: '', PORT: ' ', SLACK_BOT_TOKEN: '', TEAMS_AUTH: '', DONDOC_CLOCK: '' })).toEqual(bare)
})

it('every variable reaches its place', () => {
  const env = {
    HOST: '0.0.0.0',
    PORT: '8080',
    DATABASE_URL: 'postgresql://u:p@db/x',
    DONDOC_TIME_ZONE: 'Europe/Berlin',
    DONDOC_LOCALE: 'en',
    DONDOC_DIGEST: 'fri 16:30',
    DONDOC_OTHER_TEAMS: 'details',
    DONDOC_MINIMUM_DAYS: 'nghị định=20; Chiến lược = 15,*=10',
    DONDOC_MORE_THAN_HALF: 'shown',
    DONDOC_RECORD_TEMPLATE: 'mau.docx',
    LOG_LEVEL: 'warn',
    PUBLIC_URL: 'https://chat.example.vn/',
    ...slack,
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_API_URL: 'https://slack.example.vn/api/',
    ...teams,
    TEAMS_TENANT_ID: 't1',
  }
  expect(optionsOf(env)).toEqual({
    slack: { botToken: 'xoxb-1', signingSecret: 's1', appToken: 'xapp-1', apiUrl: 'https://slack.example.vn/api/' },
    teams: { auth: 'required', appId: 'a1', appPassword: 'p1', tenantId: 't1' },
  })
  expect(readConfig(env)).toEqual({
    host: '0.0.0.0',
    port: 8080,
    databaseUrl: 'postgresql://u:p@db/x',
    timeZone: 'Europe/Berlin',
    calendar: VIETNAM,
    locale: 'en',
    othersSee: 'details',
    minimumDays: [
      { kind: 'nghị định', days: 20 },
      { kind: 'Chiến lược', days: 15 },
      { kind: '*', days: 10 },
    ],
    recordTemplate: 'mau.docx',
    moreThanHalf: true,
    digest: { weekday: 5, time: '16:30' },
    clock: undefined,
    logLevel: 'warn',
    publicUrl: 'https://chat.example.vn',
    platforms: expect.any(Map),
    demo: false,
  })
})

it.each([
  ['HOST', { HOST: 'a b' }],
  ['PORT', { PORT: '70000' }],
  ['PORT', { PORT: '80a' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
  ['DATABASE_URL', { DATABASE_URL: 'file:a.db?mode=ro' }],
  ['DATABASE_URL', { DATABASE_URL: 'file:./data/a.db?' }],
  ['DONDOC_TIME_ZONE', { DONDOC_TIME_ZONE: 'Hanoi' }],
  ['DONDOC_LOCALE', { DONDOC_LOCALE: 'fr' }],
  ['DONDOC_CLOCK', { DONDOC_CLOCK: '2020-06-16' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'http://chat.example.vn' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'https://chat.example.vn/?a=1' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'https://chat.example.vn/#a' }],
  ['SLACK_BOT_TOKEN', { SLACK_SIGNING_SECRET: 's1' }],
  ['SLACK_BOT_TOKEN', { SLACK_APP_TOKEN: 'xapp-1' }],
  ['SLACK_BOT_TOKEN', { ...slack, SLACK_BOT_TOKEN: 'xoxp-1' }],
  ['SLACK_BOT_TOKEN', { ...slack, SLACK_BOT_TOKEN: 'xoxb-1 xoxb-2' }],
  ['SLACK_SIGNING_SECRET', { SLACK_BOT_TOKEN: 'xoxb-1' }],
  ['SLACK_APP_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xoxb-1' }],
  ['SLACK_API_URL', { ...slack, SLACK_API_URL: 'http://slack.example.vn/api/' }],
  ['SLACK_API_URL', { ...slack, SLACK_API_URL: 'http://127.0.0.1.example.vn/api/' }],
  ['TEAMS_APP_PASSWORD', { TEAMS_APP_ID: 'a1' }],
  ['TEAMS_APP_ID', { TEAMS_APP_PASSWORD: 'p1' }],
  ['TEAMS_APP_ID', { TEAMS_TENANT_ID: 't1' }],
  ['TEAMS_AUTH', { TEAMS_AUTH: 'off' }],
  ['TEAMS_AUTH', { TEAMS_AUTH: 'none', HOST: '0.0.0.0' }],
  ['DONDOC_CLOCK', { ...slack, DONDOC_CLOCK: '2020-06-16T08:00:00+07:00' }],
  ['DONDOC_CLOCK', { ...teams, DONDOC_CLOCK: '2020-06-16T08:00:00+07:00' }],
])('a wrong or half set %s is refused by its name: %o', (name, env) => {
  const lines = problems(env)
  expect(lines.map((line) => line.split(':')[0])).toContain(name)
  for (const line of lines) expect(line).toMatch(/: (must|is) /)
})

it('several wrong variables are told at once, one line each', () => {
  expect(problems({ PORT: 'x', DONDOC_LOCALE: 'fr', LOG_LEVEL: 'loud' })).toHaveLength(3)
})

it('no line repeats what might be a secret', () => {
  const lines = [
    ...problems({ SLACK_BOT_TOKEN: 'hidden-1', SLACK_APP_TOKEN: 'hidden-2' }),
    ...problems({ SLACK_BOT_TOKEN: 'hidden 1', DATABASE_URL: 'mysql://u:hidden@db' }),
    ...problems({ TEAMS_APP_PASSWORD: 'hidden' }),
  ]
  expect(lines.length).toBeGreaterThan(3)
  expect(lines.join('\n')).not.toContain('hidden')
})

it('a rehearsal may move the clock where only this machine is written to', () => {
  const clock = { DONDOC_CLOCK: '2020-06-16T08:00:00+07:00' }
  const at = new Date('2020-06-16T01:00:00Z')
  expect(readConfig(clock).clock).toEqual(at)
  expect(readConfig({ ...clock, TEAMS_AUTH: 'none' }).clock).toEqual(at)
  const standIn = { SLACK_BOT_TOKEN: 'any', SLACK_SIGNING_SECRET: 's', SLACK_API_URL: 'http://127.0.0.1:4000/api/' }
  expect(readConfig({ ...clock, ...standIn }).clock).toEqual(at)
})

it("Microsoft's playground needs no credentials on loopback, and it is no demonstration of ours", () => {
  expect(optionsOf({ TEAMS_AUTH: 'none' })).toEqual({ teams: { auth: 'none' } })
  expect(readConfig({ TEAMS_AUTH: 'none' }).demo).toBe(false)
})

it('a page that others can reach never offers seats to pick', () => {
  expect(readConfig({ HOST: '0.0.0.0' }).demo).toBe(false)
})

it('an operator’s own calendar takes the place of the built-in one, or is refused with every row that is wrong', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-config-'))
  try {
    const path = join(folder, 'calendar.json')
    const row = (day: string, kind: string) => ({ day, kind, name: 'Nghỉ', source: 'Quyết định' })
    const write = (...days: unknown[]) =>
      writeFileSync(path, JSON.stringify({ extends: 'vn', version: 'ours-1', days }))
    write(row('2020-06-30', 'holiday'))
    const { calendar } = readConfig({ DONDOC_CALENDAR: path })
    expect(calendar.version).toBe('ours-1')
    expect(isWorkingDay(calendar, '2020-06-30')).toBe(false)
    expect(isWorkingDay(calendar, '2020-09-02')).toBe(false)

    write(row('2020-06-31', 'holiday'), row('2020-05-05', 'makeUpWork'))
    const lines = problems({ DONDOC_CALENDAR: path })
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^DONDOC_CALENDAR: .*calendar\.json, row 1 \(2020-06-31\), there is no such day/)
    expect(lines[1]).toMatch(/^DONDOC_CALENDAR: .*calendar\.json, row 2 \(2020-05-05\), a worked day/)
    writeFileSync(path, '{')
    expect(problems({ DONDOC_CALENDAR: path })).toEqual([expect.stringContaining('calendar.json, is no JSON (')])
    const absent = join(folder, 'absent.json')
    expect(problems({ DONDOC_CALENDAR: absent })).toEqual([expect.stringContaining('absent.json, cannot be read')])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('names the part of the minimums that cannot be read, or whose kind was given before', () => {
  for (const [text, wrong] of [
    ['nghị định', 'nghị định'],
    ['nghị định=20,đề án=', 'đề án='],
    ['nghị định=0', 'nghị định=0'],
    ['*=251', '*=251'],
    ['nghị định=20 ngày', 'nghị định=20 ngày'],
    ['=20', '=20'],
    ['nghị định=20, NGHI DINH=15', 'NGHI DINH=15'],
    ['*=5,*=6', '*=6'],
  ] as const)
    expect(problems({ DONDOC_MINIMUM_DAYS: text }), text).toEqual([
      `DONDOC_MINIMUM_DAYS: must be kinds of document with working days from 1 to 250, each kind once, such as nghi dinh=20,*=10; the part "${wrong}" is not`,
    ])
  expect(readConfig({ DONDOC_MINIMUM_DAYS: ' , ' }).minimumDays).toEqual([])
})

it('sends the digest when it is told to, or never, and refuses a time at which nobody is at work', () => {
  expect(readConfig({ DONDOC_DIGEST: 'MON 08:00' }).digest).toEqual({ weekday: 1, time: '08:00' })
  expect(readConfig({ DONDOC_DIGEST: ' wed  16:59 ' }).digest).toEqual({ weekday: 3, time: '16:59' })
  expect(readConfig({ DONDOC_DIGEST: 'OFF' }).digest).toBe('off')
  for (const wrong of [
    'MON',
    '08:00',
    'MON 8:00',
    'MON 07:59',
    'FRI 17:00',
    'MON 25:00',
    'T2 08:00',
    'MON 08:00 x',
    'off 08:00',
  ])
    expect(problems({ DONDOC_DIGEST: wrong }), wrong).toEqual([
      'DONDOC_DIGEST: must be a weekday and a time from 08:00 to 16:59, such as MON 08:00 or FRI 16:30, or off',
    ])
})
