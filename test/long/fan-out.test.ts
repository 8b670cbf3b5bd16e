import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { put } from '../../src/outbox/put.ts'
import { addPerson, morning } from '../outbox/office.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { linesOf } from './lines.ts'

const members = 60

let test: TestDatabase
let folder: string
let file: string
let origin: string
const running = new Set<ChildProcess>()

beforeEach(async () => {
  test = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'dondoc-fan-out-'))
  origin = String(Date.now())
  file = join(folder, 'arrived.txt')
})
afterEach(async () => {
  await Promise.all([...running].map(kill))
  rmSync(folder, { recursive: true })
  await test.drop()
})

/** A real process that delivers. */
async function sender(): Promise<ChildProcess> {
  const path = fileURLToPath(new URL('fan-out-sender.ts', import.meta.url))
  const child = spawn(process.execPath, [path, test.url, file, origin], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  await once(child.stdout, 'data')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  running.delete(child)
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function arrived(atLeast: number): Promise<void> {
  while (linesOf(file).length < atLeast) await new Promise((done) => setTimeout(done, 5))
}

/** A request and a reminder to every member: half of them on Slack, which tells what it has, half on Teams. */
async function fanOut(): Promise<void> {
  for (let place = 0; place < members; place += 1) {
    const person = await addPerson(test.db, `p${place}`, [place % 2 === 0 ? 'slack' : 'teams'])
    const platform = place % 2 === 0 ? 'slack' : 'teams'
    const letters = ['request', 'nudge'].map((kind) => ({
      key: `${platform}:${kind}:${place}`,
      personId: person,
      letter: { kind },
    }))
    await put(test.db, letters, morning)
  }
}

/** Until nothing is under way and nothing in doubt is left to be looked into. */
async function settled(): Promise<void> {
  for (;;) {
    const open = await test.db.outbox.count({
      where: {
        OR: [{ status: { in: ['waiting', 'sending'] } }, { status: 'unsure', tries: { none: { result: 'sought' } } }],
      },
    })
    if (open === 0) return
    await new Promise((done) => setTimeout(done, 20))
  }
}

/** Nobody was missed, and nobody doubled of whom it could be known. */
async function expectAllReached(): Promise<void> {
  const rows = await test.db.outbox.findMany({ include: { tries: true } })
  const times = Map.groupBy(linesOf(file), (key) => key)
  for (const { key, status, tries, attempts } of rows) {
    const count = times.get(key)?.length ?? 0
    expect(attempts, key).toBe(tries.length)
    const doubted = tries.some((one) => one.result === 'unsure')
    if (!doubted || key.startsWith('slack')) {
      expect([key, status, count]).toEqual([key, 'sent', 1])
    } else if (key.startsWith('teams:nudge')) {
      // Teams does not tell: a reminder is risked once more, and then it is sure.
      expect([key, status]).toEqual([key, 'sent'])
      expect([1, 2]).toContain(count)
    } else {
      expect(count, key).toBeLessThanOrEqual(1)
      // A process that was slow rather than dead still says what became of it.
      if (status !== 'sent') expect([key, status]).toEqual([key, 'unsure'])
    }
  }
  expect(rows).toHaveLength(2 * members)
}

it('a fan-out killed twice in the middle misses nobody, and doubles nobody of whom it can be known', {
  timeout: 60_000,
}, async () => {
  await fanOut()
  await kill(await senderThat(20))
  await kill(await senderThat(60))
  await sender()
  await settled()
  await expectAllReached()
  // What was in flight at the kills was in doubt, or this test shows nothing.
  expect(await test.db.attempt.count({ where: { result: 'unsure' } })).toBeGreaterThan(0)
})

/** A process by which so many messages have arrived, with its forerunners'. */
async function senderThat(count: number): Promise<ChildProcess> {
  const child = await sender()
  await arrived(count)
  return child
}

// A SQLite file has one process that sends; replicas share a PostgreSQL server.
describe.runIf(process.env.TEST_DATABASE_URL)('two replicas', () => {
  it('the other carries on when one is killed in the middle of a fan-out, and then its successor', {
    timeout: 60_000,
  }, async () => {
    await fanOut()
    const [first, second] = await Promise.all([sender(), sender()])
    await arrived(20)
    if (first !== undefined) await kill(first)
    await arrived(50)
    const third = await sender()
    await arrived(70)
    if (second !== undefined) await kill(second)
    await kill(third)
    await sender()
    await settled()
    await expectAllReached()
  })
})
