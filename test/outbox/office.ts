import { randomUUID } from 'node:crypto'
import type { ChatAdapter } from '../../src/contract/adapter.ts'
import type { Db } from '../../src/database/db.ts'
import type { Compose } from '../../src/outbox/delivery/compose.ts'
import { type Delivered, deliverDue } from '../../src/outbox/delivery/deliver.ts'
import { createPace } from '../../src/outbox/delivery/pace.ts'
import type { Timer } from '../../src/outbox/delivery/timer.ts'
import type { DeliveryHost } from '../../src/outbox/host.ts'
import { put } from '../../src/outbox/put.ts'
import { keepingLog } from '../support/quiet.ts'

export const morning = new Date('2020-06-16T01:00:00Z')

/** Time that passes only when somebody sleeps, and at once. */
export function fastTimer(): Timer & { readonly pass: (ms: number) => void } {
  let now = 0
  return {
    now: () => now,
    pass: (ms) => {
      now += ms
    },
    sleep: async (ms) => {
      const until = now + ms
      await new Promise((done) => setImmediate(done))
      now = Math.max(now, until)
    },
  }
}

/** The words of a notification in these tests: its kind and, where there is one, its note. */
const compose: Compose = async (letter, personId) => ({
  message: { text: `${JSON.stringify(letter)} ${personId}` },
})

export type Office = {
  readonly host: DeliveryHost
  readonly lines: ReturnType<typeof keepingLog>['lines']
  /** Moves the clock. */
  pass(ms: number): void
  deliver(): Promise<Delivered>
}

export function office(db: Db, adapters: readonly ChatAdapter[], over: Partial<DeliveryHost> = {}): Office {
  let at = morning.getTime()
  const { log, lines } = keepingLog()
  const timer = fastTimer()
  const byName = new Map(adapters.map((adapter) => [adapter.name, adapter]))
  const host: DeliveryHost = {
    db,
    adapters: byName,
    compose,
    now: () => new Date(at),
    log,
    worker: `worker-${randomUUID()}`,
    pace: createPace(byName, timer),
    sleep: timer.sleep,
    ...over,
  }
  return {
    host,
    lines,
    pass: (ms) => {
      at += ms
      timer.pass(ms)
    },
    deliver: () => deliverDue(host),
  }
}

/** A person with accounts on the given platforms; `seen` in the order given, the first the longest ago. */
export async function addPerson(db: Db, key: string, platforms: readonly string[] = ['slack']): Promise<string> {
  const id = randomUUID()
  await db.person.create({ data: { id, key, name: key, createdAt: morning } })
  await db.account.createMany({
    data: platforms.map((platform, place) => ({
      id: `${platform}-${key}`,
      personId: id,
      platform,
      tenant: 'T1',
      user: key,
      seenAt: new Date(morning.getTime() - (platforms.length - place) * 1000),
    })),
  })
  return id
}

export async function post(db: Db, personId: string, key: string, letter: object = {}, at = morning): Promise<void> {
  await put(db, [{ key, personId, letter: { kind: 'note', ...letter }, subject: 'round-1' }], at)
}

/** Where each row of the ledger stands, by its key. */
export async function standing(db: Db): Promise<Record<string, string>> {
  const rows = await db.outbox.findMany({ select: { key: true, status: true }, orderBy: { key: 'asc' } })
  return Object.fromEntries(rows.map((row) => [row.key, row.status]))
}
