import { explainDay } from '../../calendar/calendar.ts'
import { quarterDeadline, quarterEnd, quarterOf } from '../../calendar/quarters.ts'
import { addDays, dayIn, toInstant } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { roundThatCounts } from '../../opinions/rounds/deadline-that-stands.ts'
import { explainAnswers, explainDeadline, mayKnowNudges, nudgesOf } from './explain-round.ts'
import type { Explanation, Meaning, NamedItem } from './explanation.ts'
import { roundsToExplain } from './rounds-to-explain.ts'

type Reading = Pick<Context, 'db' | 'zone' | 'calendar' | 'actor' | 'audience'>

/** How far from its deadline a nudge can fall: the longest ladder, and what it moves back over Tết. */
const reach = { before: 110, after: 140 } as const

/**
 * What a day is, and what falls on it: the default deadline of its quarter, deadlines of rounds, and the nudges that
 * the reader gets (a coordinator: all) by the rule or after moving back. `zone`: where the reader keeps office hours.
 * With `item`: of this item alone.
 */
export async function explainAsked(ctx: Reading, day: string, zone: string, item?: string): Promise<Explanation> {
  const near = {
    gte: toInstant(addDays(day, -reach.after), '00:00', ctx.zone),
    lte: toInstant(addDays(day, reach.before), '00:00', ctx.zone),
  }
  const rounds = await roundsToExplain(ctx, {
    OR: [{ dueAt: near }, { answersDueAt: near }],
    ...(item === undefined ? {} : { item: { key: item } }),
  })
  const deadlines = rounds
    .filter((round) => dayIn(round.dueAt, ctx.zone) === day)
    .map((round): Meaning => explainDeadline(ctx, round, zone, false))
  const nudges = rounds
    .filter((round) => mayKnowNudges(ctx, round))
    .flatMap((round) =>
      nudgesOf(ctx, round, zone, (step) => step.day === day || step.ruleDay === day).map(
        (nudged): Meaning => ({ kind: 'nudge', round, ...nudged }),
      ),
    )
  const answers = rounds.flatMap((round) =>
    explainAnswers(ctx, round, zone, (one, rule) => one === day || rule === day),
  )
  return {
    day: explainDay(ctx.calendar, day),
    meanings: [...(await quarterOn(ctx, day, item)), ...deadlines, ...nudges, ...answers],
  }
}

/** The quarter whose end or whose default deadline the day is. */
async function quarterOn(ctx: Reading, day: string, item: string | undefined): Promise<readonly Meaning[]> {
  const quarter = quarterOf(day)
  const derived = quarterDeadline(ctx.calendar, quarter)
  if (day !== derived.day && day !== quarterEnd(quarter)) return []
  const items = await ctx.db.workItem.findMany({
    where: { quarter, ...(item === undefined ? {} : { key: item }) },
    orderBy: { position: 'asc' },
    select: {
      key: true,
      title: true,
      titleEn: true,
      rounds: { select: { liveKey: true, number: true, state: true, dueAt: true } },
    },
  })
  if (item !== undefined && items.length === 0) return []
  const named = items.map(({ rounds, ...one }): NamedItem => {
    const round = roundThatCounts(rounds)
    return round === undefined || dayIn(round.dueAt, ctx.zone) === derived.day ? one : { ...one, dueAt: round.dueAt }
  })
  return [{ kind: 'quarter', quarter, deadline: derived.day, steps: derived.steps, items: named }]
}
