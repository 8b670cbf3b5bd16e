import type { Context } from '../../context.ts'
import type { Block, Button } from '../../contract/message.ts'
import type { MoveRequest } from '../move-requests/move-requests.ts'
import { spanWords } from './span-words.ts'

/** A wish to move the visit that waits, on the visit's own card: what for, why, and what the reader can do about it. */
export function waitingBlocks(ctx: Pick<Context, 'texts' | 'zone' | 'actor'>, request: MoveRequest): readonly Block[] {
  const { texts: t, actor } = ctx
  const decides = actor.roles.has('coordinator')
  const buttons: readonly Button[] = [
    ...(decides
      ? [
          { label: t.moves.accept, style: 'primary', intent: { kind: 'move.accept', request: request.id } } as const,
          { label: t.moves.refuse, intent: { kind: 'move.refuse.form', request: request.id } } as const,
        ]
      : []),
    ...(actor.id === request.byId
      ? [{ label: t.moves.withdraw, intent: { kind: 'move.withdraw', request: request.id } } as const]
      : []),
  ]
  return [
    { kind: 'text', text: t.visits.waiting(spanWords(ctx, request)), tone: 'strong' },
    { kind: 'quote', text: request.reason, by: request.by },
    ...(buttons.length === 0 ? [] : [{ kind: 'buttons', buttons } as const]),
  ]
}
