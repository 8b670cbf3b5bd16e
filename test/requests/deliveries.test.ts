import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetReceived } from '../../src/requests/deliveries.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
})
afterEach(() => base.drop())

it('deliveries older than two days are forgotten, however many, and others meanwhile have their turn', async () => {
  const now = new Date('2020-06-18T02:00:00Z')
  const row = (id: string, at: string) => ({ id, at: new Date(at), reply: '{}' })
  const old = Array.from({ length: 4500 }, (_, place) => row(`old-${place}`, '2020-06-16T01:59:59.999Z'))
  await base.db.received.createMany({
    data: [...old, row('just', '2020-06-16T02:00:00Z'), row('new', '2020-06-18T01:00:00Z')],
  })
  // Between two statements the database lets in whoever waits (test/database), so that none may be long.
  const removed = vi.spyOn(base.db.received, 'deleteMany')
  await forgetReceived(base.db, now)
  const sizes = await Promise.all(removed.mock.results.map(async ({ value }) => (await value).count))
  expect(sizes).toEqual([1000, 1000, 1000, 1000, 500])
  expect((await base.db.received.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)).toEqual(['just', 'new'])
})
