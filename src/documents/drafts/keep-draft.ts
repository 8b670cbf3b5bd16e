import { randomUUID } from 'node:crypto'
import { record } from '../../audit/record.ts'
import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import { endPreview, requireNewest } from '../../conversation/previews.ts'
import type { Write } from '../../database/db.ts'
import { draftFileStands } from '../../database/rests.ts'
import { takeTurn } from '../../database/turns.ts'
import { refresh } from '../../outbox/put.ts'
import { keptDraft } from '../cards/kept-draft.ts'
import type { ReadDocument } from '../read-document.ts'
import { previewDraft, previewOfFile, previewsOf } from './check-draft.ts'
import { mayBring } from './draft-rights.ts'
import { type DraftItem, liveKeyOf, loadDraftItem, roundWithoutFile, standingFor } from './draft-version.ts'
import { loadIncoming } from './incoming.ts'
import { putDraftFiles } from './put-draft-files.ts'
import { columnsOf } from './stored-document.ts'

/**
 * Keeps a file that was sent as one version of an item's draft, as its newest preview showed it. Pressed twice it is kept
 * once: the file waits no more. It takes the place of another file of that version; a round that asked about the other keeps it.
 * An open round that asks about this version without a file gets it; the cards of those asked are rewritten, and where their
 * platform brings files it comes to them.
 */
export const keepDraft: UseCase<IntentOf<'draft.keep'>> = async (ctx, intent) => {
  const turns = await takeTurn(ctx.db, 'drafts')
  const item = await loadDraftItem(ctx, intent.item)
  if (!mayBring(ctx, item)) throw new Refusal('not-allowed')
  const opens = ctx.actor.roles.has('coordinator') && item.rounds.every((round) => round.liveKey === null)
  const kept = { key: item.key, opens }
  const file = await loadIncoming(ctx, intent.file)
  if (file.document === undefined) throw new Refusal('no-draft-text')
  const twin = standingFor(item, intent.version)
  if (twin?.sha256 === file.sha256)
    return {
      reply: { kind: 'message', message: keptDraft(ctx, kept, intent.version, twin.id), replaces: true },
      writes: [ctx.db.incomingFile.deleteMany({ where: { id: file.id } }), endPreview(ctx, previewOfFile(file.id))],
      rests: [draftFileStands(twin)],
    }
  const newest = await Promise.all(
    previewsOf(file.id, item.id, intent.version).map((about) => requireNewest(ctx, about, intent.preview)),
  )
  // Somebody was quicker since the preview was shown: what this would take the place of is shown first.
  if (twin?.id !== intent.instead) return previewDraft(ctx, item, file, file.document, intent.version)
  const id = randomUUID()
  return {
    reply: { kind: 'message', message: keptDraft(ctx, kept, intent.version, id), replaces: true },
    writes: [
      ...turns,
      ctx.db.incomingFile.delete({ where: { id: file.id }, select: { id: true } }),
      endPreview(ctx, previewOfFile(file.id)),
      ...(await storeDraft(ctx, item, { ...file, document: file.document, id, version: intent.version })),
    ],
    rests: newest.flat(),
  }
}

type Stored = {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly sha256: string
  readonly document: ReadDocument
}

/**
 * The writes that make a file the draft of a version. Shared by the chat and the command line. They belong with the turn
 * `drafts`, taken before the item was read: no row says that no round of it has been opened since.
 */
export async function storeDraft(ctx: Context, item: DraftItem, file: Stored): Promise<readonly Write[]> {
  const { db, now, actor } = ctx
  const { id, version, name, sha256, document } = file
  const before = standingFor(item, version)
  const round = roundWithoutFile(item, version)
  const asked =
    round === undefined ? [] : await db.asked.findMany({ where: { roundId: round.id }, select: { personId: true } })
  const people = asked.map(({ personId }) => personId)
  return [
    // Whoever put another file in its place meanwhile makes this fail.
    ...(before === undefined
      ? []
      : [
          db.document.update({
            where: { id: before.id, liveKey: liveKeyOf(item, version) },
            data: { liveKey: null },
            select: { id: true },
          }),
        ]),
    db.document.create({
      data: {
        id,
        itemId: item.id,
        version,
        liveKey: liveKeyOf(item, version),
        sha256,
        name,
        ...columnsOf(document),
        byId: actor.id === 'cli' ? null : actor.id,
        at: now,
      },
      select: { id: true },
    }),
    ...(round === undefined
      ? []
      : [
          db.round.update({
            where: { id: round.id, documentId: null, revision: round.revision, state: round.state },
            data: { documentId: id },
            select: { id: true },
          }),
          ...(people.length === 0 ? [] : [refresh(db, round.id, people, `document:${id}`, now)]),
          ...(await putDraftFiles(ctx, round.id, id, people)),
        ]),
    record(db, {
      at: now,
      actor: actor.key,
      deed: 'draft.keep',
      subject: id,
      facts: {
        item: item.key,
        version,
        sha256,
        kind: document.kind,
        provisions: document.provisions.length,
        instead: before?.id ?? null,
        round: round?.id ?? null,
      },
    }),
  ]
}
