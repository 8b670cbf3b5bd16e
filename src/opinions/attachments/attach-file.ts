import type { Outcome, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { readForm } from '../../conversation/form-values.ts'
import type { Write } from '../../database/db.ts'
import { loadIncoming } from '../../documents/drafts/incoming.ts'
import { actingSeat } from '../answering/acting.ts'
import { requireOpen, startingPoint } from '../answering/draft.ts'
import { saved } from '../answering/edit-opinion.ts'
import { opinionCard } from '../cards/opinion-card.ts'
import { attachmentForm } from './attachment-form.ts'
import { readNumberAndDay, withLetter } from './letter.ts'

/** The form for number and day of a file that was sent, before it goes with an opinion. */
export const startAttachment: UseCase<IntentOf<'attachment.save.form'>> = async (ctx, intent) => {
  const { seat } = await actingSeat(ctx, intent, 'write')
  requireOpen(ctx, seat.round)
  const file = await loadIncoming(ctx, intent.file)
  return { reply: { kind: 'form', form: attachmentForm(ctx, seat, file) } }
}

/**
 * Puts a file that was sent to the draft of an opinion; a draft that is not there yet begins with it. Pressed twice it is
 * attached once: the file waits no more. The same bytes are attached once as well.
 */
export const attachFile: UseCase<IntentOf<'attachment.save'>> = async (ctx, intent, values) => {
  const acting = await actingSeat(ctx, intent, 'write')
  const { seat } = acting
  const open = requireOpen(ctx, seat.round)
  const before = startingPoint(seat)
  const form = readForm(values, ctx.texts)
  const about = readNumberAndDay(ctx, form)
  form.check()
  const file = await loadIncoming(ctx, intent.file)
  const next = withLetter(ctx, before, { ...about, name: file.name, sha256: file.sha256 })
  const used = ctx.db.incomingFile.delete({ where: { id: file.id }, select: { id: true } })
  return withWrite(await saved(ctx, acting, open, before, next), used)
}

/** Takes a file away from the draft of an opinion. One that is gone already is no error. */
export const removeAttachment: UseCase<IntentOf<'attachment.remove'>> = async (ctx, intent) => {
  const acting = await actingSeat(ctx, intent, 'write')
  const { seat } = acting
  const open = requireOpen(ctx, seat.round)
  const before = startingPoint(seat)
  // A draft that begins as a copy of what was sent gives its files ids of their own: the card named those of the version.
  const gone = seat.draft === undefined ? seat.opinion?.files.find(({ id }) => id === intent.attachment) : undefined
  const files = before.files.filter((file) => file.id !== intent.attachment && file.sha256 !== gone?.sha256)
  if (files.length === before.files.length)
    return { reply: { kind: 'message', message: opinionCard(ctx, seat), replaces: true } }
  return await saved(ctx, acting, open, before, { ...before, files })
}

const withWrite = (outcome: Outcome, write: Write): Outcome =>
  outcome.writes === undefined
    ? { ...outcome, writes: [write], rests: [] }
    : { ...outcome, writes: [...outcome.writes, write], rests: outcome.rests }
