import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { platforms, web } from '../../adapters/index.ts'
import { reasonOf } from '../../src/database/why-not-open.ts'
import { readConfig } from '../../src/server/config.ts'
import { start } from '../../src/server/start.ts'
import { keepingLog } from '../support/quiet.ts'

const now = new Date('2020-06-16T02:00:00Z')
const quietJobs = () => ({ stop: async () => undefined })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-replaced-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const path = () => join(folder, 'committee.db')
const asides = () => readdirSync(folder).filter((name) => name.includes('.replaced-'))

async function committee() {
  const { log, lines } = keepingLog()
  const config = readConfig({ PORT: '0', DATABASE_URL: `file:${path()}`, DONDOC_CLOCK: now.toISOString() }, platforms)
  return { ...(await start(config, { platforms, web }, log, () => now, quietJobs)), lines }
}

function asked<T>(file: string, ask: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(file)
  try {
    return ask(db)
  } finally {
    db.close()
  }
}

const people = (file: string) =>
  asked(file, (db) => ({ integrity: db.pragma('integrity_check', { simple: true }), count: counted(db) }))
const counted = (db: Sqlite.Database) => db.prepare('SELECT count(*) AS people FROM Person').get()

it('a backup that is put in the place of the open file is whole at the next start, and the old rows are kept', async () => {
  const first = await committee()
  asked(path(), (db) => db.prepare('VACUUM INTO ?').run(join(folder, 'backup.db')))
  const before = people(join(folder, 'backup.db'))
  const old = join(folder, 'old.db')
  renameSync(path(), old)
  renameSync(join(folder, 'backup.db'), path())
  await first.stop()
  const [said] = first.lines.filter((line) => line.event === 'database.old-wal-set-aside')
  expect(said?.facts).toMatchObject({ aside: expect.stringMatching(/committee\.db\.replaced-\d+-wal$/) })

  const second = await committee()
  expect(await second.stop()).toEqual([])
  expect(people(path())).toEqual(before)
  expect(before.integrity).toBe('ok')

  // The old file under the name beside its -wal: what only that holds is there.
  const aside = join(folder, (asides().find((name) => name.endsWith('-wal')) ?? '').replace(/-wal$/, ''))
  renameSync(old, aside)
  expect(people(aside)).toEqual(before)
})

it.each([
  ['nothing happened to it', () => undefined],
  ['it was moved and may come back', () => renameSync(path(), `${path()}.away`)],
])('the -wal stays with its file where %s', async (_what, happen) => {
  const running = await committee()
  happen()
  await running.stop()
  expect(asides()).toEqual([])
  expect(running.lines.filter((line) => line.event === 'database.old-wal-set-aside')).toEqual([])
  expect(existsSync(`${path()}-wal`)).toBe(!existsSync(path()))
})

it.each([
  ['SQLITE_IOERR_SHMSIZE', 'its disk'],
  ['SQLITE_CORRUPT', '-wal'],
  ['SQLITE_CORRUPT_INDEX', '-wal'],
  ['SQLITE_FULL', 'make room'],
])('%s names a mend', (code, mend) => {
  expect(reasonOf(Object.assign(new Error('why'), { code }))).toMatch(new RegExp(`^why: .*${mend}`))
})
