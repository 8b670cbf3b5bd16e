import type { Context } from '../../context.ts'
import type { Message } from '../../contract/message.ts'
import { mayReadOthers } from '../answering/read-opinion.ts'
import { boardMessage } from '../cards/board-card.ts'
import { countAnswered } from '../known-remarks/count-answered.ts'
import { isAnswering } from '../rounds/phase.ts'
import type { Round } from '../rounds/rounds.ts'
import { readBoard } from './read-board.ts'
import { reachOfWaiting } from './read-reach.ts'

/**
 * The board of a round as it stands, or as it will stand when `round` is what it is being changed to. How far the remarks are
 * answered is told to whoever may read them, once they are answered.
 */
export async function boardOf(ctx: Context, round: Round): Promise<Message> {
  const board = await readBoard(ctx, round)
  const answers = ctx.audience === 'private' && isAnswering(round, ctx.now) && mayReadOthers(ctx, round)
  const [reach, answering] = await Promise.all([
    reachOfWaiting(ctx, round, board),
    answers ? countAnswered(ctx, round.id) : undefined,
  ])
  return boardMessage(ctx, round, board, reach, answering)
}
