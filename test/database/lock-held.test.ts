import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi as vitest } from 'vitest'
import { commit } from '../../src/database/commit.ts'
import { insert } from '../../src/database/statements.ts'
import { createApp } from '../../src/requests/receive.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  button,
  type Committee,
  initial,
  member,
  messageOf,
  openCommittee,
  openRoundOn,
  textOf,
} from '../support/committee.ts'

let committee: Committee
let other: { release(): Promise<void>; close(): Promise<void> } | undefined
beforeEach(async () => {
  committee = await openCommittee()
})
afterEach(async () => {
  vitest.restoreAllMocks()
  await other?.close()
  other = undefined
  await committee.drop()
})

/** Another process that keeps everybody from writing, and nobody from reading. */
async function holdLock(): Promise<NonNullable<typeof other>> {
  if (committee.provider === 'sqlite') {
    const file = new Sqlite(committee.url.slice('file:'.length))
    file.exec('BEGIN IMMEDIATE')
    return { release: async () => void file.exec('ROLLBACK'), close: async () => void file.close() }
  }
  const client = new pg.Client({ connectionString: committee.url })
  await client.connect()
  await client.query('BEGIN; LOCK TABLE "Received", "Opinion", "Audit", "Setting" IN EXCLUSIVE MODE')
  return { release: async () => void (await client.query('ROLLBACK')), close: () => client.end() }
}

/** On PostgreSQL each keeps a connection, and others want one too. */
const writers = 6

const line = (id: string) =>
  insert(committee.db, 'Audit', { id, at: committee.now(), actor: 'x', deed: 'x', subject: 'x', facts: '{}' })

it('while another holds the lock people are told in time and reading goes on; what was pressed is stored once', async () => {
  const round = await openRoundOn(committee, 'ND-DLCN')
  const [form] = [await committee.press(member, { kind: 'opinion.save.form', round })]
  if (form.kind !== 'form') throw new Error('no form')
  const card = await committee.fill(member, form.form, { ...initial(form.form), position: 'agree' })
  const press = committee.inbound(member, { kind: 'pressed', intent: button(messageOf(card), vi.buttons.send) })
  // Told after a moment, so that nobody waits here for 2.5 seconds.
  const hasty = createApp({ ...committee.host, wake: () => undefined, patienceMs: 100 })
  other = await holdLock()
  const late = await hasty.receive(press)
  expect(textOf(late.reply)).toContain(vi.errors.slow)
  expect(await committee.db.opinion.count()).toBe(0)
  await other.release()
  // Slack and Teams send again what was late.
  const again = await committee.app.receive(press)
  expect(textOf(again.reply)).toMatch(/ND-DLCN-[2-9A-Z]{4}-[2-9A-Z]{4}/)
  // The first one still tries: asking again waits for it.
  await vitest.waitUntil(async () => !textOf((await hasty.receive(press)).reply).includes(vi.errors.slow))
  expect(await committee.db.opinion.count()).toBe(1)
  expect(await committee.db.audit.count({ where: { deed: 'opinion.submit' } })).toBe(1)
  expect(await committee.db.received.count({ where: { id: { endsWith: press.id } } })).toBe(1)
})

it('changes of every kind that wait for the lock go through once each when it is free', async () => {
  const { db } = committee
  other = await holdLock()
  const before = await db.audit.count()
  let stored = 0
  const all = Array.from({ length: writers }, async (_, at) => {
    await line(`alone-${at}`)
    stored += 1
    await db.$transaction([db.setting.create({ data: { key: `${at}`, value: '' } }), line(`batch-${at}`)])
    stored += 1
    expect(await commit(db, [line(`one-${at}`), line(`two-${at}`)])).toBe(true)
    stored += 1
  })
  expect(await db.audit.count()).toBe(before)
  expect(stored).toBe(0)
  await other.release()
  await Promise.all(all)
  expect(await db.audit.count()).toBe(before + writers * 4)
  expect(await db.setting.count({ where: { value: '' } })).toBe(writers)
})

describe.skipIf(process.env.TEST_DATABASE_URL)('on SQLite', () => {
  it('who waits longer than ten seconds is refused, with nothing stored, and leaves the connection to others', async () => {
    const { db } = committee
    const machine = performance.now.bind(performance)
    let ahead = 0
    // Each look at the clock is a second later.
    vitest.spyOn(performance, 'now').mockImplementation(() => {
      ahead += 1000
      return machine() + ahead
    })
    other = await holdLock()
    const alone = line('alone')
    const waiting = [
      db.$transaction([db.setting.create({ data: { key: 'batch', value: '' } }), line('batch')]),
      db.$transaction([line('second-batch'), line('and-more')]),
      commit(db, [line('one'), line('two')]),
      alone.then(() => undefined),
    ].map((work) =>
      work.then(
        () => 'stored',
        () => 'refused',
      ),
    )
    expect(await Promise.all(waiting)).toEqual(Array(4).fill('refused'))
    await other.release()
    expect(await db.audit.count({ where: { deed: 'x' } })).toBe(0)
    await db.$transaction([db.setting.create({ data: { key: 'batch', value: '' } }), line('batch')])
    expect(await db.audit.count({ where: { deed: 'x' } })).toBe(1)
  })

  it('a transaction that finds no room leaves the connection to others', async () => {
    const { db } = committee
    other = await holdLock()
    await other.release()
    const [{ page_count: pages } = { page_count: 0n }] =
      await db.$queryRawUnsafe<{ page_count: bigint }[]>('PRAGMA page_count')
    await db.$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`)
    const big = 'x'.repeat(100_000)
    const put = (key: string) => db.$transaction([line(key), db.setting.create({ data: { key, value: big } })])
    await expect(put('full')).rejects.toThrow()
    await expect(db.setting.create({ data: { key: 'alone', value: big } })).rejects.toThrow()
    await db.$queryRawUnsafe('PRAGMA max_page_count = 1000000')
    await put('roomy')
    expect(await db.audit.findMany({ where: { deed: 'x' }, select: { id: true } })).toEqual([{ id: 'roomy' }])
  })

  it('a long row of statements lets in what arrives meanwhile', async () => {
    other = await holdLock()
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 1)
    for (let at = 0; at < 500; at += 1) await committee.db.setting.findMany()
    clearInterval(timer)
    expect(turns).toBeGreaterThan(0)
  })
})
