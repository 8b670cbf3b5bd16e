import type { Context } from '../../../../context.ts'
import type { Form } from '../../../../contract/form.ts'
import type { Round } from '../../../rounds/rounds.ts'
import { excerpt } from '../../../words.ts'
import type { ToldRemark } from '../answered-remarks.ts'
import { whereOf } from './answers-card.ts'

/** Characters of what an author says against an answer, and of the remark and the answer that are shown above it. */
export const objectionLength = 1_000
const shown = 600

/** The form with which an author says what of a published answer is not enough. */
export function objectionForm(ctx: Context, round: Round, remark: ToldRemark): Form {
  const { object: t, outcomes, agency } = ctx.texts.answers
  const about = { round: round.id, remark: remark.key }
  return {
    title: t.title,
    submit: t.submit,
    intent: { kind: 'answer.object', ...about, revision: remark.answer.revision },
    opens: { kind: 'answer.object.form', ...about },
    intro: [
      { kind: 'quote', text: excerpt(remark.words, shown), by: whereOf(ctx, remark) },
      { kind: 'text', text: outcomes[remark.told.outcome], tone: 'strong' },
      ...(remark.told.words === ''
        ? []
        : [{ kind: 'quote', text: excerpt(remark.told.words, shown), by: agency } as const]),
    ],
    fields: [
      {
        ...{ kind: 'text', name: 'words', label: t.words, hint: t.hint },
        ...{ multiline: true, required: true, maxLength: objectionLength },
      },
    ],
  }
}
