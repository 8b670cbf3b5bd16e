import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ChatAdapter } from '../../src/contract/adapter.ts'
import { createLook } from '../../src/people/accounts/look-at-accounts.ts'
import { addPerson, morning as now } from '../outbox/office.ts'
import { zone } from '../support/committee.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { fakeAdapter } from '../support/fake-adapter.ts'
import { quiet as log } from '../support/quiet.ts'

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
})
afterEach(() => base.drop())

it('an account of which something else is learnt while the platform is asked is looked at once more', async () => {
  const { db } = base
  const personId = await addPerson(db, 'an')
  await db.role.create({ data: { id: 'role', personId, role: 'member', fromDay: '2020-01-01' } })
  const mark = async () => (await db.account.findFirstOrThrow()).unreachable
  let learns: string | null = 'blocked'
  const slack: ChatAdapter = {
    ...fakeAdapter('slack'),
    standing: async () => {
      if (learns !== null) await db.account.updateMany({ data: { unreachable: learns } })
      return { status: 'gone', why: 'deactivated', detail: '' }
    },
  }
  const look = createLook(new Map([['slack', slack]]))
  expect([await look({ db, now, zone, log }), await mark()]).toEqual([0, 'blocked'])
  expect(await db.audit.count()).toBe(0)
  learns = null
  expect([await look({ db, now, zone, log }), await mark()]).toEqual([1, 'deactivated'])
})
