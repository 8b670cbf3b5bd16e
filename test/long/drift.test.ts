import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { currentModels, openEngine, sqlBetween } from '../../prisma/schema-sql.ts'
import type { Provider } from '../../src/database/open.ts'
import { catalogue } from '../database/catalogue.ts'
import { type EmptyDatabase, openEmpty, ownMigrations, providers } from '../database/empty.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The catalogue of a database made by `make`. */
async function made(provider: Provider, make: (db: EmptyDatabase) => Promise<unknown>) {
  const db = await openEmpty(provider)
  try {
    await make(db)
    return await catalogue(provider, db)
  } finally {
    await db.drop()
  }
}

const fromModels = (provider: Provider, models: string) =>
  made(provider, async (db) => db.run(await sqlBetween(provider, undefined, models, process.env.TEST_DATABASE_URL)))
const fromMigrations = (provider: Provider) => made(provider, (db) => db.migrate(ownMigrations(provider)))

describe.each(providers)('%s', (provider) => {
  it('the migrations make the very database that the models describe', async () => {
    const migrated = await fromMigrations(provider)
    expect(migrated.length).toBeGreaterThan(100)
    expect(migrated).toEqual(await fromModels(provider, currentModels()))
  })

  it('a field, an index or a reference that has no migration is found', async () => {
    const migrated = await fromMigrations(provider)
    const changes = [
      [/model Setting \{/, 'model Setting {\n  extra Int'],
      [/@@index\(\[state, dueAt\]\)/, ''],
      [/onDelete: SetNull/, 'onDelete: Cascade'],
      [/(receipt +String +)@unique/, '$1'],
    ] as const
    for (const [before, after] of changes) {
      const changed = currentModels().replace(before, after)
      expect(changed).not.toBe(currentModels())
      expect(await fromModels(provider, changed), String(before)).not.toEqual(migrated)
    }
  })

  it("Prisma's own engine finds nothing to apply and no file edited in a database that the product migrated", async () => {
    const db = await openEmpty(provider)
    try {
      await db.migrate(ownMigrations(provider))
      const engine = await openEngine(provider, currentModels(), db.adapter)
      const filters = { externalTables: [], externalEnums: [] }
      expect(await engine.applyMigrations({ migrationsList: listed(provider), filters })).toEqual({
        appliedMigrationNames: [],
      })
      const diagnose = async (edit: string) =>
        await engine.diagnoseMigrationHistory({
          migrationsList: listed(provider, edit),
          optInToShadowDatabase: false,
          filters,
        })
      expect(await diagnose('')).toMatchObject({
        hasMigrationsTable: true,
        editedMigrationNames: [],
        failedMigrationNames: [],
        history: null,
      })
      expect((await diagnose(' ')).editedMigrationNames).toEqual(readdirSync(ownMigrations(provider)).sort())
    } finally {
      await db.drop()
    }
  })
})

/** The migrations as Prisma's engine wants them listed, each with `edit` added. */
function listed(provider: Provider, edit = '') {
  const baseDir = ownMigrations(provider)
  const names = readdirSync(baseDir).sort()
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: `provider = "${provider}"\n` },
    shadowDbInitScript: '',
    migrationDirectories: names.map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(join(baseDir, path, 'migration.sql'), 'utf8') + edit },
      },
    })),
  }
}

it('both providers have the same migrations, by name', () => {
  expect(readdirSync(ownMigrations('postgresql')).sort()).toEqual(readdirSync(ownMigrations('sqlite')).sort())
})

it.each(['sqlite', 'postgresql'])(
  'the models are valid Prisma for %s, and a mistake in them is not',
  async (provider) => {
    await expect(validate(provider, currentModels())).resolves.toContain('is valid')
    await expect(validate(provider, `${currentModels()}\nmodel Broken {\n  id Strin @id\n}\n`)).rejects.toThrow('Strin')
  },
)

async function validate(provider: string, models: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-models-'))
  const schema = join(folder, 'schema.prisma')
  writeFileSync(schema, `datasource db {\n  provider = "${provider}"\n}\n\n${models}`)
  try {
    const run = await promisify(execFile)(
      process.execPath,
      [join(root, 'node_modules/prisma/build/index.js'), 'validate', '--schema', schema],
      { cwd: root, env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' } },
    )
    return run.stdout
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

it.each(['sqlite', 'postgresql'])('the generated client for %s was made from the models as they stand', (provider) => {
  // `npm ci` generates it; after a change of the models, `node scripts/generate-clients.ts`.
  expect(readFileSync(join(root, 'build/prisma', provider, 'schema.prisma'), 'utf8')).toContain(currentModels())
})
