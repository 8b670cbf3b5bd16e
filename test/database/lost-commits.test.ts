import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findLostCommits } from '../../src/database/lost-commits.ts'
import { openDatabase } from '../../src/database/open.ts'
import { keepingLog } from '../support/quiet.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-lost-'))
  path = join(folder, 'killed.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The files as a process leaves them that is killed after so many commits, of which `before` stand in the database. */
function killed(commits: number, before = 0): void {
  const live = join(mkdtempSync(join(folder, 'live-')), 'a.db')
  const db = new Sqlite(live)
  db.pragma('journal_mode = WAL')
  db.exec('CREATE TABLE "Told" ("words" TEXT)')
  const insert = db.prepare('INSERT INTO "Told" VALUES (?)')
  for (let at = 0; at < commits; at += 1) {
    if (at === before && before > 0) db.pragma('wal_checkpoint(PASSIVE)')
    insert.run(`${at} `.repeat(2000))
  }
  for (const end of ['', '-wal', '-shm']) cpSync(live + end, path + end)
  db.close()
}
const wal = () => readFileSync(`${path}-wal`)
const frame = 4096 + 24

it('nothing is missing where the files are as they were left, nor where there are none', () => {
  killed(20)
  expect(findLostCommits(path)).toBeUndefined()
  killed(20, 10)
  expect(findLostCommits(path)).toBeUndefined()
  expect(findLostCommits(join(folder, 'none.db'))).toBeUndefined()
})

it.each([
  ['its end is gone', () => truncateSync(`${path}-wal`, wal().length - 3 * frame)],
  ['its last byte is gone', () => truncateSync(`${path}-wal`, wal().length - 1)],
  ['it is gone', () => rmSync(`${path}-wal`)],
  ['it is empty', () => truncateSync(`${path}-wal`, 0)],
  [
    'one byte in the middle is another',
    () => {
      const bytes = wal()
      const place = 32 + 5 * frame + 1000
      bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place)
      writeFileSync(`${path}-wal`, bytes)
    },
  ],
] as const)('commits are lost where of the -wal file %s, and opening says so', async (_, damage) => {
  killed(20)
  const all = (wal().length - 32) / frame
  damage()
  const lost = findLostCommits(path)
  expect(lost?.committed).toBe(all)
  expect(lost?.readable).toBeLessThan(all)
  const { log, lines } = keepingLog()
  await openDatabase(`file:${path}`, log, 'as-it-is').then(
    (database) => database.close(),
    () => undefined,
  )
  expect(lines.filter(({ event }) => event === 'database.commits-lost')).toMatchObject([
    { level: 'error', facts: lost },
  ])
})

it('what already stands in the database is not missed', () => {
  killed(20)
  const db = new Sqlite(path)
  db.pragma('wal_checkpoint(PASSIVE)')
  for (const end of ['', '-shm']) cpSync(path + end, join(folder, `copy.db${end}`))
  db.close()
  expect(findLostCommits(join(folder, 'copy.db'))).toBeUndefined()
})

it('a file of another beginning, as after a checkpoint that was cut short, is not judged', () => {
  killed(20)
  const bytes = wal()
  bytes.writeUInt8(bytes.readUInt8(16) ^ 1, 16)
  writeFileSync(`${path}-wal`, bytes)
  expect(findLostCommits(path)).toBeUndefined()
})
