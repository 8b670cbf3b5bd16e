import { derivedDeadline } from '../calendar/derived-deadline.ts'
import { addQuarters, quarterOf } from '../calendar/quarters.ts'
import { addDays, dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import { phase, takesAnswers } from '../opinions/phase.ts'
import { readBoard } from '../opinions/read-board.ts'
import { loadRound, titleOf } from '../opinions/rounds.ts'
import { isGone, lookedAt } from '../outbox/accounts.ts'
import { peopleById, peopleWithRole } from '../people/members.ts'
import { readVisitsDigest, type VisitsDigest } from './read-visits-digest.ts'

/** One round that takes answers, counted. `overdue`: missing past the deadline. */
export type DigestRound = {
  readonly id: string
  readonly item: string
  readonly title: string
  readonly dueAt: Date
  readonly total: number
  readonly answered: number
  readonly missing: number
  readonly deemed: number
  readonly overdue: number
}

/** Somebody who cannot be written to: no account at all, accounts that are gone, or none that takes letters. */
export type Unreached = {
  readonly key: string
  readonly name: string
  readonly organisation: string | null
  readonly why: 'no-account' | 'gone' | 'takes-no-letters'
}

/** The state of everything at one moment. */
export type Digest = {
  /** Nearest deadline first. */
  readonly rounds: readonly DigestRound[]
  /** Those of them whose deadline comes within two weeks. */
  readonly closing: readonly DigestRound[]
  /** Items whose quarter's default deadline has passed, within a year, without a round. */
  readonly overdueItems: readonly { readonly key: string; readonly title: string; readonly quarter: string }[]
  /** Today's members, and whoever is still to answer in an open round. */
  readonly unreachable: readonly Unreached[]
  readonly visits: VisitsDigest
}

type Reading = Pick<Context, 'db' | 'now' | 'zone' | 'calendar' | 'texts'>

const lookAheadDays = 14

/** Reads the digest as it stands at `ctx.now`; titles in the reader's language, never a word of an opinion. */
export async function readDigest(ctx: Reading): Promise<Digest> {
  const { rounds, waiting } = await readRounds(ctx)
  const until = addDays(dayIn(ctx.now, ctx.zone), lookAheadDays)
  return {
    rounds,
    closing: rounds.filter(({ dueAt }) => dueAt > ctx.now && dayIn(dueAt, ctx.zone) <= until),
    overdueItems: await readOverdueItems(ctx),
    unreachable: await readUnreachable(ctx, waiting),
    visits: await readVisitsDigest(ctx),
  }
}

async function readRounds(ctx: Reading) {
  const rows = await ctx.db.round.findMany({
    where: { state: 'open' },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    select: { id: true, state: true, dueAt: true, late: true, silence: true },
  })
  const rounds: DigestRound[] = []
  const waiting = new Set<string>()
  for (const row of rows.filter((one) => takesAnswers(one, ctx.now))) {
    const round = await loadRound(ctx, row.id)
    const { rows: seats, total, answered, missing, deemed } = await readBoard(ctx, round)
    for (const seat of seats) if (seat.standing === 'missing') waiting.add(seat.personId)
    const overdue = phase(round, ctx.now) === 'late' ? missing : 0
    const { key } = round.item
    const counts = { total, answered, missing, deemed, overdue }
    rounds.push({ id: round.id, item: key, title: titleOf(round.item, ctx), dueAt: round.dueAt, ...counts })
  }
  return { rounds, waiting }
}

async function readOverdueItems(ctx: Reading): Promise<Digest['overdueItems']> {
  const quarter = quarterOf(dayIn(ctx.now, ctx.zone))
  const items = await ctx.db.workItem.findMany({
    where: {
      quarter: { gte: addQuarters(quarter, -4), lte: quarter },
      rounds: { none: { state: { not: 'withdrawn' } } },
    },
    orderBy: [{ quarter: 'asc' }, { position: 'asc' }],
    select: { key: true, title: true, titleEn: true, quarter: true },
  })
  return items.flatMap((item) => {
    const due = derivedDeadline(ctx.calendar, ctx.zone, item.quarter)
    if (item.quarter === null || due === undefined || due > ctx.now) return []
    return [{ key: item.key, title: titleOf(item, ctx), quarter: item.quarter }]
  })
}

async function readUnreachable(ctx: Reading, waiting: ReadonlySet<string>): Promise<readonly Unreached[]> {
  const members = await peopleWithRole(ctx, 'member')
  const known = new Set(members.map((one) => one.id))
  const others = await peopleById(
    ctx,
    [...waiting].filter((id) => !known.has(id)),
  )
  const unreached = [...members, ...others].filter((one) => !one.reachable)
  const accounts = await ctx.db.account.findMany({
    where: { personId: { not: null }, ...lookedAt },
    select: { personId: true, unreachable: true },
  })
  const linked = new Set(accounts.map((account) => account.personId))
  const there = new Set(accounts.filter((one) => !isGone(one.unreachable)).map((account) => account.personId))
  return unreached.map(({ id, key, name, organisation }) => ({
    key,
    name,
    organisation,
    why: !linked.has(id) ? 'no-account' : there.has(id) ? 'takes-no-letters' : 'gone',
  }))
}
