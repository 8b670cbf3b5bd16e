import type { Context } from '../../context.ts'
import type { Field, Form } from '../../contract/form.ts'
import type { IntentOf } from '../../contract/intent.ts'
import type { Block } from '../../contract/message.ts'
import type { MoveRequest } from '../move-requests/move-requests.ts'
import type { TimeFields } from '../move-requests/move-times.ts'
import type { Visit } from '../visits.ts'
import { labelOf } from '../which-visit.ts'
import { spanWords } from './span-words.ts'

/** In characters. */
export const moveLimits = { reason: 500, answer: 300 } as const

/** What was typed of the new time, with which the form opens again, and what is said of it. */
type Said = {
  readonly typed: Omit<IntentOf<'move.ask.form'>, 'kind' | 'visit' | 'number' | 'unit' | 'reason'>
  readonly said: readonly Block[]
}

/** The form by which a leader asks that a visit be moved; `own`: their request that waits, which this one replaces. */
export function moveForm(
  ctx: Pick<Context, 'texts' | 'zone'>,
  visit: Visit,
  { day, time, endDay, endTime }: TimeFields,
  own: MoveRequest | undefined,
  reason: string | undefined,
  { typed, said }: Said,
): Form {
  const { moves: t, visits, called } = ctx.texts
  return {
    title: t.ask,
    submit: t.askSubmit,
    intent: { kind: 'move.ask', visit: visit.id, revision: visit.revision },
    opens: {
      kind: 'move.ask.form',
      visit: visit.id,
      ...typed,
      ...(reason === undefined ? {} : { reason }),
    },
    intro: [
      { kind: 'text', text: labelOf(ctx, visit), tone: 'strong' },
      {
        kind: 'facts',
        facts: [
          { label: visits.team, value: called(visit.team.name) },
          { label: t.current, value: spanWords(ctx, visit) },
        ],
      },
      ...said,
      ...(own === undefined
        ? []
        : [{ kind: 'text', text: t.replacesOwn(spanWords(ctx, own)), tone: 'warning' } as const]),
    ],
    fields: [
      { kind: 'date', name: 'day', label: t.day, required: true, ...filled(day) },
      { kind: 'time', name: 'time', label: t.time, required: true, ...filled(time) },
      { kind: 'time', name: 'endTime', label: visits.endTime, hint: t.endTimeHint, ...filled(endTime) },
      { kind: 'date', name: 'endDay', label: visits.endDay, hint: visits.endDayHint, ...filled(endDay) },
      words('reason', t.reason, moveLimits.reason, { required: true, value: reason ?? own?.reason ?? '' }),
    ],
  }
}

/** The form by which a coordinator declines a request, with an answer or without. */
export function refuseForm(ctx: Pick<Context, 'texts' | 'zone'>, request: MoveRequest): Form {
  const { moves: t } = ctx.texts
  return {
    title: t.refuseTitle,
    submit: t.refuse,
    intent: { kind: 'move.refuse', request: request.id },
    opens: { kind: 'move.refuse.form', request: request.id },
    intro: [
      { kind: 'text', text: labelOf(ctx, request.visit), tone: 'strong' },
      { kind: 'facts', facts: [{ label: t.proposed, value: spanWords(ctx, request) }] },
      { kind: 'quote', text: request.reason, by: request.by },
    ],
    fields: [words('answer', t.answer, moveLimits.answer, { hint: t.answerHint, value: '' })],
  }
}

const filled = (value: string) => (value === '' ? {} : { value })

const words = (
  name: string,
  label: string,
  maxLength: number,
  more: { readonly value: string; readonly required?: true; readonly hint?: string },
): Field => ({ kind: 'text', name, label, multiline: true, maxLength, ...more })
