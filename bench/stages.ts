import { randomUUID } from 'node:crypto'
import { VIETNAM } from '../src/calendar/vietnam.ts'
import { dayIn } from '../src/calendar/zoned.ts'
import type { Context } from '../src/context.ts'
import { commit } from '../src/database/commit.ts'
import type { Db } from '../src/database/db.ts'
import { openDatabase } from '../src/database/open.ts'
import { insertBeside } from '../src/database/statements.ts'
import { loadSeat } from '../src/opinions/answering/draft.ts'
import { submitOpinion } from '../src/opinions/answering/submit-opinion.ts'
import { findActor } from '../src/people/actor.ts'
import { createApp } from '../src/requests/receive.ts'
import { vi } from '../src/texts/vi.ts'
import type { Databases } from './databases.ts'
import { prepare } from './prepare.ts'
import { conversationOf, tenant, userOf } from './requests.ts'
import { failing, silent } from './servers/given.ts'
import { type Spread, spread } from './statistics.ts'

export type Stage = { readonly name: string; readonly cpuMs: Spread }

const zone = 'Asia/Ho_Chi_Minh'
const turns = 9

/**
 * CPU of each piece of an opinion's way through the core, run alone in this process, some of each in turn. What the
 * platform's side costs is measured on whole servers: see `measureRatios`.
 */
export async function measureStages(databases: Databases, runs: number): Promise<readonly Stage[]> {
  const { db, close } = await openDatabase(await databases.fresh(), silent, 'created')
  try {
    const some = Math.ceil(runs / turns)
    const { round } = await prepare(db, { members: 5 * some * (turns + 1), drafts: { comments: 0 } })
    const pieces = piecesOf(db, round)
    const samples = new Map<string, number[]>()
    for (let turn = 0; turn <= turns; turn += 1) {
      for (const [name, piece] of Object.entries(pieces)) {
        const ms = await cpuOf(piece, some)
        // The first turn warms up.
        if (turn > 0) samples.set(name, [...(samples.get(name) ?? []), ms])
      }
    }
    return [...samples].map(([name, all]) => ({ name, cpuMs: spread(all) }))
  } finally {
    await close()
  }
}

function piecesOf(db: Db, round: string): Record<string, () => Promise<unknown>> {
  const now = () => new Date()
  const options = {
    db,
    now,
    zone,
    publicUrl: 'http://127.0.0.1:3978',
    calendar: VIETNAM,
    mustHear: [],
    log: failing,
  } as const
  const app = createApp({ ...options, locale: 'vi', wake: () => undefined })
  const intent = { kind: 'opinion.submit', round, revision: 1 } as const
  let member = -1
  const from = () => {
    member += 1
    return { platform: 'slack', tenant, user: userOf(member), conversation: conversationOf(member) }
  }
  const contextOf = async (): Promise<Context> => {
    const found = await findActor(db, from(), dayIn(now(), zone))
    if (found?.actor === undefined) throw new Error('nobody prepared is left')
    return { ...options, now: now(), actor: found.actor, audience: 'private', texts: vi }
  }
  return {
    'who: account, person and roles in one statement': () => findActor(db, from(), dayIn(now(), zone)),
    'who and the seat: round, draft, opinion in one statement more': async () => {
      const ctx = await contextOf()
      await loadSeat(ctx, round, ctx.actor.id)
    },
    'and deciding: the card, the receipt, the writes made ready': async () => {
      await submitOpinion(await contextOf(), intent, {})
    },
    'and the commit: delivery, opinion, draft gone, audit, outbox': async () => {
      const { reply, writes = [], rests } = await submitOpinion(await contextOf(), intent, {})
      const row = { id: randomUUID(), at: now(), reply: JSON.stringify(reply) }
      if (!(await commit(db, [insertBeside(db, writes, row), ...writes], rests))) throw new Error('a conflict')
    },
    'the whole core, as an adapter calls it': () =>
      app.receive({ id: randomUUID(), from: from(), audience: 'private', input: { kind: 'pressed', intent } }),
  }
}

async function cpuOf(piece: () => Promise<unknown>, times: number): Promise<number> {
  const before = process.cpuUsage()
  for (let time = 0; time < times; time += 1) await piece()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / times
}
