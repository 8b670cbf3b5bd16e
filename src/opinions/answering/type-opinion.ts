import type { UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { roundStands } from '../../database/rests.ts'
import { opinionCard } from '../cards/opinion-card.ts'
import { opinionForm } from '../cards/opinion-forms.ts'
import { takesAnswers } from '../rounds/phase.ts'
import { latestRoundId } from '../rounds/rounds.ts'
import { closedRefusal, limits } from '../words.ts'
import { loadSeat, saveDraft, startingPoint } from './draft.ts'
import type { Draft } from './seat.ts'

/**
 * `góp ý ND-DLCN đồng ý`: becomes a draft and its card, where [Gửi] is the confirmation. Words that are already in an
 * unsent draft stay: typed words are added below them. Nothing but the item shows the card as it is; words without a
 * position that the round offers are saved as well and open the form.
 */
export const typeOpinion: UseCase<IntentOf<'opinion.type'>> = async (ctx, intent) => {
  const { texts: t } = ctx
  const seat = await loadSeat(ctx, await latestRoundId(ctx, intent.item), ctx.actor.id)
  const typed = (intent.body ?? '').replaceAll('\r\n', '\n').trim()
  if (!takesAnswers(seat.round, ctx.now)) {
    const refusal = closedRefusal(ctx, seat.round)
    if (typed === '') throw refusal
    const text = t.refusals[refusal.code](refusal.facts)
    const blocks = [
      { kind: 'text', text, tone: 'warning' } as const,
      { kind: 'text', text: t.opinion.notSent } as const,
      { kind: 'quote', text: typed } as const,
    ]
    return { reply: { kind: 'message', message: { text, blocks } } }
  }
  if (intent.position === undefined && typed === '') {
    return { reply: { kind: 'message', message: opinionCard(ctx, seat) } }
  }
  const before = startingPoint(seat)
  const next = {
    position: intent.position ?? before.position,
    body: withAdded(before, typed),
    comments: before.comments,
    files: before.files,
  }
  const length = [...next.body].length
  if (length > limits.body) {
    const text = t.errors.typedTooLong(length, limits.body)
    return { reply: { kind: 'message', message: { text, blocks: [{ kind: 'text', text, tone: 'warning' }] } } }
  }
  if (next.position === undefined || !seat.round.positions.includes(next.position)) {
    // The words are saved first: where a platform opens forms only from a press, the form is asked for anew.
    const kept = { ...next, position: undefined }
    const same = seat.draft !== undefined && before.position === undefined && next.body === before.body
    const revision = same ? before.revision : before.revision + 1
    return {
      reply: { kind: 'form', form: opinionForm(ctx, seat, { revision, body: next.body, position: undefined }) },
      writes: same ? [] : saveDraft(ctx, seat.round.id, before, kept),
      rests: [roundStands(seat.round)],
    }
  }
  if (next.position === before.position && next.body === before.body && seat.draft !== undefined) {
    return { reply: { kind: 'message', message: opinionCard(ctx, seat), replaces: true } }
  }
  const draft: Draft = { id: before.id, revision: before.revision + 1, byId: null, ...next }
  return {
    reply: { kind: 'message', message: opinionCard(ctx, { ...seat, draft }), replaces: true },
    writes: saveDraft(ctx, seat.round.id, before, next),
    rests: [roundStands(seat.round)],
  }
}

/** A draft's unsent words are never overwritten by typing; what was already sent is corrected by new words. */
function withAdded(before: Draft, typed: string): string {
  if (typed === '') return before.body
  if (before.revision === 0 || before.body.trim() === '' || before.body.includes(typed)) {
    return before.revision > 0 && before.body.includes(typed) ? before.body : typed
  }
  return `${before.body}\n${typed}`
}
