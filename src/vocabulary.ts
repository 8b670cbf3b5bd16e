import { dayIn } from './calendar/zoned.ts'
import type { Context } from './context.ts'
import type { Db } from './database/open.ts'
import type { Vocabulary } from './understand/result.ts'

export { nearestUnits } from './understand/near-names.ts'

type Names = Pick<Vocabulary, 'items' | 'units' | 'teams'> & { readonly planYears: readonly number[] }
/** What was read last, with how it read: the same rows give the same lists, so that their indexes are made once. */
const last = new WeakMap<Db, { readonly rows: string; readonly names: Names }>()

/**
 * What sentences may speak of: the items of all plans, the units that are inspected or visited or that stand in a
 * succession, the teams. The year is this one where it has a plan, else that of the latest plan.
 */
export async function readVocabulary(ctx: Pick<Context, 'db' | 'now' | 'zone'>): Promise<Vocabulary> {
  const today = dayIn(ctx.now, ctx.zone)
  const { planYears, ...names } = await readNames(ctx.db)
  const thisYear = Number(today.slice(0, 4))
  return { ...names, year: planYears.includes(thisYear) ? thisYear : (planYears[0] ?? thisYear), today }
}

async function readNames(db: Db): Promise<Names> {
  const [items, units, teams, plans] = await Promise.all([
    db.workItem.findMany({
      orderBy: [{ plan: { year: 'desc' } }, { position: 'asc' }],
      select: { key: true, title: true, titleEn: true, type: true, typeEn: true },
    }),
    db.unit.findMany({
      where: {
        OR: [
          { plans: { some: {} } },
          { visits: { some: {} } },
          { successorId: { not: null } },
          { predecessors: { some: {} } },
        ],
      },
      orderBy: { id: 'asc' },
      select: {
        id: true,
        name: true,
        shortNames: true,
        successor: { select: { name: true } },
        predecessors: { orderBy: { id: 'asc' }, select: { name: true } },
      },
    }),
    db.team.findMany({ orderBy: { key: 'asc' }, select: { key: true, name: true } }),
    db.plan.findMany({ orderBy: { year: 'desc' }, select: { year: true } }),
  ])
  const rows = JSON.stringify([items, units, teams, plans])
  const known = last.get(db)
  if (known?.rows === rows) return known.names
  const names: Names = {
    items: items.map(({ titleEn, typeEn, ...row }) => ({
      ...row,
      ...(titleEn === null ? {} : { titleEn }),
      ...(typeEn === null ? {} : { typeEn }),
    })),
    units: units.map(({ id, name, shortNames, successor, predecessors }) => {
      const others = [
        ...(shortNames?.split('|') ?? []),
        ...(successor === null ? [] : [successor.name]),
        ...predecessors.map((unit) => unit.name),
      ]
      return { id, name, ...(others.length === 0 ? {} : { otherNames: others }) }
    }),
    teams,
    planYears: plans.map(({ year }) => year),
  }
  last.set(db, { rows, names })
  return names
}
