import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** Makes fresh, empty databases of one kind and removes them all at the end. */
export type Databases = {
  readonly name: 'sqlite' | 'postgresql'
  fresh(): Promise<string>
  removeAll(): Promise<void>
}

export function sqliteFiles(): Databases {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-bench-'))
  let count = 0
  return {
    name: 'sqlite',
    async fresh() {
      count += 1
      return `file:${join(folder, `${count}.db`)}`
    },
    removeAll: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Databases on the server behind `url`, whose user may create some; undefined when nobody answers there. */
export async function postgresDatabases(url: string): Promise<Databases | undefined> {
  const admin = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await admin.connect()
  } catch {
    return undefined
  }
  const made: string[] = []
  return {
    name: 'postgresql',
    async fresh() {
      const name = `dondoc_bench_${randomBytes(6).toString('hex')}`
      await admin.query(`CREATE DATABASE ${name}`)
      made.push(name)
      const own = new URL(url)
      own.pathname = `/${name}`
      return own.href
    },
    async removeAll() {
      for (const name of made) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await admin.end()
    },
  }
}
