import { workingDayFrom } from '../../calendar/working-days.ts'
import type { Context } from '../../context.ts'
import type { Field, Form, Option } from '../../contract/form.ts'
import type { IntentOf } from '../../contract/intent.ts'
import type { Block } from '../../contract/message.ts'
import { type Round, titleOf } from '../../opinions/rounds/rounds.ts'
import { excerpt } from '../../opinions/words.ts'
import { type PutOff, type Wish, wishedDay } from '../ladder/put-offs.ts'
import { readerZone } from '../on-leave.ts'
import { cannotBe } from './snooze-messages.ts'

/** What every platform offers of a list in which several can be chosen, and characters of an option that it shows whole. */
const most = { offered: 100, label: 75 }

/** A request that can be put off, with the mornings to which it can. */
export type Offered = { readonly round: Round; readonly days: ReadonlyMap<1 | 3, PutOff> }

type Asked = {
  /** As it was typed. */
  readonly intent: IntentOf<'nudge.snooze.form'>
  readonly possible: readonly Offered[]
  /** What was meant as well, and cannot be put off any more. */
  readonly tooLate: readonly Round[]
  readonly wish: Wish | undefined
  /** The day that was said is not to come. */
  readonly past: boolean
}

/** The form for putting off one's own reminders: about which of the requests that wait, all of them chosen, and for how long. */
export function snoozeForm(ctx: Context, { intent, possible, tooLate, wish, past }: Asked): Form {
  const words = ctx.texts.nudge.later
  const offered = possible.slice(0, most.offered)
  const only = possible.length === 1 ? possible[0] : undefined
  const notes: readonly Block[] = [
    ...(past ? [{ kind: 'text', text: words.notAhead, tone: 'warning' } as const] : []),
    ...(only === undefined ? [] : [{ kind: 'text', text: titleOf(only.round.item, ctx), tone: 'strong' } as const]),
    ...(only === undefined ? [] : [{ kind: 'text', text: dueOf(ctx, only.round) } as const]),
    ...(offered.length < possible.length
      ? [{ kind: 'text', text: words.firstOnly(offered.length, possible.length), tone: 'subtle' } as const]
      : []),
    ...cannotBe(ctx, tooLate),
    { kind: 'text', text: words.rule, tone: 'subtle' },
  ]
  return {
    title: words.title,
    submit: words.submit,
    intent: { kind: 'nudge.snooze', ...(only === undefined ? {} : { round: only.round.id }) },
    opens: intent,
    intro: notes,
    fields: [...(only === undefined ? [whichOf(ctx, offered)] : []), ...howLong(ctx, only, wish)],
  }
}

function whichOf(ctx: Context, offered: readonly Offered[]): Field {
  const words = ctx.texts.nudge.later
  return {
    kind: 'choices',
    name: 'rounds',
    label: words.rounds,
    required: true,
    options: offered.map(({ round }) => ({
      value: round.id,
      label: excerpt(`${round.item.key}: ${titleOf(round.item, ctx)}`, most.label),
    })),
    value: offered.map(({ round }) => round.id),
  }
}

function howLong(ctx: Context, only: Offered | undefined, wish: Wish | undefined): readonly Field[] {
  const words = ctx.texts.nudge.later
  const said = wish !== undefined && 'until' in wish ? wish.until : undefined
  return [
    {
      kind: 'choice',
      name: 'days',
      label: words.howLong,
      required: true,
      options: [...mornings(ctx, only), { value: 'until', label: words.untilDay }],
      value: said === undefined ? String(wish !== undefined && 'days' in wish ? wish.days : 1) : 'until',
    },
    {
      kind: 'date',
      name: 'until',
      label: words.day,
      hint: words.dayHint,
      ...(said === undefined ? {} : { value: said }),
    },
  ]
}

/** One day or three, with the morning to which that comes; where tomorrow brings the same, three days are not offered. */
function mornings(ctx: Context, only: Offered | undefined): readonly Option[] {
  const { texts: t, now } = ctx
  const found = ([1, 3] as const).map((days) => {
    const day = workingDayFrom(ctx.calendar, wishedDay({ days }, now, readerZone(ctx)))
    return [days, only?.days.get(days) ?? { untilDay: day, last: false }] as const
  })
  return found
    .filter(([days, { untilDay }]) => days === 1 || only === undefined || untilDay !== found[0]?.[1].untilDay)
    .map(([days, { untilDay, last }]) => ({
      value: String(days),
      label: t.nudge.later.in[days](t.dayWithWeekday(untilDay), last),
    }))
}

const dueOf = (ctx: Context, { dueAt }: Round): string => ctx.texts.home.due(ctx.texts.deadline(dueAt, ctx.zone))
