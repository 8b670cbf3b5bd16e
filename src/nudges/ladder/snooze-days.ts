import type { Context } from '../../context.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import { ladderFacts } from './open-rounds.ts'
import { type PutOff, putOffs, putOffTo, type Wish } from './put-offs.ts'

type Reading = Pick<Context, 'db' | 'now' | 'zone' | 'calendar'>

/** By how many days the nudges about a round can be put off now by somebody in `zone`, as `putOffs` says. */
export async function snoozeDays(ctx: Reading, round: Round, zone: string): Promise<ReadonlyMap<1 | 3, PutOff>> {
  return putOffs(ctx, await ladderFacts(ctx, round), zone, ctx.now)
}

/** To which morning a wish of somebody in `zone` puts off the nudges about a round, as `putOffTo` says. */
export async function snoozeTo(ctx: Reading, round: Round, zone: string, wish: Wish): Promise<PutOff | undefined> {
  return putOffTo(ctx, await ladderFacts(ctx, round), zone, ctx.now, wish)
}
