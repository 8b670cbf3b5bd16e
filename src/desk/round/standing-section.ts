import type { Context } from '../../context.ts'
import type { Fact } from '../../contract/message.ts'
import type { Part, Section } from '../../contract/page.ts'
import type { Board } from '../../opinions/boards/read-board.ts'
import { type Reach, reachStates } from '../../opinions/boards/read-reach.ts'
import { phase } from '../../opinions/rounds/phase.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import { roundBar } from '../parts/round-bar.ts'

/** Where a round stands: one bar with what its colours stand for, and what a board says beside it; no names. */
export function standingSection(
  ctx: Context,
  round: Round,
  board: Board,
  more: { readonly reach?: ReadonlyMap<string, Reach>; readonly chart?: Part },
): Section {
  const { texts: t, now, zone } = ctx
  const facts = [
    ...(board.late > 0 ? [{ label: t.standings.late, value: String(board.late) }] : []),
    ...(board.former > 0 ? [{ label: t.standings.former, value: t.board.formerCount(board.former) }] : []),
    ...requests(ctx, more.reach ?? new Map()),
  ]
  return {
    id: 'standing',
    title: t.board.progress(board.answered, board.total),
    pill: { text: t.board.phase[phase(round, now)], tone: 'plain' },
    note: { text: t.desk.round.asOf(t.moment(now, zone)), tone: 'subtle' },
    parts: [
      { kind: 'bar', bar: roundBar(ctx, board.byPosition, board.total, board.deemed), legend: true },
      ...(more.chart === undefined ? [] : [more.chart]),
      ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
      ...(round.silenceBasis === null
        ? []
        : [{ kind: 'text', text: t.board.deemedNote(round.silenceBasis), tone: 'subtle' } as const]),
      { kind: 'text', text: t.board.notAdoption, tone: 'subtle' },
    ],
  }
}

/** How the requests to those who have not answered stand, counted. */
function requests({ texts: t }: Context, reach: ReadonlyMap<string, Reach>): readonly Fact[] {
  const all = [...reach.values()]
  const counts = reachStates.flatMap((state) => {
    const count = all.filter((one) => one.state === state).length
    return count === 0 ? [] : [`${t.board.reachShort[state]} ${count}`]
  })
  return counts.length === 0 ? [] : [{ label: t.board.requests, value: counts.join('; ') }]
}
