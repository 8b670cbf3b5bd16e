import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import Sqlite from 'better-sqlite3'

/** More texts than the project has; statements with lists of many lengths must not pile up. */
const most = 300

/**
 * Makes the SQLite adapter keep its prepared statements by their text: it prepares each anew at every use, and compiling
 * a statement costs SQLite about as much as running it (docs/measurements.md). An adapter that is built otherwise than
 * this one is left as it is.
 */
export function keepStatements(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = await factory.connect()
      keepIn(adapter)
      return adapter
    },
  }
}

function keepIn(adapter: object): void {
  if (!('client' in adapter) || !(adapter.client instanceof Sqlite)) return
  const { client } = adapter
  const prepare = client.prepare.bind(client)
  const kept = new Map<string, Kept>()
  const statementOf = (sql: string): Kept => {
    const known = kept.get(sql) ?? keep(prepare<unknown[]>(sql))
    // At the end again: the first is the one that was longest out of use.
    kept.delete(sql)
    kept.set(sql, known)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return known
  }
  Object.defineProperty(client, 'prepare', { value: (sql: string) => withValues(statementOf(sql), []) })
}

type Kept = { readonly statement: Sqlite.Statement<unknown[]>; readonly columns: readonly Sqlite.ColumnDefinition[] }

// Told once: no statement says `*`, so that what it gives is settled by its text.
const keep = (statement: Kept['statement']): Kept => ({
  statement,
  columns: statement.reader ? statement.columns() : [],
})

/** What the adapter uses of a statement. `bind` of the driver's own is for good; here values go along with each run. */
function withValues({ statement, columns }: Kept, values: readonly unknown[]) {
  return {
    reader: statement.reader,
    bind: (given: readonly unknown[]) => withValues({ statement, columns }, given),
    run: () => statement.run(...values),
    columns: () => columns,
    raw: () => ({ all: () => statement.raw().all(...values) }),
  }
}
