import type { Context } from '../../context.ts'
import type { RoundFacts } from '../ladder/due.ts'
import { ladderOf } from '../ladder/round-ladder.ts'

/** So many days after a date for answers nobody is nudged about it any more. */
const reachDays = 120
const dayMs = 86_400_000

/** A round whose remarks are to be answered until a date, with the ladder of that date. `id` is the ladder's, not the round's. */
export type AnswerRound = RoundFacts & { readonly round: string; readonly item: string; readonly agency: string }

/** A stored round, as far as the date for its answers goes. */
export type DatedRound = {
  readonly id: string
  readonly state: string
  readonly dueAt: Date
  readonly closedAt: Date | null
  readonly late: string
  readonly ladder: string | null
  readonly answersDueAt: Date | null
  readonly answersSetAt: Date | null
}

/** From when on the remarks are answered: the round's end, to come or past; undefined while somebody has to close it. */
function answeredFrom({ state, dueAt, closedAt, late }: DatedRound): Date | undefined {
  if (state === 'closed') return closedAt ?? dueAt
  return state === 'open' && late === 'refuse' ? dueAt : undefined
}

/**
 * The date for the answers as a ladder sees it: that of the round, its overdue steps included. What fell due before the date
 * was set, or before the round ended, is covered by the message about that. Undefined without a date, and while nobody can say
 * when the round ends.
 */
export function answerFacts(round: DatedRound, plan: { readonly ladder: string | null }): RoundFacts | undefined {
  const { id, answersDueAt, answersSetAt } = round
  const from = answeredFrom(round)
  if (answersDueAt === null || answersSetAt === null || from === undefined) return undefined
  return {
    id: `answers:${id}`,
    dueAt: answersDueAt,
    startsAt: new Date(Math.max(from.getTime(), answersSetAt.getTime())),
    ladder: ladderOf(round, plan),
    takesLate: true,
  }
}

/** Every round with a date for its answers that is not long past, by the ladder's id, nearest date first; the round's end may be to come. */
export async function datedRounds({ db, now }: Pick<Context, 'db' | 'now'>): Promise<ReadonlyMap<string, AnswerRound>> {
  const rows = await db.round.findMany({
    where: {
      answersDueAt: { gte: new Date(now.getTime() - reachDays * dayMs) },
      state: { not: 'withdrawn' },
      item: { draftingAgency: { not: null } },
    },
    orderBy: [{ answersDueAt: 'asc' }, { id: 'asc' }],
  })
  // Asked each minute, and mostly of nothing: Prisma would ask for the items of no round.
  if (rows.length === 0) return new Map()
  const items = await db.workItem.findMany({
    where: { id: { in: rows.map(({ itemId }) => itemId) } },
    select: { id: true, key: true, draftingAgency: true, plan: { select: { ladder: true } } },
  })
  const byId = new Map(items.map((item) => [item.id, item]))
  return new Map(
    rows.flatMap((row): readonly (readonly [string, AnswerRound])[] => {
      const of = byId.get(row.itemId)
      if (of === undefined) return []
      const facts = answerFacts(row, of.plan)
      const { key: item, draftingAgency: agency } = of
      return facts === undefined || agency === null ? [] : [[facts.id, { ...facts, round: row.id, item, agency }]]
    }),
  )
}
