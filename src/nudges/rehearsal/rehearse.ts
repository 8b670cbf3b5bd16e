import { addDays, dayIn, daysBetween, isDay } from '../../calendar/zoned.ts'
import type { Context, FormValues, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Invalid } from '../../contract/refusal.ts'
import { readForm } from '../../conversation/form-values.ts'
import { rehearsalCard, type Span } from '../cards/rehearsal-card.ts'
import { readRehearsal } from './read-rehearsal.ts'
import { rehearse } from './rehearsal.ts'

/** A year and a bit: more is refused, since it says less and takes longer than somebody waits. */
const longest = 400

/** The form that asks from when to when; the rest of the year is filled in. */
export const startRehearsal: UseCase<IntentOf<'rehearsal.show.form'>> = async (ctx) => {
  const r = ctx.texts.rehearse
  const { from, to } = restOfYear(ctx)
  return {
    reply: {
      kind: 'form',
      form: {
        title: r.formTitle,
        submit: r.formSubmit,
        intent: { kind: 'rehearsal.show' },
        opens: { kind: 'rehearsal.show.form' },
        intro: [{ kind: 'text', text: r.intro }],
        fields: [
          { kind: 'date', name: 'from', label: r.from, value: from, required: true },
          { kind: 'date', name: 'to', label: r.to, value: to, required: true },
          {
            kind: 'choice',
            name: 'assume',
            label: r.assume,
            value: 'yes',
            options: [
              { value: 'yes', label: r.assumeYes },
              { value: 'no', label: r.assumeNo },
            ],
          },
        ],
      },
    },
  }
}

/** Every message that would go out in the span, a page of it. Reads only. */
export const showRehearsal: UseCase<IntentOf<'rehearsal.show'>> = async (ctx, intent, values) => {
  const span = spanOf(ctx, intent, values)
  const messages = rehearse(ctx, await readRehearsal(ctx, span), span)
  const people = await ctx.db.person.findMany({ select: { id: true, name: true, organisation: true } })
  const byId = new Map(people.map((person) => [person.id, person]))
  const full = (id: string) => byId.get(id)?.name ?? ''
  const short = (id: string) => {
    const organisation = byId.get(id)?.organisation ?? null
    return organisation === null ? full(id) : ctx.texts.called(organisation)
  }
  const message = rehearsalCard(ctx, messages, { full, short }, span, intent.page ?? 0)
  return { reply: { kind: 'message', message, ...(intent.page === undefined ? {} : { replaces: true }) } }
}

/** The span asked for: by the form, else by the button, else the rest of the year. */
function spanOf(ctx: Context, intent: IntentOf<'rehearsal.show'>, values: FormValues): Span {
  const { texts: t } = ctx
  const usual = restOfYear(ctx)
  const form = readForm(values, t)
  const filled = form.has('from')
  const from = filled ? form.text('from', 10, true) : (intent.from ?? usual.from)
  const to = filled ? form.text('to', 10, true) : (intent.to ?? usual.to)
  const assume = filled ? form.choice('assume', ['yes', 'no']) !== 'no' : (intent.assume ?? true)
  form.check()
  checkSpan(ctx, { from, to })
  return { from, to, assume }
}

/** Refuses days that do not exist, an end before the beginning, and a span that is too long. */
export function checkSpan({ texts: t }: Pick<Context, 'texts'>, { from, to }: Pick<Span, 'from' | 'to'>): void {
  if (!isDay(from)) throw new Invalid(t.errors.form, { from: t.errors.badDay })
  if (!isDay(to)) throw new Invalid(t.errors.form, { to: t.errors.badDay })
  if (to < from) throw new Invalid(t.errors.form, { to: t.rehearse.order })
  if (daysBetween(from, to) > longest) throw new Invalid(t.errors.form, { to: t.rehearse.tooLong(longest) })
}

function restOfYear(ctx: Context): { readonly from: string; readonly to: string } {
  const from = dayIn(ctx.now, ctx.zone)
  const end = `${from.slice(0, 4)}-12-31`
  // In the last days of a year the next one is meant.
  return { from, to: daysBetween(from, end) < 30 ? addDays(from, 365) : end }
}
