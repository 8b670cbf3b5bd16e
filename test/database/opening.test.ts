import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { platforms, web } from '../../adapters/index.ts'
import { readConfig } from '../../src/server/config.ts'
import { start } from '../../src/server/start.ts'
import { terminal } from '../cli/terminal.ts'
import { keepingLog } from '../support/quiet.ts'
import { type EmptyDatabase, openEmpty, ownMigrations, providers, writeMigrations } from './empty.ts'

const now = new Date('2020-06-16T02:00:00Z')
const roster = 'key,name,role,from\nC-01,Lê Bình,coordinator,2020-01-01\n'
/** Commands that read, and commands that change something that must be there already. */
const commands = [
  ['status'],
  ['people', 'list'],
  ['schedule'],
  ['outbox'],
  ['audit', 'verify'],
  ['rehearse', '--from', '2020-06-16', '--to', '2020-06-30'],
  ['nudge', 'run'],
  ['people', 'link', 'M-03', '--slack', 'T0001/U0003'],
  ['round', 'open', 'ND-DLCN', '--due', '2020-06-30T17:00'],
]
const slack = { SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: 'secret', SLACK_API_URL: 'http://127.0.0.1:9/api/' }
const quietJobs = () => ({ stop: async () => undefined })

let folder: string
let people: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-opening-'))
  people = join(folder, 'people.csv')
  writeFileSync(people, roster)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Starts the process, as far as whether it may, and ends it. */
async function started(url: string, env: Readonly<Record<string, string>>, create = false) {
  const { log, lines } = keepingLog()
  const config = readConfig({ PORT: '0', DATABASE_URL: url, DONDOC_CLOCK: now.toISOString(), ...env }, platforms)
  const committee = await start(config, { platforms, web }, log, () => now, quietJobs, create)
  await committee.stop()
  return { made: committee.made, said: lines.filter((line) => line.event === 'database.created') }
}

describe('an address at which no file is', () => {
  const path = () => join(folder, 'data', 'mistyped.db')
  const nothingMade = () => expect(readdirSync(folder)).toEqual(['people.csv'])

  it.each(commands)('makes none by %s %s: the command says which path it looked at', async (...args) => {
    const { status, out, err } = await terminal(`file:${path()}`, now)(args)
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toContain(`DATABASE_URL: the database cannot be opened: there is no file ${path()}: mend it`)
    nothingMade()
  })

  it('makes none by a dry run, which is tried on an empty one and says so', async () => {
    const { status, out, err } = await terminal(`file:${path()}`, now)(['import', 'people', people, '--dry-run'])
    expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining('1 new') })
    expect(err).toContain('there is no such database yet')
    nothingMade()
  })

  it('gets a database by an import, which says where, and what was imported is then read', async () => {
    const run = terminal(`file:${path()}`, now)
    const { status, err } = await run(['import', 'people', people])
    expect({ status, err }).toEqual({ status: 0, err: `dondoc: a new database was made: ${path()}\n` })
    expect(await run(['import', 'people', people])).toMatchObject({ status: 0, err: '' })
    expect(await run(['people', 'list'])).toMatchObject({ status: 0, out: expect.stringContaining('Lê Bình'), err: '' })
  })

  it('is refused by a start with a platform, unless it is told to make one; said aloud when made', async () => {
    await expect(started(`file:${path()}`, slack)).rejects.toThrow(`there is no file ${path()}: mend it; or make`)
    nothingMade()
    const told = await started(`file:${path()}`, slack, true)
    expect(told).toMatchObject({ made: path(), said: [{ level: 'warn', facts: { database: path() } }] })
    expect(await started(`file:${path()}`, slack)).toEqual({ made: undefined, said: [] })
  })

  it('gets the demonstration’s database by a start without settings, said aloud', async () => {
    expect(await started(`file:${path()}`, {})).toMatchObject({ made: path(), said: [{ facts: { database: path() } }] })
  })

  it('is refused by a start that others can reach without a platform', async () => {
    await expect(started(`file:${path()}`, { HOST: '0.0.0.0' })).rejects.toThrow('there is no file')
    nothingMade()
  })
})

describe.each(providers)('%s', (provider) => {
  let db: EmptyDatabase
  const tables = {
    sqlite: "SELECT name FROM sqlite_schema WHERE type = 'table'",
    postgresql: "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  }[provider]
  beforeEach(async () => {
    db = await openEmpty(provider)
    await db.rows('SELECT 1')
  })
  afterEach(() => db.drop())

  it('an empty database stays empty under every command but an import', async () => {
    for (const args of commands)
      expect(await terminal(db.url, now)(args)).toMatchObject({
        status: 1,
        err: expect.stringMatching(/there is nothing in it yet|there is no file/),
      })
    await expect(started(db.url, slack)).rejects.toThrow('by npm start -- --create')
    expect(await db.rows(tables)).toEqual([])
    await terminal(db.url, now)(['import', 'people', people])
    expect(await db.rows(tables)).not.toEqual([])
  })

  it('a database of an older version is left so by every command, and brought up to date by a start', async () => {
    const [oldest = '', next = ''] = readdirSync(ownMigrations(provider)).sort()
    const script = readFileSync(`${ownMigrations(provider)}/${oldest}/migration.sql`, 'utf8')
    const older = writeMigrations({ [oldest]: script })
    await db.migrate(older)
    rmSync(older, { recursive: true })
    const before = await db.rows(tables)
    for (const args of [...commands, ['doctor']]) expect(await terminal(db.url, now)(args)).toMatchObject({ status: 1 })
    const { err } = await terminal(db.url, now)(['status'])
    expect(err).toContain(`it is of an older version and lacks ${next}: start the server`)
    expect(await db.rows(tables)).toEqual(before)
    expect(await started(db.url, slack)).toEqual({ made: undefined, said: [] })
    expect(await terminal(db.url, now)(['people', 'list'])).toMatchObject({ status: 0, err: '' })
  })

  it('another program’s database is refused by everything, a start and an import as well', async () => {
    await db.run('CREATE TABLE invoices (id INTEGER PRIMARY KEY)')
    await expect(started(db.url, {})).rejects.toThrow('it has tables of another program, such as invoices')
    await expect(started(db.url, slack, true)).rejects.toThrow('name a database of its own')
    for (const args of [['import', 'people', people], ['import', 'people', people, '--dry-run'], ['status']])
      expect(await terminal(db.url, now)(args)).toMatchObject({ status: 1, err: expect.stringContaining('invoices') })
    expect(await db.rows(tables)).toEqual([{ name: 'invoices' }])
  })
})

it('a command leaves no file beside a SQLite database that it only looked at in vain', async () => {
  const path = join(folder, 'x.db')
  writeFileSync(path, '')
  await terminal(`file:${path}`, now)(['status'])
  expect(readdirSync(folder).sort()).toEqual(['people.csv', 'x.db'])
  expect(existsSync(`${path}-wal`)).toBe(false)
})
