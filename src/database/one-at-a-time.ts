import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { DriverAdapterError, type SqlDriverAdapter, type SqlQuery } from '@prisma/driver-adapter-utils'
import type Sqlite from 'better-sqlite3'

/** How long a change waits for a lock that another process holds; then it fails, and nothing is stored. */
export const longestLockWaitMs = 10_000
const askAgainMs = 10
/** For how long statements may follow one another before the process looks at what else has come. */
const longestStintMs = 10

/** SQLITE_READONLY_DBMOVED. */
const databaseMoved = 1032

const begin: SqlQuery = { sql: 'BEGIN IMMEDIATE', args: [], argTypes: [] }

/**
 * Lets the statements on the one connection follow one another so that each is whole and nobody is kept waiting:
 *
 * - Statements of others stay out of an open transaction; the adapter lets them in. What was acknowledged would be
 *   undone with somebody else's failed batch, or lost when the process ends before that commits.
 * - Where another process holds the lock, a change is tried again until it is free, while the process goes on with
 *   everything else: SQLite's own waiting (its busy time-out, to be 0) stops the process. A statement or script that met
 *   the lock has done nothing, and a transaction takes the lock at its beginning, so nothing is done twice.
 * - The driver never waits for anything, so that a loop over statements would let nobody else in: after some
 *   milliseconds the next statement comes after what has arrived meanwhile.
 * - Nothing is done, and no change counts as done, where `lost` gives a reason: what is stored then nobody finds again.
 */
export function oneAtATime(
  adapter: SqlDriverAdapter,
  client: Sqlite.Database,
  lost: () => string | undefined,
): SqlDriverAdapter {
  let over = Promise.withResolvers<void>()
  const ended = () => {
    over.resolve()
    over = Promise.withResolvers()
  }
  const own = {
    queryRaw: adapter.queryRaw.bind(adapter),
    executeRaw: adapter.executeRaw.bind(adapter),
    startTransaction: adapter.startTransaction.bind(adapter),
  }
  const breathe = createBreath()
  const patiently = createPatience()
  /** Asked anew right before each call: another transaction may begin in the turn between. */
  const apart = async <T>(run: () => Promise<T>): Promise<T> => {
    while (client.inTransaction) await over.promise
    return await run()
  }
  const refuseIfLost = () => {
    const why = lost()
    if (why !== undefined) throw new DriverAdapterError({ kind: 'sqlite', extendedCode: databaseMoved, message: why })
  }
  adapter.queryRaw = async (query: SqlQuery) => {
    await breathe()
    refuseIfLost()
    const result = await patiently(() => apart(() => own.queryRaw(query)))
    refuseIfLost()
    return result
  }
  adapter.executeRaw = async (query: SqlQuery) => {
    await breathe()
    refuseIfLost()
    const result = await patiently(() => apart(() => own.executeRaw(query)))
    refuseIfLost()
    return result
  }
  adapter.startTransaction = async (isolationLevel) => {
    await breathe()
    refuseIfLost()
    const until = performance.now() + longestLockWaitMs
    // Its turn among transactions. The adapter's own BEGIN does nothing: see `kept-statements.ts`.
    const transaction = await own.startTransaction(isolationLevel)
    const [commit, rollback] = [transaction.commit.bind(transaction), transaction.rollback.bind(transaction)]
    try {
      await patiently(() => own.executeRaw(begin), until)
    } catch (error) {
      // Else nobody would ever have a turn again.
      await rollback()
      throw error
    }
    transaction.commit = async () => {
      await commit().finally(ended)
      refuseIfLost()
    }
    transaction.rollback = () => {
      // Prisma takes a COMMIT that failed, as on a full disk, for the transaction's end; SQLite does not always.
      if (client.inTransaction) client.exec('ROLLBACK')
      return rollback().finally(ended)
    }
    return transaction
  }
  return adapter
}

/** Tries again what met another's lock, until the given moment of `performance.now()`. */
function createPatience() {
  let line: Promise<unknown> = Promise.resolve()

  async function insist<T>(run: () => Promise<T>, until: number): Promise<T> {
    while (true) {
      try {
        return await run()
      } catch (error) {
        if (!isLocked(error) || performance.now() >= until) throw error
      }
      await sleep(askAgainMs)
    }
  }

  return async <T>(run: () => Promise<T>, until = performance.now() + longestLockWaitMs): Promise<T> => {
    try {
      return await run()
    } catch (error) {
      if (!isLocked(error)) throw error
    }
    // Behind those who wait already, so that one at a time asks. Who asked hears of a failure; the next one need not.
    const turn = line.then(() => insist(run, until))
    line = turn.then(
      () => undefined,
      () => undefined,
    )
    return await turn
  }
}

const isLocked = (error: unknown): boolean =>
  error instanceof DriverAdapterError && error.cause.kind === 'SocketTimeout'

/** Lets in what has arrived when statements have followed one another for too long. */
function createBreath(): () => Promise<void> {
  let since: number | undefined
  return async () => {
    if (since === undefined) {
      since = performance.now()
      // Once the process has looked at everything that waits, statements begin anew.
      globalThis.setImmediate(() => {
        since = undefined
      })
    } else if (performance.now() - since > longestStintMs) await setImmediate()
  }
}
