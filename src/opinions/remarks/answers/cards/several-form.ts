import type { Context } from '../../../../context.ts'
import type { Form } from '../../../../contract/form.ts'
import { AnswerOutcome } from '../../../../contract/intent.ts'
import { type Round, titleOf } from '../../../rounds/rounds.ts'
import { excerpt } from '../../../words.ts'
import type { AnsweredRemark } from '../answered-remarks.ts'
import { answerLength } from './answer-form.ts'
import { whereOf } from './answers-card.ts'

/** What every platform offers of a list in which several can be chosen; what is left over comes after these are answered. */
const mostOffered = 100
/** Characters of an option, which Slack shows whole. */
const labelLength = 75

/** The form that answers several of the open remarks by the same words. `outcome`: the one that was chosen before. */
export function severalForm(
  ctx: Context,
  round: Round,
  open: readonly AnsweredRemark[],
  outcome: AnswerOutcome | undefined,
): Form {
  const { answers: t, remarks } = ctx.texts
  const offered = open.slice(0, mostOffered)
  const about = { round: round.id }
  return {
    title: t.several.title,
    submit: t.form.submit,
    intent: { kind: 'remark.answer', ...about },
    opens: { kind: 'remark.answer.form', ...about, ...(outcome === undefined ? {} : { outcome }) },
    intro: [
      { kind: 'text', text: titleOf(round.item, ctx), tone: 'strong' },
      ...(offered.length < open.length
        ? [{ kind: 'text', text: remarks.form.firstOnly(offered.length, open.length), tone: 'subtle' } as const]
        : []),
    ],
    fields: [
      {
        kind: 'choices',
        name: 'remarks',
        label: t.several.remarks,
        required: true,
        options: offered.map((remark) => ({ value: remark.key, label: labelOf(ctx, remark) })),
      },
      {
        kind: 'choice',
        name: 'outcome',
        label: t.form.outcome,
        required: true,
        options: AnswerOutcome.options.map((one) => ({ value: one, label: t.outcomes[one] })),
        ...(outcome === undefined ? {} : { value: outcome }),
      },
      {
        ...{ kind: 'text', name: 'words', label: t.form.words, hint: t.form.wordsHint },
        ...{ multiline: true, maxLength: answerLength },
      },
    ],
  }
}

/** Its number and place, who, and the words that it begins with. */
const labelOf = (ctx: Context, remark: AnsweredRemark): string =>
  excerpt(
    `${remark.number}. ${excerpt(whereOf(ctx, remark), 20)}, ${excerpt(remark.body, 20)}: ${remark.words.replace(/\s+/gu, ' ').trim()}`,
    labelLength,
  )
