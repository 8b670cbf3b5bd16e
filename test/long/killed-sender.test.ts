import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { put } from '../../src/outbox/put.ts'
import { addPerson, morning, office } from '../outbox/office.ts'
import { openTestDatabase } from '../support/database.ts'
import { fakeAdapter } from '../support/fake-adapter.ts'

const lines = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [])

it('a process killed while it sends loses nothing and doubles nothing: only what was in flight is in doubt', async () => {
  const test = await openTestDatabase()
  const folder = test.provider === 'sqlite' ? dirname(test.url.slice('file:'.length)) : '/tmp'
  const file = join(folder, `sent-${process.pid}-${Math.random()}.txt`)
  try {
    const people = await Promise.all(Array.from({ length: 50 }, (_, place) => addPerson(test.db, `p${place}`)))
    const posts = Array.from({ length: 600 }, (_, place) => ({
      key: `k${place}`,
      personId: people[place % people.length] ?? '',
      letter: { kind: 'note' },
    }))
    await put(test.db, posts, morning)

    const child = spawn(process.execPath, [fileURLToPath(new URL('sender.ts', import.meta.url)), test.url, file], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const ended = once(child, 'exit')
    while (lines(file).length < 100 && child.exitCode === null) await new Promise((done) => setTimeout(done, 5))
    child.kill('SIGKILL')
    await ended
    const first = lines(file)
    // It was killed in the midst of it, and did not end by itself.
    expect(child.signalCode).toBe('SIGKILL')
    expect(first.length).toBeGreaterThanOrEqual(100)
    expect(first.length).toBeLessThan(600)

    const slack = fakeAdapter('slack')
    const next = office(test.db, [slack])
    next.pass(120_000)
    await next.deliver()
    const all = [...first, ...slack.calls.flatMap((call) => (call.what === 'send' ? [call.key] : []))]
    expect(new Set(all).size).toBe(all.length)

    const rows = await test.db.outbox.findMany({ include: { tries: true } })
    const doubtful = rows.filter((row) => row.status === 'unsure')
    expect(doubtful.length).toBeLessThanOrEqual(5)
    for (const row of doubtful) expect(row).toMatchObject({ why: 'the process ended while sending', attempts: 1 })
    for (const row of rows) expect(row.status, row.key).toMatch(/^(sent|unsure)$/)
    // What is called sent did leave, and what left is called sent or unsure.
    const left = new Set(all)
    for (const row of rows) if (row.status === 'sent') expect(left.has(row.key), row.key).toBe(true)
    expect(left.size).toBeGreaterThanOrEqual(600 - doubtful.length)
  } finally {
    await test.drop()
  }
}, 60_000)
