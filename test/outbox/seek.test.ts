import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Delivery, Sought } from '../../src/contract/adapter.ts'
import { resolveUnsure } from '../../src/outbox/doubt/resolve.ts'
import { refresh } from '../../src/outbox/put.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { fakeAdapter } from '../support/fake-adapter.ts'
import { addPerson, morning, type Office, office, post, standing } from './office.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await openTestDatabase()
})
afterEach(async () => await test.drop())

const lost: Delivery = { status: 'unsure', why: 'lost answer' }

/** A Slack on which the first `times` answers are lost, and which tells of a send what `tells` does. */
function losing(times: number, tells?: () => Sought) {
  let left = times
  return fakeAdapter(
    'slack',
    (call) => {
      if (call.what !== 'send' || left === 0) return undefined
      left -= 1
      return lost
    },
    undefined,
    [],
    tells === undefined ? undefined : async () => tells(),
  )
}

/** Delivers over and over, as the running committee does, for about ten minutes. */
async function goOn(here: Office): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    await here.deliver()
    here.pass(60_000)
  }
}

const rowOf = async (key: string) =>
  await test.db.outbox.findUniqueOrThrow({
    where: { key },
    select: { status: true, ref: true, accountId: true, attempts: true, tries: { select: { result: true } } },
  })

it('a send in doubt that the platform has is sent, and its card can be rewritten', async () => {
  const slack = losing(1, () => ({ status: 'there', ref: 'D1:7' }))
  await post(test.db, await addPerson(test.db, 'an'), 'k1')
  await goOn(office(test.db, [slack]))
  expect(slack.calls).toHaveLength(1)
  const row = await rowOf('k1')
  expect(row).toMatchObject({ status: 'sent', ref: 'D1:7', accountId: 'slack-an', attempts: 2 })
  expect(row.tries.map((one) => one.result).sort()).toEqual(['sought', 'unsure'])
})

it('a card found on the platform shows what became of its round while it was in doubt', async () => {
  const slack = losing(1, () => ({ status: 'there', ref: 'D1:7' }))
  const an = await addPerson(test.db, 'an')
  const here = office(test.db, [slack])
  await post(test.db, an, 'k1', { kind: 'request', card: true })
  await here.deliver()
  await refresh(test.db, 'round-1', [an], 'v1', here.host.now())
  await goOn(here)
  expect(slack.calls.map((call) => call.what)).toEqual(['send', 'update'])
})

it('a send in doubt that the platform has not is sent again, whatever it is', async () => {
  const slack = losing(2, () => ({ status: 'not-there' }))
  await post(test.db, await addPerson(test.db, 'an'), 'k1', { kind: 'request' })
  await goOn(office(test.db, [slack]))
  expect(slack.calls).toHaveLength(3)
  expect(await rowOf('k1')).toMatchObject({ status: 'sent', attempts: 5 })
})

it('where the platform does not tell, a reminder goes out once more and no oftener, a request never', async () => {
  const slack = losing(100)
  const kinds = ['nudge', 'reminder', 'digest', 'escalation', 'upcoming', 'request', 'round-extend', 'unheard-of']
  for (const kind of kinds) await post(test.db, await addPerson(test.db, kind), kind, { kind })
  await goOn(office(test.db, [slack]))
  const tries = new Map(kinds.map((kind) => [kind, slack.calls.filter((call) => call.to.user === kind).length]))
  expect(Object.fromEntries(tries)).toEqual({
    nudge: 2,
    reminder: 2,
    digest: 2,
    escalation: 2,
    upcoming: 2,
    request: 1,
    'round-extend': 1,
    'unheard-of': 1,
  })
  expect(new Set(Object.values(await standing(test.db)))).toEqual(new Set(['unsure']))
})

it('somebody who may have got it on either of two platforms is written to again only when neither has it', async () => {
  const slack = losing(1, () => ({ status: 'not-there' }))
  await post(test.db, await addPerson(test.db, 'an', ['teams', 'slack']), 'k1')
  await goOn(office(test.db, [slack, fakeAdapter('teams')]))
  expect(slack.calls).toHaveLength(1)
  expect(await standing(test.db)).toEqual({ k1: 'unsure' })
})

it('nothing is asked while the message may still be on its way, and a platform that cannot be asked is asked again', async () => {
  let asked = 0
  const slack = losing(1, () => {
    asked += 1
    if (asked < 3) throw new Error('ratelimited')
    return { status: 'there', ref: 'r' }
  })
  await post(test.db, await addPerson(test.db, 'an'), 'k1')
  const here = office(test.db, [slack])
  await here.deliver()
  here.pass(9000)
  await here.deliver()
  expect(asked).toBe(0)
  for (let round = 0; round < 3; round += 1) {
    here.pass(2000)
    await here.deliver()
  }
  expect(asked).toBe(3)
  expect(await rowOf('k1')).toMatchObject({ status: 'sent', attempts: 2 })
})

it('a message sent before a crash is looked for from when its notification was written, however long nothing ran', async () => {
  const asked: Date[] = []
  const slack = fakeAdapter('slack', undefined, undefined, [], async (_to, { since }) => {
    asked.push(since)
    return { status: 'there', ref: 'r' }
  })
  await post(test.db, await addPerson(test.db, 'an'), 'k1')
  const leaseEnds = new Date(morning.getTime() + 60_000)
  await test.db.outbox.updateMany({ data: { status: 'sending', leasedBy: 'the dead', leaseEnds } })
  const here = office(test.db, [slack])
  here.pass(5 * 3_600_000)
  await goOn(here)
  expect(asked).toEqual([morning])
  expect(await standing(test.db)).toEqual({ k1: 'sent' })
})

it('what a person has decided meanwhile stands', async () => {
  await post(test.db, await addPerson(test.db, 'an'), 'k1')
  const slack = fakeAdapter(
    'slack',
    () => lost,
    undefined,
    [],
    async () => {
      const { id } = await test.db.outbox.findUniqueOrThrow({ where: { key: 'k1' } })
      await resolveUnsure(test.db, id, 'sent', 'cli', here.host.now())
      return { status: 'not-there' }
    },
  )
  const here = office(test.db, [slack])
  await goOn(here)
  expect(slack.calls).toHaveLength(1)
  expect(await standing(test.db)).toEqual({ k1: 'sent' })
})

it('an answer about an earlier doubt decides nothing about a later one of the same row', async () => {
  await post(test.db, await addPerson(test.db, 'an'), 'k1')
  const slack = fakeAdapter(
    'slack',
    () => lost,
    undefined,
    [],
    async () => {
      // While the platform is asked, a person has it sent again, and that send goes into doubt as well.
      const { id } = await test.db.outbox.findUniqueOrThrow({ where: { key: 'k1' } })
      if (!(await resolveUnsure(test.db, id, 'again', 'cli', here.host.now()))) return { status: 'not-there' }
      await test.db.outbox.update({ where: { id }, data: { status: 'unsure', attempts: { increment: 1 } } })
      return { status: 'not-there' }
    },
  )
  const here = office(test.db, [slack])
  await here.deliver()
  here.pass(60_000)
  await here.deliver()
  expect(slack.calls).toHaveLength(1)
  expect(await standing(test.db)).toEqual({ k1: 'unsure' })
  expect((await rowOf('k1')).tries.map((one) => one.result)).toEqual(['unsure'])
})

it('a doubt of the day before is left to a person', async () => {
  const slack = losing(1, () => ({ status: 'not-there' }))
  await post(test.db, await addPerson(test.db, 'an'), 'k1')
  const here = office(test.db, [slack])
  await here.deliver()
  here.pass(25 * 3_600_000)
  await goOn(here)
  expect(await standing(test.db)).toEqual({ k1: 'unsure' })
})

it('a fresh doubt is looked into although 250 older ones have been, and wait for a person', async () => {
  const slack = fakeAdapter(
    'slack',
    (call) => (call.what === 'send' ? lost : undefined),
    undefined,
    [],
    async () => ({ status: 'unknown', why: 'does not tell' }),
  )
  const here = office(test.db, [slack])
  const an = await addPerson(test.db, 'an')
  const long = new Date(morning.getTime() - 3_600_000)
  const old = Array.from({ length: 250 }, (_, place) => `old-${place}`)
  await test.db.outbox.createMany({
    data: old.map((key) => ({
      id: key,
      key,
      personId: an,
      kind: 'send',
      letter: JSON.stringify({ kind: 'request' }),
      status: 'unsure',
      createdAt: long,
      notBefore: long,
    })),
  })
  await test.db.attempt.createMany({
    data: old.flatMap((key) =>
      ['unsure', 'sought'].map((result) => ({ id: `${key}-${result}`, outboxId: key, at: long, result })),
    ),
  })
  await post(test.db, await addPerson(test.db, 'binh'), 'fresh', { kind: 'nudge' })
  await goOn(here)
  expect(slack.calls.map((call) => (call.what === 'send' ? call.key : ''))).toEqual(['fresh', 'fresh'])
})

it('a platform that does not answer holds up nothing that another could tell', async () => {
  const slack = fakeAdapter(
    'slack',
    () => lost,
    undefined,
    [],
    async () => {
      throw new Error('away')
    },
  )
  const teams = fakeAdapter(
    'teams',
    () => lost,
    undefined,
    [],
    async () => ({ status: 'there', ref: 'r' }),
  )
  const here = office(test.db, [slack, teams])
  for (let place = 0; place < 6; place += 1) await post(test.db, await addPerson(test.db, `s${place}`), `s${place}`)
  here.pass(1000)
  await post(test.db, await addPerson(test.db, 't', ['teams']), 't', {}, here.host.now())
  await here.deliver()
  here.pass(11_000)
  await here.deliver()
  expect(await standing(test.db)).toMatchObject({ t: 'sent', s0: 'unsure', s5: 'unsure' })
})
