import { z } from 'zod'
import { type Account, addressOf } from './accounts.ts'
import type { DeliveryHost, Row } from './host.ts'
import { sharedNotifications } from './shared-notifications.ts'

/** A card that a person has, where it can be found again. */
export type Card = {
  readonly letter: string
  readonly ref: string
  readonly platform: string
  /** The account's id. */
  readonly account: string
  readonly to: ReturnType<typeof addressOf>
}

/** What a request to rewrite somebody's cards comes to. */
export type Rewrite =
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  | { readonly kind: 'wait'; readonly why: string }
  | { readonly kind: 'drop'; readonly why: string }

type Place = Pick<Account, 'id' | 'personId' | 'platform' | 'tenant' | 'user' | 'conversation'>
type Related = {
  readonly id: string
  readonly kind: string
  readonly status: string
  readonly personId: string
  readonly subject: string | null
  readonly letter: string
  readonly ref: string | null
  readonly leasedBy: string | null
  readonly leaseEnds: Date | null
  readonly createdAt: Date
  readonly account: Place | null
}

const columns = {
  id: true,
  kind: true,
  status: true,
  personId: true,
  subject: true,
  letter: true,
  ref: true,
  leasedBy: true,
  leaseEnds: true,
  createdAt: true,
  account: { select: { id: true, personId: true, platform: true, tenant: true, user: true, conversation: true } },
} as const

/**
 * Finds, for the requests of one batch, the cards they are about. `batch` holds the ids of every row of the batch: a
 * card among them is composed after this, so it needs no rewriting.
 */
export async function planRewrites(
  host: DeliveryHost,
  requests: readonly Row[],
  batch: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Rewrite>> {
  if (requests.length === 0) return new Map()
  const people = [...new Set(requests.map((row) => row.personId))]
  const subjects = [...new Set(requests.flatMap((row) => row.subject ?? []))]
  const rows: Related[] = await host.db.outbox.findMany({
    where: {
      personId: { in: people },
      subject: { in: subjects },
      OR: [
        { kind: 'send', status: { in: ['waiting', 'sending', 'sent'] } },
        { kind: 'refresh', status: 'waiting' },
      ],
    },
    select: columns,
  })
  const shared = await sharedNotifications(host.db, people, subjects)
  for (const keys of shared.chunks) {
    const found = await host.db.outbox.findMany({
      where: { key: { in: keys }, subject: null, kind: 'send', status: { in: ['waiting', 'sending', 'sent'] } },
      select: { ...columns, key: true },
    })
    // Once for each thing it is about: whichever of them changes, it is rewritten.
    rows.push(...found.flatMap(({ key, ...row }) => shared.subjectsOf(key).map((subject) => ({ ...row, subject }))))
  }
  const byPair = Map.groupBy(rows, pairOf)
  return new Map(requests.map((row) => [row.id, planOne(host, row, byPair.get(pairOf(row)) ?? [], batch)]))
}

const pairOf = (row: { personId: string; subject: string | null }) => `${row.personId} ${row.subject ?? ''}`

function planOne(host: DeliveryHost, row: Row, related: readonly Related[], batch: ReadonlySet<string>): Rewrite {
  const held = (other: Related) =>
    other.leasedBy !== null && other.leaseEnds !== null && other.leaseEnds.getTime() > host.now().getTime()
  const requests = related.filter((other) => other.kind === 'refresh' && other.id !== row.id)
  if (requests.some((other) => isNewer(other, row))) return { kind: 'drop', why: 'superseded' }
  // An older one under way elsewhere carries older words, which must not arrive last.
  if (requests.some((other) => held(other) && other.leasedBy !== host.worker))
    return { kind: 'wait', why: 'an older rewriting is under way' }
  const cards = related.filter((other) => other.kind === 'send' && isCard(other.letter))
  // One that is under way has its words already, perhaps from before the change, and no ref yet.
  if (
    cards.some((card) => card.status === 'sending' || (card.status === 'waiting' && held(card) && !batch.has(card.id)))
  )
    return { kind: 'wait', why: 'the card is being sent' }
  // A place that has since been linked to somebody else is theirs to read: what stands now is not written there.
  const found = cards.flatMap(({ status, letter, ref, account }) =>
    status === 'sent' && ref !== null && account?.personId === row.personId && host.adapters.has(account.platform)
      ? [{ letter, ref, platform: account.platform, account: account.id, to: addressOf(account) }]
      : [],
  )
  return found.length === 0 ? { kind: 'drop', why: 'no card was sent' } : { kind: 'cards', cards: found }
}

const isNewer = (a: { createdAt: Date; id: string }, b: { createdAt: Date; id: string }) =>
  a.createdAt.getTime() > b.createdAt.getTime() || (a.createdAt.getTime() === b.createdAt.getTime() && a.id > b.id)

const CardNotification = z.object({ card: z.literal(true) })

/** Whether a notification in the ledger is a card: one that shows where things stand, and is rewritten when they change. */
export function isCard(letter: string): boolean {
  // Most notifications are none, and are not worth parsing.
  if (!letter.includes('"card"')) return false
  try {
    return CardNotification.safeParse(JSON.parse(letter)).success
  } catch {
    return false
  }
}
