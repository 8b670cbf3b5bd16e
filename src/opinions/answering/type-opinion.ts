import { randomUUID } from 'node:crypto'
import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { roundStands } from '../../database/rests.ts'
import { splitRemarks, type TypedRemark } from '../../documents/split-remarks.ts'
import { opinionCard } from '../cards/opinion-card.ts'
import { opinionForm } from '../cards/opinion-forms.ts'
import { takesAnswers } from '../rounds/phase.ts'
import { latestRoundId } from '../rounds/rounds.ts'
import { closedRefusal, limits } from '../words.ts'
import { placeOf, provisionsIn } from './comment-place.ts'
import { loadSeat, saveDraft, startingPoint } from './draft.ts'
import type { Draft, Seat } from './seat.ts'

/**
 * `góp ý ND-DLCN đồng ý`: becomes a draft and its card, where [Gửi] is the confirmation. Words that are already in an
 * unsent draft stay: typed words are added below them. Remarks on single provisions become comments on these. Nothing but the item shows the card as it is; words without a
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
  const { rest, remarks } = splitRemarks(typed)
  const comments = await withRemarks(ctx, seat, before, remarks)
  const next = {
    position: intent.position ?? before.position,
    // Where the draft takes no more comments, the words stay words.
    body: withAdded(before, comments === undefined ? typed : rest),
    comments: comments ?? before.comments,
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
    const unchanged = next.body === before.body && next.comments === before.comments
    const same = seat.draft !== undefined && before.position === undefined && unchanged
    const revision = same ? before.revision : before.revision + 1
    const noted = next.comments.filter((one) => !before.comments.includes(one)).map(({ provision }) => provision)
    const values = { revision, body: next.body, position: undefined }
    return {
      reply: { kind: 'form', form: opinionForm(ctx, seat, values, undefined, noted) },
      writes: same ? [] : saveDraft(ctx, seat.round.id, before, kept),
      rests: [roundStands(seat.round)],
    }
  }
  const unchanged = next.body === before.body && next.comments === before.comments
  if (next.position === before.position && unchanged && seat.draft !== undefined) {
    return { reply: { kind: 'message', message: opinionCard(ctx, seat), replaces: true } }
  }
  const draft: Draft = { id: before.id, revision: before.revision + 1, byId: null, ...next }
  return {
    reply: { kind: 'message', message: opinionCard(ctx, { ...seat, draft }), replaces: true },
    writes: saveDraft(ctx, seat.round.id, before, next),
    rests: [roundStands(seat.round)],
  }
}

/**
 * The comments of a draft with what was typed on single provisions; the same list where nothing is new, and undefined
 * where they are more than a draft takes. A remark that stands there already is not added again.
 */
async function withRemarks(
  ctx: Context,
  { round }: Seat,
  { comments }: Draft,
  remarks: readonly TypedRemark[],
): Promise<Draft['comments'] | undefined> {
  if (remarks.some(({ remark }) => [...remark].length > limits.remark)) return undefined
  const provisions = remarks.length === 0 ? [] : await provisionsIn(ctx, round)
  const placed = remarks.map(({ provision, steps, remark }) => ({
    ...placeOf(provisions, round, provision, steps),
    remark,
  }))
  const fresh = placed.filter(
    (one) => !comments.some((other) => other.provision === one.provision && other.remark === one.remark),
  )
  if (fresh.length === 0) return comments
  if (comments.length + fresh.length > limits.comments) return undefined
  const last = Math.max(0, ...comments.map(({ place }) => place))
  return [...comments, ...fresh.map((one, at) => ({ ...one, id: randomUUID(), place: last + at + 1, proposal: null }))]
}

/** A draft's unsent words are never overwritten by typing; what was already sent is corrected by new words. */
function withAdded(before: Draft, typed: string): string {
  if (typed === '') return before.body
  if (before.revision === 0 || before.body.trim() === '' || before.body.includes(typed)) {
    return before.revision > 0 && before.body.includes(typed) ? before.body : typed
  }
  return `${before.body}\n${typed}`
}
