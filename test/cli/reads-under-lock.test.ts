import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCommittee } from '../support/committee.ts'
import { terminal } from './terminal.ts'

/** Every command that stores nothing, as an operator types it. */
const reading = [
  'people list',
  'people unlinked',
  'people absences',
  'people delegations',
  'feed list',
  'outbox list',
  'audit verify',
  'nudge plan',
  'rehearse --from 2020-06-16 --to 2020-06-20',
  'status',
  'digest',
  'schedule',
  'overview --year 2020',
  'opinions ND-DLCN',
  'remind ND-DLCN --dry-run',
  'calendar check FOLDER/calendar.json',
  'doctor',
  'import people FOLDER/people.csv --dry-run',
  'export visits FOLDER/visits.csv',
] as const

// PostgreSQL has no lock of the whole database that a reader could wait for.
describe.skipIf(process.env.TEST_DATABASE_URL)('while another process holds the write lock', () => {
  let committee: Awaited<ReturnType<typeof openCommittee>>
  let holder: Sqlite.Database
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dondoc-locked-'))
    writeFileSync(join(folder, 'people.csv'), 'key,name,role\nan,An,member\n')
    writeFileSync(join(folder, 'calendar.json'), JSON.stringify({ extends: 'vn', version: 'ours-1', days: [] }))
    committee = await openCommittee()
    const opened = await terminal(
      committee.url,
      committee.now(),
    )(['round', 'open', 'ND-DLCN', '--due', '2020-06-30T17:00'])
    expect(opened).toMatchObject({ status: 0, err: '' })
    holder = new Sqlite(committee.url.slice('file:'.length))
    holder.exec('BEGIN IMMEDIATE')
  })
  afterAll(async () => {
    holder.exec('ROLLBACK')
    holder.close()
    await committee.drop()
    rmSync(folder, { recursive: true })
  })

  it.each(reading)('%s answers as it does without', async (command) => {
    const run = terminal(committee.url, committee.now())
    const { status, err } = await run(command.split(' ').map((word) => word.replace('FOLDER', folder)))
    expect({ status, err }).toEqual({ status: 0, err: '' })
  })

  it('nobody else can take it', () => {
    const other = new Sqlite(committee.url.slice('file:'.length), { timeout: 0 })
    expect(() => other.exec('BEGIN IMMEDIATE')).toThrow('locked')
    other.close()
  })
})
