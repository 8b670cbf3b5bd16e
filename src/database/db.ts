import type { Prisma, PrismaClient } from './generated/sqlite/client.ts'

/**
 * The database, on either provider. The SQLite client's type stands for both: it is the smaller set of features, and
 * both clients are generated from the same models.
 */
export type Db = PrismaClient

/** One statement of a change, not yet run: Prisma runs it when the transaction does. */
export type Write = Prisma.PrismaPromise<unknown>
