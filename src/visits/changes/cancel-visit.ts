import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import { readForm } from '../../conversation/form-values.ts'
import { whenOf } from '../cards/visit-preview.ts'
import { overtakeRequests } from '../move-requests/move-requests.ts'
import { sightOf } from '../sight.ts'
import { codeOf, type Visit, visitColumns } from '../visits.ts'
import { findVisit } from '../which-visit.ts'
import { changeVisit, peopleOf, readConcerned } from './change-visit.ts'
import { longestReason } from './visit-terms.ts'

const lineOf = ({ texts: t, zone }: Context, visit: Visit) =>
  t.schedule.line({
    team: t.called(visit.team.name),
    unit: t.called(visit.unit.name),
    when: whenOf({ texts: t, zone }, visit.starts),
    state: '',
  })

/** The form for calling a visit off, with what is called off above it. Refuses one that is off already, or done. */
export const startCancel: UseCase<IntentOf<'visit.cancel.form'>> = async (ctx, intent) => {
  const { visits: t } = ctx.texts
  const why = intent.reason === undefined ? {} : { reason: intent.reason }
  const sight = await sightOf(ctx)
  const found = await findVisit(ctx, intent, sight, (visit) => ({ kind: 'visit.cancel.form', visit, ...why }))
  if (found.kind === 'ask') return { reply: found.reply }
  if (found.kind === 'none') throw new Refusal('no-such-visit')
  const { visit } = found
  if (visit.state === 'cancelled') throw new Refusal('visit-cancelled')
  if (visit.state === 'done') throw new Refusal('visit-done')
  const text = lineOf(ctx, visit)
  return {
    reply: {
      kind: 'form',
      form: {
        title: t.cancelTitle(codeOf(visit)),
        submit: t.cancelSubmit,
        intent: { kind: 'visit.cancel', visit: visit.id, revision: visit.revision },
        opens: { kind: 'visit.cancel.form', visit: visit.id, ...why },
        intro: [{ kind: 'text', text, tone: 'strong' }],
        fields: [
          {
            kind: 'text',
            name: 'reason',
            label: t.reason,
            hint: t.reasonHint,
            required: true,
            maxLength: longestReason,
            value: intent.reason ?? '',
          },
        ],
      },
    },
  }
}

/** Calls a visit off and tells its team why. Refuses one that has changed since the form was opened; twice is once. */
export const cancelVisit: UseCase<IntentOf<'visit.cancel'>> = async (ctx, intent, values) => {
  const { visits: t } = ctx.texts
  const form = readForm(values, ctx.texts)
  const reason = form.text('reason', longestReason, true)
  form.check()
  const visit = await ctx.db.visit.findUnique({ where: { id: intent.visit }, ...visitColumns })
  if (visit === null) throw new Refusal('no-such-visit')
  if (visit.state === 'cancelled') return { reply: { kind: 'message', message: { text: t.cancelledAlready } } }
  if (visit.state === 'done') throw new Refusal('visit-done')
  if (visit.revision !== intent.revision) throw new Refusal('visit-changed')
  const concerned = await readConcerned(ctx, [visit.teamId])
  const told = peopleOf(concerned, null, visit).filter((person) => person !== ctx.actor.id)
  const text = t.cancelled(told.length)
  const way = { label: t.show, intent: { kind: 'visit.show', visit: visit.id } } as const
  const blocks = [
    { kind: 'text', text, tone: 'strong' } as const,
    { kind: 'text', text: lineOf(ctx, visit) } as const,
    { kind: 'buttons', buttons: [way] } as const,
  ]
  return {
    reply: { kind: 'message', message: { text, blocks } },
    writes: [
      ...changeVisit(ctx, visit, { state: 'cancelled', reason }, concerned),
      ...(await overtakeRequests(ctx, visit.id)),
    ],
    rests: [],
  }
}
