import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
})
afterEach(() => base.drop())

const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/** The whole product in a process of its own, which has started. `end` sends it SIGTERM and tells how it ended. */
async function startProcess(url: string) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    env: { PATH: process.env.PATH, PORT: '0', DATABASE_URL: url, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors = text(child.stderr)
  const lines: { event?: string; step?: string; undone?: unknown }[] = []
  const started = Promise.withResolvers<void>()
  const read = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('{')) lines.push(JSON.parse(line))
      if (lines.at(-1)?.event === 'started') started.resolve()
    }
    started.reject(new Error(`it ended: ${await errors}`))
  })()
  await started.promise
  return async () => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    const [status] = await ended
    await read
    return { status, lines, errors: await errors }
  }
}

it('a process that is asked to end while its database is away logs what failed, does the rest and ends with 1', {
  timeout: 180_000,
}, async () => {
  const end = await startProcess(base.url)
  const back = await takeAway(base)
  const { status, lines, errors } = await end()
  await back()
  expect(errors).toBe('')
  expect(lines.at(-1)).toMatchObject({ event: 'stopped', undone: expect.arrayContaining(['seal']) })
  expect(lines.map((line) => line.step)).toContain('seal')
  expect(status).toBe(1)
})

/** Another holds the lock and there is something to seal; or the server has no such database any more. */
async function takeAway({ provider, url }: TestDatabase): Promise<() => Promise<void>> {
  if (provider === 'postgresql') {
    const server = new URL(url)
    const name = server.pathname.slice(1)
    server.pathname = '/postgres'
    const admin = new pg.Client({ connectionString: server.href })
    await admin.connect()
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
    await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`)
    return async () => {
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
      await admin.end()
    }
  }
  const other = new Sqlite(url.slice('file:'.length), { timeout: 5000 })
  const loose = other.prepare('SELECT 1 FROM "Audit" WHERE "seq" IS NULL')
  // The sealer may come between the row and the lock.
  for (let row = 0; ; row += 1) {
    other.exec('BEGIN IMMEDIATE')
    if (loose.get() !== undefined) break
    other.exec(`INSERT INTO "Audit" ("id", "at", "actor", "deed", "subject", "facts")
      VALUES ('row-${row}', '2020-06-16T02:00:00.000+00:00', 'x', 'x', 'x', '{}'); COMMIT`)
  }
  return async () => void other.close()
}
