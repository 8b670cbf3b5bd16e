import { dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import type { Db } from '../database/db.ts'
import type { Vocabulary } from '../understand/result.ts'

export { nearestUnits } from '../understand/readings/near-names.ts'

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
  const [items, all, teams, plans] = await Promise.all([
    db.workItem.findMany({
      orderBy: [{ plan: { year: 'desc' } }, { position: 'asc' }],
      select: { key: true, title: true, titleEn: true, type: true, typeEn: true },
    }),
    db.unit.findMany({
      orderBy: { id: 'asc' },
      select: {
        id: true,
        name: true,
        shortNames: true,
        plans: { select: { planId: true }, take: 1 },
        successor: { select: { name: true } },
        predecessors: { orderBy: { id: 'asc' }, select: { name: true } },
      },
    }),
    db.team.findMany({ orderBy: { key: 'asc' }, select: { key: true, name: true } }),
    db.plan.findMany({ orderBy: { year: 'desc' }, select: { year: true } }),
  ])
  const units = await spokenOf(db, all)
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

type UnitRow = {
  readonly id: string
  readonly plans: readonly object[]
  readonly successor: object | null
  readonly predecessors: readonly object[]
}

/** Without the units that are none of the committee's. Who is visited is asked of the few that no plan names alone. */
async function spokenOf<T extends UnitRow>(db: Db, units: readonly T[]): Promise<readonly T[]> {
  const isKnown = (unit: T) => unit.plans.length > 0 || unit.successor !== null || unit.predecessors.length > 0
  const others = units.filter((unit) => !isKnown(unit)).map((unit) => unit.id)
  if (others.length === 0) return units
  const visited = await db.visit.findMany({
    where: { unitId: { in: others } },
    distinct: ['unitId'],
    select: { unitId: true },
  })
  const visitedIds = new Set(visited.map((visit) => visit.unitId))
  return units.filter((unit) => isKnown(unit) || visitedIds.has(unit.id))
}
