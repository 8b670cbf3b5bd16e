import type { Context } from '../../../../context.ts'
import type { Form } from '../../../../contract/form.ts'
import type { Round } from '../../../rounds/rounds.ts'
import type { AnsweredRemark } from '../answered-remarks.ts'
import { whereOf } from './answers-card.ts'

/** Parts of one remark, at the most, and characters of all of them. */
export const mostParts = 20
export const partsLength = 20_000

/** The form that splits a remark: its words, whose lines become the parts. */
export function partForm(ctx: Context, round: Round, remark: AnsweredRemark): Form {
  const { parts: t } = ctx.texts.answers
  const about = { round: round.id, remark: remark.key }
  return {
    title: t.title,
    submit: t.submit,
    intent: { kind: 'remark.part', ...about },
    opens: { kind: 'remark.part.form', ...about },
    intro: [{ kind: 'text', text: `${whereOf(ctx, remark)}, ${remark.body}`, tone: 'strong' }],
    fields: [
      {
        ...{ kind: 'text', name: 'parts', label: t.words, hint: t.hint, value: remark.words },
        ...{ multiline: true, required: true, maxLength: partsLength },
      },
    ],
  }
}
