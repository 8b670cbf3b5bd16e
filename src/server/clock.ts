import { newestEntry } from '../audit/newest.ts'
import type { Db } from '../database/db.ts'

/** The demonstration begins on a Tuesday morning two weeks before the second quarter's deadline. */
const demoStart = new Date('2020-06-16T09:00:00+07:00')

/**
 * The clock of the process: the machine's, or one that starts at `DONDOC_CLOCK`, or, on the sample data, on 16/06/2020
 * so that the plan's deadlines make sense. A clock that starts elsewhere runs at the usual speed, and never begins
 * before what is already written: after a restart, yesterday's play does not lie in the future.
 */
export async function startClock(
  db: Db,
  configured: Date | undefined,
  sample: boolean,
  machine: () => Date,
): Promise<{ readonly now: () => Date; readonly shifted: boolean }> {
  const wanted = configured ?? (sample ? demoStart : undefined)
  if (wanted === undefined) return { now: machine, shifted: false }
  const last = await newestEntry(db)
  const start = Math.max(wanted.getTime(), last?.getTime() ?? 0)
  const began = machine().getTime()
  return { now: () => new Date(start + machine().getTime() - began), shifted: true }
}
