import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient as PostgresClient } from '../../src/database/generated/postgresql/client.ts'
import { PrismaClient } from '../../src/database/generated/sqlite/client.ts'
import { openDatabase, providerOf } from '../../src/database/open.ts'
import { bareBolt } from './bare-bolt.ts'
import { databaseUrlOf, silent } from './given.ts'

// Bolt and one row through Prisma as it comes: what an opinion's cost is held against.
const url = databaseUrlOf(process.argv)
// Migrated by the project; from there on Prisma alone, with the same safety.
await (await openDatabase(url, silent, 'created')).close()

const sqlite = async () => {
  const db = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url, timeout: 1500 }) })
  await db.$queryRawUnsafe('PRAGMA synchronous = FULL')
  await db.$queryRawUnsafe('PRAGMA foreign_keys = ON')
  return db
}
const postgres = async () =>
  new PostgresClient({ adapter: new PrismaPg({ connectionString: url, max: 10, options: '-c TimeZone=UTC' }) })

const select = { id: true } as const
if (providerOf(url) === 'sqlite') {
  const db = await sqlite()
  const store = async (id: string, reply: string) => {
    await db.received.create({ data: { id, at: new Date(), reply }, select })
  }
  await bareBolt(store, () => db.$disconnect())
} else {
  const db = await postgres()
  const store = async (id: string, reply: string) => {
    await db.received.create({ data: { id, at: new Date(), reply }, select })
  }
  await bareBolt(store, () => db.$disconnect())
}
