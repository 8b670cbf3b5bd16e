import type { Context } from '../../context.ts'
import type { Field, Form } from '../../contract/form.ts'
import { quoted } from '../../documents/intake/file-words.ts'
import { forWhom } from '../answering/acting.ts'
import type { Seat } from '../answering/seat.ts'
import { actingNote } from '../cards/opinion-content.ts'
import { titleOf } from '../rounds/rounds.ts'

/** Number and day of a signed letter that goes with an opinion; both may be left out. */
export function attachmentForm(
  ctx: Pick<Context, 'texts'>,
  seat: Pick<Seat, 'round' | 'holder'>,
  file: { readonly id: string; readonly name: string },
): Form {
  const { texts } = ctx
  const which = { round: seat.round.id, file: file.id, ...forWhom(seat) }
  return {
    title: texts.documents.letterForm,
    submit: texts.documents.letterSubmit,
    intent: { kind: 'attachment.save', ...which },
    opens: { kind: 'attachment.save.form', ...which },
    intro: [
      { kind: 'text', text: titleOf(seat.round.item, ctx), tone: 'strong' },
      ...actingNote(ctx, seat),
      { kind: 'text', text: quoted(texts, file.name) },
    ],
    fields: numberAndDay(ctx),
  }
}

/** The fields that say which letter it is. */
export const numberAndDay = (
  { texts: { documents: t } }: Pick<Context, 'texts'>,
  of: { readonly of?: string } = {},
): readonly Field[] => [
  { kind: 'text', name: 'number', label: t.letterNumber, hint: t.letterNumberHint, maxLength: 100, value: '', ...of },
  { kind: 'date', name: 'dated', label: t.letterDate, ...of },
]

/** The same with the letter itself, for a form that can take one. */
export const letterFields = (ctx: Pick<Context, 'texts'>): readonly Field[] => [
  {
    kind: 'file',
    name: 'letter',
    label: ctx.texts.documents.letterField,
    hint: ctx.texts.documents.letterFieldHint,
    instead: ctx.texts.documents.letterInstead,
  },
  ...numberAndDay(ctx, { of: 'letter' }),
]
