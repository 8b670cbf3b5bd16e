import { derivedDeadline } from '../../calendar/derived-deadline.ts'
import { addQuarters, quarterOf } from '../../calendar/quarters.ts'
import { addDays, dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { openRounds, readBoards } from '../../opinions/boards/read-board.ts'
import { readReaches } from '../../opinions/boards/read-reach.ts'
import { type AnswerProgress, countAnswered, isAnswered } from '../../opinions/known-remarks/count-answered.ts'
import { phase } from '../../opinions/rounds/phase.ts'
import { loadRound, titleOf } from '../../opinions/rounds/rounds.ts'
import { isGone, lookedAt } from '../../outbox/accounts.ts'
import { peopleById, peopleWithRole } from '../../people/members.ts'
import { withReach } from '../../people/reachable.ts'
import { datedRounds } from '../answers/answer-dates.ts'
import { readVisitsDigest, type VisitsDigest } from './read-visits-digest.ts'

/** How a request can stand that nobody should wait for. */
const lost = ['unsure', 'failed', 'unreachable', 'dropped', 'none'] as const
type Lost = (typeof lost)[number]

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

/**
 * Somebody who cannot be written to (no account at all, accounts that are gone, or none that takes notifications), or whose
 * request in an open round is not known to have arrived although it is no longer on its way.
 */
export type Unreached = {
  readonly key: string
  readonly name: string
  readonly organisation: string | null
  /** Values of `digest --json`: they keep their names. */
  readonly why: 'no-account' | 'gone' | 'takes-no-letters' | `request-${Lost}`
  /** The keys of the items whose request it is about. */
  readonly items: readonly string[]
}

/** The state of everything at one moment. */
export type Digest = {
  /** Nearest deadline first. */
  readonly rounds: readonly DigestRound[]
  /** Those of them whose deadline comes within two weeks. */
  readonly closing: readonly DigestRound[]
  /** Items whose quarter's default deadline has passed, within a year, without a round. */
  readonly overdueItems: readonly { readonly key: string; readonly title: string; readonly quarter: string }[]
  /** Rounds that have ended whose remarks are not all answered by the agency and settled, nearest date first, where there is a date. */
  readonly answering: readonly (AnswerProgress & {
    readonly id: string
    readonly item: string
    readonly title: string
    readonly dueAt: Date
  })[]
  /** Today's members, and whoever is still to answer in an open round. */
  readonly unreachable: readonly Unreached[]
  readonly visits: VisitsDigest
}

type Reading = Pick<Context, 'db' | 'now' | 'zone' | 'calendar' | 'mustHear' | 'texts'>

const lookAheadDays = 14

/** Reads the digest as it stands at `ctx.now`; titles in the reader's language, never a word of an opinion. */
export async function readDigest(ctx: Reading): Promise<Digest> {
  const { rounds, waiting, requests } = await readRounds(ctx)
  const until = addDays(dayIn(ctx.now, ctx.zone), lookAheadDays)
  return {
    rounds,
    closing: rounds.filter(({ dueAt }) => dueAt > ctx.now && dayIn(dueAt, ctx.zone) <= until),
    overdueItems: await readOverdueItems(ctx),
    answering: await readAnswering(ctx),
    unreachable: await readUnreachable(ctx, waiting, requests),
    visits: await readVisitsDigest(ctx),
  }
}

async function readRounds(ctx: Reading) {
  const open = await openRounds(ctx)
  const boards = await readBoards(ctx, open)
  const missing = new Map(
    [...boards].map(([id, { rows }]) => [
      id,
      rows.flatMap((seat) => (seat.standing === 'missing' ? [seat.personId] : [])),
    ]),
  )
  const reaches = await readReaches(ctx, missing)
  const rounds: DigestRound[] = []
  const requests = new Map<string, { person: string; state: Lost; items: string[] }>()
  for (const round of open) {
    const board = boards.get(round.id)
    if (board === undefined) continue
    for (const [person, { state }] of reaches.get(round.id) ?? []) {
      const known = lost.find((one) => one === state)
      if (known === undefined) continue
      const place = `${person} ${known}`
      const before = requests.get(place)
      requests.set(place, { person, state: known, items: [...(before?.items ?? []), round.item.key] })
    }
    const { total, answered, deemed } = board
    const overdue = phase(round, ctx.now) === 'late' ? board.missing : 0
    const { key } = round.item
    const counts = { total, answered, missing: board.missing, deemed, overdue }
    rounds.push({ id: round.id, item: key, title: titleOf(round.item, ctx), dueAt: round.dueAt, ...counts })
  }
  return { rounds, waiting: new Set([...missing.values()].flat()), requests: [...requests.values()] }
}

async function readAnswering(ctx: Reading): Promise<Digest['answering']> {
  const answering: Digest['answering'][number][] = []
  for (const { round: id, item, dueAt, startsAt } of (await datedRounds(ctx)).values()) {
    if (startsAt > ctx.now) continue
    const progress = await countAnswered(ctx, id)
    if (isAnswered(progress)) continue
    answering.push({ id, item, title: titleOf((await loadRound(ctx, id)).item, ctx), dueAt, ...progress })
  }
  return answering
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

async function readUnreachable(
  ctx: Reading,
  waiting: ReadonlySet<string>,
  requests: readonly { readonly person: string; readonly state: Lost; readonly items: readonly string[] }[],
): Promise<readonly Unreached[]> {
  const members = await peopleWithRole(ctx, 'member')
  const known = new Set(members.map((one) => one.id))
  const others = await peopleById(
    ctx,
    [...waiting].filter((id) => !known.has(id)),
  )
  const people = await withReach(ctx, [...members, ...others])
  const unreached = people.filter(({ reachable }) => !reachable)
  const accounts = await ctx.db.account.findMany({
    where: { personId: { not: null }, ...lookedAt },
    select: { personId: true, unreachable: true },
  })
  const linked = new Set(accounts.map((account) => account.personId))
  const there = new Set(accounts.filter((one) => !isGone(one.unreachable)).map((account) => account.personId))
  const silent = new Set(unreached.map(({ id }) => id))
  const byId = new Map(people.map((person) => [person.id, person]))
  return [
    ...unreached.map(({ id, key, name, organisation }): Unreached => {
      const why = !linked.has(id) ? 'no-account' : there.has(id) ? 'takes-no-letters' : 'gone'
      return { key, name, organisation, why, items: [] }
    }),
    ...requests.flatMap(({ person, state, items }): readonly Unreached[] => {
      const found = silent.has(person) ? undefined : byId.get(person)
      if (found === undefined) return []
      const { key, name, organisation } = found
      return [{ key, name, organisation, why: `request-${state}`, items }]
    }),
  ]
}
