import { quarterDeadline } from '../../calendar/quarters.ts'
import { dayIn, isDay } from '../../calendar/zoned.ts'
import type { Context, Outcome, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import { roundThatCounts } from '../../opinions/rounds/deadline-that-stands.ts'
import { titleOf } from '../../opinions/rounds/rounds.ts'
import { explainCard } from '../cards/explain-card.ts'
import { explainAsked } from './explain-day.ts'
import { explainAnswers, explainDeadline } from './explain-round.ts'
import type { Explanation, Meaning } from './explanation.ts'
import { roundsToExplain } from './rounds-to-explain.ts'

/**
 * Why a day, a deadline or a nudge falls where it does, derived anew from what is stored. Of an item: its round's
 * deadline, or while it has none the default one of its quarter. In a channel no nudge and no reason is told.
 */
export const explain: UseCase<IntentOf<'date.explain'>> = async (ctx, intent) => {
  const { texts: t } = ctx
  if (intent.round !== undefined) return shown(ctx, t.explain.deadlineTitle, await ofRound(ctx, intent.round))
  if (intent.item !== undefined) return await ofItem(ctx, intent.item, intent.day)
  const day = intent.day ?? dayIn(ctx.now, ctx.zone)
  refuseNoDay(day)
  return shown(ctx, t.explain.dayTitle(t.day(day)), await explainAsked(ctx, day, await readersZone(ctx)))
}

async function ofRound(ctx: Context, id: string): Promise<Explanation> {
  const [round] = await roundsToExplain(ctx, { id })
  if (round === undefined) throw new Refusal('no-such-round')
  const zone = await readersZone(ctx)
  return { meanings: [explainDeadline(ctx, round, zone, true), ...explainAnswers(ctx, round, zone)] }
}

async function ofItem(ctx: Context, key: string, day: string | undefined): Promise<Outcome> {
  const { texts: t } = ctx
  const item = await ctx.db.workItem.findUnique({
    where: { key },
    select: { key: true, title: true, titleEn: true, quarter: true },
  })
  if (item === null) throw new Refusal('no-such-item', { item: key })
  if (day !== undefined) refuseNoDay(day)
  const title = titleOf(item, ctx)
  const zone = await readersZone(ctx)
  const asked = day === undefined ? undefined : await explainAsked(ctx, day, zone, key)
  const round = roundThatCounts(await roundsToExplain(ctx, { item: { key } }))
  if (asked !== undefined && asked.meanings.length > 0) {
    // The day of the quarter's default, and the deadline that stands is another one.
    const stands = asked.meanings.every((meaning) => meaning.kind === 'quarter') ? round : undefined
    if (stands === undefined) return shown(ctx, title, asked)
    return shown(ctx, title, { ...asked, meanings: [explainDeadline(ctx, stands, zone, false), ...asked.meanings] })
  }
  // The day is none of the item's: said, and then what its deadline is.
  const { quarter } = item
  const meanings =
    round === undefined
      ? ofQuarter(ctx, quarter)
      : [explainDeadline(ctx, round, zone, true), ...explainAnswers(ctx, round, zone)]
  return shown(ctx, title, { ...asked, meanings }, [
    ...(day === undefined ? [] : [t.explain.notOfItem(t.day(day))]),
    ...(meanings.length === 0 ? [t.explain.noQuarter] : []),
  ])
}

function ofQuarter({ calendar }: Pick<Context, 'calendar'>, quarter: string | null): readonly Meaning[] {
  if (quarter === null) return []
  const { day, steps } = quarterDeadline(calendar, quarter)
  return [{ kind: 'quarter', quarter, deadline: day, steps, items: [] }]
}

function shown(ctx: Context, title: string, explanation: Explanation, notes: readonly string[] = []): Outcome {
  return { reply: { kind: 'message', message: explainCard(ctx, title, explanation, notes) } }
}

/** Where the reader keeps office hours: nudges come by those clocks. */
async function readersZone(ctx: Pick<Context, 'db' | 'actor' | 'zone'>): Promise<string> {
  const person = await ctx.db.person.findUnique({ where: { id: ctx.actor.id }, select: { timeZone: true } })
  return person?.timeZone ?? ctx.zone
}

function refuseNoDay(day: string): void {
  if (!isDay(day)) throw new Refusal('no-such-day', { day })
}
