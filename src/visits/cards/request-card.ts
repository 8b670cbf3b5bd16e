import type { Context } from '../../context.ts'
import type { Block, Button, Message } from '../../contract/message.ts'
import type { Conflict } from '../conflicts/conflicts.ts'
import type { MoveRequest } from '../move-requests/move-requests.ts'
import { codeOf } from '../visits.ts'
import { labelOf } from '../which-visit.ts'
import { conflictBlocks } from './conflicts-block.ts'
import { spanWords } from './span-words.ts'

type Shown = {
  /** What speaks against it, where it was looked at; shown while it waits. */
  readonly conflicts?: readonly Conflict[]
  /** Said above it, to the one who pressed. */
  readonly said?: string
  /** The conflicts are shown because somebody would accept. */
  readonly sure?: boolean
}

/**
 * A request to move a visit as it stands: what from, what to, why, and while it waits the buttons of whoever reads it.
 * The notification leaves the reason out.
 */
export function requestCard(
  ctx: Pick<Context, 'texts' | 'zone' | 'actor'>,
  request: MoveRequest,
  { conflicts, said, sure = false }: Shown = {},
): Message {
  const { texts: t } = ctx
  const { visit, seen, reason, by } = request
  const to = spanWords(ctx, request)
  const from = spanWords(ctx, seen)
  const label = labelOf(ctx, { ...visit, starts: seen.starts })
  const waits = request.state === 'waiting'
  const first: readonly Block[] = [
    ...(said === undefined ? [] : [{ kind: 'text', text: said, tone: 'strong' } as const]),
    { kind: 'text', text: stateWords(ctx, request), tone: waits ? 'plain' : 'strong' },
  ]
  return {
    text:
      said ??
      `${t.moves.notification(by, label, t.called(visit.team.name), from, to)} ${waits ? '' : stateWords(ctx, request)}`.trim(),
    title: t.moves.title(codeOf(visit)),
    blocks: [
      ...first,
      {
        kind: 'facts',
        facts: [
          { label: t.visits.unit, value: t.called(visit.unit.name) },
          { label: t.visits.team, value: t.called(visit.team.name) },
          { label: t.moves.before, value: from },
          { label: t.moves.proposed, value: to },
          { label: t.moves.by, value: by },
        ],
      },
      // Who asks stands above.
      { kind: 'quote', text: reason, by: t.moves.reason },
      ...(request.answer === null ? [] : [{ kind: 'quote', text: request.answer, by: request.decidedBy } as const]),
      ...(waits && conflicts !== undefined ? conflictBlocks(ctx, conflicts) : []),
      {
        kind: 'buttons',
        buttons: [
          ...buttonsFor(ctx, request, sure),
          { label: t.visits.show, intent: { kind: 'visit.show', visit: request.visitId } },
        ],
      },
    ],
  }
}

function stateWords({ texts: t, zone }: Pick<Context, 'texts' | 'zone'>, request: MoveRequest): string {
  const { state, decidedBy, decidedAt } = request
  const words = t.moves.states[state]
  const decides = state === 'accepted' || state === 'refused'
  return decides && decidedAt !== null && decidedBy !== ''
    ? t.moves.decided(words, decidedBy, t.moment(decidedAt, zone))
    : words
}

function buttonsFor(
  { texts: t, actor }: Pick<Context, 'texts' | 'actor'>,
  request: MoveRequest,
  sure: boolean,
): readonly Button[] {
  const waits = request.state === 'waiting'
  const decides: readonly Button[] =
    waits && actor.roles.has('coordinator')
      ? [
          {
            label: sure ? t.moves.acceptSurely : t.moves.accept,
            style: 'primary',
            intent: { kind: 'move.accept', request: request.id, ...(sure ? { sure: true } : {}) },
          },
          { label: t.moves.refuse, intent: { kind: 'move.refuse.form', request: request.id } },
        ]
      : []
  return [
    ...decides,
    ...(waits && actor.id === request.byId
      ? [{ label: t.moves.withdraw, intent: { kind: 'move.withdraw', request: request.id } } as const]
      : []),
  ]
}
