import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChatAdapter, Delivery } from '../../src/contract/adapter.ts'
import type { Compose } from '../../src/outbox/delivery/compose.ts'
import { put, putFiles } from '../../src/outbox/put.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { type FakeAdapter, fakeAdapter } from '../support/fake-adapter.ts'
import { addPerson, morning, office, standing } from './office.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await openTestDatabase()
})
afterEach(async () => await test.drop())

const bytes = Buffer.from('dự thảo')
const compose: Compose = async (letter) =>
  JSON.stringify(letter).includes('draft-file')
    ? { file: { name: 'du-thao.docx', mediaType: 'text/plain', bytes, words: 'Dự thảo' } }
    : { message: { text: 'đề nghị' } }

type Brought = { readonly to: string; readonly ref: string }

/** A platform that brings files, as `script` says. */
function bringing(script: (brought: readonly Brought[]) => Delivery | undefined = () => undefined) {
  const brought: Brought[] = []
  const files: NonNullable<ChatAdapter['files']> = {
    pace: { perSecond: 1_000_000, inFlight: 2 },
    async bring({ user }, _file, ref) {
      brought.push({ to: user, ref })
      return script(brought) ?? { status: 'sent', ref: `file-${brought.length}` }
    },
  }
  return { brought, files }
}

/** The request to somebody, and the file that goes with it. */
async function ask(person: string, key = person) {
  await put(
    test.db,
    [{ key: `request:${key}`, personId: person, letter: { kind: 'request', card: true }, subject: 'r1' }],
    morning,
  )
  await putFiles(
    test.db,
    [{ key: `file:${key}`, personId: person, letter: { kind: 'draft-file' }, subject: 'r1' }],
    morning,
  )
}

const inSeconds = (seconds: number) => seconds * 1000
const slackWith = (files: NonNullable<ChatAdapter['files']>, script?: Parameters<typeof fakeAdapter>[1]): FakeAdapter =>
  Object.assign(fakeAdapter('slack', script), { files })

describe('a file that goes with a message', () => {
  it('comes once, where the message stands, after it', async () => {
    await ask(await addPerson(test.db, 'an'))
    const { brought, files } = bringing()
    const slack = slackWith(files)
    const { deliver, pass } = office(test.db, [slack], { compose })
    await deliver()
    expect([slack.calls.length, brought]).toEqual([1, []])
    pass(inSeconds(10))
    await deliver()
    pass(inSeconds(3600))
    await deliver()
    expect(brought).toEqual([{ to: 'an', ref: 'slack-1' }])
    expect(Object.values(await standing(test.db))).toEqual(['sent', 'sent'])
  })

  it('waits for a message that cannot be sent yet, and ends with one that never will', async () => {
    const [an, binh] = [await addPerson(test.db, 'an'), await addPerson(test.db, 'binh')]
    await ask(an, 'an')
    await ask(binh, 'binh')
    const { brought, files } = bringing()
    let limited = true
    const slack = slackWith(files, ({ to }) => {
      if (to.user === 'binh') return { status: 'never', why: 'refused', detail: 'invalid_blocks' }
      return limited ? { status: 'later', afterMs: 60_000, why: 'ratelimited' } : undefined
    })
    const { deliver, pass } = office(test.db, [slack], { compose })
    await deliver()
    pass(inSeconds(10))
    await deliver()
    expect(await standing(test.db)).toMatchObject({ 'file:an': 'waiting', 'file:binh': 'dropped' })
    limited = false
    for (let minute = 0; minute < 4; minute += 1) {
      pass(inSeconds(61))
      await deliver()
    }
    expect(brought.map(({ to }) => to)).toEqual(['an'])
  })

  it('is tried again a few times while nobody can have seen it, without a second message', async () => {
    await ask(await addPerson(test.db, 'an'))
    const { brought, files } = bringing(() => ({ status: 'later', afterMs: 1000, why: 'http 500' }))
    const slack = slackWith(files)
    const { deliver, pass } = office(test.db, [slack], { compose })
    for (let hour = 0; hour < 20; hour += 1) {
      await deliver()
      pass(inSeconds(3600))
    }
    expect(brought).toHaveLength(6)
    expect(slack.calls).toHaveLength(1)
    expect(Object.values(await standing(test.db)).sort()).toEqual(['dropped', 'sent'])
  })

  it('is not brought again where it may have arrived', async () => {
    await ask(await addPerson(test.db, 'an'))
    const { brought, files } = bringing(() => ({ status: 'unsure', why: 'ECONNRESET' }))
    const { deliver, pass } = office(test.db, [slackWith(files)], { compose })
    for (let hour = 0; hour < 5; hour += 1) {
      await deliver()
      pass(inSeconds(3600))
    }
    expect(brought).toHaveLength(1)
    expect(Object.values(await standing(test.db)).sort()).toEqual(['dropped', 'sent'])
  })

  it('is not brought again after a process that died while bringing it, and is nobody’s to decide', async () => {
    await ask(await addPerson(test.db, 'an'))
    const { brought, files } = bringing()
    const { deliver, pass } = office(test.db, [slackWith(files)], { compose })
    await deliver()
    const lost = { status: 'sending', leasedBy: 'gone', leaseEnds: morning }
    await test.db.outbox.updateMany({ where: { kind: 'file' }, data: lost })
    pass(inSeconds(3600))
    await deliver()
    expect(brought).toEqual([])
    expect(Object.values(await standing(test.db)).sort()).toEqual(['dropped', 'sent'])
  })

  it('is left out where the message arrived on a platform that brings none', async () => {
    await ask(await addPerson(test.db, 'an', ['teams']))
    const { deliver, pass } = office(test.db, [fakeAdapter('teams')], { compose })
    await deliver()
    pass(inSeconds(10))
    await deliver()
    expect(Object.values(await standing(test.db)).sort()).toEqual(['dropped', 'sent'])
  })

  it('holds up no message when its platform wants no more files', async () => {
    for (const key of ['an', 'binh', 'cuc', 'dung']) await ask(await addPerson(test.db, key), key)
    const { files } = bringing(() => ({ status: 'later', afterMs: 300_000, why: 'ratelimited' }))
    const slack = slackWith(files)
    const { deliver, pass, host } = office(test.db, [slack], { compose })
    await deliver()
    pass(inSeconds(10))
    await deliver()
    expect(host.pace.resting('slack/files')).toBeGreaterThan(0)
    expect(host.pace.resting('slack')).toBe(0)
    await put(test.db, [{ key: 'more', personId: await addPerson(test.db, 'em'), letter: { kind: 'note' } }], morning)
    await deliver()
    expect(await standing(test.db)).toMatchObject({ more: 'sent' })
  })
})
