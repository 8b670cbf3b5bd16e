import { randomUUID } from 'node:crypto'
import type { Context, FormValues, Outcome, UseCase } from '../../context.ts'
import type { Form } from '../../contract/form.ts'
import type { IntentOf } from '../../contract/intent.ts'
import type { Rest } from '../../database/rests.ts'
import { commentForm, opinionForm } from '../cards/opinion-forms.ts'
import { limits } from '../words.ts'
import { actingSeat } from './acting.ts'
import { placeIn } from './comment-place.ts'
import { findComment, requireOpen, saveDraft, startingPoint } from './draft.ts'
import type { Content, Draft, Seat } from './seat.ts'

/**
 * Saves position and words as far as they are written, so that a closed tab or a flat battery loses nothing. Gives the
 * form with the revision that stands then. Saves nothing where nothing is written yet, a text is too long, or another
 * screen has saved since: what to do about that is asked when the form is sent.
 */
export const saveOpinionTyping: UseCase<IntentOf<'opinion.keep'>> = async (ctx, intent, values) => {
  const writing = await draftToWrite(ctx, intent.round)
  const { seat, before } = writing
  const position = seat.round.positions.find((one) => one === values.position)
  const body = written(values, 'body', limits.body)
  const nothing = position === undefined && body === '' && before.revision === 0
  if (body === undefined || nothing || intent.revision !== before.revision) return notSaved
  const next = { ...before, position, body }
  if (position === before.position && body === before.body) return notSaved
  return saved(ctx, writing, next, opinionForm(ctx, seat, { ...next, revision: before.revision + 1 }))
}

/**
 * The same for one comment, once it names a provision and says something; a new one gets its id with the first saving.
 * The provisions that were offered stand on the screen: the form that is given back holds the intents alone.
 * One that was removed elsewhere is not brought back by a pause in writing.
 */
export const saveCommentTyping: UseCase<IntentOf<'comment.keep'>> = async (ctx, intent, values) => {
  const writing = await draftToWrite(ctx, intent.round)
  const { seat, before } = writing
  const old = findComment(seat, before, intent.comment)
  if (intent.comment !== undefined ? old === undefined : before.comments.length >= limits.comments) return notSaved
  const provision = written(values, 'provision', limits.provision)?.replaceAll('\n', ' ')
  const remark = written(values, 'remark', limits.remark)
  const proposal = written(values, 'proposal', limits.proposal)
  const at = written(values, 'at', 120)
  if (provision === undefined || at === undefined || !remark || proposal === undefined) return notSaved
  const where = await placeIn(ctx, seat.round, { at, words: provision }, old, intent)
  if ('why' in where) return notSaved
  const comment = {
    id: old?.id ?? randomUUID(),
    place: old?.place ?? 1 + Math.max(0, ...before.comments.map((other) => other.place)),
    ...where,
    remark,
    proposal: proposal || null,
  }
  const same =
    old?.provision === where.provision &&
    old.provisionKey === where.provisionKey &&
    old.remark === remark &&
    old.proposal === comment.proposal
  if (same) return notSaved
  const others = before.comments.filter((other) => other !== old)
  const comments = [...others, comment].sort((one, other) => one.place - other.place)
  return saved(ctx, writing, { ...before, comments }, commentForm(ctx, seat, comment))
}

const notSaved: Outcome = { reply: { kind: 'none' } }

type Writing = { readonly seat: Seat; readonly before: Draft; readonly rests: readonly Rest[] }

async function draftToWrite(ctx: Context, round: string): Promise<Writing> {
  const { seat, rests } = await actingSeat(ctx, { round }, 'write')
  const open = requireOpen(ctx, seat.round)
  return { seat, before: startingPoint(seat), rests: [open, ...rests] }
}

/** A text as it stands; undefined where it is longer than may be kept. */
function written(values: FormValues, name: string, most: number): string | undefined {
  const value = values[name]
  const text = (typeof value === 'string' ? value : '').replaceAll('\r\n', '\n').trim()
  return [...text].length > most ? undefined : text
}

function saved(ctx: Context, { seat, before, rests }: Writing, next: Content, form: Form): Outcome {
  const { position, body, comments, files } = next
  return {
    reply: { kind: 'form', form },
    // The words lie in the draft; a copy of each pause would lie in the deliveries.
    again: { kind: 'none' },
    writes: saveDraft(ctx, seat.round.id, before, { position, body, comments, files }),
    rests,
  }
}
