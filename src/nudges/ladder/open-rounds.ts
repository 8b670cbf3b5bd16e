import { phase } from '../../opinions/rounds/phase.ts'
import type { Ending } from '../../opinions/rounds/seat-day.ts'
import type { NudgeContext } from '../planned.ts'
import type { RoundFacts } from './due.ts'
import { type KeptRound, roundFacts } from './round-ladder.ts'

export type LiveRound = RoundFacts & { readonly itemId: string }
type OpenRound = LiveRound & Ending & { readonly state: string }

/** Every round that is open, nearest deadline first, with what its ladder needs: one statement, each minute. */
export async function openWithLadder({ db }: Pick<NudgeContext, 'db'>): Promise<readonly OpenRound[]> {
  const rows = await db.$queryRaw<(KeptRound & Omit<OpenRound, keyof RoundFacts> & { planLadder: string | null })[]>`
    SELECT r."id", r."itemId", r."dueAt", r."openedAt", r."dueSetAt", r."closedAt", r."late", r."silence", r."state",
           r."ladder", p."ladder" AS "planLadder"
    FROM "Round" r JOIN "WorkItem" i ON i."id" = r."itemId" JOIN "Plan" p ON p."id" = i."planId"
    WHERE r."state" = 'open' ORDER BY r."dueAt", r."id"`
  return rows.map(({ planLadder, ...row }) => ({ ...row, ...roundFacts(row, { ladder: planLadder }) }))
}

/** Those of them that take answers, by id. */
export async function liveRounds(ctx: NudgeContext): Promise<ReadonlyMap<string, LiveRound>> {
  const rounds = await openWithLadder(ctx)
  return new Map(rounds.filter((round) => phase(round, ctx.now) !== 'closed').map((round) => [round.id, round]))
}

/** What the ladder needs of a round that was read without its plan. */
export async function ladderFacts({ db }: Pick<NudgeContext, 'db'>, round: KeptRound & { readonly itemId: string }) {
  const plan = await db.plan.findFirst({ where: { items: { some: { id: round.itemId } } }, select: { ladder: true } })
  return roundFacts(round, plan ?? { ladder: null })
}
