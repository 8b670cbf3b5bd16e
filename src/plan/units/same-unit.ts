import { addDays, dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'

/** A unit as far as its succession goes; `toDay` is its last day, and the successor takes over on the day after. */
export type UnitInTime = {
  readonly id: string
  readonly name: string
  readonly toDay: string | null
  /** Counts with a last day only. */
  readonly successorId: string | null
  readonly source: string | null
  /** Whether a plan or a visit names it. */
  readonly inspected: boolean
}

/** Which unit became which, from what day on (`YYYY-MM-DD`), and by which law. */
export type SuccessionNote = {
  readonly from: string
  readonly to: string
  readonly day: string
  readonly source: string | null
}

/**
 * The units that one asked about stands for on the day `today`: itself, and whatever has been merged into it by then,
 * directly or by steps; never the unit it was merged into itself. A successor that is inspected nowhere of its own has
 * no other visits than those of its predecessors: it finds them before the merger's day as well. The notes say of each
 * unit found who became what, and of the one asked about what it has become by `today`.
 */
export function unitsCalled(
  units: readonly UnitInTime[],
  id: string,
  today: string,
): { readonly ids: readonly string[]; readonly notes: readonly SuccessionNote[] } {
  const asked = units.find((unit) => unit.id === id)
  if (asked === undefined) return { ids: [id], notes: [] }
  const successor = units.find((unit) => unit.id === asked.successorId)
  const become = successor !== undefined && isMerged(asked, today) ? noteOf(asked, successor) : []
  const found = new Map<string, UnitInTime>([[id, asked]])
  const notes: SuccessionNote[] = []
  // What is added while the loop goes on is visited as well; nobody is added twice, so a circle ends.
  for (const into of found.values())
    for (const unit of units)
      if (
        unit.successorId === into.id &&
        !found.has(unit.id) &&
        (isMerged(unit, today) || (unit.toDay !== null && !asked.inspected))
      ) {
        found.set(unit.id, unit)
        notes.push(...noteOf(unit, into))
      }
  return { ids: [...found.keys()], notes: [...become, ...notes] }
}

const isMerged = ({ toDay }: UnitInTime, today: string): boolean => toDay !== null && toDay < today

const noteOf = ({ name, toDay, source }: UnitInTime, to: UnitInTime): SuccessionNote[] =>
  toDay === null ? [] : [{ from: name, to: to.name, day: addDays(toDay, 1), source }]

/** Longer chains of mergers do not happen; a circle that slipped in ends here. */
const longestChain = 10

const columns = {
  id: true,
  name: true,
  toDay: true,
  successorId: true,
  source: true,
  // One of each tells as much as their number, which Prisma would count for every unit there is.
  plans: { select: { planId: true }, take: 1 },
  visits: { select: { id: true }, take: 1 },
} as const

/** The same for a stored unit, today, by index: a few statements, whatever the number of units. */
export async function unitsBehind(
  ctx: Pick<Context, 'db' | 'now' | 'zone'>,
  unitId: string,
): Promise<{ readonly ids: readonly string[]; readonly notes: readonly SuccessionNote[] }> {
  const { db, now, zone } = ctx
  const asked = await db.unit.findUnique({ where: { id: unitId }, select: columns })
  if (asked === null) return { ids: [unitId], notes: [] }
  const rows = [asked]
  if (asked.successorId !== null)
    rows.push(...(await db.unit.findMany({ where: { id: asked.successorId }, select: columns })))
  let into = [asked.id]
  for (let step = 0; step < longestChain && into.length > 0; step += 1) {
    const merged = await db.unit.findMany({
      where: { successorId: { in: into } },
      select: columns,
      orderBy: { name: 'asc' },
    })
    const fresh = merged.filter((unit) => rows.every((row) => row.id !== unit.id))
    rows.push(...fresh)
    into = fresh.map((unit) => unit.id)
  }
  const units = rows.map(({ plans, visits, ...unit }) => ({ ...unit, inspected: plans.length + visits.length > 0 }))
  return unitsCalled(units, unitId, dayIn(now, zone))
}
