import Sqlite from 'better-sqlite3'

/** What was asked of the database, in its order. */
export type Statements = { readonly reads: readonly string[]; readonly writes: readonly string[] }

/**
 * The statements that SQLite runs in this thread while `work` does. Each counts, also within a script or a transaction,
 * whose beginning and end are no statements.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statements> {
  const reads: string[] = []
  const writes: string[] = []
  const stop = listen((sql) => {
    if (/^(SELECT|WITH)\b/.test(sql)) reads.push(sql)
    else if (/^(INSERT|UPDATE|DELETE)\b/.test(sql)) writes.push(sql)
  })
  try {
    await work()
  } finally {
    stop()
  }
  return { reads, writes }
}

/** Hears of each statement that the driver runs, whoever prepared it, until it is stopped. */
function listen(heard: (sql: string) => void): () => void {
  const memory = new Sqlite(':memory:')
  const prototype: Sqlite.Statement = Object.getPrototypeOf(memory.prepare('SELECT 1'))
  memory.close()
  const { run, all } = prototype
  prototype.run = function (...values) {
    heard(this.source.trim())
    return run.apply(this, values)
  }
  prototype.all = function (...values) {
    heard(this.source.trim())
    return all.apply(this, values)
  }
  return () => Object.assign(prototype, { run, all })
}
