import type { Context } from '../../context.ts'
import type { Message } from '../../contract/message.ts'
import { forWhom } from '../answering/acting.ts'
import type { Draft, Seat } from '../answering/seat.ts'
import { titleOf } from '../rounds/rounds.ts'
import { actingNote, contentBlocks, positionFact, subtle, warning } from './opinion-content.ts'

/** Asks once before a draft is thrown away, since nothing brings it back: takes the place of its card and shows it. */
export function discardQuestion(ctx: Pick<Context, 'texts'>, seat: Seat, draft: Draft): Message {
  const { texts: t } = ctx
  const again = {
    kind: 'opinion.discard',
    round: seat.round.id,
    revision: draft.revision,
    ...forWhom(seat),
  } as const
  return {
    text: t.opinion.discardAsk,
    title: `${t.opinion.draftTitle}: ${titleOf(seat.round.item, ctx)}`,
    blocks: [
      ...actingNote(ctx, seat),
      warning(t.opinion.discardAsk),
      { kind: 'facts', facts: [positionFact(ctx, draft)] },
      ...contentBlocks(ctx, draft),
      ...(seat.opinion === undefined ? [] : [subtle(t.opinion.sentStays)]),
      {
        kind: 'buttons',
        buttons: [
          { label: t.buttons.discardSurely, style: 'danger', intent: { ...again, sure: true } },
          { label: t.buttons.keepDraft, intent: { ...again, sure: false } },
        ],
      },
    ],
  }
}
