import { derivedDeadline } from '../../calendar/derived-deadline.ts'
import type { Context } from '../../context.ts'
import type { Position } from '../../contract/intent.ts'
import { readPositions } from '../../opinions/boards/read-positions.ts'
import { readProgress } from '../../opinions/boards/read-progress.ts'
import { roundThatCounts } from '../../opinions/rounds/deadline-that-stands.ts'
import { phase } from '../../opinions/rounds/phase.ts'
import { findRounds, type Round } from '../../opinions/rounds/rounds.ts'

/** How far an item has come. `overdue`: its deadline has passed, that of its round or, without one, its quarter's. */
export type ItemState = 'none' | 'overdue' | 'open' | 'closed' | 'published' | 'withdrawn'

/** An item of a plan as it stands now. */
export type PlannedItem = {
  readonly key: string
  readonly type: string
  readonly typeEn: string | null
  readonly title: string
  readonly titleEn: string | null
  readonly quarter: string | null
  readonly draftingAgency: string | null
  readonly state: ItemState
  /** The deadline of its quarter, derived; undefined where the source states no quarter. */
  readonly derived: Date | undefined
  /** The round that counts, else the latest one, which was withdrawn. */
  readonly round: Round | undefined
  readonly answered: number
  readonly total: number
  readonly positions: ReadonlyMap<Position, number> | undefined
  /** When answers were published last. */
  readonly publishedAt: Date | undefined
}

/** All items of a plan, in its order, with the round that counts of each: a few statements, however many they are. */
export async function readItems(ctx: Context, planId: string): Promise<readonly PlannedItem[]> {
  const { db, now } = ctx
  const [items, rounds] = await Promise.all([
    db.workItem.findMany({
      where: { planId },
      orderBy: { position: 'asc' },
      select: {
        ...{ id: true, key: true, type: true, typeEn: true, title: true, titleEn: true },
        ...{ quarter: true, draftingAgency: true },
      },
    }),
    findRounds(ctx, { item: { planId } }),
  ])
  const byItem = Map.groupBy(rounds, (round) => round.itemId)
  const counting = items.map(({ id }) => {
    const own = byItem.get(id) ?? []
    return roundThatCounts(own) ?? own.toSorted((a, b) => b.number - a.number)[0]
  })
  const there = counting.filter((round) => round !== undefined)
  const ids = there.map(({ id }) => id)
  const [progress, positions, publications] = await Promise.all([
    readProgress(ctx, there),
    readPositions(ctx, ids),
    ids.length === 0
      ? []
      : db.answerPublication.groupBy({ by: ['roundId'], where: { roundId: { in: ids } }, _max: { at: true } }),
  ])
  const counts = new Map(progress.map((one) => [one.round.id, one]))
  const published = new Map(publications.map(({ roundId, _max }) => [roundId, _max.at ?? undefined]))
  return items.map(({ id: _, ...item }, at) => {
    const round = counting[at]
    const derived = derivedDeadline(ctx.calendar, ctx.zone, item.quarter)
    const publishedAt = round === undefined ? undefined : published.get(round.id)
    const { answered = 0, total = 0 } = round === undefined ? {} : (counts.get(round.id) ?? {})
    return {
      ...{ ...item, round, derived, publishedAt, answered, total },
      positions: round === undefined ? undefined : positions.get(round.id),
      state: stateOf(round, derived, publishedAt, now),
    }
  })
}

function stateOf(
  round: Round | undefined,
  derived: Date | undefined,
  publishedAt: Date | undefined,
  now: Date,
): ItemState {
  if (round === undefined) return derived !== undefined && derived <= now ? 'overdue' : 'none'
  const at = phase(round, now)
  if (at === 'withdrawn') return 'withdrawn'
  if (at === 'late') return 'overdue'
  if (at === 'open') return 'open'
  return publishedAt === undefined ? 'closed' : 'published'
}
