import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { openDatabase, providerOf } from '../../src/database/open.ts'
import { bareBolt } from './bare-bolt.ts'
import { databaseUrlOf, silent } from './given.ts'

// Bolt and one row through the database's own driver: the floor under any of this.
const url = databaseUrlOf(process.argv)
// Migrated by the project; from there on the driver alone, with the same safety.
await (await openDatabase(url, silent, 'created')).close()

if (providerOf(url) === 'sqlite') {
  const file = new Sqlite(url.slice('file:'.length), { timeout: 5000 })
  file.pragma('synchronous = FULL')
  file.pragma('foreign_keys = ON')
  const insert = file.prepare('INSERT INTO "Received" ("id", "at", "reply") VALUES (?, ?, ?)')
  await bareBolt(
    async (id, json) => void insert.run(id, new Date().toISOString(), json),
    async () => file.close(),
  )
} else {
  const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c TimeZone=UTC' })
  const text = 'INSERT INTO "Received" ("id", "at", "reply") VALUES ($1, $2, $3)'
  await bareBolt(
    async (id, json) => void (await pool.query({ name: 'insert', text, values: [id, new Date(), json] })),
    () => pool.end(),
  )
}
