import { addDays } from '../../calendar/zoned.ts'

/** A role as it is stored; days are `YYYY-MM-DD`, both count, and no `toDay` means until further notice. */
export type Held = {
  readonly id: string
  readonly role: string
  readonly fromDay: string
  readonly toDay: string | null
}
export type Period = { readonly role: string; readonly fromDay: string; readonly toDay: string | null }

/** What a row says of its roles. `from` null: not said. `to` undefined: the file has no such column; null: no end. */
export type Wanted = {
  readonly roles: readonly string[]
  readonly from: string | null
  readonly to: string | null | undefined
}

export type RoleChange = {
  readonly add: readonly Period[]
  readonly change: readonly (Period & { readonly id: string })[]
  /** Ids of roles that the row no longer names: they end the day before today. */
  readonly end: readonly string[]
  /** The role whose end would come before its beginning. */
  readonly backwards?: Period
}

/** The last day of a role that is ended today. */
export const lastDay = (today: string) => addDays(today, -1)

/**
 * Compares the roles of one person with what their rows say. A role goes on from the day it is held from; its period is
 * changed where a row gives another that overlaps it; one that has run out begins anew. No period is ever removed.
 */
export function diffRoles(held: readonly Held[], wanted: readonly Wanted[], today: string): RoleChange {
  const taken = new Set<string>()
  const isThere = (role: string, from: string | null) => held.some((one) => one.role === role && one.fromDay === from)
  const each = wanted.flatMap((one) => one.roles.map((role) => ({ one, role, there: isThere(role, one.from) })))
  // A row that gives a stored first day means that period, whatever another row overlaps.
  const pairs = each
    .toSorted((a, b) => Number(b.there) - Number(a.there))
    .map(({ one, role }) => {
      const free = held.filter((some) => some.role === role && !taken.has(some.id))
      const match = findMatch(free, one, today)
      if (match !== undefined) taken.add(match.id)
      const fromDay = one.from ?? match?.fromDay ?? today
      const toDay = one.to === undefined ? (match?.toDay ?? null) : one.to
      return { match, period: { role, fromDay, toDay } }
    })
  const backwards = pairs.find(({ period }) => period.toDay !== null && period.toDay < period.fromDay)?.period
  const add = pairs.flatMap(({ match, period }) => (match === undefined ? [period] : []))
  const change = pairs.flatMap(({ match, period }) =>
    match === undefined || (match.fromDay === period.fromDay && match.toDay === period.toDay)
      ? []
      : [{ ...period, id: match.id }],
  )
  const named = new Set(wanted.flatMap(({ roles }) => roles))
  const end = held.filter((one) => !named.has(one.role) && goesOn(one, today)).map((one) => one.id)
  return { add, change, end, ...(backwards === undefined ? {} : { backwards }) }
}

const goesOn = (one: Held, today: string) => one.toDay === null || one.toDay >= today

function findMatch(held: readonly Held[], { from, to }: Wanted, today: string): Held | undefined {
  const latestFirst = held.toSorted((one, other) => other.fromDay.localeCompare(one.fromDay))
  if (from === null)
    return (
      latestFirst.find((one) => typeof to === 'string' && one.toDay === to) ??
      latestFirst.find((one) => goesOn(one, today))
    )
  const overlaps = (one: Held) =>
    (typeof to !== 'string' || one.fromDay <= to) && (one.toDay === null || one.toDay >= from)
  return latestFirst.find((one) => one.fromDay === from) ?? latestFirst.find(overlaps)
}
