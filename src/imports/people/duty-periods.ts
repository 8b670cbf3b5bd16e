import { isDropped, overlap } from '../../inspection-teams/duty-spans.ts'

/** Somebody's place on a team as stored; days are `YYYY-MM-DD`, both count, and a missing one is open. */
export type HeldDuty = {
  readonly id: string
  readonly personId: string
  readonly duty: string
  readonly fromDay: string | null
  readonly toDay: string | null
}

/** What a row says of it. `from` null: not said. `to` undefined: the file has no such column; null: no end. */
export type WantedDuty = {
  readonly personId: string
  readonly duty: string
  readonly from: string | null
  readonly to: string | null | undefined
}

export type DutyPeriod = { readonly fromDay: string | null; readonly toDay: string | null }

/**
 * The stored period that a row means, and the days that it is to have. A place goes on from its day; a row with other
 * days changes the period that they overlap; whoever comes back after an end begins anew today, and the earlier period
 * stays, since it says who saw what. A first row that states no day makes none up.
 */
export function matchDuty(
  held: readonly HeldDuty[],
  wanted: WantedDuty,
  today: string,
): { readonly match: HeldDuty | undefined; readonly period: DutyPeriod } {
  const { from, to } = wanted
  const own = held
    .filter((one) => one.personId === wanted.personId && one.duty === wanted.duty)
    .toSorted((one, other) => (other.fromDay ?? '').localeCompare(one.fromDay ?? ''))
  const match =
    from === null
      ? (own.find((one) => typeof to === 'string' && one.toDay === to) ?? own.find((one) => goesOn(one, today)))
      : (own.find((one) => one.fromDay === from) ??
        own.find((one) => overlap(one, { fromDay: from, toDay: to ?? null })))
  if (match === undefined && from === null && own.length > 0) {
    // One that was dropped on the day it began stands there still.
    const dropped = own.find((one) => one.fromDay === today)
    return { match: dropped, period: { fromDay: today, toDay: to ?? null } }
  }
  const fromDay = from ?? match?.fromDay ?? null
  const known = match === undefined || isDropped(match) ? null : match.toDay
  return { match, period: { fromDay, toDay: to === undefined ? known : to } }
}

export const goesOn = (one: { readonly toDay: string | null }, today: string): boolean =>
  one.toDay === null || one.toDay >= today
