// Writes the SQL for what changed in prisma/models.prisma since a git revision, one migration a provider:
//   npm run migration -- NAME [REVISION]        REVISION: HEAD; `nothing` for the very first one
// The engine wants a PostgreSQL server it can reach: DATABASE_URL, or postgres@127.0.0.1:5432.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { currentModels, type Provider, sqlBetween } from '../prisma/schema-sql.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const [name, revision = 'HEAD'] = process.argv.slice(2)
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write('usage: npm run migration -- NAME [REVISION]     NAME in small letters, digits and _\n')
  process.exit(2)
}
const before =
  revision === 'nothing'
    ? undefined
    : execFileSync('git', ['show', `${revision}:prisma/models.prisma`], { cwd: root, encoding: 'utf8' })
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
for (const provider of ['sqlite', 'postgresql'] satisfies Provider[]) {
  const sql = await sqlBetween(provider, before, currentModels(), process.env.DATABASE_URL)
  if (sql === '') {
    process.stdout.write(`${provider}: nothing changed since ${revision}\n`)
    continue
  }
  const path = `prisma/migrations/${provider}/${stamp}_${name}`
  mkdirSync(root + path, { recursive: true })
  writeFileSync(`${root}${path}/migration.sql`, sql)
  process.stdout.write(`${path}/migration.sql\n`)
}
process.exit(0)
