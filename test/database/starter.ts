// A process that starts as the product does: node starter.ts DATABASE_URL [FOLDER]. Prints the migrations that it
// applied: the product's own, or those of FOLDER.
import pg from 'pg'
import { migratePostgres } from '../../src/database/migrate-postgres.ts'
import { migrateSqlite } from '../../src/database/migrate-sqlite.ts'
import { openDatabase } from '../../src/database/open.ts'

const [url = '', folder] = process.argv.slice(2)

async function start(): Promise<readonly unknown[]> {
  const lines: object[] = []
  // Beside these it says when it waits for another.
  const keep = (facts: object) => void ('applied' in facts && lines.push(facts))
  const { db, close } = await openDatabase(url, { info: keep, error: keep }, 'created')
  await db.setting.count()
  await close()
  return lines
}

async function migrate(from: string): Promise<readonly string[]> {
  if (url.startsWith('file:')) return (await migrateSqlite(url.slice('file:'.length), from, 'created')).applied
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  const { applied } = await migratePostgres(pool, from, 'created')
  await pool.end()
  return applied
}

process.stdout.write(JSON.stringify(folder === undefined ? await start() : await migrate(folder)))
