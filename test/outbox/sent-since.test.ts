import { afterEach, expect, test } from 'vitest'
import { sentSince } from '../../src/outbox/ledger.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

const now = new Date('2020-06-16T02:00:00Z')
const before = (ms: number) => new Date(now.getTime() - ms)

let base: TestDatabase | undefined
afterEach(() => base?.drop())

async function ledger() {
  base = await openTestDatabase()
  const { db } = base
  for (const key of ['an', 'binh']) {
    await db.person.create({ data: { id: key, key, name: key, createdAt: now } })
    for (const platform of ['web', 'slack'])
      await db.account.create({
        data: { id: `${platform}-${key}`, personId: key, platform, tenant: 'local', user: key },
      })
  }
  const put = (key: string, row: { personId: string; kind?: string; status?: string; accountId?: string; at: Date }) =>
    db.outbox.create({
      data: {
        id: `id-${key}`,
        key,
        kind: row.kind ?? 'send',
        personId: row.personId,
        letter: '{}',
        status: row.status ?? 'sent',
        accountId: row.accountId ?? null,
        createdAt: row.at,
        notBefore: row.at,
        sentAt: row.at,
      },
    })
  return { db, put }
}

const web = { platform: 'web', tenant: 'local' }

test('what was sent to a person on the web or rewritten for them lately is told, each under a ref of its own', async () => {
  const { db, put } = await ledger()
  await put('sent', { personId: 'an', accountId: 'web-an', at: before(500) })
  await put('rewritten', { personId: 'an', kind: 'refresh', at: before(400) })
  await put('of-another', { personId: 'binh', accountId: 'web-binh', at: before(300) })
  await put('on-slack', { personId: 'an', accountId: 'slack-an', at: before(200) })
  await put('waiting', { personId: 'an', status: 'waiting', accountId: 'web-an', at: before(100) })
  await put('long-ago', { personId: 'an', accountId: 'web-an', at: before(60_000) })
  const found = await sentSince(db, { ...web, users: ['an', 'nobody'] }, before(10_000))
  expect([...found].sort((a, b) => (a.ref < b.ref ? -1 : 1))).toEqual([
    { user: 'an', ref: 'id-rewritten' },
    { user: 'an', ref: 'sent' },
  ])
  expect(await sentSince(db, { ...web, users: [] }, before(10_000))).toEqual([])
})
