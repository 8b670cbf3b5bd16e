import { afterEach, expect, it, vi } from 'vitest'
import { call } from '../../src/outbox/delivery/call.ts'
import { openTestDatabase } from '../support/database.ts'
import { fakeAdapter } from '../support/fake-adapter.ts'
import { office } from './office.ts'

afterEach(() => void vi.useRealTimers())

it('an adapter that never answers gives its place free, in doubt', async () => {
  const test = await openTestDatabase()
  const { host } = office(test.db, [fakeAdapter('slack')])
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const calling = call(host, { id: 'k' }, 'slack', () => new Promise(() => undefined))
  vi.advanceTimersByTime(45_000)
  expect(await calling).toEqual({ status: 'unsure', why: 'the adapter did not answer' })
  vi.useRealTimers()
  await test.drop()
})

it('an adapter that throws before it promises anything is a bug like any other', async () => {
  const test = await openTestDatabase()
  const { host, lines } = office(test.db, [fakeAdapter('slack')])
  const answer = await call(host, { id: 'k' }, 'slack', () => {
    throw new Error('bug')
  })
  expect(answer).toEqual({ status: 'unsure', why: 'the adapter threw: bug' })
  expect(lines).toMatchObject([{ level: 'error', event: 'outbox.adapter-threw' }])
  await test.drop()
})
