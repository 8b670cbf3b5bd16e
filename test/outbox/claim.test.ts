import { afterEach, beforeEach, expect, it } from 'vitest'
import { begin, holdMs, putBack, reserve } from '../../src/outbox/delivery/claim.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { lookingFirst } from '../support/meanwhile.ts'
import { addPerson, office, post } from './office.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await openTestDatabase()
  const person = await addPerson(test.db, 'an')
  for (let row = 0; row < 30; row += 1) await post(test.db, person, `k${row}`)
})
afterEach(async () => await test.drop())

it('of two workers that reach for the same rows each row goes to one', async () => {
  const [one, two] = [office(test.db, []), office(test.db, [])]
  const both = await Promise.all([reserve(one.host, 20), reserve(two.host, 20), reserve(one.host, 20)])
  const ids = both.flat().map((row) => row.id)
  expect(new Set(ids).size).toBe(ids.length)
})

it('rows that another took between the look and the hand stay the other’s', async () => {
  const [one, two] = [office(test.db, []), office(test.db, [])]
  const slow = lookingFirst(test.db, 'outbox', () => reserve(two.host, 20))
  const late = await reserve({ ...one.host, db: slow }, 20)
  const held = await test.db.outbox.groupBy({ by: ['leasedBy'], _count: true, where: { leasedBy: { not: null } } })
  expect(held).toEqual([{ leasedBy: two.host.worker, _count: 20 }])
  expect(late).toEqual([])
})

it('a row whose holder fell silent comes up again, and the first holder may not send it any more', async () => {
  const [one, two] = [office(test.db, []), office(test.db, [])]
  const [row] = await reserve(one.host, 1)
  const id = row?.id ?? ''
  expect(await reserve(two.host, 100)).toHaveLength(29)
  two.pass(holdMs)
  expect((await reserve(two.host, 100)).map((again) => again.id)).toContain(id)
  expect(await begin(one.host, [id])).toEqual([false])
  await putBack(one.host, [id], 0)
  expect(await begin(two.host, [id])).toEqual([true])
})

it('a row in doubt is neither begun anew nor put back by the worker whose name is still on it', async () => {
  const { host } = office(test.db, [])
  const [row] = await reserve(host, 1)
  const id = row?.id ?? ''
  await begin(host, [id])
  await test.db.outbox.update({ where: { id }, data: { status: 'unsure' } })
  expect(await begin(host, [id])).toEqual([false])
  await putBack(host, [id], 0)
  expect(await test.db.outbox.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'unsure' })
})
