import type { Context } from '../../context.ts'
import type { Field, Form } from '../../contract/form.ts'
import type { IntentOf, RoundChange } from '../../contract/intent.ts'
import { type Round, titleOf } from '../rounds/rounds.ts'
import { limits } from '../words.ts'

type Given = Omit<IntentOf<'round.change.form'>, 'kind' | 'item' | 'round' | 'change'>

/**
 * The form for a change to a round: the reason, and for extending and reopening the new deadline. `given`: what was typed,
 * with which it opens again; `derived`: how the new deadline came about, where nobody named it.
 */
export function changeForm(
  ctx: Pick<Context, 'texts' | 'zone'>,
  round: Round,
  change: RoundChange,
  values: { readonly day: string; readonly time: string; readonly reason: string },
  given: Given = {},
  derived: string | undefined = undefined,
): Form {
  const { texts: t } = ctx
  const day = values.day === '' ? {} : { value: values.day }
  const moves = change === 'extend' || change === 'reopen'
  const deadline: readonly Field[] = [
    { kind: 'date', name: 'day', label: t.round.newDay, required: true, ...day },
    { kind: 'time', name: 'time', label: t.round.newTime, required: true, value: values.time },
    {
      kind: 'choice',
      name: 'answersFrom',
      label: t.round.answersFrom,
      required: true,
      value: round.answersFrom,
      options: [
        { value: 'closing', label: t.round.fromClosing },
        { value: 'opening', label: t.round.fromOpening },
      ],
    },
  ]
  return {
    title: t.changes[change],
    submit: t.changes[change],
    intent: { kind: 'round.change', round: round.id, change, revision: round.revision },
    opens: { kind: 'round.change.form', round: round.id, change, ...given },
    intro: [
      { kind: 'text', text: titleOf(round.item, ctx), tone: 'strong' },
      { kind: 'facts', facts: [{ label: t.round.current, value: t.deadline(round.dueAt, ctx.zone) }] },
      ...(derived === undefined ? [] : [{ kind: 'text', text: derived } as const]),
    ],
    fields: [
      ...(moves ? deadline : []),
      {
        kind: 'text',
        name: 'reason',
        label: t.round.reason,
        hint: t.round.reasonHint,
        required: true,
        multiline: true,
        maxLength: limits.reason,
        value: values.reason,
      },
    ],
  }
}
