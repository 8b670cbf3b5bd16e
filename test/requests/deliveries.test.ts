import { afterEach, beforeEach, expect, it } from 'vitest'
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
  let turns = 0
  const timer = setInterval(() => {
    turns += 1
  }, 1)
  await forgetReceived(base.db, now)
  clearInterval(timer)
  expect(turns).toBeGreaterThan(0)
  expect((await base.db.received.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)).toEqual(['just', 'new'])
})
