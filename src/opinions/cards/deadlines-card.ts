import type { Context } from '../../context.ts'
import type { Item, Message } from '../../contract/message.ts'
import type { Board } from '../boards/read-board.ts'
import { phase } from '../rounds/phase.ts'
import { type Round, titleOf } from '../rounds/rounds.ts'

/** A round whose deadline has passed, with what came in. */
export type CountedRound = { readonly round: Round; readonly board: Board }

/** Rounds with a button of their own, at the most. */
const mostButtons = 5

/** The deadlines of several rounds that have passed, each with its counts; never a name, never a word of an opinion. */
export function deadlinesCard(ctx: Pick<Context, 'texts' | 'now' | 'zone'>, rounds: readonly CountedRound[]): Message {
  const { texts: t } = ctx
  const said = t.notifications.deadlines(rounds.length)
  const items = rounds.map(({ round, board }, place): Item => {
    const title = titleOf(round.item, ctx)
    const closed = phase(round, ctx.now) === 'closed'
    const text = t.notifications.passed(title, t.deadline(round.dueAt, ctx.zone), board, closed)
    if (place >= mostButtons) return text
    const status = { label: t.buttons.status, intent: { kind: 'board.show', round: round.id } } as const
    return { text, own: { row: round.item.key, buttons: [status] } }
  })
  return {
    text: said,
    blocks: [
      { kind: 'text', text: said, tone: 'strong' },
      { kind: 'list', items },
      ...(rounds.some(({ round }) => phase(round, ctx.now) === 'late')
        ? [{ kind: 'text', text: t.notifications.dueLate } as const]
        : []),
      { kind: 'text', text: t.board.notAdoption, tone: 'subtle' },
    ],
  }
}
