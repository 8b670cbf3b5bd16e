import { randomUUID } from 'node:crypto'
import { dayIn, isDay } from '../../calendar/zoned.ts'
import type { Context, Outcome, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Invalid } from '../../contract/refusal.ts'
import { readForm } from '../../conversation/form-values.ts'
import type { Write } from '../../database/db.ts'
import { loadIncoming } from '../../documents/drafts/incoming.ts'
import { attachmentForm } from '../cards/attachment-form.ts'
import { opinionCard } from '../cards/opinion-card.ts'
import { limits } from '../words.ts'
import { actingSeat } from './acting.ts'
import { requireOpen, startingPoint } from './draft.ts'
import { saved } from './edit-opinion.ts'
import type { AttachedFile, Content } from './seat.ts'

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
  const { number, dated } = readLetter(ctx, values)
  const file = await loadIncoming(ctx, intent.file)
  const next = withFile(ctx, before, { name: file.name, sha256: file.sha256, number, dated })
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

/** Number and day of a letter, from the fields of a form; both may be left out. */
export function readLetter(ctx: Pick<Context, 'texts' | 'now' | 'zone'>, values: Parameters<UseCase>[2]) {
  const { texts: t } = ctx
  const form = readForm(values, t)
  const number = form.text('number', 100)
  const dated = form.text('dated', 10)
  if (dated !== '' && !isDay(dated)) form.fail('dated', t.errors.badDay)
  else if (dated > dayIn(ctx.now, ctx.zone)) form.fail('dated', t.documents.futureLetter)
  form.check()
  return { number: number === '' ? null : number, dated: dated === '' ? null : dated }
}

/** A content with one more file; the one that has the same bytes gets the new number and day. Refuses too many. */
function withFile<C extends Content>(
  ctx: Pick<Context, 'texts'>,
  content: C,
  file: Omit<AttachedFile, 'id' | 'place'>,
): C {
  const same = content.files.find(({ sha256 }) => sha256 === file.sha256)
  if (same !== undefined) {
    const known = { ...same, number: file.number ?? same.number, dated: file.dated ?? same.dated }
    return { ...content, files: content.files.map((one) => (one === same ? known : one)) }
  }
  if (content.files.length >= limits.files) throw new Invalid(ctx.texts.documents.tooManyFiles(limits.files))
  const place = 1 + Math.max(0, ...content.files.map((one) => one.place))
  return { ...content, files: [...content.files, { ...file, id: randomUUID(), place }] }
}

const withWrite = (outcome: Outcome, write: Write): Outcome =>
  outcome.writes === undefined
    ? { ...outcome, writes: [write], rests: [] }
    : { ...outcome, writes: [...outcome.writes, write], rests: outcome.rests }
