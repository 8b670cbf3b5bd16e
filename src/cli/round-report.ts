import type { Context } from '../context.ts'
import type { Position, Standing } from '../contract/intent.ts'
import { type Board, readBoard } from '../opinions/boards/read-board.ts'
import { type Reach, readReach } from '../opinions/boards/read-reach.ts'
import { type Phase, phase } from '../opinions/rounds/phase.ts'
import type { Round } from '../opinions/rounds/rounds.ts'

/**
 * One round as the commands report it; a stable shape. Instants are ISO 8601 in UTC. `answered` includes `late`;
 * `answered + deemed + missing = asked`; `former` left as members without an answer, and are not among those asked. `positions` counts the current opinions by every position the round offers.
 */
export type RoundReport = {
  readonly item: string
  readonly title: string
  /** The how manieth round on this item. */
  readonly round: number
  readonly id: string
  readonly phase: Phase
  readonly deadline: string
  /** `quarter-end`: derived from the plan's quarter; `working-days`: so many from the opening; `set`: chosen by somebody. */
  readonly deadlineRule: string
  /** With `working-days`, how many. */
  readonly deadlineDays: number | null
  readonly asked: number
  readonly answered: number
  readonly late: number
  readonly deemed: number
  readonly missing: number
  readonly former: number
  readonly positions: Readonly<Partial<Record<Position, number>>>
  readonly draftVersion: number
  readonly draftUrl: string | null
  /** The rules it was opened under: late answers `accept` or `refuse`, silence `none` or `deemed`. */
  readonly terms: { readonly late: string; readonly silence: string; readonly silenceBasis: string | null }
  /** As entered, at the head of the record. */
  readonly legalBases: readonly string[]
  readonly openedAt: string
  readonly closedAt: string | null
  /** Why it was last extended, closed, reopened or withdrawn. */
  readonly reason: string | null
}

/** Somebody asked. `at` is when the current opinion came in, ISO 8601 in UTC; `recorded`: by a coordinator. */
export type PersonReport = {
  readonly person: string
  readonly name: string
  readonly organisation: string | null
  readonly standing: Standing
  readonly position: Position | null
  readonly at: string | null
  readonly recorded: boolean
  /** What became of the request to them: its status in the ledger, `none` where it was never put there. */
  readonly request: Reach['state']
}

export async function reportRound(ctx: Context, round: Round): Promise<RoundReport> {
  return describe(ctx, round, await readBoard(ctx, round))
}

/** The same with everybody asked: answered, late, deemed, missing, and within each by organisation and name. */
export async function reportRoundWithPeople(
  ctx: Context,
  round: Round,
): Promise<RoundReport & { readonly people: readonly PersonReport[] }> {
  const board = await readBoard(ctx, round)
  return { ...describe(ctx, round, board), people: await listPeople(ctx, round, board) }
}

function describe(ctx: Context, round: Round, board: Board): RoundReport {
  return {
    item: round.item.key,
    title: round.item.title,
    round: round.number,
    id: round.id,
    phase: phase(round, ctx.now),
    deadline: round.dueAt.toISOString(),
    deadlineRule: round.dueRule,
    deadlineDays: round.dueDays,
    asked: board.total,
    answered: board.answered,
    late: board.late,
    deemed: board.deemed,
    missing: board.missing,
    former: board.former,
    positions: Object.fromEntries(round.positions.map((position) => [position, board.byPosition.get(position) ?? 0])),
    draftVersion: round.draftVersion,
    draftUrl: round.draftUrl,
    terms: { late: round.late, silence: round.silence, silenceBasis: round.silenceBasis },
    legalBases: round.legalBases?.split('\n') ?? [],
    openedAt: round.openedAt.toISOString(),
    closedAt: round.closedAt?.toISOString() ?? null,
    reason: round.changeReason,
  }
}

const order: readonly Standing[] = ['answered', 'late', 'deemed', 'missing', 'former']

async function listPeople(ctx: Context, round: Round, board: Board): Promise<readonly PersonReport[]> {
  // Sorted here: an ordered list of thousands cannot be read in parts on SQLite.
  const asked = await ctx.db.asked.findMany({
    where: { roundId: round.id },
    select: { person: { select: { id: true, key: true, name: true, organisation: true } } },
  })
  const reach = await readReach(
    ctx,
    round.id,
    asked.map(({ person }) => person.id),
  )
  const rows = new Map(board.rows.map((row) => [row.personId, row]))
  return asked
    .flatMap(({ person: { id, key, name, organisation } }): PersonReport[] => {
      const row = rows.get(id)
      if (row === undefined) return []
      const { standing, position, at, recorded } = row
      return [
        {
          person: key,
          name,
          organisation,
          standing,
          position: position ?? null,
          at: at?.toISOString() ?? null,
          recorded,
          request: reach.get(id)?.state ?? 'none',
        },
      ]
    })
    .sort(
      (one, other) =>
        order.indexOf(one.standing) - order.indexOf(other.standing) ||
        (one.organisation ?? '').localeCompare(other.organisation ?? '', 'vi') ||
        one.name.localeCompare(other.name, 'vi') ||
        (one.person < other.person ? -1 : 1),
    )
}
