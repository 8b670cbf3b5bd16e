import { z } from 'zod'
import type { Context } from '../../context.ts'
import { Refusal } from '../../contract/refusal.ts'
import type { Db } from '../../database/db.ts'
import type { Doubt } from '../doubt.ts'
import type { Provision } from '../provision.ts'
import { requireReader } from './draft-rights.ts'

const Provisions = z.custom<readonly Provision[]>((value) => Array.isArray(value))
const Doubts = z.custom<readonly Doubt[]>((value) => Array.isArray(value))

/** A row never changes, so what was read of it need not be parsed for every press. */
const mostRemembered = 20
const remembered = new WeakMap<Db, Map<string, readonly Provision[]>>()

/** The provisions of a kept draft, in its order; none where there is no such draft. */
export async function provisionsOf(db: Db, document: string): Promise<readonly Provision[]> {
  const known = remembered.get(db) ?? new Map<string, readonly Provision[]>()
  remembered.set(db, known)
  const found = known.get(document)
  if (found !== undefined) return found
  const row = await db.document.findUnique({ where: { id: document }, select: { provisions: true } })
  if (row === null) return []
  const provisions = Provisions.parse(JSON.parse(row.provisions))
  const [oldest] = known.keys()
  if (oldest !== undefined && known.size >= mostRemembered) known.delete(oldest)
  known.set(document, provisions)
  return provisions
}

/** A kept draft with its item and what was read of it, for somebody who may read it. Refuses everybody else. */
export async function loadDraft(ctx: Context, id: string) {
  const row = await ctx.db.document.findUnique({
    where: { id },
    include: { item: true, content: { select: { size: true, mediaType: true } } },
    omit: { provisions: true },
  })
  if (row === null) throw new Refusal('no-such-draft')
  await requireReader(ctx, row.item)
  return { ...row, provisions: await provisionsOf(ctx.db, id), doubts: Doubts.parse(JSON.parse(row.doubts)) }
}

export type Draft = Awaited<ReturnType<typeof loadDraft>>
