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
 * Compares the roles of one person with what a row says. A role goes on from the day it is held from; its period is
 * changed where the row gives another that overlaps it; one that has run out begins anew. No period is ever removed.
 */
export function diffRoles(held: readonly Held[], wanted: Wanted, today: string): RoleChange {
  const pairs = wanted.roles.map((role) => {
    const match = findMatch(
      held.filter((one) => one.role === role),
      wanted,
      today,
    )
    const fromDay = wanted.from ?? match?.fromDay ?? today
    const toDay = wanted.to === undefined ? (match?.toDay ?? null) : wanted.to
    return { match, period: { role, fromDay, toDay } }
  })
  const backwards = pairs.find(({ period }) => period.toDay !== null && period.toDay < period.fromDay)?.period
  const add = pairs.flatMap(({ match, period }) => (match === undefined ? [period] : []))
  const change = pairs.flatMap(({ match, period }) =>
    match === undefined || (match.fromDay === period.fromDay && match.toDay === period.toDay)
      ? []
      : [{ ...period, id: match.id }],
  )
  const end = held.filter((one) => !wanted.roles.includes(one.role) && goesOn(one, today)).map((one) => one.id)
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
