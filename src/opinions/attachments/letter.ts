import { randomUUID } from 'node:crypto'
import { dayIn, isDay } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { Invalid } from '../../contract/refusal.ts'
import type { FormReader } from '../../conversation/form-values.ts'
import { quoted, refusedWords } from '../../documents/intake/file-words.ts'
import type { AttachedFile, Content } from '../answering/seat.ts'
import { limits } from '../words.ts'

export type Letter = Omit<AttachedFile, 'id' | 'place'>

/** Number and day of a letter, from the fields of a form; both may be left out. What is wrong is noted in the form. */
export function readNumberAndDay(ctx: Pick<Context, 'texts' | 'now' | 'zone'>, form: FormReader) {
  const { texts: t } = ctx
  const number = form.text('number', 100)
  const dated = form.text('dated', 10)
  if (dated !== '' && !isDay(dated)) form.fail('dated', t.errors.badDay)
  else if (dated > dayIn(ctx.now, ctx.zone)) form.fail('dated', t.documents.futureLetter)
  return { number: number === '' ? null : number, dated: dated === '' ? null : dated }
}

/**
 * The letter that was put into a form, with its number and day; undefined where none was. A file that is not taken is
 * noted at its field, in words, and so are a number and a day without any file.
 */
export function readLetter(
  ctx: Pick<Context, 'texts' | 'now' | 'zone' | 'files'>,
  form: FormReader,
): Letter | undefined {
  const { documents: t } = ctx.texts
  const about = readNumberAndDay(ctx, form)
  const file = ctx.files?.find(({ field }) => field === 'letter')
  if (file === undefined) {
    if (about.number !== null) form.fail('number', t.numberWithoutFile)
    else if (about.dated !== null) form.fail('dated', t.numberWithoutFile)
    return undefined
  }
  if (file.refused !== undefined) {
    form.fail('letter', refusedWords(ctx.texts, file.name, file.refused))
    return undefined
  }
  if (file.kind === 'text' || file.kind === 'markdown') {
    form.fail('letter', t.letterKinds(quoted(ctx.texts, file.name)))
    return undefined
  }
  return { ...about, name: file.name, sha256: file.sha256 }
}

/** A content with one more file; the one that has the same bytes gets the new number and day. Refuses too many. */
export function withLetter<C extends Content>(ctx: Pick<Context, 'texts'>, content: C, letter: Letter | undefined): C {
  if (letter === undefined) return content
  const same = content.files.find(({ sha256 }) => sha256 === letter.sha256)
  if (same !== undefined) {
    const known = { ...same, number: letter.number ?? same.number, dated: letter.dated ?? same.dated }
    return { ...content, files: content.files.map((one) => (one === same ? known : one)) }
  }
  if (content.files.length >= limits.files) throw new Invalid(ctx.texts.documents.tooManyFiles(limits.files))
  const place = 1 + Math.max(0, ...content.files.map((one) => one.place))
  return { ...content, files: [...content.files, { ...letter, id: randomUUID(), place }] }
}
