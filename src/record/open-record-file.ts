import { dayIn } from '../calendar/zoned.ts'
import type { RecordFormat } from '../contract/intent.ts'
import { Refusal } from '../contract/refusal.ts'
import type { DocumentType } from '../contract/reply.ts'
import type { Db } from '../database/db.ts'
import { loadRound } from '../opinions/rounds/rounds.ts'
import { hashOfToken } from '../people/accounts/link-token.ts'
import { actorById } from '../people/actor.ts'
import { may } from '../people/may.ts'
import { type Locale, localeFor } from '../texts/texts.ts'
import { LinkedRecord } from './file-links.ts'
import { makeInWorker } from './make-in-worker.ts'
import { whoseBallots } from './may-have-record.ts'
import { readRecord } from './read-record.ts'
import { recordFileName } from './record-file-name.ts'

export type FileSource = {
  readonly db: Db
  readonly now: Date
  /** The committee's IANA zone. */
  readonly zone: string
  readonly locale: Locale
  readonly moreThanHalf: boolean
}

/** No platform takes a larger one, and nobody a table of so many pages. */
const mostBytes = 25_000_000

export const documentTypes: Readonly<Record<RecordFormat, DocumentType>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  html: 'text/html',
}

/**
 * What stands behind a token now: the document as its owner may have it today, with the answers of this moment, in the
 * owner's language. Undefined for a token that is unknown or expired, and where the owner may not have it any more.
 * Rejects when it cannot be made.
 */
export async function openRecordFile(
  { db, now, zone, locale, moreThanHalf }: FileSource,
  token: string,
): Promise<{ readonly name: string; readonly mediaType: DocumentType; readonly bytes: Uint8Array } | undefined> {
  const link = await db.fileLink.findUnique({ where: { tokenHash: hashOfToken(token), expiresAt: { gt: now } } })
  const owner = link === null ? undefined : await actorById(db, link.personId, dayIn(now, zone))
  if (link === null || owner === undefined || !may(owner.actor, 'record.export')) return undefined
  const { round: id, what, format } = LinkedRecord.parse(JSON.parse(link.query))
  const ctx = { db, now, zone, actor: owner.actor }
  const read = async () => {
    const round = await loadRound(ctx, id)
    const person = await whoseBallots(ctx, round, what)
    return { source: await readRecord(ctx, round), ...(person === undefined ? {} : { person }) }
  }
  const found = await read().catch((error: unknown) => {
    if (error instanceof Refusal) return undefined
    throw error
  })
  if (found === undefined) return undefined
  const language = localeFor(owner.actor.locale, owner.platformLocale, locale)
  const bytes = await makeInWorker({ ...found, locale: language, what, format, moreThanHalf })
  if (bytes.length > mostBytes) throw new Error('the document is too large')
  return { name: recordFileName(found.source, what, format), mediaType: documentTypes[format], bytes }
}
