import type { Context } from '../../../../context.ts'
import type { Form } from '../../../../contract/form.ts'
import { AnswerOutcome } from '../../../../contract/intent.ts'
import type { Round } from '../../../rounds/rounds.ts'
import { excerpt } from '../../../words.ts'
import type { AnsweredRemark } from '../answered-remarks.ts'
import { whereOf } from './answers-card.ts'

/** Characters of an answer: what every platform's form takes. */
export const answerLength = 2_500
/** Characters of the remark that is shown above the fields. */
const shown = 600

/** The form for the answer to one remark. `outcome`: the one that was pressed. */
export function answerForm(
  ctx: Context,
  round: Round,
  remark: AnsweredRemark,
  outcome: AnswerOutcome | undefined,
): Form {
  const { answers: t } = ctx.texts
  const { answer, key } = remark
  const value = outcome ?? answer?.outcome
  return {
    title: t.form.title,
    submit: t.form.submit,
    intent: { kind: 'answer.save', round: round.id, remark: key, revision: remark.revision },
    opens: {
      kind: 'answer.save.form',
      round: round.id,
      remark: key,
      ...(outcome === undefined ? {} : { outcome }),
    },
    intro: [
      { kind: 'text', text: whereOf(ctx, remark), tone: 'strong' },
      { kind: 'quote', text: excerpt(remark.words, shown), by: remark.body },
    ],
    fields: [
      {
        kind: 'choice',
        name: 'outcome',
        label: t.form.outcome,
        required: true,
        options: AnswerOutcome.options.map((one) => ({ value: one, label: t.outcomes[one] })),
        ...(value === undefined ? {} : { value }),
      },
      {
        kind: 'text',
        name: 'words',
        label: t.form.words,
        hint: t.form.wordsHint,
        multiline: true,
        maxLength: answerLength,
        ...(answer === undefined || answer.words === '' ? {} : { value: answer.words }),
      },
    ],
  }
}
