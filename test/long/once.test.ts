import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Delivery } from '../../src/contract/adapter.ts'
import { openDatabase } from '../../src/database/open.ts'
import { isStatus } from '../../src/outbox/host.ts'
import { refresh } from '../../src/outbox/put.ts'
import { addPerson, morning, office, post } from '../outbox/office.ts'
import { openTestDatabase } from '../support/database.ts'
import { fakeAdapter } from '../support/fake-adapter.ts'
import { quiet } from '../support/quiet.ts'

const deliveries: Record<string, Delivery | 'throw'> = {
  sent: { status: 'sent', ref: 'r' },
  later: { status: 'later', afterMs: 1500, why: 'ratelimited' },
  unsure: { status: 'unsure', why: 'lost' },
  blocked: { status: 'never', why: 'blocked', detail: 'x' },
  gone: { status: 'never', why: 'gone', detail: 'x' },
  long: { status: 'never', why: 'too-long', detail: 'x' },
  bug: 'throw',
}
const fate = fc.constantFrom(...Object.keys(deliveries))

it('whatever a platform does, nobody gets one notification twice and every row ends in a known state', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ fates: fc.array(fate, { maxLength: 6 }), both: fc.boolean() }), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.array(fc.record({ person: fc.nat(7), fates: fc.array(fate, { maxLength: 6 }) }), { maxLength: 6 }),
      async (letters, rewrites) => {
        const test = await openTestDatabase()
        try {
          const arrived = new Map<string, number>()
          const left = new Map(letters.map((letter, place) => [`k${place}`, [...letter.fates]]))
          const leftToRewrite = rewrites.flatMap((one) => one.fates)
          const script = (call: { what: string; key?: string }) => {
            const key = call.key ?? ''
            const next = (call.what === 'send' ? left.get(key)?.shift() : leftToRewrite.shift()) ?? 'sent'
            if (call.what === 'send' && ['sent', 'unsure', 'bug'].includes(next))
              arrived.set(key, (arrived.get(key) ?? 0) + 1)
            const answer = deliveries[next]
            if (answer === 'throw') throw new Error('bug')
            return answer
          }
          const here = office(test.db, [fakeAdapter('slack', script), fakeAdapter('teams', script)])
          const people: string[] = []
          for (const [place, letter] of letters.entries()) {
            people.push(await addPerson(test.db, `p${place}`, letter.both ? ['slack', 'teams'] : ['slack']))
            await post(test.db, people[place] ?? '', `k${place}`, { card: true })
          }
          for (const [place, one] of rewrites.entries()) {
            if (place % 2 === 0) await here.deliver()
            const person = people[one.person % people.length] ?? ''
            await refresh(test.db, 'round-1', [person], `v${place}`, here.host.now())
            here.pass(100)
          }
          for (let round = 0; round < 12; round += 1) {
            await here.deliver()
            here.pass(601_000)
          }
          for (const times of arrived.values()) expect(times).toBe(1)
          const rows = await test.db.outbox.findMany({ include: { tries: true } })
          for (const row of rows) {
            expect(isStatus(row.status), row.status).toBe(true)
            expect(row.status, row.key).not.toMatch(/waiting|sending/)
            expect(row.leasedBy).toBeNull()
            expect(row.attempts, row.key).toBe(row.tries.length)
            if (row.kind === 'send') expect(row.status === 'sent', row.key).toBe(row.ref !== null)
          }
        } finally {
          await test.drop()
        }
      },
    ),
    { numRuns: 15 },
  )
}, 60_000)

it('three workers on one database share the work and send each notification once', async () => {
  const test = await openTestDatabase()
  // Replicas are for PostgreSQL. Two openers of one SQLite file in one thread would only wait for each other.
  const others =
    test.provider === 'sqlite' ? [] : await Promise.all([openDatabase(test.url, quiet), openDatabase(test.url, quiet)])
  try {
    const people = await Promise.all(Array.from({ length: 40 }, (_, place) => addPerson(test.db, `p${place}`)))
    for (let letter = 0; letter < 6; letter += 1)
      for (const person of people) await post(test.db, person, `k${letter}-${person}`)
    const slack = fakeAdapter('slack', async () => {
      await new Promise((next) => setImmediate(next))
      return undefined
    })
    const workers = [0, 1, 2].map((place) => office(others[place]?.db ?? test.db, [slack]))
    // A worker that finds every due row in another's hands stops, so they are asked until nothing is left.
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(workers.map((worker) => worker.deliver()))
      if ((await test.db.outbox.count({ where: { status: 'waiting' } })) === 0) break
    }
    expect(new Set(slack.calls.map((call) => ('key' in call ? call.key : ''))).size).toBe(240)
    expect(slack.calls).toHaveLength(240)
    expect(await test.db.outbox.count({ where: { status: 'sent' } })).toBe(240)
    expect(await test.db.attempt.count()).toBe(240)
  } finally {
    for (const other of others) await other.close()
    await test.drop()
  }
})

it('a result that comes after the lease ran out still counts, and the doubt is withdrawn', async () => {
  const test = await openTestDatabase()
  try {
    await post(test.db, await addPerson(test.db, 'an'), 'k1')
    const other = office(test.db, [fakeAdapter('slack')], { now: () => new Date(morning.getTime() + 61_000) })
    const seen: string[] = []
    const slow = fakeAdapter('slack', async () => {
      await other.deliver()
      seen.push((await test.db.outbox.findUniqueOrThrow({ where: { key: 'k1' } })).status)
      return undefined
    })
    await office(test.db, [slow]).deliver()
    expect(seen).toEqual(['unsure'])
    expect(await test.db.outbox.findUniqueOrThrow({ where: { key: 'k1' } })).toMatchObject({
      status: 'sent',
      why: null,
    })
  } finally {
    await test.drop()
  }
})
