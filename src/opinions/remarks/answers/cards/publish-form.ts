import type { Context } from '../../../../context.ts'
import type { Form } from '../../../../contract/form.ts'
import { type Round, titleOf } from '../../../rounds/rounds.ts'
import { excerpt } from '../../../words.ts'

/** Characters of the bodies that are named. */
const bodiesLength = 600

/** What a publication sends and leaves out. `digest` tells these answers from any others. */
export type ToPublish = {
  readonly answers: number
  readonly authors: number
  readonly unanswered: number
  /** Whose remarks have no settled answer. */
  readonly bodies: readonly string[]
  readonly digest: string
}

/** The form with which a coordinator publishes: it asks to confirm what has no answer, where there is any. */
export function publishForm(
  ctx: Context,
  round: Round,
  { answers, authors, unanswered, bodies, digest }: ToPublish,
): Form {
  const { publish: t } = ctx.texts.answers
  return {
    title: t.title,
    submit: t.submit,
    intent: { kind: 'answer.publish', round: round.id, answers: digest },
    opens: { kind: 'answer.publish.form', round: round.id },
    intro: [
      { kind: 'text', text: titleOf(round.item, ctx), tone: 'strong' },
      { kind: 'text', text: t.goes(answers, authors) },
      ...(unanswered === 0
        ? []
        : [
            {
              kind: 'text',
              text: t.unanswered(unanswered, excerpt(bodies.join(', '), bodiesLength)),
              tone: 'warning',
            } as const,
          ]),
    ],
    fields: [
      {
        kind: 'choice',
        name: 'confirm',
        label: t.confirm,
        required: true,
        options: [
          { value: 'no', label: t.no },
          { value: 'yes', label: unanswered === 0 ? t.yes : t.yesUnanswered(unanswered) },
        ],
      },
    ],
  }
}
