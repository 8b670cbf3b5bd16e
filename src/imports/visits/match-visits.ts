import { fileText } from '../../texts/file-text.ts'
import { liveKeyOf, type Terms, type Visit } from '../../visits/visits.ts'
import { lines, oneLine } from '../sheets/cells.ts'
import { problem } from '../sheets/check-rows.ts'
import type { Problem } from '../sheets/report.ts'
import { claimVisits, isLive, type KnownVisits, type PlacedRow } from './claim-visits.ts'
import { type VisitRow, whyNoSpan, yearOf } from './visit-row.ts'

/** What a row asks for: the stored visit that it is, if any, and how that is to be. */
export type WantedVisit = PlacedRow & {
  readonly before: Visit | undefined
  /** The file cannot mean to change it: why. */
  readonly left?: string
  readonly after: Terms & { readonly year: number; readonly cancelled: boolean }
  readonly problems: readonly Problem[]
}

/**
 * Finds which stored visit each row is: by its code; else the one of the same team and unit at the same time, where no
 * other row names it by code. A row without a date and a code is that year's assignment of the unit to the team, also
 * when it has got a date since; and what was called off stays so unless the row states otherwise.
 */
export function matchVisits(rows: readonly PlacedRow[], known: KnownVisits): readonly WantedVisit[] {
  const byNumber = new Map(known.visits.map((visit) => [visit.number, visit]))
  const named = new Set(rows.flatMap(({ row }) => row.value.visit ?? []))
  const free = known.visits.filter((visit) => !named.has(visit.number))
  const claims = claimVisits(
    rows.filter(({ row }) => typeof row.value.visit !== 'number'),
    free,
    known,
  )
  return rows.map((placed) => {
    const { visit } = placed.row.value
    if (typeof visit === 'number') return toWanted(placed, byNumber.get(visit), known)
    const { before, left } = claims.get(placed) ?? {}
    return toWanted(placed, before, known, left)
  })
}

function toWanted(placed: PlacedRow, before: Visit | undefined, known: KnownVisits, left?: string): WantedVisit {
  const { number, cells, value } = placed.row
  if (before !== undefined && left !== undefined)
    return { ...placed, before, left, after: { ...before, cancelled: !isLive(before) }, problems: [] }
  const starts = value.starts === undefined ? (before?.starts ?? null) : value.starts
  const ends = value.ends === undefined ? (starts === null ? null : (before?.ends ?? null)) : value.ends
  const year = starts === null ? (value.year ?? before?.year ?? known.year) : yearOf(starts, known.zone)
  const place = chosen(value.place, before?.place ?? null, oneLine)
  const note = chosen(value.note, before?.note ?? null, lines)
  const cancelled = (value.state ?? before?.state) === 'cancelled'
  const { teamId, unitId } = placed
  return {
    ...placed,
    before,
    after: { teamId, unitId, starts, ends, place, note, year, cancelled },
    problems: wrongSpan(starts, ends, value, known.zone).map(([column, reason]) =>
      problem(number, cells, column, reason),
    ),
  }
}

/** What comes about when a row gives a part of the time and the stored visit the rest. */
function wrongSpan(
  starts: Date | null,
  ends: Date | null,
  given: VisitRow,
  zone: string,
): readonly (readonly [column: string, reason: string])[] {
  if (ends === null) return []
  if (starts === null) return [['ends', 'needs "starts" as well']]
  const reason = whyNoSpan(starts, ends, zone)
  if (reason === undefined) return []
  return given.ends === undefined
    ? [['starts', 'does not go with the stored end: give "ends" as well']]
    : [['ends', reason]]
}

/** The text of the cell; what is stored, where that reads the same or the file has no such column. */
export function chosen(cell: string | null | undefined, stored: string | null, form: (text: string) => string) {
  if (cell === undefined || cell === (stored === null ? null : form(fileText(stored)) || null)) return stored
  return cell
}

/** Rows of which two would be one visit, or that stored visits are in the way of: all but one of the stored are bad. */
export function findClashes(wanted: readonly WantedVisit[], visits: readonly Visit[]): Problem[] {
  const touched = new Set(wanted.flatMap((one) => one.before?.id ?? []))
  const there = new Map(visits.filter((one) => isLive(one) && !touched.has(one.id)).map((one) => [liveKeyOf(one), one]))
  const live = wanted.filter((one) => !one.after.cancelled)
  return [...Map.groupBy(live, (one) => liveKeyOf(one.after))].flatMap(([key, same]) => {
    const stored = there.get(key)
    const rows = same.map((one) => one.row.number)
    const reason =
      stored !== undefined
        ? `the team's visit to the unit at that time is KT-${stored.number}`
        : same.length > 1
          ? `stands in several rows: ${rows.join(', ')}`
          : undefined
    return reason === undefined
      ? []
      : same.map(({ row }) => problem(row.number, row.cells, row.cells.starts ? 'starts' : 'unit', reason))
  })
}
