import type { Context } from '../context.ts'
import { Refusal } from '../contract/refusal.ts'
import { findRounds, latestRound, type Round } from '../opinions/rounds/rounds.ts'

/** One round of an item by its number; without one, the round that takes answers, else the latest. Refuses what there is not. */
export async function findRecordRound(ctx: Context, item: string, number?: number): Promise<Round> {
  const latest = await latestRound(ctx, item)
  if (number === undefined || number === latest.number) return latest
  const [round] = await findRounds(ctx, { item: { key: item }, number })
  if (round === undefined) throw new Refusal('no-such-round')
  return round
}
