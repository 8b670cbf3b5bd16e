import type { Db, Write } from './db.ts'
import { Prisma } from './generated/sqlite/client.ts'
import type { Rest } from './rests.ts'
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
  readonly OpinionDraft: Prisma.OpinionDraftCreateManyInput
  readonly DraftComment: Prisma.DraftCommentCreateManyInput
  readonly OpinionFile: Prisma.OpinionFileCreateManyInput
  readonly DraftFile: Prisma.DraftFileCreateManyInput
  readonly ActedMessage: Prisma.ActedMessageCreateManyInput
  readonly LastSpoken: Prisma.LastSpokenCreateManyInput
  readonly Audit: Prisma.AuditCreateManyInput
  readonly Outbox: Prisma.OutboxCreateManyInput
}

const made = new WeakMap<object, Prisma.Sql>()
const ways = new WeakMap<Db, 'with' | 'script'>()

/** To be said of a database when it is opened: how it takes several changes at once. See `merged`. */
export const mergesStatements = (db: Db, way: 'with' | 'script'): void => void ways.set(db, way)

/** Whether it is SQLite, by the way in which it takes several changes. */
export const takesScripts = (db: Db): boolean => ways.get(db) === 'script'

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
export const insert = <T extends keyof Rows>(db: Db, table: T, row: Rows[T]): Write =>
  statement(db, insertion(table, row))

/** Inserts a row, or puts it in the place of the one that has its id. */
export function replace<T extends 'ActedMessage' | 'LastSpoken'>(db: Db, table: T, row: Rows[T]): Write {
  const names = Object.keys(row).filter((name) => name !== 'id')
  const changes = names.map((name) => `"${name}" = excluded."${name}"`).join(', ')
  return statement(db, Prisma.sql`${insertion(table, row)} ON CONFLICT ("id") DO UPDATE SET ${Prisma.raw(changes)}`)
}

function insertion<T extends keyof Rows>(table: T, row: Rows[T]): Prisma.Sql {
  // Names come from the code alone.
  const columns = Object.entries(row).filter(([, value]) => value !== undefined)
  const names = columns.map(([name]) => `"${name}"`).join(', ')
  const values = columns.map(([, value]) => value)
  const gaps = values.slice(1).map(() => ', ')
  return new Prisma.Sql([`INSERT INTO "${table}" (${names}) VALUES (`, ...gaps, ')'], values)
}

/**
 * Inserts a row together with others of one transaction: in the way in which they are written, so that Prisma need not
 * compile the batch anew.
 */
export function insertBeside(db: Db, others: readonly Write[], row: Rows['Received']): Write {
  if (others.every((other) => made.has(other))) return insert(db, 'Received', row)
  return db.received.create({ data: row, select: { id: true } })
}

/** Turns a draft into an opinion: stores it and removes the draft at that revision. Belongs with `draftStands`. */
export function insertFromDraft(
  db: Db,
  opinion: Rows['Opinion'],
  draft: { readonly id: string; readonly revision: number },
): readonly Write[] {
  return [
    insert(db, 'Opinion', opinion),
    statement(db, Prisma.sql`DELETE FROM "OpinionDraft" WHERE "id" = ${draft.id} AND "revision" = ${draft.revision}`),
  ]
}

/**
 * Settles answers as they were read, however many, in one statement. Of one that is at another revision the state would be
 * missing, which the column refuses: then none is settled.
 */
export function settleAnswersAt(
  db: Db,
  roundId: string,
  answers: readonly { readonly personId: string; readonly fingerprint: string; readonly revision: number }[],
): Write {
  const { sql } = Prisma
  const list = JSON.stringify(answers)
  // Kept apart, or SQLite goes through the whole list for each row.
  const rows = takesScripts(db)
    ? sql`MATERIALIZED (SELECT json_extract(e."value", '$.personId') AS "personId",
            json_extract(e."value", '$.fingerprint') AS "fingerprint", json_extract(e."value", '$.revision') AS "revision"
          FROM json_each(${list}) e)`
    : sql`(SELECT * FROM jsonb_to_recordset(${list}::jsonb) AS e("personId" text, "fingerprint" text, "revision" int))`
  return statement(
    db,
    sql`WITH l AS ${rows}
        UPDATE "RemarkAnswer" SET "revision" = "RemarkAnswer"."revision" + 1,
          "state" = CASE WHEN "RemarkAnswer"."revision" = l."revision" THEN 'settled' END
        FROM l
        WHERE "RemarkAnswer"."roundId" = ${roundId} AND "RemarkAnswer"."personId" = l."personId"
          AND "RemarkAnswer"."fingerprint" = l."fingerprint"`,
  )
}

/**
 * The statement, first of its transaction, that fails unless every rest holds: it stores a row without a key, which the
 * column refuses. A row locked by another's change is waited for and looked at as it stands then, also at PostgreSQL's
 * default isolation; being an INSERT, it takes SQLite's only write lock before it looks.
 */
export function holding(db: Db, rests: readonly Rest[]): readonly Write[] {
  if (rests.length === 0) return []
  const locks = ways.get(db) === 'with'
  const holds = rests.map(({ row, lock }) => Prisma.sql`EXISTS (${row}${locks ? lockSql[lock] : Prisma.empty})`)
  const missing = Prisma.sql`SELECT NULL, NULL WHERE NOT (${Prisma.join(holds, ' AND ')})`
  return [statement(db, Prisma.sql`INSERT INTO "Setting" ("key", "value") ${missing}`)]
}

// Weaker than what deleting or a changed key takes, so that references to the row do not wait.
const lockSql = {
  shared: Prisma.raw(' FOR SHARE'),
  alone: Prisma.raw(' FOR NO KEY UPDATE'),
  none: Prisma.empty,
  // Except here, where they must.
  removing: Prisma.raw(' FOR UPDATE'),
}

function statement(db: Db, sql: Prisma.Sql): Write {
  const write = db.$executeRaw(sql)
  made.set(write, sql)
  return write
}
