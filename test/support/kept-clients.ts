import { setImmediate } from 'node:timers/promises'
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type { Db } from '../../src/database/db.ts'
import type { ClientOn, MakeClient } from '../../src/database/open.ts'

/** A client of Prisma that serves one database after the other. */
type Kept = { readonly client: Db; adapter: SqlDriverAdapterFactory | undefined }

/** Those that serve none at present, by what made them. */
const free = new Map<MakeClient, Kept[]>()

/**
 * Like `newClient`, with clients that are used again: a new one reads Prisma's models anew and compiles every query anew,
 * which is most of what a test's database costs. Each opening has a `Db` of its own, whose client no other has at that
 * time, and which refuses everything once it is closed:
 *
 * - What begins late is refused here, by the `Db` that it goes through.
 * - What was under way goes on with the connection it began with, which is closed; Prisma opens another for the next one.
 * - What was about to begin finds a client that leads nowhere until the process has looked at everything that waits.
 */
export function keptClient(make: MakeClient, adapter: SqlDriverAdapterFactory): ClientOn {
  const kept = free.get(make)?.pop() ?? newKept(make, adapter)
  kept.adapter = adapter
  let open = true
  const refuseIfClosed = () => {
    if (!open) throw closed()
  }
  return {
    db: whileOpen(kept.client, refuseIfClosed, (model) => whileOpen(model, refuseIfClosed)),
    close: async () => {
      if (!open) return
      open = false
      // Where it fails, the client is not used again.
      await kept.client.$disconnect()
      kept.adapter = undefined
      await setImmediate()
      free.set(make, [...(free.get(make) ?? []), kept])
    },
  }
}

const closed = () => new Error('the database of a test was used after it had been closed')

function newKept(make: MakeClient, { provider, adapterName }: SqlDriverAdapterFactory): Kept {
  const connect = async () => {
    if (kept.adapter === undefined) throw closed()
    return await kept.adapter.connect()
  }
  const kept: Kept = { client: make({ provider, adapterName, connect }), adapter: undefined }
  return kept
}

/**
 * The client, whose models `inside` looks after, or one of these, as long as it may be used. What a test sets on it, such as
 * a spy, stays in it, and is not there in the next one.
 */
function whileOpen<T extends object>(of: T, refuseIfClosed: () => void, inside = (model: object) => model): T {
  const own: T = Object.create(null)
  const guarded = (value: unknown): unknown => {
    if (typeof value === 'function')
      return (...given: unknown[]) => startedWhileOpen(Reflect.apply(value, of, given), refuseIfClosed)
    return value instanceof Object ? inside(value) : value
  }
  return new Proxy(own, {
    get: (_, key) => {
      refuseIfClosed()
      if (!Reflect.has(own, key)) Reflect.set(own, key, guarded(Reflect.get(of, key)))
      return Reflect.get(own, key)
    },
    has: (_, key) => Reflect.has(own, key) || Reflect.has(of, key),
  })
}

/** A promise of Prisma's begins its work once somebody waits for it. */
function startedWhileOpen(result: unknown, refuseIfClosed: () => void): unknown {
  if (!(result instanceof Object) || Reflect.get(result, Symbol.toStringTag) !== 'PrismaPromise') return result
  for (const name of ['then', 'catch', 'finally']) {
    const start: unknown = Reflect.get(result, name)
    if (typeof start !== 'function') continue
    const value = (...given: unknown[]) => {
      refuseIfClosed()
      return Reflect.apply(start, result, given)
    }
    Object.defineProperty(result, name, { value, configurable: true, writable: true })
  }
  return result
}
