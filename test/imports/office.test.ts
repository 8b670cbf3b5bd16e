import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { json, terminal } from '../cli/terminal.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

/** Files as an office sends them, none of them made for us. */
const office = (name: string) => fileURLToPath(new URL(`./office/${name}`, import.meta.url))

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
})
afterEach(() => base.drop())

const run = (...args: readonly string[]) => terminal(base.url, new Date('2020-06-16T07:00:00Z'))(args)
const people = async () =>
  (await base.db.person.findMany({ orderBy: { key: 'asc' }, include: { roles: true } })).map(
    ({ key, name, title, organisation, email, roles }) =>
      [key, name, title, organisation, email, ...roles.map((one) => `${one.role} ${one.fromDay} ${one.toDay}`)].join(
        '; ',
      ),
  )
const member = 'member 2020-06-16 null'
const both = [
  `M-01; Nguyễn Văn A; Thứ trưởng; Bộ Tài chính; a@btc.gov.vn; ${member}`,
  `M-02; Trần Thị B; Vụ trưởng; Bộ Y tế; b@byt.gov.vn; ${member}`,
]
const keyless = [
  `a.btc; Nguyễn Văn A; Thứ trưởng; Bộ Tài chính; a@btc.gov.vn; ${member}`,
  `b.byt; Trần Thị B; Vụ trưởng; Bộ Y tế; b@byt.gov.vn; ${member}`,
]
const alone = (email: string, role = member) => [`M-01; Nguyễn Văn A; ; Bộ Tài chính; ${email}; ${role}`]

/** What each file becomes, with what must be said beside it. */
const rosters: Readonly<Record<string, readonly [flags: readonly string[], became: readonly string[]]>> = {
  'c06-sep-line.csv': [[], both],
  'c08-mojibake.csv': [[], both],
  'c09-google.csv': [[], ['M-01; Nguyễn Văn A; Thứ trưởng; Bộ Tài chính; a@btc.gov.vn; member 2020-05-06 null']],
  'p01-merged-title-vi.xlsx': [['--role', 'thành viên'], keyless],
  'p03-vi-headers.xlsx': [['--role', 'member'], keyless],
  'p04-real-dates.ods': [
    [],
    [
      'M-01; Nguyễn Văn A; Thứ trưởng; Bộ Tài chính; a@btc.gov.vn; member 2020-06-05 2020-12-31',
      'M-02; Trần Thị B; Vụ trưởng; Bộ Y tế; b@byt.gov.vn; member 2020-06-05 2020-12-31',
    ],
  ],
  'p09-hidden.xlsx': [['--accept', 'hidden'], both],
  'p16-tcvn3-in-xlsx.xlsx': [['--font', 'tcvn3'], alone('')],
  'p20-role-vi.xlsx': [[], alone('')],
  'p22-two-mails.xlsx': [['--accept', 'email'], alone('a@btc.gov.vn')],
}

/** What keeps a file out as it is. */
const kept: Readonly<Record<string, RegExp>> = {
  'p01-merged-title-vi.xlsx': /^4 +role .*its heading would be "Vai trò", "Role", "role"; or say with --role/m,
  'p03-vi-headers.xlsx': /^1 +role .*its heading would be "Vai trò"/m,
  'p09-hidden.xlsx': /^1 +organisation .*hidden.*\n3 .*hidden/m,
  'p16-tcvn3-in-xlsx.xlsx': /^2 +name .*TCVN3.*--font tcvn3 \(here "Nguyễn Văn A"\)/m,
  'p22-two-mails.xlsx': /^2 +email .*holds 2 e-mail addresses.*\(a@btc\.gov\.vn\); --accept email/m,
  'p24-error.xlsx': /^2 +name +#REF! +cell B2/m,
}

describe.each(Object.entries(rosters))('the office file %s', (name, [flags, became]) => {
  it('becomes people, and a second time nothing', async () => {
    const first = await run('import', 'people', office(name), ...flags)
    expect({ status: first.status, err: first.err }).toEqual({ status: 0, err: '' })
    expect(await people()).toEqual(became)
    const again = json((await run('import', 'people', office(name), ...flags, '--json')).out)
    expect(again).toMatchObject({ created: 0, updated: 0, ended: 0, unchanged: became.length, problems: [] })
    expect(await people()).toEqual(became)
  })
})

it.each(Object.entries(kept))(
  'the office file %s says what keeps it out, and nothing of it is stored',
  async (name, why) => {
    const { status, out, err } = await run('import', 'people', office(name))
    expect({ status, out }).toEqual({ status: 1, out: expect.stringMatching(why) })
    expect(err).toContain('nothing was imported')
    expect(await base.db.person.count()).toBe(0)
  },
)

it('a mended text is told of with what stood there', async () => {
  const { out } = await run('import', 'people', office('c08-mojibake.csv'), '--dry-run')
  expect(out).toMatch(/^2 +name +Nguyá»…n VÄƒn A +was read in another encoding and is taken as "Nguyễn Văn A"$/m)
  expect(out).toMatch(/^2 +honorific .*"Đồng chí"$/m)
})

it('a date that may be either is told of', async () => {
  const { out } = await run('import', 'people', office('c09-google.csv'), '--dry-run')
  expect(out).toMatch(/^2 +from +6\/5\/2020 +is read as day 6 of month 5/m)
})

it('the roster of a team has duties in Vietnamese', async () => {
  await run('import', 'people', office('c06-sep-line.csv'))
  expect(await run('import', 'teams', office('t02-vi-duty.xlsx'))).toMatchObject({ status: 0, err: '' })
  const duties = await base.db.duty.findMany({ include: { team: true, person: true }, orderBy: { duty: 'asc' } })
  expect(duties.map(({ team, person, duty }) => `${team.key} ${team.name}: ${person.key} ${duty}`)).toEqual([
    '3 Đoàn công tác số 3: M-01 leader',
    '3 Đoàn công tác số 3: M-02 member',
  ])
  const again = json((await run('import', 'teams', office('t02-vi-duty.xlsx'), '--json')).out)
  expect(again).toMatchObject({ unchanged: 2, created: 0, updated: 0, ended: 0 })
})

it('a schedule has its headings in Vietnamese', async () => {
  await run('import', 'plan', fileURLToPath(new URL('../../src/imports/sample/plan-2020.json', import.meta.url)))
  expect(await run('import', 'visits', office('v02-vi.xlsx'))).toMatchObject({ status: 0, err: '' })
  const visit = await base.db.visit.findFirstOrThrow({ include: { team: true, unit: true } })
  expect([visit.team.key, visit.unit.name, visit.starts?.toISOString(), visit.state]).toEqual([
    '3',
    'Bộ Tài chính',
    '2020-06-22T01:00:00.000Z',
    'planned',
  ])
  const again = json((await run('import', 'visits', office('v02-vi.xlsx'), '--json')).out)
  expect(again).toMatchObject({ unchanged: 1, created: 0, updated: 0 })
})

it('a dry run shows each heading of the file, how it was read, and a value that stands below', async () => {
  const { out } = await run('import', 'people', office('p01-merged-title-vi.xlsx'), '--dry-run', '--role', 'member')
  expect(
    out
      .split('\n')
      .slice(1, 10)
      .map((line) => line.replace(/ {2,}/g, ' | ')),
  ).toEqual([
    'Heading | Column | Read as | Example',
    'TT | A | (not known, left alone) | 1',
    'Họ và tên | B | name | Nguyễn Văn A',
    'Chức vụ | C | title | Thứ trưởng',
    'Đơn vị | D | organisation | Bộ Tài chính',
    'Email | E | email | a@btc.gov.vn',
    'Số điện thoại | F | (not known, left alone) | 0912345678',
    '--role member | - | role | member',
    'the e-mail address | - | key | a.btc',
  ])
  expect(await base.db.person.count()).toBe(0)
})

it('every file of the office is tried here', () => {
  const tried = [...Object.keys(rosters), 'p24-error.xlsx', 't02-vi-duty.xlsx', 'v02-vi.xlsx']
  expect(readdirSync(office('.')).toSorted()).toEqual(tried.toSorted())
})
