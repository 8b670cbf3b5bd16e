import { newestEntry } from '../../audit/newest.ts'
import { dayIn } from '../../calendar/zoned.ts'
import type { Db } from '../../database/db.ts'
import type { Config } from '../../server/config.ts'
import type { Clock, Io } from '../io.ts'
import { CliRefused } from '../refused.ts'
import { readAccountIds } from './accounts.ts'
import { readClock, readConfiguration } from './configuration.ts'
import type { Finding } from './finding.ts'
import { readLadders } from './ladders.ts'
import { readPlans } from './plans.ts'
import { readRoster, readSample } from './roster.ts'
import { readDeadlines, readLog, readOutbox, readReceipts } from './running.ts'
import { missingFile, readStorage, unreachable } from './storage.ts'

/**
 * Looks at everything, in the order in which it is to be mended, and only reads. Without a configuration that can be
 * read, that is all there is to say.
 */
export async function examine(io: Io): Promise<readonly Finding[]> {
  const { findings, config } = readConfiguration(io.env, io.platforms)
  if (config === undefined) return findings
  const missing = missingFile(config.databaseUrl)
  if (missing !== undefined) return [...findings, missing]
  try {
    return [...findings, ...(await io.withDatabase((db, clock) => examineDatabase(db, clock, config, io)))]
  } catch (error) {
    if (error instanceof CliRefused) return [...findings, unreachable(error.message)]
    throw error
  }
}

async function examineDatabase(db: Db, clock: Clock, config: Config, io: Io): Promise<readonly Finding[]> {
  const now = clock.now()
  const today = dayIn(now, config.timeZone)
  const newest = await newestEntry(db)
  const configured = [...config.platforms.keys()]
  return [
    readClock(now, clock.shifted, newest),
    ...(await readStorage(db, config.databaseUrl)),
    await readSample(db, config),
    ...(await readPlans(db, config.calendar, today)),
    await readLadders(db),
    ...(await readRoster(db, today, configured, io.platforms)),
    ...(await readAccountIds(db, io, configured)),
    ...(await readOutbox(db, now)),
    await readDeadlines(db, now),
    await readReceipts(db),
    await readLog(db),
  ]
}
