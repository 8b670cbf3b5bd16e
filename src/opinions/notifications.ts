import { z } from 'zod'
import type { Context } from '../context.ts'
import { presentName } from '../contract/former-intents.ts'
import { Intent } from '../contract/intent.ts'
import type { Message } from '../contract/message.ts'
import { Refusal } from '../contract/refusal.ts'
import { documentType } from '../documents/links/linked-file.ts'
import { readKeptFile } from '../documents/store/keep-file.ts'
import type { Composed, Purpose } from '../outbox/delivery/compose.ts'
import { actingSeat } from './answering/acting.ts'
import { loadSeat } from './answering/draft.ts'
import { readSeat } from './answering/read-seat.ts'
import { boardOf } from './boards/board-of.ts'
import { opinionCard } from './cards/opinion-card.ts'
import { phase, takesAnswers } from './rounds/phase.ts'
import { findRound, type Round, titleOf } from './rounds/rounds.ts'

const round = z.uuid()
/** The round's, when the notification was written. */
const revision = z.number().int().optional()

/** The messages about rounds and answers. What they say is read when they are sent, so only ids are kept in the ledger. */
export const OpinionNotification = z.discriminatedUnion('kind', [
  /** The card that asks, and later shows where the person stands; `for`: where another does, whose delegate reads it. */
  z.object({ kind: z.literal('request'), round, for: z.string().optional() }),
  /** The file of the draft, which goes with the request. */
  z.object({ kind: z.literal('draft-file'), round, document: z.string() }),
  z.object({ kind: z.literal('round-extend'), round, revision }),
  z.object({ kind: z.literal('round-close'), round, revision }),
  z.object({ kind: z.literal('round-reopen'), round, revision }),
  z.object({ kind: z.literal('round-withdraw'), round, revision }),
  /** The deadline passed: `closed` where late answers are refused, `due` where they are still accepted. */
  z.object({ kind: z.literal('round-closed'), round, revision }),
  z.object({ kind: z.literal('round-due'), round, revision }),
  z.object({ kind: z.literal('recorded'), round, source: z.string() }),
  /** To the member: somebody prepared a draft for them; somebody sent an opinion for them. */
  z.object({ kind: z.literal('delegate-draft'), round }),
  z.object({ kind: z.literal('delegate-sent'), round, receipt: z.string() }),
  /** What was asked in a channel and goes on in private; it may have been asked before an upgrade. */
  z.object({ kind: z.literal('continue'), intent: z.preprocess((intent) => presentName('pressed', intent), Intent) }),
])
export type OpinionNotification = z.infer<typeof OpinionNotification>

/** Makes the words of a notification for `ctx.actor`, on what stands at `ctx.now`; or says why it is no longer needed. */
export async function composeOpinionNotification(
  ctx: Context,
  letter: OpinionNotification,
  purpose: Purpose = 'send',
): Promise<Composed> {
  const { texts: t } = ctx
  if (letter.kind === 'continue') {
    const text = t.help.continuePrivately
    const button = { label: t.buttons.continue, style: 'primary', intent: letter.intent } as const
    return {
      message: {
        text,
        blocks: [
          { kind: 'text', text },
          { kind: 'buttons', buttons: [button] },
        ],
      },
    }
  }
  if (letter.kind === 'request') return await request(ctx, letter)
  if (letter.kind === 'draft-file') return await draftFile(ctx, letter)
  const about = await findRound(ctx, letter.round)
  if (about === undefined) return { drop: 'the round is gone' }
  // A later change has notifications of its own, which say all that this one could.
  if ('revision' in letter && letter.revision !== undefined && letter.revision !== about.revision)
    return { drop: 'the round has changed since' }
  const title = titleOf(about.item, ctx)
  const deadline = t.deadline(about.dueAt, ctx.zone)
  const reason = about.changeReason ?? ''
  switch (letter.kind) {
    case 'round-extend':
      return phase(about, ctx.now) === 'open'
        ? { message: notice(ctx, about, t.notifications.extended(title, deadline), reason) }
        : { drop: 'the round has ended since' }
    case 'round-reopen':
      return phase(about, ctx.now) === 'open'
        ? { message: notice(ctx, about, t.notifications.reopened(title, deadline), reason) }
        : { drop: 'the round has ended since' }
    case 'round-withdraw':
      return { message: notice(ctx, about, t.notifications.withdrawn(title), reason) }
    case 'round-close':
    case 'round-closed': {
      if (phase(about, ctx.now) !== 'closed') return { drop: 'the round was reopened since' }
      const isDrafter = ctx.actor.roles.has('drafter') && ctx.actor.organisation === about.item.draftingAgency
      const said = isDrafter ? t.notifications.drafter(title) : t.notifications.closed(title)
      return { message: await ending(ctx, about, said, letter.kind === 'round-close' ? reason : '') }
    }
    case 'round-due':
      return { message: await ending(ctx, about, `${t.notifications.due(title)} ${t.notifications.dueLate}`, '') }
    case 'recorded': {
      const { opinion } = await loadSeat(ctx, about.id, ctx.actor.id)
      if (opinion === undefined || opinion.recordedSource === null) return { drop: 'replaced by their own opinion' }
      const said = t.notifications.recorded(ctx.actor, title, t.positions[opinion.position], opinion.recordedSource)
      return { message: headed(opinionCard(ctx, { round: about, draft: undefined, opinion }), said, 'plain') }
    }
    case 'delegate-draft': {
      const seat = await loadSeat(ctx, about.id, ctx.actor.id)
      const card = opinionCard(ctx, seat)
      if (seat.draft === undefined || seat.draft.byId === null)
        return purpose === 'reread' ? { message: card } : { drop: 'sent or changed since' }
      return { message: headed(card, t.delegation.draftNotification(seat.writer ?? '', title)) }
    }
    case 'delegate-sent': {
      const seat = await loadSeat(ctx, about.id, ctx.actor.id)
      const { opinion } = seat
      const card = opinionCard(ctx, seat)
      if (opinion?.receipt !== letter.receipt)
        return purpose === 'reread' ? { message: card } : { drop: 'replaced since' }
      const position = t.positions[opinion.position]
      return {
        message: headed(card, t.delegation.sentNotification(seat.sender ?? '', title, position, opinion.receipt)),
      }
    }
    default:
      return letter satisfies never
  }
}

/** By far the most frequent: rewritten with every answer. */
async function request(
  ctx: Context,
  { round: id, for: member }: Extract<OpinionNotification, { kind: 'request' }>,
): Promise<Composed> {
  if (member !== undefined) {
    const { seat } = await actingSeat(ctx, { round: id, for: member }, 'see')
    return { message: opinionCard(ctx, seat) }
  }
  const seat = await readSeat(ctx.db, id, ctx.actor.id)
  if (seat === undefined) return { drop: 'the round is gone' }
  if (!seat.asked) throw new Refusal('not-asked')
  return { message: opinionCard(ctx, seat) }
}

/** For whoever has not answered yet, while the round asks for answers about this very file. */
async function draftFile(
  ctx: Context,
  { round: id, document }: Extract<OpinionNotification, { kind: 'draft-file' }>,
): Promise<Composed> {
  const seat = await readSeat(ctx.db, id, ctx.actor.id)
  if (seat === undefined || !seat.asked) return { drop: 'they are not asked' }
  if (seat.opinion !== undefined) return { drop: 'answered since' }
  if (!takesAnswers(seat.round, ctx.now)) return { drop: 'the round has ended since' }
  if (seat.round.documentId !== document) return { drop: 'the round asks about another file' }
  const file = await ctx.db.document.findUnique({
    where: { id: document },
    select: { name: true, version: true, sha256: true, content: { select: { mediaType: true } } },
  })
  const bytes = file === null ? undefined : await readKeptFile(ctx.db, file.sha256)
  if (file === null || bytes === undefined) return { drop: 'the file is not there' }
  const words = ctx.texts.notifications.draftFile(titleOf(seat.round.item, ctx), file.version)
  return { file: { name: file.name, mediaType: documentType(file.content.mediaType), bytes, words } }
}

/** A card below the news of it: no longer the card alone, so it is not drawn for it elsewhere. */
function headed({ current: _, ...card }: Message, said: string, tone: 'strong' | 'plain' = 'strong'): Message {
  return { ...card, text: said, blocks: [{ kind: 'text', text: said, tone }, ...(card.blocks ?? [])] }
}

/** What changed, why, and for somebody asked the way to their card. */
function notice(ctx: Context, about: Round, said: string, reason: string): Message {
  const { texts: t } = ctx
  const facts = reason === '' ? [] : [{ label: t.notifications.reason, value: reason }]
  const buttons =
    phase(about, ctx.now) === 'withdrawn'
      ? []
      : [{ label: t.buttons.mine, intent: { kind: 'opinion.show', round: about.id } } as const]
  return {
    text: said,
    blocks: [
      { kind: 'text', text: said, tone: 'strong' },
      ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
      ...(buttons.length === 0 ? [] : [{ kind: 'buttons', buttons } as const]),
    ],
  }
}

/** How a round ended, with its board for those who follow it; somebody asked gets the way to their own card. */
async function ending(ctx: Context, about: Round, said: string, reason: string): Promise<Message> {
  const { texts: t } = ctx
  const follows = ctx.actor.roles.has('coordinator') || ctx.actor.roles.has('drafter') || ctx.actor.roles.has('chair')
  if (!follows) return notice(ctx, about, said, reason)
  const board = await boardOf(ctx, about)
  const why =
    reason === '' ? [] : [{ kind: 'facts', facts: [{ label: t.notifications.reason, value: reason }] } as const]
  return {
    ...board,
    text: said,
    blocks: [{ kind: 'text', text: said, tone: 'strong' }, ...why, ...(board.blocks ?? [])],
  }
}
