import { localText } from '../../calendar/zoned.ts'
import type { Db } from '../../database/db.ts'
import type { SheetColumn } from '../../files/write-xlsx.ts'
import { fileText } from '../../texts/file-text.ts'
import type { FileWords } from '../../texts/file-words.ts'
import { stateOf } from '../schedule/read-schedule.ts'
import { codeOf } from '../visits.ts'

/** The columns of an export of visits by our names; the import takes the same. */
export const visitsColumns: readonly SheetColumn[] = [
  { name: 'visit', width: 9 },
  { name: 'team', width: 8 },
  { name: 'unit', width: 32 },
  { name: 'starts', width: 18 },
  { name: 'ends', width: 18 },
  { name: 'place', width: 32 },
  { name: 'note', width: 40 },
  { name: 'state', width: 11 },
  { name: 'report', width: 40 },
  { name: 'year', width: 7 },
]

export type WhichVisits = { readonly year?: number; readonly team?: string }

/**
 * The visits as rows under `visitsColumns`, by their numbers, with those that were called off: all, or of one year or
 * team (by key). Times are local ones of `zone`, states in the words of one language.
 */
export async function visitRows(
  db: Db,
  { year, team }: WhichVisits,
  zone: string,
  { states }: FileWords,
): Promise<string[][]> {
  const visits = await db.visit.findMany({
    where: { ...(year === undefined ? {} : { year }), ...(team === undefined ? {} : { team: { key: team } }) },
    orderBy: { number: 'asc' },
    include: { team: { select: { key: true } }, unit: { select: { name: true } } },
  })
  const text = (value: string | null) => (value === null ? '' : fileText(value))
  const moment = (at: Date | null) => (at === null ? '' : localText(at, zone))
  return visits.map((visit) => {
    const starts = moment(visit.starts)
    return [
      codeOf(visit),
      visit.team.key,
      visit.unit.name,
      starts,
      moment(visit.ends),
      text(visit.place),
      text(visit.note),
      states[stateOf(visit.state)][0],
      text(visit.report),
      // Of a dated visit what its day says: a file must not contradict itself.
      starts === '' ? String(visit.year) : starts.slice(0, 4),
    ]
  })
}
