import { randomUUID } from 'node:crypto'
import type { Context, Outcome, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { type FormReader, readForm } from '../../conversation/form-values.ts'
import type { Rest } from '../../database/rests.ts'
import { readLetter, withLetter } from '../attachments/letter.ts'
import { discardQuestion } from '../cards/discard-question.ts'
import { opinionCard } from '../cards/opinion-card.ts'
import { commentForm, opinionForm } from '../cards/opinion-forms.ts'
import { limits } from '../words.ts'
import { type Acting, actingSeat, mayWrite } from './acting.ts'
import { type PlaceProblem, placeAt, placeIn, provisionsIn } from './comment-place.ts'
import { recordDelegate, tellOfDraft } from './delegate-draft.ts'
import { findComment, requireOpen, saveDraft, startingPoint } from './draft.ts'
import type { Comment, Content, Draft, Seat } from './seat.ts'

/** The card of where I stand in a round. */
export const showOpinionCard: UseCase<IntentOf<'opinion.show'>> = async (ctx, intent) => {
  const { seat } = await actingSeat(ctx, intent, 'see')
  const message = opinionCard(ctx, seat, { page: intent.page })
  // A page that is turned is turned in its place.
  return { reply: { kind: 'message', message, ...(intent.page === undefined ? {} : { replaces: true }) } }
}

/**
 * The form for position and general words, filled in with what I have so far; to a delegate who may only transmit, the
 * card. Refuses a round that takes no more.
 */
export const editOpinion: UseCase<IntentOf<'opinion.save.form'>> = async (ctx, intent) => {
  const delegated = intent.for !== undefined && intent.for !== ctx.actor.id
  const { seat } = await actingSeat(ctx, intent, delegated ? 'see' : 'write')
  if (!mayWrite(seat)) return { reply: { kind: 'message', message: opinionCard(ctx, seat) } }
  requireOpen(ctx, seat.round)
  return { reply: { kind: 'form', form: opinionForm(ctx, seat, startingPoint(seat)) } }
}

/**
 * Saves position and words as a draft and shows its card; nothing is sent. When another screen has saved since the form
 * was opened, neither text wins silently: the form comes back with both.
 */
export const saveOpinion: UseCase<IntentOf<'opinion.save'>> = async (ctx, intent, values) => {
  const acting = await actingSeat(ctx, intent, 'write')
  const { seat } = acting
  const open = requireOpen(ctx, seat.round)
  const before = startingPoint(seat)
  const form = readForm(values, ctx.texts)
  const position = form.choice('position', seat.round.positions)
  const body = form.has('body') ? form.text('body', limits.body) : before.body
  const letter = readLetter(ctx, form)
  form.check()
  const kept = withLetter(ctx, before, letter)
  const same = position === before.position && body === before.body
  if (intent.revision !== before.revision && !same) {
    if (letter === undefined) {
      const again = opinionForm(ctx, seat, { position, body, revision: before.revision }, before)
      return { reply: { kind: 'form', form: again } }
    }
    // A form cannot give a file back, so that it is kept with what stands there.
    const outcome = await saved(ctx, acting, open, before, kept)
    const again = opinionForm(ctx, seat, { position, body, revision: before.revision + 1 }, kept)
    return { ...outcome, reply: { kind: 'form', form: again } }
  }
  return await saved(ctx, acting, open, before, { ...kept, position, body })
}

/** The form for one comment on one provision; the card as it stands for a comment that is no longer in the draft. */
export const editComment: UseCase<IntentOf<'comment.save.form'>> = async (ctx, intent) => {
  const acting = await actingSeat(ctx, intent, 'write')
  const { seat } = acting
  requireOpen(ctx, seat.round)
  const found = findComment(seat, startingPoint(seat), intent.comment)
  if (intent.comment !== undefined && found === undefined) return { reply: cardOf(ctx, seat) }
  // By the id that was asked for: the next press finds it by that again.
  const comment = found === undefined ? undefined : { ...found, id: intent.comment ?? found.id }
  const provisions = await provisionsIn(ctx, seat.round)
  const at =
    intent.provision === undefined ? undefined : placeAt(provisions, seat.round, intent.provision, intent.quote)
  return { reply: { kind: 'form', form: commentForm(ctx, seat, comment, { at, quote: intent.quote }, provisions) } }
}

/** Saves one comment into the draft; one that was removed elsewhere in the meantime is added anew, since words win. */
export const saveComment: UseCase<IntentOf<'comment.save'>> = async (ctx, intent, values) => {
  const acting = await actingSeat(ctx, intent, 'write')
  const { seat } = acting
  const open = requireOpen(ctx, seat.round)
  const before = startingPoint(seat)
  const old = findComment(seat, before, intent.comment)
  const form = readForm(values, ctx.texts)
  const read = (name: 'remark' | 'proposal', required: boolean) =>
    old !== undefined && !form.has(name) ? (old[name] ?? '') : form.text(name, limits[name], required)
  const [remark, proposal] = [read('remark', true), read('proposal', false) || null]
  const place = await placeIn(ctx, seat.round, saidPlace(form, old), old, intent)
  if (old === undefined && before.comments.length >= limits.comments) {
    form.fail('provision', ctx.texts.errors.tooManyComments(limits.comments))
  }
  if ('why' in place) {
    // Where the draft has nothing to choose from, the words are the only field for it.
    const asked = place.why === 'nothing' && !form.has('at')
    throw asked
      ? form.failed('provision', ctx.texts.errors.required)
      : form.failed(place.field, placeProblem(ctx, place))
  }
  form.check()
  const comment = {
    id: old?.id ?? randomUUID(),
    place: old?.place ?? 1 + Math.max(0, ...before.comments.map((other) => other.place)),
    ...place,
    remark,
    proposal,
  }
  const comments =
    old === undefined
      ? [...before.comments, comment]
      : before.comments.map((other) => (other.id === old.id ? comment : other))
  return await saved(ctx, acting, open, before, { ...before, comments }, comment.id)
}

/** What was said of the place: chosen, or in words. A form that does not ask leaves an old comment where it is. */
function saidPlace(form: FormReader, old: Comment | undefined) {
  const at = form.text('at', 120)
  const words = form.text('provision', limits.provision).replaceAll('\n', ' ')
  return { at, words: form.has('at') || form.has('provision') ? words : (old?.provision ?? '') }
}

function placeProblem({ texts: t }: Context, problem: PlaceProblem): string {
  if (problem.why === 'disagrees') return t.opinion.placeDisagrees(problem.chosen)
  return problem.why === 'nothing' ? t.opinion.noPlace : t.opinion.noSuchPlace
}

/** Takes one comment out of the draft. One that is gone already is no error. */
export const removeComment: UseCase<IntentOf<'comment.remove'>> = async (ctx, intent) => {
  const acting = await actingSeat(ctx, intent, 'write')
  const { seat } = acting
  const open = requireOpen(ctx, seat.round)
  const before = startingPoint(seat)
  const comments = before.comments.filter(({ id }) => id !== intent.comment)
  if (comments.length === before.comments.length) return { reply: cardOf(ctx, seat) }
  const gone = before.comments.findIndex(({ id }) => id === intent.comment)
  const beside = comments[gone] ?? comments.at(-1)
  return await saved(ctx, acting, open, before, { ...before, comments }, beside?.id)
}

/** Throws the draft away once the person is sure, as it stood at the revision shown; what was sent before stays. */
export const discardDraft: UseCase<IntentOf<'opinion.discard'>> = async (ctx, intent) => {
  const acting = await actingSeat(ctx, intent, 'write')
  const { seat } = acting
  const { draft } = seat
  if (draft === undefined || draft.revision !== intent.revision || intent.sure === false)
    return { reply: cardOf(ctx, seat) }
  if (intent.sure === undefined)
    return { reply: { kind: 'message', message: discardQuestion(ctx, seat, draft), replaces: true } }
  return {
    reply: cardOf(ctx, { ...seat, draft: undefined }),
    writes: [
      ctx.db.opinionDraft.delete({ where: { id: draft.id, revision: draft.revision } }),
      ...recordDelegate(ctx, acting, 'draft.discard', draft.revision),
    ],
    rests: acting.rests,
  }
}

/** The outcome that saves `next` over `before` and shows the card, on the page with that comment. */
export async function saved(
  ctx: Context,
  acting: Acting,
  open: Rest,
  before: Draft,
  next: Content,
  comment?: string,
): Promise<Outcome> {
  const { seat, byId } = acting
  const { writer: _, ...rest } = seat
  const writer = byId === null ? {} : { writer: ctx.actor.name }
  const draft = { id: before.id, revision: before.revision + 1, byId, ...contentOf(next) }
  return {
    reply: cardOf(ctx, { ...rest, ...writer, draft }, comment),
    writes: [
      ...saveDraft(ctx, seat.round.id, before, contentOf(next), acting),
      ...recordDelegate(ctx, acting, 'draft.save', draft.revision),
      ...(await tellOfDraft(ctx, acting)),
    ],
    rests: [open, ...acting.rests],
  }
}

const contentOf = ({ position, body, comments, files }: Content): Content => ({ position, body, comments, files })

const cardOf = (ctx: Context, seat: Seat, comment?: string) =>
  ({ kind: 'message', message: opinionCard(ctx, seat, { comment }), replaces: true }) as const
