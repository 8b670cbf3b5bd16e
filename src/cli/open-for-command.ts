import type { Log } from '../contract/adapter.ts'
import type { Database } from '../database/open.ts'
import { CliRefused } from './refused.ts'

/**
 * What a command may do to the database: `as-it-is`, which is every command that says nothing; `created`, for what is
 * imported; `tried`, for a dry run: an empty one that is thrown away afterwards stands for a database that is not there.
 */
export type CommandOpening = 'as-it-is' | 'created' | 'tried'

/** Opens the database for a command; `tell` gets a line where it is not the one that was there. Refuses in one line. */
export async function openForCommand(
  url: string,
  opening: CommandOpening,
  log: Pick<Log, 'info' | 'error'>,
  tell: (line: string) => void,
): Promise<Database> {
  const [{ openDatabase }, { whyNotOpen }] = await Promise.all([
    import('../database/open.ts'),
    import('../database/why-not-open.ts'),
  ])
  try {
    const database = await openDatabase(url, log, opening === 'tried' ? 'as-it-is' : opening)
    if (database.made) tell(`a new database was made: ${database.where}`)
    return database
  } catch (error) {
    if (opening !== 'tried' || !isMissing(error)) throw new CliRefused(whyNotOpen(error))
    tell('there is no such database yet: tried on an empty one, and nothing was kept')
    return await openThrowaway(log)
  }
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'NO_DATABASE'

async function openThrowaway(log: Pick<Log, 'info' | 'error'>): Promise<Database> {
  const [{ openDatabase }, { makeTemporaryFolder }] = await Promise.all([
    import('../database/open.ts'),
    import('../files/private-files.ts'),
  ])
  const folder = makeTemporaryFolder()
  const database = await openDatabase(`file:${folder.path}/dry-run.db`, log, 'created').catch((error) => {
    folder.remove()
    throw error
  })
  const close = async () => {
    await database.close()
    folder.remove()
  }
  return { ...database, close }
}
