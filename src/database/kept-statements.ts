import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import Sqlite from 'better-sqlite3'
import { keepRecent } from './keep-recent.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { FileWatch } from './same-file.ts'
import { scriptOf, valuesTaken } from './script.ts'

/** More texts than the project has; statements with lists of many lengths must not pile up. */
const most = 300

/**
 * Makes the SQLite adapter keep its prepared statements by their text: it prepares each anew at every use, and compiling
 * a statement costs SQLite about as much as running it (docs/measurements.md). Lets it take scripts as well: see
 * `merged` in `statements.ts`. `files` hears of each connection. Throws where the adapter is built otherwise than the version this was written for.
 */
export function keepStatements(factory: SqlDriverAdapterFactory, files: FileWatch): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = await factory.connect()
      if (!('client' in adapter) || !(adapter.client instanceof Sqlite))
        throw new Error('the SQLite adapter of Prisma is built otherwise than src/database/kept-statements.ts expects')
      // The first look at a table opens `-wal` and `-shm` too; another process may be at mending them after a crash.
      adapter.client.pragma('busy_timeout = 5000')
      adapter.client.prepare('SELECT 1 FROM sqlite_schema').get()
      adapter.client.pragma('busy_timeout = 0')
      files.opened()
      const dispose = adapter.dispose.bind(adapter)
      adapter.dispose = () => {
        files.closed()
        return dispose()
      }
      keepIn(adapter.client)
      return oneAtATime(adapter, adapter.client, files.lost)
    },
  }
}

function keepIn(client: Sqlite.Database): void {
  const prepare = client.prepare.bind(client)
  const statementOf = keepRecent(most, keep)
  function keep(sql: string): Kept {
    if (sql === adaptersBegin) return leftToUs
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

/**
 * The adapter begins a transaction so, without the lock, and never gives its turn back where that fails. We begin it
 * ourselves, once the turn is there: see `one-at-a-time.ts`.
 */
const adaptersBegin = 'BEGIN'
const leftToUs: Kept = {
  reader: false,
  columns: [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  all: () => [],
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
  // The lock first: having read, a change would find that somebody else has written since.
  return { reader: false, columns: [], run: run.immediate, all: () => [] }
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
