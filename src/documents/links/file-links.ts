import { z } from 'zod'
import type { Context } from '../../context.ts'
import { RecordFormat, RecordWhat } from '../../contract/intent.ts'
import type { Db, Write } from '../../database/db.ts'
import { hashOfToken, newToken } from '../../people/accounts/link-token.ts'

const validMs = 3_600_000

/** Which file a link is to. Whoever follows it, and what they may have, is asked when it is fetched. */
const Linked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('record'), round: z.string(), what: RecordWhat, format: RecordFormat }),
  z.object({ kind: z.literal('draft'), document: z.string() }),
  /** What goes with the current opinion, or the draft opinion, of a person in a round. */
  z.object({ kind: z.literal('attachment'), round: z.string(), person: z.string(), sha256: z.string() }),
])
export type Linked = z.infer<typeof Linked>

/** A link for the actor that works for an hour, with the write that makes it valid. */
export function newFileLink(
  { db, now, actor }: Pick<Context, 'db' | 'now' | 'actor'>,
  linked: Linked,
): { readonly token: string; readonly until: Date; readonly write: Write } {
  const token = newToken()
  const until = new Date(now.getTime() + validMs)
  const data = {
    tokenHash: hashOfToken(token),
    personId: actor.id,
    query: JSON.stringify(linked),
    createdAt: now,
    expiresAt: until,
  }
  return { token, until, write: db.fileLink.create({ data, select: { tokenHash: true } }) }
}

/** Whose link a token is, and to what; undefined for one that is unknown or expired. */
export async function findFileLink(
  db: Db,
  token: string,
  now: Date,
): Promise<{ readonly personId: string; readonly linked: Linked } | undefined> {
  const link = await db.fileLink.findUnique({ where: { tokenHash: hashOfToken(token), expiresAt: { gt: now } } })
  return link === null ? undefined : { personId: link.personId, linked: Linked.parse(JSON.parse(link.query)) }
}

/** Forgets the links that have expired. */
export async function forgetFileLinks(db: Db, now: Date): Promise<void> {
  await db.fileLink.deleteMany({ where: { expiresAt: { lte: now } } })
}
