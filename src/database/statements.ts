import type { Write } from '../context.ts'
import { Prisma } from './generated/sqlite/client.ts'
import type { Db } from './open.ts'

/*
 * The one place for changes written as SQL. They are here because a profile asked for them (docs/measurements.md): an
 * opinion is sent in one batch of statements, and Prisma runs a batch that is SQL throughout without compiling it, in
 * PostgreSQL even as a single statement: see `merged`. A batch that mixes both is compiled anew every time, which costs
 * more than either: see `insertBeside`.
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
const takesWith = new WeakSet<Db>()

/** To be said of a PostgreSQL database when it is opened: there `merged` saves a journey a statement. */
export const mergesStatements = (db: Db): void => void takesWith.add(db)

/**
 * Writes that are SQL throughout, as one statement where the database has such: PostgreSQL's WITH, in which all see the
 * same rows and all happen or none. Undefined where the writes must go one by one, in a transaction.
 */
export function merged(db: Db, writes: readonly Write[]): Write | undefined {
  const statements = writes.flatMap((write) => made.get(write) ?? [])
  const last = statements.pop()
  if (!takesWith.has(db) || last === undefined || statements.length + 1 < writes.length) return undefined
  if (statements.length === 0) return db.$executeRaw(last)
  const parts = statements.map((sql, at) => Prisma.sql`${Prisma.raw(`s${at}`)} AS (${sql})`)
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
