import type { Context } from '../../../../context.ts'
import type { Form } from '../../../../contract/form.ts'
import { AnswerOutcome } from '../../../../contract/intent.ts'
import type { Round } from '../../../rounds/rounds.ts'
import { excerpt } from '../../../words.ts'
import type { AnsweredRemark } from '../answered-remarks.ts'
import type { EarlierAnswer } from '../earlier-answers.ts'
import { whereOf } from './answers-card.ts'

/** Characters of an answer: what every platform's form takes. */
export const answerLength = 2_500
/** Characters of the remark that is shown above the fields. */
const shown = 600

/** Characters of what is told of an earlier answer, and of its option, which Slack shows whole. */
const earlierLength = { remark: 120, words: 400, option: 75 }

/** The form for the answer to one remark. `outcome`: the one that was pressed; `earlier`: what was answered to the like. */
export function answerForm(
  ctx: Context,
  round: Round,
  remark: AnsweredRemark,
  outcome: AnswerOutcome | undefined,
  earlier: readonly EarlierAnswer[] = [],
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
      ...(earlier.length === 0 ? [] : [{ kind: 'text', text: t.earlier.title, tone: 'strong' } as const]),
      ...earlier.map(
        (one) =>
          ({
            kind: 'quote',
            text: excerpt(one.words, earlierLength.words),
            by: `${calledOf(ctx, one)}, ${one.remark.body}: ${excerpt(one.remark.words, earlierLength.remark)}`,
          }) as const,
      ),
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
      ...(earlier.length === 0
        ? []
        : [
            {
              kind: 'choice',
              name: 'earlier',
              label: t.earlier.label,
              hint: t.earlier.hint,
              options: earlier.map((one) => ({
                value: one.key,
                label: excerpt(`${calledOf(ctx, one)}: ${one.words.replace(/\s+/gu, ' ')}`, earlierLength.option),
              })),
            } as const,
          ]),
    ],
  }
}

/** Which answer it is: its remark's number and its outcome, of an earlier round with that round's. */
function calledOf({ texts: t }: Context, { remark, outcome, round }: EarlierAnswer): string {
  const called = `${t.answers.row(remark.number)} (${t.answers.outcomes[outcome]})`
  return round === undefined ? called : `${t.round.number(round)}, ${called}`
}
