import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetLooseFiles, keepFile, readKeptFile } from '../../src/documents/store/keep-file.ts'
import { member, openRoundOn } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { lookingFirst } from '../support/meanwhile.ts'

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

describe('a loose file that somebody comes to refer to between the look and the removal', () => {
  const committee = committeeEachTest()
  const bytes = Buffer.from('loose')
  let sha256: string
  let round: string
  let personId: string
  beforeEach(async () => {
    const { db } = committee
    round = await openRoundOn(committee, 'ND-DLCN')
    personId = (await db.person.findUniqueOrThrow({ where: { key: member } })).id
    await keepFile(db, Buffer.from('loose as well'), 'text/plain', now)
    sha256 = (await keepFile(db, bytes, 'text/plain', now)).sha256
  })
  const file = () => ({ id: 'f1', place: 1, name: 'a.txt', sha256 })

  it.each<[string, () => Promise<unknown>]>([
    [
      'sends it',
      () => committee.db.incomingFile.create({ data: { id: 'f1', personId, name: 'a.txt', sha256, at: later(40) } }),
    ],
    ['keeps it anew', () => keepFile(committee.db, bytes, 'text/plain', later(40))],
    [
      'makes it a draft',
      async () => {
        const { itemId } = await committee.db.round.findUniqueOrThrow({ where: { id: round } })
        const read = { kind: 'text', provisions: '[]', doubts: '[]', byId: null, at: later(40) }
        await committee.db.document.create({ data: { id: 'f1', itemId, version: 1, name: 'a.txt', sha256, ...read } })
      },
    ],
    [
      'puts it into the draft of an answer',
      () =>
        committee.db.opinionDraft.create({
          data: {
            id: 'd1',
            roundId: round,
            personId,
            body: '',
            revision: 1,
            updatedAt: now,
            files: { create: file() },
          },
        }),
    ],
    [
      'sends it with an answer',
      () =>
        committee.db.opinion.create({
          data: {
            ...{ id: 'o1', roundId: round, personId, version: 1, position: 'agree', body: '', draftVersion: 1 },
            ...{ receipt: 'ND-DLCN-2222-3333', at: now, late: false, files: { create: file() } },
          },
        }),
    ],
  ])('stays, and the others go, where somebody %s', async (_what, refer) => {
    await forgetLooseFiles(lookingFirst(committee.db, 'fileContent', refer), later(48))
    expect(await committee.db.fileContent.findMany({ select: { sha256: true } })).toEqual([{ sha256 }])
  })
})
