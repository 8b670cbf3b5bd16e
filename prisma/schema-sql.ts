import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

export type Provider = 'sqlite' | 'postgresql'
const root = fileURLToPath(new URL('..', import.meta.url))

// Node's types leave WebAssembly to the DOM library, which the rest of the project must not see.
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>
}

/** Loads the WebAssembly build of Prisma's schema engine, once (its glue keeps one memory); its own entry needs a bundler. */
async function loadEngine() {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
  const bytes = readFileSync(entry.replace('schema_engine.js', 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engine })
  engine.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  return engine.SchemaEngine
}

let loaded: ReturnType<typeof loadEngine> | undefined

const schemaOf = (provider: Provider, models: string) => `datasource db {\n  provider = "${provider}"\n}\n\n${models}`

/** The models as they stand in prisma/models.prisma. */
export const currentModels = () => readFileSync(`${root}prisma/models.prisma`, 'utf8')

type Adapter = Parameters<typeof bindMigrationAwareSqlAdapterFactory>[0]

/** Prisma's schema engine over `models`, at the database behind `adapter`. */
export async function openEngine(provider: Provider, models: string, adapter: Adapter) {
  loaded ??= loadEngine()
  const SchemaEngine = await loaded
  return await SchemaEngine.new(
    { datamodels: [['schema.prisma', schemaOf(provider, models)]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  )
}

/**
 * The SQL that leads from one set of models to another; from nothing when `before` is undefined. Both sides are texts,
 * so nothing in a database is read or changed; yet the engine wants a reachable server for PostgreSQL (`postgres`, any
 * database of it). Replaying migrations in a shadow database fails in this build of the engine, on both providers.
 */
export async function sqlBetween(
  provider: Provider,
  before: string | undefined,
  after: string,
  postgres = 'postgresql://postgres@127.0.0.1:5432/postgres',
): Promise<string> {
  const adapter =
    provider === 'sqlite' ? new PrismaBetterSqlite3({ url: ':memory:' }) : new PrismaPg({ connectionString: postgres })
  const engine = await openEngine(provider, after, adapter)
  const target = (models: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content: schemaOf(provider, models) }],
  })
  const result = await engine.diff({
    from: before === undefined ? { tag: 'empty' } : target(before),
    to: target(after),
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  })
  return result.exitCode === 0 ? '' : (result.stdout ?? '')
}
