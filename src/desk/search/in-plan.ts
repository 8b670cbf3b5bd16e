import type { Context } from '../../context.ts'
import type { Line, Section } from '../../contract/page.ts'
import { searchEntries } from '../../conversation/picking/search-entries.ts'
import { phase } from '../../opinions/rounds/phase.ts'
import { titleOf } from '../../opinions/rounds/rounds.ts'
import { group, most } from './group.ts'
import type { Known } from './known.ts'

const columns = {
  id: true,
  key: true,
  title: true,
  titleEn: true,
  plan: { select: { year: true } },
  rounds: {
    orderBy: { number: 'desc' },
    select: { id: true, number: true, state: true, dueAt: true, late: true, silence: true },
  },
} as const

/** How many items the search reads the rounds of. */
const mostItems = 40

/** The items that the words may mean, and the rounds on them. */
export async function foundInPlan(ctx: Context, known: Known, find: string): Promise<readonly Section[]> {
  const { texts: t, db, zone, now } = ctx
  const ids = searchEntries(known.item, find).map(({ entry }) => entry.id)
  if (ids.length === 0) return []
  const rows = await db.workItem.findMany({ where: { id: { in: ids.slice(0, mostItems) } }, select: columns })
  const byId = new Map(rows.map((item) => [item.id, item]))
  const found = ids.flatMap((id) => byId.get(id) ?? [])
  const rounds = found.flatMap((item) => item.rounds.map((round) => ({ item, round })))
  const [first] = found
  return [
    ...group(ctx, {
      id: 'items',
      title: t.desk.search.items,
      total: ids.length,
      lines: found.slice(0, most).map(
        (item): Line => ({
          name: item.key,
          text: titleOf(item, ctx),
          place: { page: 'plan', year: item.plan.year },
          small: [t.desk.search.inPlan(item.key, item.plan.year)],
          buttons: [{ label: t.desk.search.open, intent: { kind: 'item.show', item: item.key } }],
        }),
      ),
      way: first && { label: t.desk.plan.name, place: { page: 'plan', year: first.plan.year } },
    }),
    ...group(ctx, {
      id: 'rounds',
      title: t.desk.search.rounds,
      total: rounds.length,
      lines: rounds.slice(0, most).map(({ item, round }): Line => {
        const at = phase(round, now)
        return {
          name: `${item.key}-${round.number}`,
          text: t.desk.search.round(titleOf(item, ctx), round.number),
          place: { page: 'round', round: round.id },
          small: [t.home.due(t.deadline(round.dueAt, zone))],
          pill: { text: t.board.phase[at], tone: at === 'late' ? 'warning' : 'plain' },
        }
      }),
      way: { label: t.desk.rounds.all, place: { page: 'rounds' } },
    }),
  ]
}
