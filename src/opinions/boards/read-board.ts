import type { Context } from '../../context.ts'
import { Position, type Standing } from '../../contract/intent.ts'
import { standing, takingAnswers } from '../rounds/phase.ts'
import { findRounds, type Round } from '../rounds/rounds.ts'
import { type Former, formersIn } from '../rounds/who-counts.ts'

/** One person asked, with the current opinion's outline; never its words. */
export type Row = {
  readonly personId: string
  readonly standing: Standing
  readonly position: Position | undefined
  readonly at: Date | undefined
  readonly version: number | undefined
  readonly recorded: boolean
  /** Of `former`: since when they are no member, and who was asked in their place, by id. */
  readonly former: Former | undefined
  /** The delegate who sent it, by id; undefined where the member did. */
  readonly sentById: string | undefined
}

/**
 * Where a round stands, counted. `answered` includes the late ones. `total` is of those who can answer or have: `former`,
 * who left without an answer, stand apart.
 */
export type Board = {
  readonly rows: readonly Row[]
  readonly total: number
  readonly answered: number
  readonly late: number
  readonly deemed: number
  readonly missing: number
  readonly former: number
  readonly byPosition: ReadonlyMap<Position, number>
}

/** What a board counts of a version of an opinion; nothing of its words. */
const outline = {
  personId: true,
  version: true,
  position: true,
  at: true,
  late: true,
  recordedSource: true,
  sentById: true,
} as const
type Outline = {
  readonly personId: string
  readonly version: number
  readonly position: string
  readonly at: Date
  readonly late: boolean
  readonly recordedSource: string | null
  readonly sentById: string | null
}

type Reading = Pick<Context, 'db' | 'now' | 'zone'>

/** Reads where everybody asked stands now: one row a person, the highest version counting. */
export async function readBoard(ctx: Reading, round: Round): Promise<Board> {
  const board = (await readBoards(ctx, [round])).get(round.id)
  if (board === undefined) throw new Error('every round has a board')
  return board
}

/** The boards of several rounds, by their ids, in as many statements as for one. */
export async function readBoards(ctx: Reading, rounds: readonly Round[]): Promise<ReadonlyMap<string, Board>> {
  const roundId = { in: rounds.map(({ id }) => id) }
  const [formers, asked, versions] = await Promise.all([
    formersIn(ctx, rounds),
    ctx.db.asked.findMany({ where: { roundId }, select: { roundId: true, personId: true } }),
    ctx.db.opinion.findMany({ where: { roundId }, orderBy: { version: 'asc' }, select: { ...outline, roundId: true } }),
  ])
  const askedIn = Map.groupBy(asked, (row) => row.roundId)
  const versionsIn = Map.groupBy(versions, (row) => row.roundId)
  return new Map(
    rounds.map((round) => {
      const { id } = round
      const [seats, said] = [askedIn.get(id) ?? [], versionsIn.get(id) ?? []]
      const former = formers.get(id) ?? new Map<string, Former>()
      return [id, countBoard(ctx, round, { asked: seats, versions: said, former })]
    }),
  )
}

/** The same of what has been read already; `versions` in their order. */
export function countBoard(
  { now }: Pick<Context, 'now'>,
  round: Round,
  read: {
    readonly asked: readonly { readonly personId: string }[]
    readonly versions: readonly Outline[]
    readonly former: ReadonlyMap<string, Former>
  },
): Board {
  const { asked, versions, former } = read
  // Later versions overwrite earlier ones.
  const current = new Map(versions.map((opinion) => [opinion.personId, opinion]))
  const rows = asked.map(({ personId }): Row => {
    const opinion = current.get(personId)
    return {
      personId,
      standing: standing(round, opinion, now, former.has(personId)),
      former: opinion === undefined ? former.get(personId) : undefined,
      position: opinion === undefined ? undefined : Position.parse(opinion.position),
      at: opinion?.at,
      version: opinion?.version,
      recorded: opinion !== undefined && opinion.recordedSource !== null,
      sentById: opinion?.sentById ?? undefined,
    }
  })
  const count = (wanted: Standing) => rows.filter((row) => row.standing === wanted).length
  const byPosition = new Map<Position, number>()
  for (const { position } of rows)
    if (position !== undefined) byPosition.set(position, (byPosition.get(position) ?? 0) + 1)
  const late = count('late')
  return {
    rows,
    total: rows.length - count('former'),
    answered: count('answered') + late,
    late,
    deemed: count('deemed'),
    missing: count('missing'),
    former: count('former'),
    byPosition,
  }
}

/** Every round that still takes answers, nearest deadline first. */
export const openRounds = (ctx: Pick<Context, 'db' | 'now'>): Promise<readonly Round[]> =>
  findRounds(ctx, takingAnswers(ctx.now))
