import { dayIn } from '../../../../calendar/zoned.ts'
import type { Context } from '../../../../context.ts'
import type { Form } from '../../../../contract/form.ts'
import { type Round, titleOf } from '../../../rounds/rounds.ts'

/** The form for the date until which the drafting agency answers. `typed` opens it again; `time`: the hour where none was typed. */
export function answersDueForm(
  ctx: Context,
  round: Round,
  typed: { readonly day?: string; readonly time?: string },
  time: string,
): Form {
  const { answers, opinion, deadline } = ctx.texts
  const t = answers.due
  const day = typed.day ?? (round.answersDueAt === null ? undefined : dayIn(round.answersDueAt, ctx.zone))
  return {
    title: t.title,
    submit: t.submit,
    intent: { kind: 'answer.due', round: round.id },
    opens: { kind: 'answer.due.form', round: round.id, ...typed },
    intro: [
      { kind: 'text', text: titleOf(round.item, ctx), tone: 'strong' },
      { kind: 'facts', facts: [{ label: opinion.deadline, value: deadline(round.dueAt, ctx.zone) }] },
    ],
    fields: [
      { kind: 'date', name: 'day', label: t.day, hint: t.dayHint, ...(day === undefined ? {} : { value: day }) },
      { kind: 'time', name: 'time', label: t.time, required: true, value: typed.time ?? time },
    ],
  }
}
