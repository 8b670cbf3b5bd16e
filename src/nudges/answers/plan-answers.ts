import { countAnswered, isAnswered } from '../../opinions/known-remarks/count-answered.ts'
import { holdersOf } from '../../people/members.ts'
import { atWork } from '../ladder/at-work.ts'
import { dueNudges, type SeatFacts } from '../ladder/due.ts'
import { absencesNear } from '../on-leave.ts'
import type { NudgeContext, Planner } from '../planned.ts'
import { type AnswerRound, datedRounds } from './answer-dates.ts'
import { answerMessages } from './answer-messages.ts'

/**
 * Nudges whoever drafts for an agency to the date for its answers, by the ladder of the round, until all of them are
 * settled. The remarks are read only of rounds of which somebody is due a step.
 */
export const planAnswers: Planner = async (ctx) => {
  const rounds = new Map([...(await datedRounds(ctx))].filter(([, { startsAt }]) => startsAt <= ctx.now))
  if (rounds.size === 0) return []
  const due = dueNudges(ctx, rounds, await seatsOf(ctx, rounds), ctx.now)
  const waiting = new Set<string>()
  for (const id of new Set(due.map(({ round }) => round))) {
    const round = rounds.get(id)
    if (round !== undefined && !isAnswered(await countAnswered(ctx, round.round))) waiting.add(id)
  }
  return answerMessages(
    rounds,
    due.filter(({ round }) => waiting.has(round)),
  )
}

async function seatsOf(ctx: NudgeContext, rounds: ReadonlyMap<string, AnswerRound>): Promise<readonly SeatFacts[]> {
  const agencies = Map.groupBy(rounds.values(), ({ agency }) => agency)
  const drafters = (await holdersOf(ctx, 'drafter'))
    .map(({ id, organisation, timeZone }) => ({ id, agency: organisation ?? '', zone: timeZone ?? ctx.zone }))
    .filter(({ agency, zone }) => agencies.has(agency) && atWork(ctx.calendar, zone, ctx.now))
  if (drafters.length === 0) return []
  const [away, told] = await Promise.all([
    absencesNear(ctx),
    ctx.db.nudge.findMany({
      where: { kind: 'answers', roundId: { in: [...rounds.values()].map(({ round }) => round).slice(0, 500) } },
      select: { key: true, personId: true },
    }),
  ])
  const planned = Map.groupBy(told, ({ personId }) => personId)
  return drafters.flatMap(({ id: person, agency, zone }) =>
    (agencies.get(agency) ?? []).map((round) => ({
      round: round.id,
      person,
      answered: false,
      zone,
      absences: away.get(person) ?? [],
      planned: new Set((planned.get(person) ?? []).map(({ key }) => key)),
    })),
  )
}
