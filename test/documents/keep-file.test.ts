import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { forgetLooseFiles, keepFile, readKeptFile } from '../../src/documents/store/keep-file.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
})
afterEach(() => base.drop())

const now = new Date('2020-06-16T02:00:00Z')
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

it.each([0, 1, 512 * 1024 - 1, 512 * 1024, 512 * 1024 + 1, 3_000_000])(
  'gives back the %i bytes that it was given',
  async (length) => {
    const bytes = randomBytes(length)
    const { sha256, size } = await keepFile(base.db, bytes, 'application/pdf', now)
    expect(size).toBe(length)
    expect((await readKeptFile(base.db, sha256))?.equals(bytes)).toBe(true)
  },
)

it('keeps a file once, however often and by how many at once it is given', async () => {
  const bytes = randomBytes(1_200_000)
  const kept = await Promise.all([1, 2, 3].map(() => keepFile(base.db, bytes, 'application/pdf', now)))
  await keepFile(base.db, bytes, 'application/pdf', now)
  expect(new Set(kept.map((one) => one.sha256)).size).toBe(1)
  expect(await base.db.fileContent.count()).toBe(1)
  expect(await base.db.filePart.count()).toBe(3)
})

it('completes what a stop left half kept, and never gives half a file', async () => {
  const bytes = randomBytes(1_200_000)
  const { sha256 } = await keepFile(base.db, bytes, 'application/pdf', now)
  await base.db.filePart.delete({ where: { sha256_place: { sha256, place: 1 } } })
  expect(await readKeptFile(base.db, sha256)).toBeUndefined()
  await keepFile(base.db, bytes, 'application/pdf', now)
  expect((await readKeptFile(base.db, sha256))?.equals(bytes)).toBe(true)
})

it('forgets after a day what nobody said the purpose of, and nothing that is referred to', async () => {
  const { db } = base
  await db.person.create({ data: { id: 'p1', key: 'an', name: 'An', createdAt: now } })
  const [loose, sent, again] = await Promise.all(
    ['loose', 'sent', 'again'].map(async (words) => await keepFile(db, Buffer.from(words), 'text/plain', now)),
  )
  if (loose === undefined || sent === undefined || again === undefined) throw new Error('not kept')
  const incoming = { id: randomUUID(), personId: 'p1', name: 'a.txt' }
  await db.incomingFile.create({ data: { ...incoming, sha256: sent.sha256, at: later(20) } })
  await keepFile(db, Buffer.from('again'), 'text/plain', later(20))
  await forgetLooseFiles(db, later(23))
  expect(await db.fileContent.count()).toBe(3)
  await forgetLooseFiles(db, later(25))
  expect((await db.fileContent.findMany()).map((one) => one.sha256).sort()).toEqual([sent.sha256, again.sha256].sort())
  await forgetLooseFiles(db, later(50))
  expect([await db.incomingFile.count(), await db.fileContent.count(), await db.filePart.count()]).toEqual([0, 0, 0])
})
