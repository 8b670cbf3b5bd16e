import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Message } from '../../contract/message.ts'
import type { Composed, Purpose } from '../../outbox/delivery/compose.ts'
import { requestCard } from '../cards/request-card.ts'
import { spanWords, visitFacts } from '../cards/span-words.ts'
import { visitColumns } from '../visits.ts'
import { labelOf } from '../which-visit.ts'
import { conflictsOf } from './decide-move.ts'
import { loadRequest, type MoveRequest } from './move-requests.ts'

const card = z.literal(true)

/** The notifications about requests to move a visit, and about reports. */
export const MoveNotification = z.discriminatedUnion('kind', [
  /** To coordinators: the card that asks for a decision, and later shows what came of it. */
  z.object({ kind: z.literal('move-asked'), request: z.uuid(), card }),
  /** To whoever asked. */
  z.object({ kind: z.literal('move-decided'), request: z.uuid() }),
  /** To coordinators: a visit was reported; the card follows when the note is replaced. */
  z.object({ kind: z.literal('visit-reported'), visit: z.uuid(), card }),
])
export type MoveNotification = z.infer<typeof MoveNotification>

/** Makes the words of such a notification for `ctx.actor`; or says why it is no longer needed. */
export async function composeMoveNotification(
  ctx: Context,
  letter: MoveNotification,
  purpose: Purpose = 'send',
): Promise<Composed> {
  switch (letter.kind) {
    case 'move-asked':
      return await asked(ctx, letter.request, purpose)
    case 'move-decided':
      return await decided(ctx, letter.request)
    case 'visit-reported':
      return await reported(ctx, letter.visit)
    default:
      return letter satisfies never
  }
}

async function requestOf(ctx: Context, id: string): Promise<MoveRequest | undefined> {
  const there = await ctx.db.moveRequest.count({ where: { id } })
  return there === 0 ? undefined : await loadRequest(ctx, id)
}

async function asked(ctx: Context, id: string, purpose: Purpose): Promise<Composed> {
  const request = await requestOf(ctx, id)
  if (request === undefined) return { drop: 'the request is gone' }
  if (purpose === 'send' && request.state !== 'waiting') return { drop: 'the request waits no longer' }
  if (purpose === 'send' && !ctx.actor.roles.has('coordinator')) return { drop: 'no coordinator any more' }
  const conflicts = request.state === 'waiting' ? await conflictsOf(ctx, request) : []
  return { message: requestCard(ctx, request, { conflicts }) }
}

async function decided(ctx: Context, id: string): Promise<Composed> {
  const { texts: t } = ctx
  const request = await requestOf(ctx, id)
  if (request === undefined) return { drop: 'the request is gone' }
  const { state, visit, answer, decidedBy } = request
  if (state !== 'accepted' && state !== 'refused') return { drop: 'nothing was decided' }
  const words = state === 'accepted' ? t.moves.acceptedNotification : t.moves.refusedNotification
  const text = words(labelOf(ctx, { ...visit, starts: request.seen.starts }), spanWords(ctx, request))
  const again = { kind: 'move.ask.form', visit: visit.id } as const
  return {
    message: {
      text,
      blocks: [
        { kind: 'text', text, tone: 'strong' },
        ...(answer === null ? [] : [{ kind: 'quote', text: answer, by: decidedBy } as const]),
        {
          kind: 'buttons',
          buttons: [
            ...(state === 'refused' ? [{ label: t.moves.askAgain, intent: again }] : []),
            { label: t.visits.show, intent: { kind: 'visit.show', visit: visit.id } },
          ],
        },
      ],
    },
  }
}

async function reported(ctx: Context, id: string): Promise<Composed> {
  const { db, texts: t, actor } = ctx
  const visit = await db.visit.findUnique({ where: { id }, ...visitColumns })
  if (visit === null) return { drop: 'the visit is gone' }
  if (visit.state !== 'done') return { drop: 'the visit counts as done no longer' }
  if (!actor.roles.has('coordinator')) return { drop: 'no coordinator any more' }
  const version = await db.visitVersion.findFirst({
    where: { visitId: id, state: 'done' },
    orderBy: { revision: 'desc' },
    select: { byId: true },
  })
  const byId = version?.byId ?? null
  const by = byId === null ? null : await db.person.findUnique({ where: { id: byId }, select: { name: true } })
  const who = by?.name ?? t.moves.someone
  const text = t.moves.reportedNotification(who, labelOf(ctx, visit), t.called(visit.team.name))
  const message: Message = {
    text,
    blocks: [
      { kind: 'text', text, tone: 'strong' },
      visitFacts(ctx, visit),
      ...(visit.report === null ? [] : [{ kind: 'quote', text: visit.report, by: who } as const]),
      { kind: 'buttons', buttons: [{ label: t.visits.show, intent: { kind: 'visit.show', visit: id } }] },
    ],
  }
  return { message }
}
