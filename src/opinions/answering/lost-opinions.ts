import { z } from 'zod'
import type { Db } from '../../database/db.ts'

/** Receipts that were given for a round, and whose opinions are not stored. */
export type LostOpinions = { readonly round: string; readonly receipts: readonly string[] }

/** So many rows are held in memory at once. */
const atOnce = 1000

const Facts = z.object({ receipt: z.string() })
const Notification = z.object({ round: z.string(), receipt: z.string() })

/**
 * Compares the receipts in the log of deeds, and those that were sent to members whose delegate answered, with the
 * opinions there are. An opinion is stored with both or not at all, and nothing removes one: what is missing was lost by
 * the disk, by a backup put back in part, or by somebody with access to the file. Reads only; every line of the log about
 * an opinion once.
 */
export async function lostOpinions(db: Db): Promise<readonly LostOpinions[]> {
  const given = new Map<string, string>()
  for await (const { subject, facts } of submissions(db)) {
    const read = Facts.safeParse(JSON.parse(facts))
    if (read.success) given.set(read.data.receipt, subject)
  }
  const letters = await db.outbox.findMany({
    where: { key: { startsWith: 'delegate-sent:' } },
    select: { letter: true },
  })
  for (const { letter } of letters) {
    const read = Notification.safeParse(JSON.parse(letter))
    if (read.success) given.set(read.data.receipt, read.data.round)
  }
  for await (const { receipt } of opinions(db)) given.delete(receipt)
  const byRound = Map.groupBy(given, ([, round]) => round)
  return [...byRound].map(([round, lost]) => ({ round, receipts: lost.map(([receipt]) => receipt).sort() }))
}

async function* submissions(db: Db) {
  const where = { deed: { in: ['opinion.submit', 'opinion.record'] } }
  let last = ''
  while (true) {
    const rows = await db.audit.findMany({
      where: { ...where, id: { gt: last } },
      orderBy: { id: 'asc' },
      take: atOnce,
      select: { id: true, subject: true, facts: true },
    })
    yield* rows
    const end = rows.at(-1)
    if (end === undefined) return
    last = end.id
  }
}

async function* opinions(db: Db) {
  let last = ''
  while (true) {
    const rows = await db.opinion.findMany({
      where: { receipt: { gt: last } },
      orderBy: { receipt: 'asc' },
      take: atOnce,
      select: { receipt: true },
    })
    yield* rows
    const end = rows.at(-1)
    if (end === undefined) return
    last = end.receipt
  }
}
