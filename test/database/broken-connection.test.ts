import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { quiet } from '../support/quiet.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await openTestDatabase()
})
afterEach(() => test.drop())

/** What a server says when it is shut down, or when somebody ends the connection. */
const farewell = (() => {
  const fields = Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0')
  const head = Buffer.from('E\0\0\0\0')
  head.writeUInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
})()
const readyForQuery = Buffer.from('Z\0\0\0\x05I')

/** Stands between the pool and the server; after `breakNext` the next connection ends in the moment it is ready. */
async function openBreaker(url: string) {
  const server = new URL(url)
  const open = new Set<Socket>()
  let breaks = false
  const relay = createServer((client) => {
    const upstream = connect(Number(server.port || 5432), server.hostname)
    const mine = breaks
    breaks = false
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
    }
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
    client.pipe(upstream)
    upstream.on('data', (data: Buffer) => {
      const ends = mine && data.subarray(-readyForQuery.length).equals(readyForQuery)
      if (ends) client.end(Buffer.concat([data, farewell]))
      else client.write(data)
    })
  })
  relay.listen(0, '127.0.0.1')
  await once(relay, 'listening')
  const address = relay.address()
  const through = new URL(url)
  through.host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return {
    url: through.href,
    breakNext: () => {
      breaks = true
    },
    close: () => {
      for (const socket of open) socket.destroy()
      relay.close()
    },
  }
}

describe.runIf(Boolean(process.env.TEST_DATABASE_URL))('on PostgreSQL', () => {
  it('a connection that ends while it is handed out fails its transaction, and nothing else', async () => {
    const breaker = await openBreaker(test.url)
    const { db, close } = await openDatabase(breaker.url, quiet)
    try {
      // Takes the connection that is there already, so that the transaction needs a new one.
      const slow = db.$queryRawUnsafe('SELECT pg_sleep(5)::text').then((rows) => rows)
      await vi.waitUntil(async () => {
        const asleep =
          "SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT pg_sleep%' AND datname = "
        const rows = await test.db.$queryRawUnsafe<unknown[]>(`${asleep} current_database()`)
        return rows.length > 0
      }, 30_000)
      breaker.breakNext()
      await expect(db.$transaction([db.received.count(), db.audit.count()])).rejects.toThrow()
      await slow
      expect(await db.$transaction([db.received.count(), db.audit.count()])).toEqual([0, 0])
    } finally {
      await close()
      breaker.close()
    }
  })
})
