import type { Db } from '../../database/db.ts'
import { rightsOf } from '../delegated.ts'

/** Days as `YYYY-MM-DD`, both included; people by key. A stable shape. */
export type ListedLeave = {
  readonly person: string
  readonly from: string
  readonly to: string
  readonly note: string | null
}
export type ListedDelegation = {
  readonly person: string
  readonly taker: string
  readonly rights: readonly string[]
  /** The item's key; null: everything. */
  readonly item: string | null
  readonly from: string
  readonly to: string
}

const present = (today: string) => ({
  where: { endedAt: null, toDay: { gte: today } },
  orderBy: [{ fromDay: 'asc' as const }, { id: 'asc' as const }],
})
const key = { select: { key: true } } as const

/** Every present and coming leave on `today`, a day in the committee's zone. */
export async function listAbsences(db: Db, today: string): Promise<ListedLeave[]> {
  const rows = await db.absence.findMany({ ...present(today), include: { person: key } })
  return rows.map((row) => ({ person: row.person.key, from: row.fromDay, to: row.toDay, note: row.note }))
}

/** Every present and coming delegation on `today`, a day in the committee's zone. */
export async function listGiven(db: Db, today: string): Promise<ListedDelegation[]> {
  const rows = await db.delegation.findMany({ ...present(today), include: { person: key, taker: key, item: key } })
  return rows.map((row) => ({
    person: row.person.key,
    taker: row.taker.key,
    rights: rightsOf(row.rights),
    item: row.item?.key ?? null,
    from: row.fromDay,
    to: row.toDay,
  }))
}
