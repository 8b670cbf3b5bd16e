import { afterEach, expect, test } from 'vitest'
import { newAccessLink } from '../../src/people/accounts/access-link.ts'
import {
  endWebSession,
  forgetWebSessions,
  keepWebSession,
  webSessionOf,
} from '../../src/people/accounts/web-sessions.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

const now = new Date('2020-06-16T02:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000)

let base: TestDatabase | undefined
afterEach(() => base?.drop())

async function open() {
  base = await openTestDatabase()
  await base.db.person.create({ data: { id: 'an', key: 'an', name: 'An', createdAt: now } })
  const { token, writes } = newAccessLink({ db: base.db, now }, { id: 'an', key: 'an' }, { id: null, key: 'operator' })
  for (const write of writes) await write
  return { db: base.db, token }
}

test('who sits in a tab is known by its secret, whoever asks the database, until the tab leaves', async () => {
  const { db } = await open()
  await keepWebSession(db, 'secret', { user: 'an', name: 'An' }, now)
  expect(await webSessionOf(db, 'secret', inDays(1))).toEqual({ user: 'an', name: 'An' })
  expect(await webSessionOf(db, 'another', now)).toBeUndefined()
  expect(JSON.stringify(await db.webSession.findMany())).not.toContain('secret')
  await endWebSession(db, 'secret')
  expect(await webSessionOf(db, 'secret', now)).toBeUndefined()
})

test('a session that began with an access link ends with it: revoked, over, or come to be somebody else’s', async () => {
  const { db, token } = await open()
  await keepWebSession(db, 'secret', { user: 'an', name: 'An', link: token }, now)
  await keepWebSession(db, 'of-another', { user: 'binh', name: 'Bình', link: token }, now)
  expect(await webSessionOf(db, 'secret', now)).toEqual({ user: 'an', name: 'An' })
  expect(await webSessionOf(db, 'of-another', now)).toBeUndefined()
  expect(JSON.stringify(await db.webSession.findMany())).not.toContain(token)
  await db.login.updateMany({ data: { expiresAt: now } })
  expect(await webSessionOf(db, 'secret', now)).toBeUndefined()
  await db.login.updateMany({ data: { expiresAt: inDays(30), revokedAt: now } })
  expect(await webSessionOf(db, 'secret', now)).toBeUndefined()
})

test('after thirty days a session is over, and forgotten', async () => {
  const { db } = await open()
  await keepWebSession(db, 'old', { user: 'an', name: 'An' }, now)
  await keepWebSession(db, 'new', { user: 'an', name: 'An' }, inDays(10))
  expect(await webSessionOf(db, 'old', inDays(29))).toBeDefined()
  expect(await webSessionOf(db, 'old', inDays(30))).toBeUndefined()
  await forgetWebSessions(db, inDays(30))
  expect(await db.webSession.count()).toBe(1)
  expect(await webSessionOf(db, 'new', inDays(30))).toBeDefined()
})
