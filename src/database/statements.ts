import type { Write } from '../context.ts'
import { Prisma } from './generated/sqlite/client.ts'
import type { Db } from './open.ts'
import { scriptBreak, scriptStart } from './script.ts'

/*
 * The one place for changes written as SQL. They are here because a profile asked for them (docs/measurements.md): an
 * opinion is sent as one statement, which Prisma hands to the driver without compiling anything: see `merged`. A batch
 * that mixes both is compiled anew every time, which costs more than either: see `insertBeside`.
 */

/** The tables written so, with the columns of a row. Those with a default may be left out. */
type Rows = {
  readonly Received: Prisma.ReceivedCreateManyInput
  readonly Opinion: Prisma.OpinionCreateManyInput
  readonly OpinionComment: Prisma.OpinionCommentCreateManyInput
  readonly Audit: Prisma.AuditCreateManyInput
  readonly Outbox: Prisma.OutboxCreateManyInput
}

const made = new WeakMap<object, Prisma.Sql>()
const ways = new WeakMap<Db, 'with' | 'script'>()

/** To be said of a database when it is opened: how it takes several changes at once. See `merged`. */
export const mergesStatements = (db: Db, way: 'with' | 'script'): void => void ways.set(db, way)

/**
 * Writes that are SQL throughout, as one statement: all happen or none. In PostgreSQL that is WITH, in which all see the
 * same rows; the connection to SQLite takes a script (`kept-statements.ts`), whose statements see each other's changes.
 * Undefined where Prisma must run the writes one by one, in a transaction.
 */
export function merged(db: Db, writes: readonly Write[]): Write | undefined {
  const statements = writes.flatMap((write) => made.get(write) ?? [])
  const way = ways.get(db)
  const last = statements.at(-1)
  if (way === undefined || last === undefined || statements.length < writes.length) return undefined
  if (statements.length === 1) return db.$executeRaw(last)
  if (way === 'script') return db.$executeRaw(Prisma.join(statements, scriptBreak, scriptStart))
  const parts = statements.slice(0, -1).map((sql, at) => Prisma.sql`${Prisma.raw(`s${at}`)} AS (${sql})`)
  return db.$executeRaw`WITH ${Prisma.join(parts, ', ')} ${last}`
}

/** Inserts a row. Instants as `Date`. */
export function insert<T extends keyof Rows>(db: Db, table: T, row: Rows[T]): Write {
  return statement(db, insertion(table, row, {}))
}

/**
 * Inserts a row together with others of one transaction: in the way in which they are written, so that Prisma need not
 * compile the batch anew.
 */
export function insertBeside(db: Db, others: readonly Write[], row: Rows['Received']): Write {
  if (others.every((other) => made.has(other))) return insert(db, 'Received', row)
  return db.received.create({ data: row, select: { id: true } })
}

/**
 * Turns a draft into an opinion: stores the opinion and removes the draft, provided that the draft is there at that
 * revision. Where it is not, the position is NULL, which its column refuses: `commit` says that a guard failed.
 */
export function insertFromDraft(
  db: Db,
  opinion: Rows['Opinion'],
  draft: { readonly id: string; readonly revision: number },
): readonly Write[] {
  const there = Prisma.sql`SELECT 1 FROM "OpinionDraft" WHERE "id" = ${draft.id} AND "revision" = ${draft.revision}`
  const position = Prisma.sql`(SELECT ${opinion.position} WHERE EXISTS (${there}))`
  return [
    statement(db, insertion('Opinion', opinion, { position })),
    statement(db, Prisma.sql`DELETE FROM "OpinionDraft" WHERE "id" = ${draft.id} AND "revision" = ${draft.revision}`),
  ]
}

/** `instead` holds SQL for the columns whose value is not given but found out. Names come from the code alone. */
function insertion(table: keyof Rows, row: object, instead: Readonly<Record<string, Prisma.Sql>>): Prisma.Sql {
  const columns = Object.entries(row).filter(([, value]) => value !== undefined)
  const names = columns.map(([name]) => `"${name}"`).join(', ')
  const values = columns.map(([name, value]) => instead[name] ?? value)
  const gaps = values.slice(1).map(() => ', ')
  return new Prisma.Sql([`INSERT INTO "${table}" (${names}) VALUES (`, ...gaps, ')'], values)
}

function statement(db: Db, sql: Prisma.Sql): Write {
  const write = db.$executeRaw(sql)
  made.set(write, sql)
  return write
}
