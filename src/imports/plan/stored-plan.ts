import type { Db } from '../../database/db.ts'
import type { itemsOf, unitsOf } from './plan-file.ts'

/** What a file wants of a plan. */
export type Lists = {
  readonly items: ReturnType<typeof itemsOf>
  readonly units: ReturnType<typeof unitsOf>
  readonly teams: readonly { readonly key: string; readonly name: string }[]
}

/** What is stored of plans, the one of that year among them, and of what they name. */
export type Stored = Awaited<ReturnType<typeof readStored>>

/** Everything at once; `plan` is missing where there is none of the year. */
export async function readStored(db: Db, year: number) {
  const [plans, items, units, teams] = await Promise.all([
    db.plan.findMany(),
    db.workItem.findMany({
      include: {
        plan: { select: { year: true } },
        _count: { select: { rounds: true, proposals: true, documents: true } },
      },
    }),
    db.unit.findMany({ include: { plans: true } }),
    db.team.findMany({ select: { key: true } }),
  ])
  const plan = plans.find((one) => one.year === year)
  return { plan, items, units, teams: new Set(teams.map((team) => team.key)) }
}

/** The stored items of the plan that a file no longer names. */
export const goneItems = (stored: Stored, keys: ReadonlySet<string>) =>
  stored.items.filter((item) => item.planId === stored.plan?.id && !keys.has(item.key))
