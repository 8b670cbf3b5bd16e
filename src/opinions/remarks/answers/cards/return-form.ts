import type { Context } from '../../../../context.ts'
import type { Form } from '../../../../contract/form.ts'
import type { Round } from '../../../rounds/rounds.ts'
import { excerpt } from '../../../words.ts'
import type { AnsweredRemark, RemarkAnswer } from '../answered-remarks.ts'
import { stateOf, whereOf } from './answers-card.ts'

/** Characters of a reason, and of the answer that is shown above it. */
export const reasonLength = 500
const shown = 600

/** The form with which a coordinator sends a settled answer back. */
export function returnForm(ctx: Context, round: Round, remark: AnsweredRemark, answer: RemarkAnswer): Form {
  const { return: t } = ctx.texts.answers
  const about = { round: round.id, remark: remark.key }
  return {
    title: t.title,
    submit: t.submit,
    intent: { kind: 'answer.return', ...about, revision: answer.revision },
    opens: { kind: 'answer.return.form', ...about },
    intro: [
      { kind: 'text', text: `${whereOf(ctx, remark)}, ${remark.body}`, tone: 'strong' },
      { kind: 'text', text: stateOf(ctx, remark) },
      ...(answer.words === '' ? [] : [{ kind: 'quote', text: excerpt(answer.words, shown) } as const]),
    ],
    fields: [
      {
        ...{ kind: 'text', name: 'reason', label: t.reason, hint: t.hint },
        ...{ multiline: true, required: true, maxLength: reasonLength },
      },
    ],
  }
}
