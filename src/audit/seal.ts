import type { Db, Write } from '../database/db.ts'
import { Prisma } from '../database/generated/sqlite/client.ts'
import { takesScripts } from '../database/statements.ts'
import { type Head, hashOf, headKey, headText, type Line, parseHead } from './chain.ts'

const batchSize = 200
/** How many ids PostgreSQL sorts at once: it has no order of its own, and sorting the whole for each batch takes for ever. */
const sortedAtOnce = 20_000

/**
 * Chains the rows written since the last time, in small steps; gives how many. Stops after `most`, where that is given.
 * Several replicas may seal at once: each moves the head from what it has read, so of two one goes through, and the
 * other stops and leaves the rest for its next time.
 */
export async function sealAudit(db: Db, most = Number.POSITIVE_INFINITY): Promise<number> {
  const next = takesScripts(db) ? inOrderOfWriting(db) : inOrderOfTime(db)
  let sealed = 0
  while (sealed < most) {
    // The head is read before the rows: whoever seals in between has moved it, and then none of these is chained twice.
    const stored = await db.setting.findUnique({ where: { key: headKey } })
    const lines = await next()
    if (lines.length === 0) return sealed
    if (!(await sealBatch(db, stored, lines))) return sealed
    sealed += lines.length
  }
  return sealed
}

/** SQLite keeps rows in the order in which they were written, and finds the next ones by that without sorting. */
function inOrderOfWriting(db: Db): () => Promise<readonly Line[]> {
  return () => db.$queryRaw<Line[]>`
    SELECT "id", "at", "actor", "deed", "subject", "facts" FROM "Audit"
    WHERE "seq" IS NULL ORDER BY "rowid" LIMIT ${batchSize}`
}

function inOrderOfTime(db: Db): () => Promise<readonly Line[]> {
  let ids: readonly string[] = []
  const orderBy = [{ at: 'asc' }, { id: 'asc' }] as const
  return async () => {
    if (ids.length === 0) {
      const rows = await db.audit.findMany({
        where: { seq: null },
        orderBy: [...orderBy],
        take: sortedAtOnce,
        select: { id: true },
      })
      ids = rows.map((row) => row.id)
    }
    const batch = ids.slice(0, batchSize)
    ids = ids.slice(batchSize)
    return await db.audit.findMany({
      where: { id: { in: [...batch] }, seq: null },
      orderBy: [...orderBy],
      select: { id: true, at: true, actor: true, deed: true, subject: true, facts: true },
    })
  }
}

async function sealBatch(db: Db, stored: { readonly value: string } | null, lines: readonly Line[]): Promise<boolean> {
  let head: Head | undefined = stored === null ? { seq: 0, hash: '' } : parseHead(stored.value)
  if (head === undefined) throw new Error(`the setting ${headKey} is no head of an audit chain: run the verification`)
  const rows: Prisma.Sql[] = []
  for (const line of lines) {
    head = { seq: head.seq + 1, hash: hashOf(head.hash, line, head.seq + 1) }
    rows.push(Prisma.sql`(${line.id}, ${head.seq}, ${head.hash})`)
  }
  const value = headText(head)
  const move: Write =
    stored === null
      ? db.setting.create({ data: { key: headKey, value } })
      : db.setting.update({ where: { key: headKey, value: stored.value }, data: { value } })
  // One statement for the batch: through the ORM each row would be one of its own. Both providers name the columns of
  // VALUES column1, column2, ...; PostgreSQL takes a parameter there for text. The plus keeps SQLite from looking for each
  // of them among all unsealed rows, by the index on `seq`.
  const chain = db.$executeRaw`
    UPDATE "Audit" SET "seq" = CAST(v.column2 AS INTEGER), "hash" = v.column3
    FROM (VALUES ${Prisma.join(rows)}) AS v
    WHERE "Audit"."id" = v.column1 AND +"Audit"."seq" IS NULL`
  try {
    await db.$transaction([move, chain])
    return true
  } catch (error) {
    if (isLostRace(error)) return false
    throw error
  }
}

/** The head had moved (P2025), or another made the first one or took the place (P2002), or was stronger (P2034). */
function isLostRace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['P2002', 'P2025', 'P2034'].includes(String(error.code))
}
