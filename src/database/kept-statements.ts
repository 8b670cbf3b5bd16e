import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery } from '@prisma/driver-adapter-utils'
import Sqlite from 'better-sqlite3'
import { scriptOf, valuesTaken } from './script.ts'

/** More texts than the project has; statements with lists of many lengths must not pile up. */
const most = 300

/**
 * Makes the SQLite adapter keep its prepared statements by their text: it prepares each anew at every use, and compiling
 * a statement costs SQLite about as much as running it (docs/measurements.md). Lets it take scripts as well: see
 * `merged` in `statements.ts`. Throws where the adapter is built otherwise than the version this was written for.
 */
export function keepStatements(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = await factory.connect()
      if (!('client' in adapter) || !(adapter.client instanceof Sqlite))
        throw new Error('the SQLite adapter of Prisma is built otherwise than src/database/kept-statements.ts expects')
      keepIn(adapter.client)
      return apart(adapter, adapter.client)
    },
  }
}

/**
 * Keeps statements of others out of an open transaction. There is one connection, and the adapter lets them in: what
 * was acknowledged would be undone with somebody else's failed batch, or lost when the process ends before that commits.
 */
function apart(adapter: SqlDriverAdapter, client: Sqlite.Database): SqlDriverAdapter {
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
  // Asked anew right before each call: another transaction may begin in the turn between.
  adapter.queryRaw = async (query: SqlQuery) => {
    while (client.inTransaction) await over.promise
    return await own.queryRaw(query)
  }
  adapter.executeRaw = async (query: SqlQuery) => {
    while (client.inTransaction) await over.promise
    return await own.executeRaw(query)
  }
  adapter.startTransaction = async (isolationLevel) => {
    const transaction = await own.startTransaction(isolationLevel)
    const [commit, rollback] = [transaction.commit.bind(transaction), transaction.rollback.bind(transaction)]
    transaction.commit = () => commit().finally(ended)
    transaction.rollback = () => rollback().finally(ended)
    return transaction
  }
  return adapter
}

function keepIn(client: Sqlite.Database): void {
  const prepare = client.prepare.bind(client)
  const kept = new Map<string, Kept>()
  const statementOf = (sql: string): Kept => {
    const known = kept.get(sql) ?? keep(sql)
    // At the end again: the first is the one that was longest out of use.
    kept.delete(sql)
    kept.set(sql, known)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return known
  }
  function keep(sql: string): Kept {
    const script = scriptOf(sql)
    if (script !== undefined)
      return keepScript(
        client,
        script.map((one) => ({ takes: valuesTaken(one), statement: prepare<unknown[]>(one) })),
      )
    const statement = prepare<unknown[]>(sql)
    return {
      reader: statement.reader,
      // Told once: no statement says `*`, so that what it gives is settled by its text.
      columns: statement.reader ? statement.columns() : [],
      run: (values) => statement.run(...values),
      all: (values) => statement.raw().all(...values),
    }
  }
  Object.defineProperty(client, 'prepare', { value: (sql: string) => withValues(statementOf(sql), []) })
}

type Kept = {
  readonly reader: boolean
  readonly columns: readonly Sqlite.ColumnDefinition[]
  readonly run: (values: readonly unknown[]) => Sqlite.RunResult
  readonly all: (values: readonly unknown[]) => readonly unknown[]
}

type Step = { readonly takes: number; readonly statement: Sqlite.Statement<unknown[]> }

/** Several statements in one transaction and one go: nothing else can come between on this connection. */
function keepScript(client: Sqlite.Database, steps: readonly Step[]): Kept {
  const run = client.transaction((values: readonly unknown[]) => {
    let from = 0
    let result: Sqlite.RunResult = { changes: 0, lastInsertRowid: 0 }
    for (const step of steps) {
      result = step.statement.run(...values.slice(from, from + step.takes))
      from += step.takes
    }
    return result
  })
  return { reader: false, columns: [], run, all: () => [] }
}

/** What the adapter uses of a statement. `bind` of the driver's own is for good; here values go along with each run. */
function withValues(kept: Kept, values: readonly unknown[]) {
  return {
    reader: kept.reader,
    bind: (given: readonly unknown[]) => withValues(kept, given),
    run: () => kept.run(values),
    columns: () => kept.columns,
    raw: () => ({ all: () => kept.all(values) }),
  }
}
