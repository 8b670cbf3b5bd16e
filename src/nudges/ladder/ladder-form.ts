import { record } from '../../audit/record.ts'
import { dayIn } from '../../calendar/zoned.ts'
import type { Context, UseCase } from '../../context.ts'
import type { Form } from '../../contract/form.ts'
import type { IntentOf } from '../../contract/intent.ts'
import type { Message } from '../../contract/message.ts'
import { Refusal } from '../../contract/refusal.ts'
import { type FormReader, readForm } from '../../conversation/form-values.ts'
import { loadRound, titleOf } from '../../opinions/rounds/rounds.ts'
import { Ladder, officeHours } from './ladder.ts'
import { ladderOf } from './round-ladder.ts'

type Chosen = { readonly round?: string | undefined; readonly year?: number | undefined }

/** Whose ladder it is: a round's, or a year's plan's. */
type Place = {
  readonly subject: string
  readonly title: string
  readonly ladder: Ladder
  readonly round: string | undefined
  readonly year: number
}

/** The form of when members are nudged, with what holds now filled in. */
export const editLadder: UseCase<IntentOf<'ladder.save.form'>> = async (ctx, intent) => {
  return { reply: { kind: 'form', form: ladderForm(ctx, await placeOf(ctx, intent)) } }
}

/** Stores the ladder; without days before the deadline the round or plan follows the general one again. */
export const saveLadder: UseCase<IntentOf<'ladder.save'>> = async (ctx, intent, values) => {
  const { db, now, texts: t } = ctx
  const place = await placeOf(ctx, intent)
  const next = readLadder(ctx, readForm(values, t))
  const ladder = next === undefined ? null : JSON.stringify(next)
  const cleared = place.round === undefined ? t.nudge.ladder.standard : t.nudge.ladder.inherited
  return {
    reply: {
      kind: 'message',
      replaces: true,
      message: shown(ctx, place.title, next === undefined ? cleared : t.nudge.ladder.saved, next),
    },
    writes: [
      place.round === undefined
        ? db.plan.update({ where: { year: place.year }, data: { ladder }, select: { id: true } })
        : db.round.update({ where: { id: place.round }, data: { ladder }, select: { id: true } }),
      record(db, {
        at: now,
        actor: ctx.actor.key,
        deed: 'ladder.save',
        subject: place.subject,
        facts: { ladder: ladder ?? 'default' },
      }),
    ],
    rests: [],
  }
}

async function placeOf(ctx: Context, { round: id, year: wanted }: Chosen): Promise<Place> {
  if (id !== undefined) {
    const round = await loadRound(ctx, id)
    const item = await ctx.db.workItem.findUniqueOrThrow({
      where: { id: round.itemId },
      select: { plan: { select: { ladder: true, year: true } } },
    })
    const { plan } = item
    const title = titleOf(round.item, ctx)
    return { subject: id, title, ladder: ladderOf(round, plan), round: id, year: plan.year }
  }
  const year = wanted ?? Number(dayIn(ctx.now, ctx.zone).slice(0, 4))
  const plan = await ctx.db.plan.findUnique({ where: { year }, select: { id: true, ladder: true } })
  if (plan === null) throw new Refusal('no-such-plan', { year: String(year) })
  const title = ctx.texts.nudge.ladder.ofPlan(year)
  const ladder = ladderOf({ ladder: null }, plan)
  return { subject: plan.id, title, ladder, round: undefined, year }
}

function ladderForm({ texts: { nudge } }: Context, { title, ladder, round, year }: Place): Form {
  const { ladder: t } = nudge
  const at = round === undefined ? { year } : { round }
  const number = (name: 'overdueEvery' | 'overdueMost' | 'escalateAfter', hint?: string) => ({
    kind: 'text' as const,
    name,
    label: t[name],
    required: true,
    maxLength: 3,
    value: String(ladder[name]),
    ...(hint === undefined ? {} : { hint }),
  })
  return {
    title: t.title,
    submit: t.submit,
    intent: { kind: 'ladder.save', ...at },
    opens: { kind: 'ladder.save.form', ...at },
    intro: [{ kind: 'text', text: title, tone: 'strong' }],
    fields: [
      {
        kind: 'text',
        name: 'before',
        label: t.before,
        hint: t.beforeHint,
        maxLength: 60,
        value: ladder.before.join(', '),
      },
      number('overdueEvery'),
      number('overdueMost', t.overdueMostHint),
      number('escalateAfter'),
      { kind: 'time', name: 'at', label: t.at, required: true, value: ladder.at },
    ],
  }
}

/** The ladder typed; undefined for none of its own. Each field's error is told beside it. */
function readLadder({ texts: { nudge } }: Context, form: FormReader): Ladder | undefined {
  const { ladder: t } = nudge
  const before = form.text('before', 60)
  const number = (name: 'overdueEvery' | 'overdueMost' | 'escalateAfter', greatest: number) => {
    const text = form.text(name, 3, true)
    const typed = /^\d+$/.test(text) ? Number(text) : -1
    if (!Ladder.shape[name].safeParse(typed).success)
      form.fail(name, t.badNumber(name === 'overdueMost' ? 0 : 1, greatest))
    return typed
  }
  const words = before.split(/[\s,;]+/).filter((word) => word !== '')
  const days = words.map((word) => (/^\d{1,3}$/.test(word) ? Number(word) : -1))
  if (before !== '' && !Ladder.shape.before.safeParse(days).success) form.fail('before', t.badBefore)
  const overdueEvery = number('overdueEvery', 30)
  const overdueMost = number('overdueMost', 20)
  const escalateAfter = number('escalateAfter', 60)
  const at = form.text('at', 5, true)
  if (!Ladder.shape.at.safeParse(at).success) form.fail('at', t.badTime(officeHours.from, officeHours.to))
  form.check()
  return before === '' ? undefined : Ladder.parse({ before: days, overdueEvery, overdueMost, escalateAfter, at })
}

function shown({ texts: { nudge } }: Context, title: string, said: string, ladder: Ladder | undefined): Message {
  const { ladder: t } = nudge
  const facts =
    ladder === undefined
      ? []
      : [
          { label: t.steps, value: ladder.before.map(t.day).join(', ') },
          { label: t.late, value: t.everyDays(ladder.overdueEvery, ladder.overdueMost) },
          { label: t.escalation, value: t.afterDays(ladder.escalateAfter) },
          { label: t.time, value: ladder.at },
        ]
  return {
    text: said,
    blocks: [
      { kind: 'text', text: said, tone: 'strong' },
      { kind: 'text', text: title },
      ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
    ],
  }
}
