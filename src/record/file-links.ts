import { z } from 'zod'
import type { Context } from '../context.ts'
import { RecordFormat, RecordWhat } from '../contract/intent.ts'
import type { Db, Write } from '../database/db.ts'
import { hashOfToken, newToken } from '../people/accounts/link-token.ts'

const validMs = 3_600_000

/** What a link holds: which document of which round. Who has it, and what they may see, is asked when it is fetched. */
export const LinkedRecord = z.object({ round: z.string(), what: RecordWhat, format: RecordFormat })
type LinkedRecord = z.infer<typeof LinkedRecord>

/** A link for the actor that works for an hour, with the write that makes it valid. */
export function newFileLink(
  { db, now, actor }: Pick<Context, 'db' | 'now' | 'actor'>,
  linked: LinkedRecord,
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

/** Forgets the links that have expired. */
export async function forgetRecordLinks(db: Db, now: Date): Promise<void> {
  await db.fileLink.deleteMany({ where: { expiresAt: { lte: now } } })
}
