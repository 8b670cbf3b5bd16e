import { renameSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { platforms, web } from '../../adapters/index.ts'
import { readConfig } from '../../src/server/config.ts'
import type { Job } from '../../src/server/schedule.ts'
import { type RunningProcess, start } from '../../src/server/start.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { keepingLog } from '../support/quiet.ts'
import { slackApi } from '../support/slack-api.ts'

let base: TestDatabase
let committee: RunningProcess | undefined
let jobs: readonly Job[]
let logged = keepingLog()
beforeEach(async () => {
  base = await openTestDatabase()
  logged = keepingLog()
})
afterEach(async () => {
  await committee?.stop()
  committee = undefined
  await base.drop()
})

/** The whole process; its jobs run when the test says so. */
async function open(env: Readonly<Record<string, string>> = {}): Promise<void> {
  const config = readConfig({ PORT: '0', DATABASE_URL: base.url, ...env }, platforms)
  committee = await start(
    config,
    { platforms, web },
    logged.log,
    () => new Date('2020-06-16T02:00:00Z'),
    (all) => {
      jobs = all
      return { stop: async () => undefined }
    },
  )
}
const run = async (name: string) => await jobs.find((job) => job.name === name)?.run()
const ready = async () => {
  const response = await fetch(`${committee?.url}readyz`)
  const { parts }: { parts: object } = JSON.parse(await response.text())
  return { status: response.status, parts }
}
const events = () => logged.lines.filter((line) => line.level === 'error').map((line) => line.event)

/** From now on no row of settings can be written, as on a full disk or a standby; gives the way back. */
async function takeNoChanges(): Promise<() => Promise<void>> {
  if (base.provider === 'sqlite') {
    const file = new Sqlite(base.url.slice('file:'.length))
    file.exec(`CREATE TRIGGER full BEFORE UPDATE ON "Setting" BEGIN SELECT RAISE(ABORT, 'no room'); END;
      CREATE TRIGGER fuller BEFORE INSERT ON "Setting" BEGIN SELECT RAISE(ABORT, 'no room'); END`)
    return async () => {
      file.exec('DROP TRIGGER full; DROP TRIGGER fuller')
      file.close()
    }
  }
  const client = new pg.Client({ connectionString: base.url })
  await client.connect()
  await client.query(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''no room''; END';
    CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON "Setting" EXECUTE FUNCTION full_disk()`)
  return async () => {
    await client.query('DROP TRIGGER full_disk ON "Setting"')
    await client.end()
  }
}

it('a process whose database takes no changes is not ready, says so in the log, and is ready when it does again', async () => {
  await open()
  expect(await ready()).toEqual({ status: 200, parts: { database: 'ready', platforms: 'ready' } })
  const back = await takeNoChanges()
  await run('prove-writing')
  expect(await ready()).toEqual({ status: 503, parts: { database: 'takes no changes', platforms: 'ready' } })
  expect(events()).toEqual(['database.not-writable'])
  await back()
  await run('prove-writing')
  expect((await ready()).status).toBe(200)
})

it('a process does not start on a database that takes no changes', async () => {
  const back = await takeNoChanges()
  await expect(open()).rejects.toThrow('DATABASE_URL: the database takes no changes: no room')
  await back()
})

it('a process whose platform is silent twice in a row is not ready until it answers again', async () => {
  const slack = await slackApi()
  await open({ SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: 'secret', SLACK_API_URL: slack.url })
  await run('ask-platforms')
  expect((await ready()).parts).toMatchObject({ slack: 'ready' })
  const answers = slack.of('auth.test').length
  expect(answers).toBeGreaterThan(1)
  await slack.stop()
  await run('ask-platforms')
  expect((await ready()).status).toBe(200)
  await run('ask-platforms')
  expect(await ready()).toMatchObject({ status: 503, parts: { slack: 'does not answer', database: 'ready' } })
  expect(events()).toEqual(['platform.silent'])
})

it.skipIf(process.env.TEST_DATABASE_URL)(
  'a process whose file is moved away is not ready, and raises an alarm',
  async () => {
    await open()
    const path = base.url.slice('file:'.length)
    renameSync(path, `${path}.away`)
    expect(await ready()).toMatchObject({ status: 503, parts: { database: 'its files are gone' } })
    await run('look-at-files')
    expect(events()).toContain('database.files-lost')
    renameSync(`${path}.away`, path)
    expect((await ready()).status).toBe(200)
  },
)
