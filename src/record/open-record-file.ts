import type { RecordFormat } from '../contract/intent.ts'
import { Refusal } from '../contract/refusal.ts'
import type { DocumentType } from '../contract/reply.ts'
import type { Db } from '../database/db.ts'
import type { Linked } from '../documents/links/file-links.ts'
import { loadRound } from '../opinions/rounds/rounds.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/may.ts'
import type { Locale } from '../texts/texts.ts'
import { whoseBallots } from './may-have-record.ts'
import { readDossierFiles } from './read-dossier-files.ts'
import { readRecord } from './read-record.ts'
import { makeInWorker } from './write/make-in-worker.ts'
import { recordFileName } from './write/record-file-name.ts'

export type RecordOptions = {
  readonly db: Db
  readonly now: Date
  /** The committee's IANA zone. */
  readonly zone: string
  readonly moreThanHalf: boolean
  /** The operator's own form. */
  readonly template?: Uint8Array | undefined
}

/** No platform takes a larger one, and nobody a table of so many pages. */
const mostBytes = 25_000_000

export const documentTypes: Readonly<Record<RecordFormat, DocumentType>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  html: 'text/html',
  zip: 'application/zip',
}

/**
 * The document about a round as `actor` may have it today, with the answers of this moment, in their language. Undefined
 * where they may not have it any more. Rejects when it cannot be made.
 */
export async function openRecordFile(
  { db, now, zone, moreThanHalf, template }: RecordOptions,
  actor: Actor,
  locale: Locale,
  { round: id, what, format }: Extract<Linked, { kind: 'record' }>,
): Promise<{ readonly name: string; readonly mediaType: DocumentType; readonly bytes: Uint8Array } | undefined> {
  if (!may(actor, 'record.export')) return undefined
  const ctx = { db, now, zone, actor }
  const read = async () => {
    const round = await loadRound(ctx, id)
    const person = await whoseBallots(ctx, round, what)
    const source = await readRecord(ctx, round)
    const files = what === 'dossier' ? { files: await readDossierFiles(ctx, round, source) } : {}
    return { source, ...files, ...(person === undefined ? {} : { person }) }
  }
  const found = await read().catch((error: unknown) => {
    if (error instanceof Refusal) return undefined
    throw error
  })
  if (found === undefined) return undefined
  const own = template === undefined ? {} : { template }
  const bytes = await makeInWorker({ ...found, locale, what, format, moreThanHalf, ...own })
  if (bytes.length > mostBytes) throw new Error('the document is too large')
  return { name: recordFileName(found.source, what, format), mediaType: documentTypes[format], bytes }
}
