import type { Context, UseCase } from '../context.ts'
import type { IntentOf, Position, Standing } from '../contract/intent.ts'
import { boardMessage } from './cards/board-card.ts'
import { peopleCard } from './cards/people-card.ts'
import { phase, standing } from './phase.ts'
import { mayReadOthers } from './read-opinion.ts'
import { latestRound, loadRound, positionsOf, type Round } from './rounds.ts'

/** One person asked, with the current opinion's outline; never its words. */
export type Row = {
  readonly personId: string
  readonly standing: Standing
  readonly position: Position | undefined
  readonly at: Date | undefined
  readonly version: number | undefined
  readonly recorded: boolean
}

/** Where a round stands, counted. `answered` includes the late ones. */
export type Board = {
  readonly rows: readonly Row[]
  readonly total: number
  readonly answered: number
  readonly late: number
  readonly deemed: number
  readonly missing: number
  readonly byPosition: ReadonlyMap<Position, number>
}

/** Reads where everybody asked stands now: one row a person, the highest version counting. */
export async function readBoard(ctx: Pick<Context, 'db' | 'now'>, round: Round): Promise<Board> {
  const [asked, opinions] = await Promise.all([
    ctx.db.asked.findMany({ where: { roundId: round.id }, select: { personId: true } }),
    ctx.db.opinion.findMany({
      where: { roundId: round.id },
      orderBy: { version: 'asc' },
      select: { personId: true, version: true, position: true, at: true, late: true, recordedSource: true },
    }),
  ])
  // Later versions overwrite earlier ones.
  const current = new Map(opinions.map((opinion) => [opinion.personId, opinion]))
  const rows = asked.map(({ personId }): Row => {
    const opinion = current.get(personId)
    return {
      personId,
      standing: standing(round, opinion, ctx.now),
      position: opinion === undefined ? undefined : positionsOf(JSON.stringify([opinion.position]))[0],
      at: opinion?.at,
      version: opinion?.version,
      recorded: opinion !== undefined && opinion.recordedSource !== null,
    }
  })
  const count = (wanted: Standing) => rows.filter((row) => row.standing === wanted).length
  const byPosition = new Map<Position, number>()
  for (const { position } of rows)
    if (position !== undefined) byPosition.set(position, (byPosition.get(position) ?? 0) + 1)
  const late = count('late')
  return {
    rows,
    total: rows.length,
    answered: count('answered') + late,
    late,
    deemed: count('deemed'),
    missing: count('missing'),
    byPosition,
  }
}

/** The board of one item's latest round, or of every round still open. In a channel: counts only. */
export const showStatus: UseCase<IntentOf<'status'>> = async (ctx, intent) => {
  {
    if (intent.item !== undefined) {
      const round = await latestRound(ctx, intent.item)
      return { reply: { kind: 'message', message: boardMessage(ctx, round, await readBoard(ctx, round)) } }
    }
    const open = await openRounds(ctx)
    const { texts: t } = ctx
    if (open.length === 0) {
      return {
        reply: { kind: 'message', message: { text: t.board.none, blocks: [{ kind: 'text', text: t.board.none }] } },
      }
    }
    const blocks = []
    for (const round of open) {
      const message = boardMessage({ ...ctx, audience: 'shared' }, round, await readBoard(ctx, round))
      const title = { kind: 'text', text: message.title ?? '', tone: 'strong' } as const
      const more = { label: t.buttons.status, intent: { kind: 'board', round: round.id } } as const
      const bar = message.blocks?.filter((block) => block.kind === 'progress') ?? []
      const due = {
        kind: 'text',
        text: `${t.opinion.deadline}: ${t.deadline(round.dueAt, ctx.zone)}`,
        tone: 'subtle',
      } as const
      blocks.push(title, ...bar, due, { kind: 'buttons', buttons: [more] } as const)
    }
    return { reply: { kind: 'message', message: { text: t.board.allTitle, title: t.board.allTitle, blocks } } }
  }
}

/** One round's board, or with `show` the people of one standing by name: for coordinators, and for the drafting agency once closed. */
export const showBoard: UseCase<IntentOf<'board'>> = async (ctx, intent) => {
  {
    const round = await loadRound(ctx, intent.round)
    const board = await readBoard(ctx, round)
    const message =
      intent.show !== undefined && ctx.audience === 'private' && mayReadOthers(ctx, round)
        ? await peopleCard(ctx, round, board, intent.show, intent.page ?? 0)
        : boardMessage(ctx, round, board)
    return { reply: { kind: 'message', message, replaces: true } }
  }
}

/** Rounds that still take answers, nearest deadline first; at most 20. */
export async function openRounds(ctx: Context): Promise<readonly Round[]> {
  const rows = await ctx.db.round.findMany({
    where: { state: 'open' },
    orderBy: { dueAt: 'asc' },
    select: { id: true },
    take: 40,
  })
  const rounds = await Promise.all(rows.map((row) => loadRound(ctx, row.id)))
  return rounds.filter((round) => phase(round, ctx.now) !== 'closed').slice(0, 20)
}
