import { randomUUID } from 'node:crypto'
import { record } from '../../audit/record.ts'
import type { Context, UseCase } from '../../context.ts'
import type { IntentOf, Position } from '../../contract/intent.ts'
import type { Write } from '../../database/db.ts'
import { draftStands, roundStands } from '../../database/rests.ts'
import { insert, insertFromDraft } from '../../database/statements.ts'
import { put, refresh } from '../../outbox/put.ts'
import { opinionCard } from '../cards/opinion-card.ts'
import { contentBlocks, readDraftButton, whatIsLacking } from '../cards/opinion-content.ts'
import { phase, takesAnswers } from '../rounds/phase.ts'
import type { Round } from '../rounds/rounds.ts'
import { closedRefusal } from '../words.ts'
import { actingSeat, maySend } from './acting.ts'
import { newReceipt } from './receipt.ts'
import type { Content, Draft, SentOpinion } from './seat.ts'

/**
 * Sends the draft as it stood at the revision shown on the card. A double click finds the draft gone and gets the
 * receipt again; a draft changed since is shown instead of sent; past the end the words are shown for copying.
 */
export const submitOpinion: UseCase<IntentOf<'opinion.submit'>> = async (ctx, intent) => {
  const { texts: t } = ctx
  const acting = await actingSeat(ctx, intent, 'submit')
  const { seat, personId, byId } = acting
  const { round, draft } = seat
  if (draft === undefined) {
    const message = opinionCard(ctx, seat)
    if (seat.opinion === undefined) return { reply: { kind: 'message', message, replaces: true } }
    const note = { kind: 'text', text: t.opinion.nothingNew, tone: 'subtle' } as const
    return {
      reply: { kind: 'message', message: { ...message, blocks: [note, ...(message.blocks ?? [])] }, replaces: true },
    }
  }
  if (!takesAnswers(round, ctx.now)) {
    const refusal = closedRefusal(ctx, round)
    const text = t.refusals[refusal.code](refusal.facts)
    const position = draft.position === undefined ? '–' : t.positions[draft.position]
    const blocks = [
      { kind: 'text', text, tone: 'warning' } as const,
      { kind: 'text', text: t.opinion.notSent } as const,
      { kind: 'facts', facts: [{ label: t.opinion.position, value: position }] } as const,
      ...contentBlocks(ctx, draft, 'full'),
      readDraftButton(ctx, seat),
    ]
    return { reply: { kind: 'message', message: { text, blocks } } }
  }
  const lacking = maySend(seat, draft) ? whatIsLacking(ctx, draft) : t.delegation.notApproved(seat.holder?.name ?? '')
  if (draft.revision !== intent.revision || lacking !== undefined || draft.position === undefined) {
    const message = opinionCard(ctx, seat)
    const note = { kind: 'text', text: lacking ?? t.opinion.draftChanged, tone: 'warning' } as const
    return {
      reply: { kind: 'message', message: { ...message, blocks: [note, ...(message.blocks ?? [])] }, replaces: true },
    }
  }
  const version = nextVersion(ctx, round, { ...draft, position: draft.position }, seat.opinion)
  const opinion = { ...version, sentById: byId }
  const { writer: _, sender: __, ...rest } = seat
  const sender = byId === null ? {} : { sender: ctx.actor.name }
  return {
    reply: {
      kind: 'message',
      message: opinionCard(ctx, { ...rest, ...sender, draft: undefined, opinion }),
      replaces: true,
    },
    writes: [
      ...storeOpinion(ctx, round, personId, opinion, draft),
      ...(byId === null ? [] : [tellOfSending(ctx, round, personId, opinion.receipt)]),
    ],
    rests: [roundStands(round), draftStands(draft), ...acting.rests],
  }
}

/** The member gets the receipt of what a delegate sent. */
const tellOfSending = (ctx: Context, round: Round, personId: string, receipt: string): Write =>
  put(
    ctx.db,
    [
      {
        key: `delegate-sent:${receipt}`,
        personId,
        letter: { kind: 'delegate-sent', round: round.id, receipt, card: true },
        subject: round.id,
      },
    ],
    ctx.now,
  )

/** The next version of somebody's opinion in a round: late when the deadline has passed. Comments get new ids. */
export function nextVersion(
  ctx: Pick<Context, 'now'>,
  round: Round,
  content: Content & { readonly position: Position },
  before: SentOpinion | undefined,
  recorded: { readonly byId: string | null; readonly source: string; readonly late: boolean } | undefined = undefined,
): SentOpinion {
  return {
    id: randomUUID(),
    version: (before?.version ?? 0) + 1,
    receipt: newReceipt(round.item.key),
    at: ctx.now,
    late: recorded?.late ?? phase(round, ctx.now) === 'late',
    draftVersion: round.draftVersion,
    recordedById: recorded?.byId ?? null,
    recordedSource: recorded?.source ?? null,
    sentById: null,
    position: content.position,
    body: content.body,
    comments: content.comments.map((comment, place) => ({ ...comment, id: randomUUID(), place: place + 1 })),
    files: content.files.map((file, place) => ({ ...file, id: randomUUID(), place: place + 1 })),
  }
}

/**
 * The writes of a new version: the opinion (guarded by its version being the next free one), its comments, the audit
 * line, and the rewriting of cards already sent. Shared by the member's own answer, which takes the place of `draft`,
 * and the one recorded for somebody.
 */
export function storeOpinion(
  ctx: Context,
  round: Round,
  personId: string,
  opinion: SentOpinion,
  draft?: Pick<Draft, 'id' | 'revision'>,
): readonly Write[] {
  const { db, now } = ctx
  const { comments, files, ...columns } = opinion
  const row = { ...columns, roundId: round.id, personId }
  return [
    ...(draft === undefined ? [insert(db, 'Opinion', row)] : insertFromDraft(db, row, draft)),
    ...comments.map((comment) => insert(db, 'OpinionComment', { ...comment, opinionId: opinion.id })),
    ...files.map((file) => insert(db, 'OpinionFile', { ...file, opinionId: opinion.id })),
    record(db, {
      at: now,
      actor: ctx.actor.key,
      deed: opinion.recordedSource === null ? 'opinion.submit' : 'opinion.record',
      subject: round.id,
      facts: {
        person: personId,
        version: opinion.version,
        receipt: opinion.receipt,
        position: opinion.position,
        late: opinion.late,
        ...(opinion.sentById === null ? {} : { sentBy: opinion.sentById }),
      },
    }),
    refresh(db, round.id, [personId], `v${opinion.version}`, now),
  ]
}
