import type { Context } from '../../context.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import { ladderFacts } from './open-rounds.ts'
import { type PutOff, putOffs } from './put-offs.ts'

/** By how many days the nudges about a round can be put off now by somebody in `zone`, as `putOffs` says. */
export async function snoozeDays(
  ctx: Pick<Context, 'db' | 'now' | 'zone' | 'calendar'>,
  round: Round,
  zone: string,
): Promise<ReadonlyMap<1 | 3, PutOff>> {
  return putOffs(ctx, await ladderFacts(ctx, round), zone, ctx.now)
}
