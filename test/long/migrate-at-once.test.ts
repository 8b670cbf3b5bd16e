import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EmptyDatabase, openEmpty, ownMigrations, providers, writeMigrations } from '../database/empty.ts'

const first = { '20200101000000_first': 'CREATE TABLE a (id INTEGER PRIMARY KEY);' }
const book = 'SELECT migration_name, checksum FROM _prisma_migrations ORDER BY 1'

describe.each(providers)('%s', (provider) => {
  let db: EmptyDatabase
  let folder: string
  beforeEach(async () => {
    db = await openEmpty(provider)
    folder = writeMigrations(first)
  })
  afterEach(async () => {
    await db.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('processes that start at once on an empty database all come up, and the migrations are applied once', async () => {
    const started = await Promise.all([1, 2, 3].map(() => start(db.url)))
    const names = readdirSync(ownMigrations(provider)).sort()
    expect(started.flat()).toEqual([{ applied: names }])
    expect((await db.rows(book)).map((row) => [row.migration_name, row.checksum])).toEqual(
      names.map((name) => [name, sha256(readFileSync(`${ownMigrations(provider)}/${name}/migration.sql`))]),
    )
  })

  it('who comes while a long migration runs waits for it', async () => {
    writeMigrations({ '20200202000000_long': longScripts[provider] }, folder)
    const started = await Promise.all([1, 2, 3].map(() => start(db.url, folder)))
    expect(started.flat()).toEqual(['20200101000000_first', '20200202000000_long'])
  })
})

const sha256 = (script: string | Buffer) => createHash('sha256').update(script).digest('hex')

/** Long enough for processes started at once to meet, whatever a process takes to start. */
const longScripts = {
  sqlite: `CREATE TABLE b AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000000)
    SELECT count(*) AS c FROM n;`,
  postgresql: 'SELECT pg_sleep(1); CREATE TABLE b (id INTEGER);',
}

/** What a process that starts now applies. */
async function start(...args: readonly string[]): Promise<readonly unknown[]> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../database/starter.ts', import.meta.url)), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return JSON.parse(stdout)
}
