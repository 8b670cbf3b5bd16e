import { afterEach, beforeEach, expect, it } from 'vitest'
import { resolveUnsure, sendUnreached } from '../../src/outbox/doubt/resolve.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { fakeAdapter } from '../support/fake-adapter.ts'
import { addPerson, morning, office, post, standing } from './office.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await openTestDatabase()
})
afterEach(async () => await test.drop())

const row = async (key: string) => await test.db.outbox.findUniqueOrThrow({ where: { key }, include: { tries: true } })

it('a notification reaches the account its person was seen on last, and its ref is kept', async () => {
  const person = await addPerson(test.db, 'an', ['slack', 'teams'])
  await post(test.db, person, 'k1')
  const slack = fakeAdapter('slack')
  const teams = fakeAdapter('teams')
  const { deliver } = office(test.db, [slack, teams])
  expect(await deliver()).toMatchObject({ sent: 1 })
  expect(slack.calls).toEqual([])
  expect(teams.calls).toMatchObject([{ what: 'send', key: 'k1', to: { platform: 'teams', tenant: 'T1', user: 'an' } }])
  expect(await row('k1')).toMatchObject({
    status: 'sent',
    ref: 'teams-1',
    accountId: 'teams-an',
    attempts: 1,
    why: null,
  })
  expect((await row('k1')).tries).toMatchObject([{ result: 'sent' }])
})

it('the web chat is used only where no other account is reachable', async () => {
  const both = await addPerson(test.db, 'both', ['slack', 'web'])
  const alone = await addPerson(test.db, 'alone', ['web'])
  await post(test.db, both, 'k1')
  await post(test.db, alone, 'k2')
  const web = fakeAdapter('web')
  const slack = fakeAdapter('slack')
  await office(test.db, [slack, web]).deliver()
  expect(slack.calls).toMatchObject([{ key: 'k1' }])
  expect(web.calls).toMatchObject([{ key: 'k2' }])
})

it('an account that refuses is marked and the next one is tried at once; it is preferred no more', async () => {
  const person = await addPerson(test.db, 'an', ['web', 'slack'])
  await post(test.db, person, 'k1')
  const slack = fakeAdapter('slack', () => ({ status: 'never', why: 'blocked', detail: 'messages_tab_disabled' }))
  const web = fakeAdapter('web')
  const { deliver } = office(test.db, [slack, web])
  expect(await deliver()).toMatchObject({ sent: 1 })
  expect(await row('k1')).toMatchObject({ status: 'sent', accountId: 'web-an', attempts: 2 })
  expect((await row('k1')).tries.map((one) => one.result).sort()).toEqual(['never', 'sent'])
  expect(await test.db.account.findUnique({ where: { id: 'slack-an' } })).toMatchObject({
    unreachable: 'blocked (messages_tab_disabled)',
  })
  await post(test.db, person, 'k2')
  await deliver()
  expect(slack.calls).toHaveLength(1)
})

it('an account that was marked and takes a notification again is reachable again', async () => {
  const person = await addPerson(test.db, 'an')
  await test.db.account.updateMany({ data: { unreachable: 'blocked', unreachableAt: new Date(0) } })
  await post(test.db, person, 'k1')
  await office(test.db, [fakeAdapter('slack')]).deliver()
  expect(await test.db.account.findUnique({ where: { id: 'slack-an' } })).toMatchObject({
    unreachable: null,
    unreachableAt: null,
  })
})

it.each([
  { what: 'heard from', before: null, meanwhile: { seenAt: morning }, taken: false, after: null },
  { what: 'found gone', before: null, meanwhile: { unreachable: 'deactivated' }, taken: false, after: 'deactivated' },
  { what: 'found gone', before: 'x', meanwhile: { unreachable: 'deactivated' }, taken: true, after: 'deactivated' },
])('an account $what while a notification is under way (taken: $taken) stays as that left it', async (race) => {
  const { before, meanwhile, taken, after } = race
  await post(test.db, await addPerson(test.db, 'an'), 'k1')
  await test.db.account.updateMany({ data: { unreachable: before } })
  const slack = fakeAdapter('slack', async () => {
    await test.db.account.updateMany({ data: meanwhile })
    return taken ? undefined : { status: 'never', why: 'blocked', detail: 'messages_tab_disabled' }
  })
  await office(test.db, [slack]).deliver()
  expect(slack.calls).toHaveLength(1)
  expect(await test.db.account.findMany()).toMatchObject([{ unreachable: after }])
})

it('whoever has no account that works is unreachable, with what to do, until an account is linked', async () => {
  const refused = await addPerson(test.db, 'refused')
  const nowhere = await addPerson(test.db, 'nowhere', [])
  const elsewhere = await addPerson(test.db, 'elsewhere', ['teams'])
  await post(test.db, refused, 'k1')
  await post(test.db, nowhere, 'k2')
  await post(test.db, elsewhere, 'k3')
  const slack = fakeAdapter('slack', (call) =>
    call.to.user === 'refused' ? { status: 'never', why: 'no-such-person', detail: 'user_not_found' } : undefined,
  )
  const { deliver, host } = office(test.db, [slack])
  expect(await deliver()).toMatchObject({ unreachable: 3 })
  expect((await row('k1')).why).toContain('slack: no-such-person (user_not_found): ask the person')
  expect((await row('k2')).why).toContain('link one')
  expect((await row('k3')).why).toContain('linked on teams only')
  await test.db.account.create({
    data: { id: 'new', personId: nowhere, platform: 'slack', tenant: 'T1', user: 'nowhere' },
  })
  await sendUnreached(test.db, [nowhere], host.now())
  await deliver()
  expect(await standing(test.db)).toEqual({ k1: 'unreachable', k2: 'sent', k3: 'unreachable' })
})

it('what has been sent is not sent again when another account is linked', async () => {
  const person = await addPerson(test.db, 'an')
  await post(test.db, person, 'k1')
  const slack = fakeAdapter('slack')
  const { deliver, host } = office(test.db, [slack])
  await deliver()
  await sendUnreached(test.db, [person], host.now())
  await deliver()
  expect(slack.calls).toHaveLength(1)
})

it('later waits for as long as the platform said, and then goes out once', async () => {
  const person = await addPerson(test.db, 'an')
  await post(test.db, person, 'k1')
  let tries = 0
  const slack = fakeAdapter('slack', () =>
    ++tries === 1 ? { status: 'later', afterMs: 30_000, why: 'ratelimited' } : undefined,
  )
  const { deliver, pass } = office(test.db, [slack])
  expect(await deliver()).toMatchObject({ sent: 0, later: 1 })
  pass(29_000)
  await deliver()
  expect(slack.calls).toHaveLength(1)
  pass(1_000)
  expect(await deliver()).toMatchObject({ sent: 1 })
  expect(await row('k1')).toMatchObject({ status: 'sent', attempts: 2 })
})

it('a send in doubt is never repeated by itself; a person decides, and it is written down', async () => {
  const person = await addPerson(test.db, 'an')
  await post(test.db, person, 'k1')
  await post(test.db, person, 'k2')
  let sure = false
  const slack = fakeAdapter('slack', () => (sure ? undefined : { status: 'unsure', why: 'lost answer' }))
  const { deliver, pass, host } = office(test.db, [slack])
  await deliver()
  pass(3_600_000)
  await deliver()
  expect(slack.calls).toHaveLength(2)
  expect(await standing(test.db)).toEqual({ k1: 'unsure', k2: 'unsure' })
  sure = true
  expect(await resolveUnsure(test.db, (await row('k1')).id, 'again', 'coordinator-1', host.now())).toBe(true)
  expect(await resolveUnsure(test.db, (await row('k2')).id, 'sent', 'coordinator-1', host.now())).toBe(true)
  expect(await resolveUnsure(test.db, (await row('k2')).id, 'again', 'coordinator-1', host.now())).toBe(false)
  await deliver()
  expect(slack.calls).toHaveLength(3)
  expect(await standing(test.db)).toEqual({ k1: 'sent', k2: 'sent' })
  const audit = await test.db.audit.findMany({ orderBy: { deed: 'asc' } })
  expect(audit.map((one) => [one.actor, one.deed])).toEqual([
    ['coordinator-1', 'outbox.again'],
    ['coordinator-1', 'outbox.sent'],
  ])
})

it('a notification too long is our bug: failed and logged as an error', async () => {
  const person = await addPerson(test.db, 'an')
  await post(test.db, person, 'k1')
  const slack = fakeAdapter('slack', () => ({ status: 'never', why: 'too-long', detail: 'msg_too_long' }))
  const { deliver, lines } = office(test.db, [slack])
  expect(await deliver()).toMatchObject({ failed: 1 })
  expect(lines).toMatchObject([{ level: 'error', event: 'outbox.failed' }])
})

it('an adapter that throws leaves that row unsure and stops no other', async () => {
  const [an, binh] = [await addPerson(test.db, 'an'), await addPerson(test.db, 'binh')]
  await post(test.db, an, 'k1')
  await post(test.db, binh, 'k2')
  const slack = fakeAdapter('slack', (call) => {
    if (call.to.user === 'an') throw new Error('bug')
    return undefined
  })
  await office(test.db, [slack]).deliver()
  expect(await standing(test.db)).toEqual({ k1: 'unsure', k2: 'sent' })
})

it('a notification no longer needed is dropped with its reason, and nothing is sent', async () => {
  const person = await addPerson(test.db, 'an')
  await post(test.db, person, 'k1')
  const slack = fakeAdapter('slack')
  await office(test.db, [slack], { compose: async () => ({ drop: 'answered' }) }).deliver()
  expect(slack.calls).toEqual([])
  expect(await row('k1')).toMatchObject({ status: 'dropped', why: 'answered', attempts: 0 })
})

it('words that cannot be made are tried five times, ever later, and then the row fails alone', async () => {
  const [an, binh] = [await addPerson(test.db, 'an'), await addPerson(test.db, 'binh')]
  await post(test.db, an, 'k1')
  await post(test.db, binh, 'k2')
  const slack = fakeAdapter('slack')
  const { deliver, pass, lines } = office(test.db, [slack], {
    compose: async (_letter, personId) => {
      if (personId === an) throw new Error('no such round')
      return { message: { text: 'words' } }
    },
  })
  const waits: number[] = []
  for (let round = 0; round < 5; round += 1) {
    await deliver()
    const { status, notBefore } = await row('k1')
    if (status !== 'waiting') break
    waits.push(notBefore.getTime())
    pass(600_000)
  }
  expect(waits).toHaveLength(4)
  expect(await row('k1')).toMatchObject({ status: 'failed', why: 'no such round', attempts: 5 })
  expect(await standing(test.db)).toMatchObject({ k2: 'sent' })
  expect(lines.filter((line) => line.event === 'outbox.compose-failed')).toHaveLength(5)
})

it('a key that was put once is refused for ever', async () => {
  const person = await addPerson(test.db, 'an')
  await post(test.db, person, 'k1')
  await office(test.db, [fakeAdapter('slack')]).deliver()
  await expect(post(test.db, person, 'k1')).rejects.toThrow()
})

it('what became of a send is stored as soon as the database takes it again', async () => {
  const person = await addPerson(test.db, 'an')
  await post(test.db, person, 'k1')
  const rename = (from: string, to: string) => test.db.$executeRawUnsafe(`ALTER TABLE "${from}" RENAME TO "${to}"`)
  const slack = fakeAdapter('slack', async () => {
    await rename('Attempt', 'Away')
    return undefined
  })
  const waited: number[] = []
  const sleep = async (ms: number) => {
    if (waited.push(ms) === 2) await rename('Away', 'Attempt')
  }
  const { deliver } = office(test.db, [slack], { sleep })
  expect(await deliver()).toMatchObject({ sent: 1 })
  expect(waited).toHaveLength(2)
  expect(slack.calls).toHaveLength(1)
  expect(await row('k1')).toMatchObject({ status: 'sent', ref: 'slack-1', attempts: 1, tries: [{ result: 'sent' }] })
})
