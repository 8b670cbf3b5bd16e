import { randomUUID } from 'node:crypto'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commit } from '../../src/database/commit.ts'
import { insert } from '../../src/database/statements.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let base: TestDatabase
beforeAll(async () => {
  base = await openTestDatabase()
})
afterAll(() => base.drop())

const at = new Date('2020-06-16T02:00:00Z')
const line = () => {
  const id = randomUUID()
  return { id, write: insert(base.db, 'Audit', { id, at, actor: 'x', deed: 'x', subject: 'x', facts: '{}' }) }
}

it.skipIf(process.env.TEST_DATABASE_URL)(
  'what is acknowledged is committed, whatever others are at on the one connection',
  async () => {
    const { db } = base
    // Another process sees what is committed, and nothing else.
    const other = new Sqlite(base.url.slice('file:'.length), { readonly: true })
    const seen = other.prepare<[string], { id: string }>('SELECT "id" FROM "Audit" WHERE "id" = ?')
    let early = 0
    const acknowledge = async (ids: readonly string[]) => {
      for (const id of ids) if (seen.get(id) === undefined) early += 1
    }
    const someone = async () => {
      for (let turn = 0; turn < 40; turn += 1) {
        // Read, save a draft as Prisma does, read again, then a script: as a member who answers.
        await db.setting.findMany()
        const draft = line()
        await db.$transaction([db.setting.create({ data: { key: draft.id, value: '' } }), draft.write])
        await acknowledge([draft.id])
        const [one, two] = [line(), line()]
        expect(await commit(db, [one.write, two.write])).toBe(true)
        await acknowledge([one.id, two.id])
        const alone = line()
        await alone.write
        await acknowledge([alone.id])
      }
    }
    await Promise.all([someone(), someone(), someone()])
    other.close()
    expect(early).toBe(0)
    expect(await db.audit.count()).toBe(3 * 40 * 4)
  },
)
