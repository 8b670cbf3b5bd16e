import type { Db } from '../database/db.ts'
import { hashOf, headKey, parseHead } from './chain.ts'

export type Verified =
  /** Every sealed row is as it was written, and none is missing. */
  | { readonly ok: true; readonly rows: number }
  /** The first place at which the chain breaks. */
  | { readonly ok: false; readonly seq: number; readonly why: string }

const pageSize = 500

/**
 * Reads the whole log in the order of its chain and checks each row against its hash, and the end against the head.
 * It cannot notice somebody who rewrites the database's every hash and the head: for that, note the head elsewhere.
 */
export async function verifyAudit(db: Db): Promise<Verified> {
  const stored = await db.setting.findUnique({ where: { key: headKey } })
  const head = stored === null ? { seq: 0, hash: '' } : parseHead(stored.value)
  if (head === undefined) return { ok: false, seq: 0, why: 'the head of the chain is not readable' }
  let last = { seq: 0, hash: '' }
  while (true) {
    const rows = await db.audit.findMany({ where: { seq: { gt: last.seq } }, orderBy: { seq: 'asc' }, take: pageSize })
    for (const row of rows) {
      const seq = last.seq + 1
      if (row.seq !== seq) return { ok: false, seq, why: 'a row is missing' }
      if (row.hash !== hashOf(last.hash, row, seq)) return { ok: false, seq, why: 'a row was changed' }
      last = { seq, hash: row.hash }
      // Rows beyond the head may have been sealed while this reads.
      if (seq === head.seq && row.hash !== head.hash)
        return { ok: false, seq, why: 'the chain was made anew: its head is another' }
    }
    if (rows.length < pageSize) break
  }
  if (last.seq < head.seq) return { ok: false, seq: last.seq + 1, why: 'rows are missing at the end' }
  // Sealing adds at least the head with the first row, so rows without any head were put there by other means.
  if (stored === null && last.seq > 0) return { ok: false, seq: 1, why: 'the head of the chain is missing' }
  return { ok: true, rows: last.seq }
}
