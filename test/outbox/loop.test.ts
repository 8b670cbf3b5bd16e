import { afterEach, beforeEach, expect, it } from 'vitest'
import { createWake, startDelivery } from '../../src/outbox/delivery/loop.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { fakeAdapter } from '../support/fake-adapter.ts'
import { addPerson, office, post, standing } from './office.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await openTestDatabase()
})
afterEach(async () => await test.drop())

it('a ring that came before the wait is heard, and one that comes during it ends it', async () => {
  const wake = createWake()
  wake.ring()
  await wake.wait(60_000)
  const waiting = wake.wait(60_000)
  wake.ring()
  await waiting
})

it('stopping lets the sends in flight finish and stores their results', async () => {
  await post(test.db, await addPerson(test.db, 'an'), 'k1')
  let arrive = () => {}
  const begun = Promise.withResolvers<void>()
  const slack = fakeAdapter('slack', () => {
    begun.resolve()
    return new Promise<undefined>((done) => {
      arrive = () => done(undefined)
    })
  })
  const delivery = startDelivery(office(test.db, [slack]).host, createWake())
  await begun.promise
  const stopped = delivery.stop()
  arrive()
  await stopped
  expect(await standing(test.db)).toEqual({ k1: 'sent' })
})

it('a database that fails for a moment ends nothing: the next round goes on', async () => {
  await post(test.db, await addPerson(test.db, 'an'), 'k1')
  const sent = Promise.withResolvers<void>()
  const slack = fakeAdapter('slack', () => {
    sent.resolve()
    return undefined
  })
  const here = office(test.db, [slack])
  let calls = 0
  const now = () => {
    calls += 1
    if (calls === 1) throw new Error('no clock yet')
    return here.host.now()
  }
  const wake = createWake()
  const delivery = startDelivery({ ...here.host, now }, wake)
  wake.ring()
  await sent.promise
  await delivery.stop()
  expect(here.lines[0]).toMatchObject({ level: 'error', event: 'outbox.round-failed' })
  expect(await standing(test.db)).toEqual({ k1: 'sent' })
})
