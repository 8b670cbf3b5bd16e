import { afterEach, beforeEach, expect, it } from 'vitest'
import { ledgerFor } from '../../src/outbox/ledger.ts'
import { refresh } from '../../src/outbox/put.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { type FakeCall, fakeAdapter } from '../support/fake-adapter.ts'
import { addPerson, morning, office, post } from './office.ts'

let test: TestDatabase
let an: string
beforeEach(async () => {
  test = await openTestDatabase()
  an = await addPerson(test.db, 'an')
})
afterEach(async () => await test.drop())

const ask = (cause: string, at = morning) => refresh(test.db, 'round-1', [an], cause, at)
const stand = async (cause: string) =>
  await test.db.outbox.findUniqueOrThrow({ where: { key: `refresh:round-1:${an}:${cause}` } })
const texts = (calls: readonly FakeCall[]) => calls.map((call) => [call.what, call.message.text])

it('a card that was sent is rewritten with words made afresh; a plain notification is left alone', async () => {
  await post(test.db, an, 'card', { card: true }, new Date(morning.getTime() - 1))
  await post(test.db, an, 'note')
  let words = 'please answer'
  const slack = fakeAdapter('slack')
  const { deliver } = office(test.db, [slack], { compose: async () => ({ message: { text: words } }) })
  await deliver()
  words = 'answered'
  await ask('v1')
  expect(await deliver()).toMatchObject({ sent: 1 })
  expect(texts(slack.calls)).toEqual([
    ['send', 'please answer'],
    ['send', 'please answer'],
    ['update', 'answered'],
  ])
  expect(slack.calls[2]).toMatchObject({ ref: 'slack-1', to: { user: 'an' } })
  expect(await stand('v1')).toMatchObject({ status: 'sent', attempts: 1 })
  const ledger = await ledgerFor(test.db, { platform: 'slack', tenant: 'T1', user: 'an' }, 10)
  expect(ledger.map((row) => row.key)).toEqual(['card', 'note'])
  expect(await ledgerFor(test.db, { platform: 'slack', tenant: 'T1', user: 'nobody' }, 10)).toEqual([])
})

it('of several requests for the same cards the newest alone is carried out', async () => {
  await post(test.db, an, 'card', { card: true })
  const slack = fakeAdapter('slack')
  const { deliver } = office(test.db, [slack])
  await deliver()
  await ask('v1')
  await ask('v2', new Date(morning.getTime() + 1))
  await ask('v3', new Date(morning.getTime() + 2))
  const later = office(test.db, [slack], { now: () => new Date(morning.getTime() + 10) })
  await later.deliver()
  expect(slack.calls.filter((call) => call.what === 'update')).toHaveLength(1)
  expect(await stand('v1')).toMatchObject({ status: 'dropped', why: 'superseded' })
  expect(await stand('v2')).toMatchObject({ status: 'dropped', why: 'superseded' })
  expect(await stand('v3')).toMatchObject({ status: 'sent' })
})

it('a card that is still waiting needs no rewriting; one that is being sent is waited for', async () => {
  await post(test.db, an, 'card', { card: true })
  await ask('v1')
  const slack = fakeAdapter('slack')
  const { deliver, pass } = office(test.db, [slack])
  await deliver()
  expect(await stand('v1')).toMatchObject({ status: 'dropped', why: 'no card was sent' })
  expect(slack.calls.map((call) => call.what)).toEqual(['send'])

  const sending = { status: 'sending', ref: null, leasedBy: 'other', leaseEnds: new Date(morning.getTime() + 60_000) }
  await test.db.outbox.update({ where: { key: 'card' }, data: sending })
  await ask('v2')
  await deliver()
  expect(await stand('v2')).toMatchObject({ status: 'waiting', why: 'the card is being sent' })
  await test.db.outbox.update({ where: { key: 'card' }, data: { status: 'sent', ref: 'r' } })
  pass(1000)
  await deliver()
  expect(slack.calls.at(-1)).toMatchObject({ what: 'update', ref: 'r' })
})

it('a card taken on by another worker may have its words already, so its rewriting waits', async () => {
  await post(test.db, an, 'card', { card: true })
  const hold = new Date(morning.getTime() + 30_000)
  await test.db.outbox.update({
    where: { key: 'card' },
    data: { leasedBy: 'other', leaseEnds: hold, notBefore: hold },
  })
  await ask('v1')
  await office(test.db, [fakeAdapter('slack')]).deliver()
  expect(await stand('v1')).toMatchObject({ status: 'waiting', why: 'the card is being sent' })
})

it('a rewriting in doubt is repeated, five times at most', async () => {
  await post(test.db, an, 'card', { card: true })
  const slack = fakeAdapter('slack', (call) =>
    call.what === 'update' ? { status: 'unsure', why: 'lost answer' } : undefined,
  )
  const { deliver, pass } = office(test.db, [slack])
  await deliver()
  await ask('v1')
  for (let round = 0; round < 8; round += 1) {
    await deliver()
    pass(600_000)
  }
  expect(slack.calls.filter((call) => call.what === 'update')).toHaveLength(5)
  expect(await stand('v1')).toMatchObject({ status: 'failed', attempts: 5, why: 'lost answer' })
})

it('a card that is gone is let go without a word', async () => {
  await post(test.db, an, 'card', { card: true })
  const slack = fakeAdapter('slack', (call) =>
    call.what === 'update' ? { status: 'never', why: 'gone', detail: 'message_not_found' } : undefined,
  )
  const { deliver, lines } = office(test.db, [slack])
  await deliver()
  await ask('v1')
  expect(await deliver()).toMatchObject({ dropped: 1 })
  expect(lines.filter((line) => line.level === 'error')).toEqual([])
})
