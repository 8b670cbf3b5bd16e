import { afterEach, beforeEach, expect, it } from 'vitest'
import { recoverLeases } from '../../src/outbox/doubt/recover.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { changedMeanwhile } from '../support/meanwhile.ts'
import { quiet } from '../support/quiet.ts'
import { addPerson, morning, post } from './office.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await openTestDatabase()
  await post(test.db, await addPerson(test.db, 'an'), 'k1')
  const leaseEnds = new Date(morning.getTime() - 1)
  await test.db.outbox.updateMany({ data: { status: 'sending', leasedBy: 'the dead', leaseEnds } })
})
afterEach(async () => await test.drop())

it('a send whose process died is in doubt together with the attempt that says why', async () => {
  expect(await recoverLeases(test.db, morning, quiet)).toBe(1)
  expect(await test.db.outbox.findMany({ include: { tries: true } })).toMatchObject([
    { status: 'unsure', attempts: 1, leasedBy: 'the dead', tries: [{ result: 'unsure', at: morning }] },
  ])
  expect(await recoverLeases(test.db, morning, quiet)).toBe(0)
})

it('a crash between the two leaves neither: the next start finds the row', async () => {
  await test.db.$executeRawUnsafe('ALTER TABLE "Attempt" RENAME TO "Gone"')
  await expect(recoverLeases(test.db, morning, quiet)).rejects.toThrow()
  expect(await test.db.outbox.findMany()).toMatchObject([{ status: 'sending', attempts: 0 }])
  await test.db.$executeRawUnsafe('ALTER TABLE "Gone" RENAME TO "Attempt"')
  expect(await recoverLeases(test.db, morning, quiet)).toBe(1)
})

it('a row whose worker stores what became of it at that very moment is not in doubt', async () => {
  const [row] = await test.db.outbox.findMany()
  const stored = () => test.db.outbox.updateMany({ data: { status: 'sent', leasedBy: null, leaseEnds: null } })
  const meanwhile = changedMeanwhile(test, stored)
  expect(await recoverLeases(meanwhile, morning, quiet)).toBe(0)
  expect(await test.db.outbox.findMany({ include: { tries: true } })).toMatchObject([
    { id: row?.id, status: 'sent', attempts: 0, why: null, tries: [] },
  ])
})

it('a row whose worker has asked for more time is left to it', async () => {
  const more = new Date(morning.getTime() + 60_000)
  const meanwhile = changedMeanwhile(test, () => test.db.outbox.updateMany({ data: { leaseEnds: more } }))
  expect(await recoverLeases(meanwhile, morning, quiet)).toBe(0)
  expect(await test.db.outbox.findMany()).toMatchObject([{ status: 'sending', leaseEnds: more, attempts: 0 }])
})
