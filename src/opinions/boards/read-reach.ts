import type { Context } from '../../context.ts'
import { isStatus, type Status } from '../../outbox/host.ts'
import { reachablePeople } from '../../people/reachable.ts'
import type { Round } from '../rounds/rounds.ts'
import type { Board } from './read-board.ts'

/** How many keys one statement asks for: SQLite's adapter takes fewer than 1,000 parameters. */
const keysAtOnce = 500

/** The key in the ledger of the request by which somebody was asked in a round. */
export const requestKey = (round: string, person: string): string => `request:${round}:${person}`

/**
 * What became of the request by which somebody was asked: where it stands in the ledger, or `none`: it is not there.
 * `at`: when it was sent, or when it will be tried. `reachable`: whether an account of theirs takes messages now.
 */
export type Reach = {
  readonly state: Status | 'none'
  readonly at: Date | undefined
  readonly reachable: boolean
}

/** In the order in which they are counted. */
export const reachStates = [
  'sent',
  'sending',
  'waiting',
  'unsure',
  'failed',
  'unreachable',
  'dropped',
  'none',
] as const satisfies readonly Reach['state'][]

/** What became of the request to each of these people. Nobody is said to be reached whose request is not known to be sent. */
export async function readReach(
  ctx: Pick<Context, 'db' | 'mustHear'>,
  round: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, Reach>> {
  return (await readReaches(ctx, new Map([[round, people]]))).get(round) ?? new Map()
}

/** The same for the people of several rounds, by the rounds' ids. */
export async function readReaches(
  ctx: Pick<Context, 'db' | 'mustHear'>,
  asked: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Reach>>> {
  const keys = [...asked].flatMap(([round, people]) => people.map((person) => requestKey(round, person)))
  const rows: { key: string; status: string; sentAt: Date | null; notBefore: Date }[] = []
  for (let from = 0; from < keys.length; from += keysAtOnce)
    rows.push(
      ...(await ctx.db.outbox.findMany({
        where: { key: { in: keys.slice(from, from + keysAtOnce) } },
        select: { key: true, status: true, sentAt: true, notBefore: true },
      })),
    )
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const reachable = await reachablePeople(ctx, [...new Set([...asked.values()].flat())])
  const reachOf = (round: string, person: string): Reach => {
    const row = byKey.get(requestKey(round, person))
    const state = row !== undefined && isStatus(row.status) ? row.status : 'none'
    const at = row?.sentAt ?? row?.notBefore
    return { state, at, reachable: reachable.has(person) }
  }
  return new Map(
    [...asked].map(([round, people]) => [
      round,
      new Map(people.map((person) => [person, reachOf(round, person)] as const)),
    ]),
  )
}

/**
 * What became of the request to each who has not answered; for coordinators, and in a channel, which gets the counts. A
 * withdrawn round asks nobody.
 */
export async function reachOfWaiting(ctx: Context, round: Round, board: Board): Promise<ReadonlyMap<string, Reach>> {
  if (round.state === 'withdrawn') return new Map()
  if (ctx.audience === 'private' && !ctx.actor.roles.has('coordinator')) return new Map()
  const waiting = board.rows.filter((row) => row.standing === 'missing').map((row) => row.personId)
  return await readReach(ctx, round.id, waiting)
}

/** Whether the request is known to have arrived, and another message would too. */
export const isReached = ({ state, reachable }: Reach): boolean => state === 'sent' && reachable

/** What became of it in words, and what to do where that is for somebody to do. */
export function reachWords({ texts: t, zone, now }: Pick<Context, 'texts' | 'zone' | 'now'>, reach: Reach): string {
  const { reach: said } = t.board
  const at = reach.at === undefined ? '' : t.moment(reach.at, zone)
  switch (reach.state) {
    case 'sent':
      return reach.reachable ? said.sent(at) : `${said.sent(at)}; ${said.gone}`
    case 'waiting':
      return reach.at !== undefined && reach.at > now ? said.waitingUntil(at) : said.waiting
    default:
      return said[reach.state]
  }
}
