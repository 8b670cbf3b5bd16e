import { liveKeyOf, type Visit } from '../../visits/visits.ts'
import type { GoodRow } from '../sheets/check-rows.ts'
import { type VisitRow, yearOf } from './visit-row.ts'

/** A row with its team and unit found. */
export type PlacedRow = { readonly row: GoodRow<VisitRow>; readonly teamId: string; readonly unitId: string }

export type KnownVisits = {
  readonly visits: readonly Visit[]
  readonly zone: string
  /** The year of a row without a date that names none. */
  readonly year: number
}

export const isLive = (visit: Visit): boolean => visit.state !== 'cancelled'

type Claim = { readonly before?: Visit | undefined; readonly left?: string }

const dateStays = 'has a date by now, which stays'
const offStays = 'was called off and stays so; to plan it again write its "state"'

/** Which visit each row without a code is; none is two rows' but the one that two rows want planned, which is refused later. */
export function claimVisits(
  rows: readonly PlacedRow[],
  free: readonly Visit[],
  known: KnownVisits,
): ReadonlyMap<PlacedRow, Claim> {
  const live = new Map(free.filter(isLive).map((visit) => [liveKeyOf(visit), visit]))
  const off = Map.groupBy(
    free.filter((visit) => !isLive(visit)),
    liveKeyOf,
  )
  const claims = new Map<PlacedRow, Claim>()
  const claim = (some: readonly PlacedRow[]) => {
    for (const [key, same] of Map.groupBy(some, (placed) => keyOf(placed, known)))
      for (const [placed, found] of claimsOf(same, live.get(key), off.get(key) ?? [])) claims.set(placed, found)
  }
  claim(rows.filter(({ row }) => row.value.starts instanceof Date))
  const taken = new Set([...claims.values()].flatMap(({ before }) => before?.id ?? []))
  const dated = new Map(
    free
      .filter((visit) => isLive(visit) && visit.starts !== null && !taken.has(visit.id))
      .map((visit) => [liveKeyOf({ ...visit, starts: null }), visit]),
  )
  const undated = rows.filter(({ row }) => !(row.value.starts instanceof Date))
  claim(undated)
  for (const placed of undated) {
    const key = keyOf(placed, known)
    const later = live.has(key) ? undefined : dated.get(key)
    if (later !== undefined) claims.set(placed, { before: later, left: dateStays })
  }
  return claims
}

/**
 * The rows of one team, unit and time, where at most one visit is planned: that is theirs who want it so. The others are
 * those that were called off, the newest of them, first for the rows that say so; where they are more, the planned one
 * is called off, unless another row wants that.
 */
function claimsOf(
  rows: readonly PlacedRow[],
  live: Visit | undefined,
  off: readonly Visit[],
): readonly (readonly [PlacedRow, Claim])[] {
  const wanting = live === undefined ? [] : rows.filter(({ row }) => !isOff(row))
  const others = rows
    .filter((placed) => !wanting.includes(placed))
    .toSorted((a, b) => Number(isOff(b.row)) - Number(isOff(a.row)))
  const tooMany = live !== undefined && wanting.length === 0 && others.length > off.length
  const all = tooMany ? [...off, live].toSorted((a, b) => a.number - b.number) : off
  const newest = all.slice(Math.max(0, all.length - others.length))
  return [
    ...wanting.map((placed) => [placed, { before: live }] as const),
    ...others.map((placed, at): readonly [PlacedRow, Claim] => {
      const before = newest[at]
      if (before === undefined || isLive(before)) return [placed, { before }]
      if (placed.row.value.state === undefined) return [placed, { before, left: offStays }]
      // Which of the two is meant is a guess.
      if (live !== undefined && wanting.length === 0 && !tooMany)
        return [placed, { before, left: `was called off before; to call off KT-${live.number} as well give its code` }]
      return [placed, { before }]
    }),
  ]
}

function keyOf({ row: { value }, teamId, unitId }: PlacedRow, known: KnownVisits): string {
  const starts = value.starts ?? null
  const year = starts === null ? (value.year ?? known.year) : yearOf(starts, known.zone)
  return liveKeyOf({ teamId, unitId, starts, year })
}

const isOff = ({ value }: PlacedRow['row']): boolean => value.state === 'cancelled'
