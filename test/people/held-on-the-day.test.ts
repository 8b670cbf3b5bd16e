import { afterEach, beforeEach, expect, it } from 'vitest'
import { platforms } from '../../adapters/index.ts'
import { readRoster } from '../../src/cli/doctor/roster.ts'
import { accountsToLookAt } from '../../src/people/accounts/accounts-to-look-at.ts'
import { unlinkedPeople } from '../../src/people/accounts/link-gaps.ts'
import { listPeople } from '../../src/people/accounts/link-list.ts'
import { findActor } from '../../src/people/actor.ts'
import { grantsTo } from '../../src/people/delegated.ts'
import { holdersOf, peopleWithRole } from '../../src/people/members.ts'
import { addPerson, morning } from '../outbox/office.ts'
import { zone } from '../support/committee.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

/* Each reading that asks which roles are held on a day: both ends of a period count, and no day beside them. */

let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
  const { db } = base
  const [personId, takerId] = [await addPerson(db, 'an'), await addPerson(db, 'binh')]
  await db.role.create({ data: { id: 'r', personId, role: 'member', fromDay: '2020-06-16', toDay: '2020-06-18' } })
  const days = { fromDay: '2020-01-01', toDay: '2020-12-31', at: morning }
  await db.delegation.create({ data: { id: 'd', personId, takerId, rights: '["draft"]', ...days } })
})
afterEach(() => base.drop())

const slack = platforms.filter((platform) => platform.name === 'slack')
const taker = async () => (await base.db.person.findUniqueOrThrow({ where: { key: 'binh' } })).id

/** Whether the member counts, on a day of Hanoi. */
const readings: Readonly<Record<string, (day: string) => Promise<boolean>>> = {
  'who speaks': async (day) =>
    (await findActor(base.db, { platform: 'slack', tenant: 'T1', user: 'an' }, day))?.actor?.roles.has('member') ===
    true,
  'the members': async (day) => (await peopleWithRole(on(day), 'member')).length === 1,
  'the holders of roles': async (day) => (await holdersOf(on(day), 'member', 'chair')).length === 1,
  'for whom somebody may act': async (day) => (await grantsTo(on(day), await taker())).length === 1,
  'people list': async (day) => (await listPeople(base.db, day)).some(({ roles }) => roles.includes('member')),
  'people unlinked': async (day) => {
    await base.db.account.deleteMany()
    return (await unlinkedPeople(base.db, slack, day)).people.length === 1
  },
  'the accounts to look at': async (day) => (await accountsToLookAt(on(day), ['slack'], new Map())).length === 1,
  doctor: async (day) =>
    (await readRoster(base.db, day, ['slack'], platforms)).some(
      ({ check, state }) => check === 'members' && state === 'ok',
    ),
}
const on = (day: string) => ({ db: base.db, now: new Date(`${day}T12:00:00+07:00`), zone })

it.each(Object.entries(readings))('%s: from the first day to the last', async (_name, counts) => {
  const days = ['2020-06-15', '2020-06-16', '2020-06-18', '2020-06-19']
  const found: boolean[] = []
  for (const day of days) found.push(await counts(day))
  expect(found).toEqual([false, true, true, false])
})
