import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { type Committee, openCommittee, openRoundOn, textOf } from '../support/committee.ts'
import { quiet } from '../support/quiet.ts'

const kills = 10
type Acknowledged = { readonly delivery: string; readonly receipt: string; readonly user: string }

it(`${kills} kills in the middle of answering lose no acknowledged opinion and double none`, {
  timeout: 400_000,
}, async () => {
  const committee = await openCommittee()
  try {
    const round = await openRoundOn(committee, 'ND-DLCN')
    // Nothing but the killed process holds the file, so that the next opener has to recover it.
    if (committee.provider === 'sqlite') await committee.db.$disconnect()
    const acknowledged: Acknowledged[] = []
    for (let kill = 0; kill < kills; kill += 1) {
      // Later and later in the work, so that not every kill meets the same moment.
      acknowledged.push(...(await answerUntilKilled(committee.url, round, 2 + 2 * kill)))
      const stored = await storedIn(committee.url, round)
      expect(stored.opinions.length).toBeGreaterThanOrEqual(acknowledged.length)
      // Each of the three members may have had one answer committed that nobody was told of any more.
      expect(stored.opinions.length).toBeLessThanOrEqual(acknowledged.length + 3 * (kill + 1))
      agree(stored, acknowledged)
    }
    await repeatAfterwards(committee, acknowledged.slice(-5))
  } finally {
    await committee.drop()
  }
})

/** Starts the process, takes its acknowledgements, and kills it when it has given `count` of them. */
async function answerUntilKilled(url: string, round: string, count: number): Promise<readonly Acknowledged[]> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('answerer.ts', import.meta.url)), url, round], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const acknowledged: Acknowledged[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const [delivery = '', receipt = '', user = ''] = line.split(' ')
    acknowledged.push({ delivery, receipt, user })
    if (acknowledged.length === count) child.kill('SIGKILL')
  }
  expect(await ended).toEqual([null, 'SIGKILL'])
  return acknowledged
}

/** Everything a crash could have torn apart, read by a process that has just opened the database. */
async function storedIn(url: string, round: string) {
  const { db, close } = await openDatabase(url, quiet)
  try {
    const [opinions, audit, refreshes, received, drafts, integrity] = [
      await db.opinion.findMany({ where: { roundId: round }, orderBy: [{ personId: 'asc' }, { version: 'asc' }] }),
      await db.audit.findMany({ where: { deed: 'opinion.submit', subject: round } }),
      await db.outbox.findMany({ where: { kind: 'refresh', subject: round } }),
      await db.received.findMany(),
      await db.opinionDraft.findMany({ where: { roundId: round } }),
      url.startsWith('file:') ? await db.$queryRawUnsafe('PRAGMA integrity_check') : [{ integrity_check: 'ok' }],
    ]
    return { round, opinions, audit, refreshes, received, drafts, integrity }
  } finally {
    await close()
  }
}

function agree(stored: Awaited<ReturnType<typeof storedIn>>, acknowledged: readonly Acknowledged[]): void {
  expect(stored.integrity).toEqual([{ integrity_check: 'ok' }])
  const receipts = stored.opinions.map((opinion) => opinion.receipt)
  // The key ends in the id of the delivery; it is random, and so of one person.
  const kept = new Map(stored.received.map((row) => [row.id.split('/').at(-1), row.reply]))
  for (const { delivery, receipt } of acknowledged) {
    expect(receipts.filter((one) => one === receipt)).toEqual([receipt])
    expect(kept.get(delivery)).toContain(receipt)
  }
  // Each opinion has its line in the log and its rewriting of the cards, and nothing else has.
  expect(stored.audit.map((row) => JSON.parse(row.facts).receipt).sort()).toEqual([...receipts].sort())
  const refreshes = stored.opinions.map((one) => `refresh:${stored.round}:${one.personId}:v${one.version}`)
  expect(stored.refreshes.map((row) => row.key).sort()).toEqual(refreshes.sort())
  // Versions are counted without a gap: no opinion was replaced or skipped.
  const next = new Map<string, number>()
  for (const { personId, version } of stored.opinions) {
    expect(version).toBe((next.get(personId) ?? 0) + 1)
    next.set(personId, version)
  }
  // A draft that was sent is gone in the same breath: what is left was not sent.
  const bodies = new Set(stored.opinions.map((opinion) => opinion.body))
  for (const draft of stored.drafts) expect(bodies.has(draft.body)).toBe(false)
}

/** What was acknowledged before the crash is answered with the same receipt after it. */
async function repeatAfterwards(committee: Committee, acknowledged: readonly Acknowledged[]): Promise<void> {
  const before = await committee.db.opinion.count()
  for (const { delivery, receipt, user } of acknowledged) {
    const pressed = { kind: 'pressed', intent: { kind: 'help.show' } } as const
    const answer = await committee.app.receive({ ...committee.inbound(user, pressed), id: delivery })
    expect(textOf(answer.reply)).toContain(receipt)
  }
  expect(await committee.db.opinion.count()).toBe(before)
}
