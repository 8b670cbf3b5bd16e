import type { Context } from '../context.ts'
import type { Round } from './rounds.ts'

/** Which of these rounds wait for the actor: asked in them and not answered, in the order given; a draft is no answer. */
export async function waitingRounds({ db, actor }: Context, open: readonly Round[]): Promise<readonly Round[]> {
  const among = { personId: actor.id, roundId: { in: open.map((round) => round.id) } }
  const [asked, answered] = await Promise.all([
    db.asked.findMany({ where: among, select: { roundId: true } }),
    db.opinion.findMany({ where: among, select: { roundId: true } }),
  ])
  const done = new Set(answered.map((row) => row.roundId))
  const mine = new Set(asked.map((row) => row.roundId).filter((id) => !done.has(id)))
  return open.filter((round) => mine.has(round.id))
}
