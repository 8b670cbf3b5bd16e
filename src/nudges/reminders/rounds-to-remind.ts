import type { Context } from '../../context.ts'
import { Refusal } from '../../contract/refusal.ts'
import { phase } from '../../opinions/rounds/phase.ts'
import { latestRound, loadRound, type Round } from '../../opinions/rounds/rounds.ts'

/** Rounds of one reminder, at the most: a button carries their ids. */
const most = 20

/** What a coordinator named: a round, an item's round, the open rounds of a quarter's items, or, with nothing, all open. */
export type Choice = {
  readonly round?: string | undefined
  readonly item?: string | undefined
  /** `2020-Q2`. */
  readonly quarter?: string | undefined
}

/**
 * The rounds meant, nearest deadline first, each still taking answers; `more` counts those of a quarter that one
 * reminder does not hold. Refuses a round that takes none, and a quarter without any.
 */
export async function roundsToRemind(
  ctx: Context,
  { round, item, quarter }: Choice,
): Promise<{ readonly rounds: readonly Round[]; readonly more: number }> {
  if (round !== undefined) return { rounds: [requireLive(ctx, await loadRound(ctx, round))], more: 0 }
  if (item !== undefined) return { rounds: [requireLive(ctx, await latestRound(ctx, item))], more: 0 }
  const rows = await ctx.db.round.findMany({
    where: { state: 'open', ...(quarter === undefined ? {} : { item: { quarter } }) },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    select: { id: true, dueAt: true, late: true, silence: true, state: true },
  })
  const live = rows.filter((row) => phase(row, ctx.now) !== 'closed')
  if (live.length === 0)
    throw new Refusal('no-open-round', quarter === undefined ? {} : { quarter: ctx.texts.quarter(quarter) })
  const rounds = await Promise.all(live.slice(0, most).map((row) => loadRound(ctx, row.id)))
  return { rounds, more: Math.max(0, live.length - most) }
}

function requireLive(ctx: Context, round: Round): Round {
  const at = phase(round, ctx.now)
  if (at === 'withdrawn') throw new Refusal('round-withdrawn-already', { reason: round.changeReason ?? '' })
  if (at === 'closed')
    throw new Refusal('round-closed-already', { at: ctx.texts.moment(round.closedAt ?? round.dueAt, ctx.zone) })
  return round
}
