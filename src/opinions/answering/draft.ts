import { randomUUID } from 'node:crypto'
import type { Context } from '../../context.ts'
import { Refusal } from '../../contract/refusal.ts'
import type { Write } from '../../database/db.ts'
import { type Rest, roundStands } from '../../database/rests.ts'
import { insert } from '../../database/statements.ts'
import { takesAnswers } from '../rounds/phase.ts'
import type { Round } from '../rounds/rounds.ts'
import { closedRefusal } from '../words.ts'
import { readSeat } from './read-seat.ts'
import type { Comment, Content, Draft, Seat } from './seat.ts'

/** Where `person` stands in a round. Refuses when the person was not asked in it. */
export async function loadSeat(ctx: Pick<Context, 'db'>, roundId: string, person: string): Promise<Seat> {
  const seat = await readSeat(ctx.db, roundId, person)
  if (seat === undefined) throw new Refusal('no-such-round')
  if (!seat.asked) throw new Refusal('not-asked')
  return seat
}

/** Refuses when the round takes no more answers. What is written since it does rests on what is given back. */
export function requireOpen(ctx: Context, round: Round): Rest {
  if (!takesAnswers(round, ctx.now)) throw closedRefusal(ctx, round)
  return roundStands(round)
}

/**
 * What the next draft begins with: what is being written, else a copy of what was sent, else nothing. The copy's
 * comments and files get ids of their own: those of the version that was sent stay with it.
 */
export function startingPoint(seat: Seat): Draft {
  if (seat.draft !== undefined) return seat.draft
  const { position, body, comments, files } = seat.opinion ?? { position: undefined, body: '', comments: [], files: [] }
  return {
    id: randomUUID(),
    revision: 0,
    byId: null,
    position,
    body,
    comments: comments.map((comment) => ({ ...comment, id: randomUUID() })),
    files: files.map((file) => ({ ...file, id: randomUUID() })),
  }
}

/**
 * The comment of that id in what the next draft begins with. As long as nothing is written anew, a comment that was sent is
 * known by its own id as well, which its copy does not have.
 */
export function findComment(seat: Seat, before: Draft, id: string | undefined): Comment | undefined {
  const sent = seat.draft === undefined ? (seat.opinion?.comments ?? []).findIndex((one) => one.id === id) : -1
  return before.comments.find((one) => one.id === id) ?? before.comments[sent]
}

/**
 * The writes that save `next` over `before` in the seat of `personId`, each guarded by the revision that was read: a draft saved elsewhere in the
 * meantime makes the transaction fail, and the use case decides again.
 */
export function saveDraft(
  ctx: Context,
  round: string,
  before: Draft,
  next: Content,
  { personId, byId }: { readonly personId: string; readonly byId: string | null } = {
    personId: ctx.actor.id,
    byId: null,
  },
): readonly Write[] {
  const { db, now } = ctx
  const revision = before.revision + 1
  const data = { position: next.position ?? null, body: next.body, updatedAt: now, revision, byId }
  const kept = new Map(next.comments.map((comment) => [comment.id, comment]))
  if (before.revision === 0) {
    return [
      insert(db, 'OpinionDraft', { id: before.id, roundId: round, personId, ...data }),
      ...next.comments.map((comment) => insert(db, 'DraftComment', { ...comment, draftId: before.id })),
      ...next.files.map((file) => insert(db, 'DraftFile', { ...file, draftId: before.id })),
    ]
  }
  const writes: Write[] = [db.opinionDraft.update({ where: { id: before.id, revision: before.revision }, data })]
  for (const old of before.comments) {
    const comment = kept.get(old.id)
    if (comment === undefined) writes.push(db.draftComment.delete({ where: { id: old.id } }))
    else if (said(comment) !== said(old)) {
      const { id, place: _, ...data } = comment
      writes.push(db.draftComment.update({ where: { id }, data }))
    }
    kept.delete(old.id)
  }
  for (const comment of kept.values()) writes.push(db.draftComment.create({ data: { ...comment, draftId: before.id } }))
  return [...writes, ...saveFiles(ctx, before, next)]
}

const said = ({ id: _, place: __, ...words }: Comment): string => JSON.stringify(Object.entries(words).sort())

/** A file is put to a draft or taken away; what is known of it may change. */
function saveFiles({ db }: Context, before: Draft, next: Content): readonly Write[] {
  const kept = new Map(next.files.map((file) => [file.id, file]))
  const known = new Map(before.files.map((file) => [file.id, file]))
  return [
    ...before.files
      .filter(({ id }) => !kept.has(id))
      .map(({ id }) => db.draftFile.delete({ where: { id }, select: { id: true } })),
    ...next.files.flatMap((file) => {
      const old = known.get(file.id)
      if (old === undefined)
        return [db.draftFile.create({ data: { ...file, draftId: before.id }, select: { id: true } })]
      if (old.number === file.number && old.dated === file.dated) return []
      const data = { number: file.number, dated: file.dated }
      return [db.draftFile.update({ where: { id: file.id }, data, select: { id: true } })]
    }),
  ]
}
