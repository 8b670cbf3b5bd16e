import { afterEach, beforeEach, expect, it } from 'vitest'
import { keep, type Result } from '../../src/outbox/delivery/results.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, office, post } from './office.ts'

let test: TestDatabase
let id: string
beforeEach(async () => {
  test = await openTestDatabase()
  await post(test.db, await addPerson(test.db, 'an'), 'k1')
  id = (await test.db.outbox.findFirstOrThrow()).id
})
afterEach(async () => await test.drop())

const sent = { status: 'sent', ref: 'slack-1', accountId: 'slack-an' } as const
const later = { status: 'waiting', afterMs: 1000, why: 'ratelimited' } as const
const failed = { status: 'failed', why: 'slack: invalid' } as const
const stand = async () => await test.db.outbox.findUniqueOrThrow({ where: { id } })

/** Stores a result of this worker's where the row stands so by now; how it stands then. */
async function kept(row: { status: string; mine: boolean }, result: Result['stand']) {
  const { host } = office(test.db, [])
  const { status, mine } = row
  await test.db.outbox.update({ where: { id }, data: { status, leasedBy: mine ? host.worker : 'another' } })
  await keep(host, [{ id, tries: [], stand: result }])
  return (await stand()).status
}

it.each([sent, later, failed])('the worker that sends a row stores what became of it: $status', async (result) => {
  expect(await kept({ status: 'sending', mine: true }, result)).toBe(result.status)
})

it.each([sent, later, failed])(
  'what a worker knows of a row that is another’s by now is not stored: $status',
  async (result) => {
    expect(await kept({ status: 'sending', mine: false }, result)).toBe('sending')
    expect(await stand()).toMatchObject({ leasedBy: 'another', ref: null })
  },
)

it('of a row in doubt is stored that it arrived after all, and nothing else', async () => {
  expect(await kept({ status: 'unsure', mine: true }, later)).toBe('unsure')
  expect(await kept({ status: 'unsure', mine: true }, failed)).toBe('unsure')
  expect(await kept({ status: 'unsure', mine: true }, sent)).toBe('sent')
})

it.each(['sent', 'dropped', 'failed'])('a row that has come to its end stays there: %s', async (status) => {
  for (const result of [sent, later, failed]) expect(await kept({ status, mine: true }, result)).toBe(status)
  expect(await stand()).toMatchObject({ ref: null, sentAt: null })
})
