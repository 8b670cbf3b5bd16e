import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { platforms } from '../../adapters/index.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { aad, TENANT } from '../support/teams-activities.ts'
import { json, terminal } from './terminal.ts'

const slack = { SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: 'test' }
const now = new Date('2020-06-16T07:00:00Z')
let base: TestDatabase
let folder: string
beforeEach(async () => {
  base = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'dondoc-cli-'))
})
afterEach(async () => {
  await base.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** Whatever others there are, what is said of several is said of these. */
const two = platforms.filter(({ name }) => ['slack', 'teams'].includes(name))

/** Runs a command in this process, on the test's database. */
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  terminal(base.url, now, { platforms: two })(args, env)

const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('import', () => {
  it('shows bad rows with their number and reason, and ends with 1 and one line', async () => {
    const path = file('people.csv', 'key,name,role\nan,An,boss\nbinh,Bình,member\n')
    const { status, out, err } = await run(['import', 'people', path])
    expect(status).toBe(1)
    expect(err).toBe(
      'dondoc: people.csv: 1 problem; nothing was imported. Mend the file, or leave the bad rows out with --skip-bad.\n',
    )
    expect(out).toMatch(/^2 +role +boss +unknown role "boss"/m)
    expect(await base.db.person.count()).toBe(0)
    expect(await run(['import', 'people', path, '--skip-bad'])).toMatchObject({ status: 0, err: '' })
    expect(await base.db.person.count()).toBe(1)
  })

  it('takes what only looks wrong when the flag names it, with a warning, and no flag that names another thing', async () => {
    const path = file(
      'people.csv',
      'key,name,role,email\nan,NguyÔn V¨n A,member,a@example.vn\nb,B,member,a@example.vn\n',
    )
    const accepting = (words: string) => run(['import', 'people', path, '--accept', words])
    expect(await accepting('hidden,email')).toMatchObject({ status: 1 })
    expect(await accepting('font')).toMatchObject({ status: 2 })
    expect(await base.db.person.count()).toBe(0)
    const { status, out } = await accepting('text, email')
    expect(status).toBe(0)
    expect(out).toContain('Warnings (3), none of which keeps anything out')
    expect(out).toMatch(/^2 +name +NguyÔn V¨n A +looks like text for a TCVN3 font/m)
    expect(await base.db.person.count()).toBe(2)
  })

  it('changes nothing in a dry run, and says so', async () => {
    const path = file('people.csv', 'key,name,role\nan,An,member\n')
    const { status, out } = await run(['import', 'people', path, '--dry-run'])
    expect({ status, out }).toEqual({
      status: 0,
      out: [
        'people.csv: 1 row: 1 new, 0 changed, 0 unchanged (dry run, nothing stored)',
        'Heading  Column  Read as  Example',
        'key      A       key      an',
        'name     B       name     An',
        'role     C       role     member',
        '',
      ].join('\n'),
    })
    expect(await base.db.person.count()).toBe(0)
  })

  it('takes the plan, teams and visits one after the other', async () => {
    const plan = fileURLToPath(new URL('../../src/imports/sample/plan-2020.json', import.meta.url))
    const people = file('people.csv', 'key,name,role\nan,An,team\n')
    const teams = file('teams.csv', 'team,person,duty\n3,an,leader\n')
    const visits = file('visits.csv', 'team,unit,starts\n3,phu tho,08/06/2020 08:00\n')
    expect((await run(['import', 'plan', plan])).status).toBe(0)
    expect((await run(['import', 'people', people])).status).toBe(0)
    expect((await run(['import', 'teams', teams])).status).toBe(0)
    expect((await run(['import', 'visits', visits], { DONDOC_TIME_ZONE: 'Asia/Tokyo' })).status).toBe(0)
    expect((await base.db.visit.findFirst())?.starts?.toISOString()).toBe('2020-06-07T23:00:00.000Z')
  })

  it('does not create a database for a file that is not there', async () => {
    await run(['import', 'people', 'none.csv'], { DATABASE_URL: `file:${folder}/new.db` })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('people', () => {
  beforeEach(async () => {
    const lines = 'key,name,role,email\nan,Nguyễn Văn An,member|coordinator,an@example.vn\nbinh,Bình,member,\n'
    await run(['import', 'people', file('people.csv', lines)])
  })

  it('lists everybody aligned, or as JSON', async () => {
    const { out } = await run(['people', 'list'])
    const [head = '', first = '', second = ''] = out.split('\n')
    expect(first).toContain('Nguyễn Văn An')
    expect([head.indexOf('Roles'), first.indexOf('coordinator'), second.indexOf('member')]).toEqual(
      Array(3).fill(head.indexOf('Roles')),
    )
    expect(json((await run(['people', 'list', '--json'])).out)).toMatchObject([
      { key: 'an', roles: ['coordinator', 'member'], accounts: [{ platform: 'web', user: 'an' }] },
      { key: 'binh' },
    ])
  })

  it('links by ids on both platforms, tells who is left, and refuses an account that is taken', async () => {
    expect(
      (await run(['people', 'link', 'an', '--slack', 'T1/U1', '--msteams', `${TENANT}/${aad('an')}`])).status,
    ).toBe(0)
    const { out } = await run(['people', 'unlinked', '--json'])
    expect(json(out)).toMatchObject({
      people: [
        // Linked, but Teams lets the app write only once it is installed there.
        { person: 'an', platform: 'teams', why: 'unreachable' },
        { person: 'binh', platform: 'slack', why: 'no-email' },
        { person: 'binh', platform: 'teams', why: 'no-email' },
      ],
    })
    expect(await run(['people', 'link', 'binh', '--slack', 'T1/U1'])).toMatchObject({
      status: 1,
      err: 'dondoc: binh, slack: taken: T1/U1 is linked to "an"\n',
    })
  })

  it('reads the option that Teams had before, without showing it, and refuses it beside the one of today', async () => {
    const place = `${TENANT}/${aad('an')}`
    expect(await run(['people', 'link', 'an', '--teams', place, '--json'])).toMatchObject({
      status: 0,
      out: expect.stringContaining('"linked"'),
    })
    expect((await run(['people', 'link', 'an', '--teams', place, '--msteams', place])).status).toBe(2)
    const { out } = await run(['people', 'link', '--help'])
    expect(out).toContain('--msteams <tenant/user>')
    expect(out).not.toContain('--teams')
  })

  it('links by e-mail an account that wrote to the bot', async () => {
    const account = { id: 'a', platform: 'slack', tenant: 'T1', user: 'U7', email: 'AN@example.vn' }
    await base.db.account.create({ data: account })
    await base.db.account.create({ data: { ...account, id: 'b', user: 'U8', email: 'x@y.vn', name: 'X\u001b[2J' } })
    const shown = await run(['people', 'unlinked'])
    expect(shown.out).toContain('T1/U8')
    expect(shown.out).not.toContain('\u001b')
    const { status, out } = await run(['people', 'link', '--by-email', '--json'], slack)
    expect(status).toBe(0)
    expect(json(out)).toMatchObject([
      { person: 'an', platform: 'slack', result: 'linked' },
      { person: 'binh', platform: 'slack', result: 'no-email' },
    ])
  })

  it('fails with one line where no platform could be asked, and prints the rows all the same', async () => {
    const { status, out, err } = await run(['people', 'link', '--by-email', '--json'])
    expect(json(out)).toMatchObject([
      { person: 'an', platform: 'slack', result: 'not-configured' },
      { person: 'an', platform: 'teams', result: 'not-configured' },
      { person: 'binh', result: 'no-email' },
      { person: 'binh', result: 'no-email' },
    ])
    expect(status).toBe(1)
    expect(err).toMatch(/^dondoc: no platform could be asked who has an e-mail address: slack: not-configured: .*\n$/)
  })

  it('is wrong usage without a way to link, with two ways, or with half an address', async () => {
    for (const args of [
      ['an'],
      ['an', '--slack', 'T1'],
      ['an', '--slack', 'T1/U1', '--by-email'],
      ['--slack', 'T1/U1'],
    ])
      expect(await run(['people', 'link', ...args])).toMatchObject({ status: 2, out: '' })
  })
})

it('the help of the outbox shows what its list takes', async () => {
  const { status, out } = await run(['outbox', '--help'])
  expect(status).toBe(0)
  expect(out).toMatch(/--status <list>.*--json/s)
})

it('the outbox lists what goes to people, by status, with the kind of notification and no words', async () => {
  await run(['import', 'people', file('people.csv', 'key,name,role\nan,An,member\n')])
  const person = await base.db.person.findFirstOrThrow()
  const row = (id: string, status: string) => ({
    id,
    key: `key-${id}`,
    personId: person.id,
    kind: 'send',
    letter: JSON.stringify({ kind: 'request', round: 'r1' }),
    status,
    createdAt: now,
    notBefore: now,
  })
  await base.db.outbox.createMany({ data: [row('1', 'sent'), row('2', 'unsure')] })
  expect(json((await run(['outbox', '--json', '--status', 'unsure,failed'])).out)).toEqual([
    {
      id: '2',
      key: 'key-2',
      person: 'an',
      platform: null,
      kind: 'send',
      letter: 'request',
      status: 'unsure',
      attempts: 0,
      why: null,
      createdAt: now.toISOString(),
      sentAt: null,
    },
  ])
  expect((await run(['outbox'])).out).toContain('14:00 on 16 June 2020')
  expect((await run(['outbox', '--status', 'lost'])).status).toBe(2)
})

describe('a wrong configuration', () => {
  it('is refused by the name of the variable', async () => {
    expect(await run(['outbox'], { DATABASE_URL: 'mysql://x' })).toMatchObject({
      status: 1,
      err: 'dondoc: DATABASE_URL: must start with file: or postgresql://\n',
    })
    expect((await run(['outbox'], { DONDOC_TIME_ZONE: 'Hanoi' })).err).toContain('DONDOC_TIME_ZONE')
    expect((await run(['people', 'list'], { DONDOC_CLOCK: 'soon' })).err).toContain('DONDOC_CLOCK')
    expect((await run(['outbox'], { DATABASE_URL: 'file:/dev/null/x.db' })).err).toMatch(/^dondoc: DATABASE_URL: .*\n$/)
  })

  it('does not keep --help from working', async () => {
    const { status, out } = await run(['--help'], { DATABASE_URL: 'mysql://x' })
    expect(status).toBe(0)
    expect(out).toContain('import')
  })
})
