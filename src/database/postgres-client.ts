import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type { Db } from './db.ts'
import { PrismaClient } from './generated/postgresql/client.ts'

/** Prisma's client for the PostgreSQL database to which the adapter connects. Why `minimal`, `open.ts` says. */
export const makePostgresClient = (adapter: SqlDriverAdapterFactory): Db =>
  asDb(new PrismaClient({ adapter, errorFormat: 'minimal' }))

/** The one place where the PostgreSQL client takes the SQLite client's type; see `Db`. */
function asDb(client: unknown): Db {
  return client as Db
}
