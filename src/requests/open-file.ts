import { dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import type { Log } from '../contract/adapter.ts'
import { Refusal } from '../contract/refusal.ts'
import type { DocumentType } from '../contract/reply.ts'
import type { Db } from '../database/db.ts'
import { loadDraft } from '../documents/drafts/load-draft.ts'
import { findFileLink, type Linked } from '../documents/links/file-links.ts'
import { documentType, plainFileName } from '../documents/links/linked-file.ts'
import { readKeptFile } from '../documents/store/keep-file.ts'
import { findAttachment } from '../opinions/attachments/attachment-access.ts'
import { actorById } from '../people/actor.ts'
import { openRecordFile } from '../record/open-record-file.ts'
import { type Locale, localeFor, textsFor } from '../texts/texts.ts'

export type FileSource = Pick<Context, 'publicUrl' | 'calendar' | 'mustHear'> & {
  readonly db: Db
  readonly now: Date
  /** The committee's IANA zone. */
  readonly zone: string
  readonly locale: Locale
  readonly moreThanHalf: boolean
  /** The operator's own form of the consolidated table. */
  readonly template?: Uint8Array | undefined
  readonly log: Log
}

type OpenFile = { readonly name: string; readonly mediaType: DocumentType; readonly bytes: Uint8Array }

/**
 * What stands behind a token now: the file as the link's owner may have it today. Undefined for a token that is unknown or
 * expired, and where the owner may not have it any more. Rejects when it cannot be made.
 */
export async function openFile(source: FileSource, token: string): Promise<OpenFile | undefined> {
  const { db, now, zone, locale } = source
  const link = await findFileLink(db, token, now)
  const owner = link === undefined ? undefined : await actorById(db, link.personId, dayIn(now, zone))
  if (link === undefined || owner === undefined) return undefined
  const language = localeFor(owner.actor.locale, owner.platformLocale, locale)
  const ctx: Context = { ...source, actor: owner.actor, audience: 'private', texts: textsFor(language) }
  try {
    return await open(source, ctx, language, link.linked)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

async function open(source: FileSource, ctx: Context, locale: Locale, linked: Linked): Promise<OpenFile | undefined> {
  switch (linked.kind) {
    case 'record':
      return await openRecordFile(source, ctx.actor, locale, linked)
    case 'draft': {
      const { name, sha256, content } = await loadDraft(ctx, linked.document)
      return await kept(ctx, name, content.mediaType, sha256)
    }
    case 'attachment': {
      const { name, mediaType } = await findAttachment(ctx, linked)
      return await kept(ctx, name, mediaType, linked.sha256)
    }
    default:
      return linked satisfies never
  }
}

async function kept({ db }: Context, name: string, mediaType: string, sha256: string): Promise<OpenFile> {
  const bytes = await readKeptFile(db, sha256)
  if (bytes === undefined) throw new Error('a file that is referred to is not whole')
  return { name: plainFileName(name, mediaType), mediaType: documentType(mediaType), bytes }
}
