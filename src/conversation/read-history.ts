import type { Host } from '../contract/adapter.ts'
import type { Address } from '../contract/address.ts'
import type { HistoryEntry } from '../contract/history.ts'
import type { Message } from '../contract/message.ts'
import { plain } from '../contract/plain.ts'
import { Refusal } from '../contract/refusal.ts'
import type { Db } from '../database/db.ts'
import type { Compose } from '../outbox/delivery/compose.ts'
import { holderOf, ledgerFor, type Sent } from '../outbox/ledger.ts'
import { fold } from '../texts/fold.ts'

/** Messages of the ledger that one search makes anew and reads; it goes on from there when asked to. */
const mostSearched = 400

type Page = { readonly entries: readonly HistoryEntry[]; readonly readTo?: string }

/**
 * What a person said and was told on a platform without a history of its own: the ledger's messages in the words that
 * stand now, and the turns as they were answered: a card that shows where somebody stands as it stands now, too. Both belong to the person who holds the account now.
 */
export function createHistory(db: Db, compose: Compose, now: () => Date): Host['history'] {
  return async (to, { limit, upTo, find }) => {
    const words = fold(find ?? '')
    const until = upTo === undefined ? undefined : new Date(upTo)
    const pages = await Promise.all([
      sentMessages({ db, compose, now: now() }, to, { limit, words, until }),
      turns({ db, compose, now: now() }, to, { limit, words, until }),
    ])
    const all = pages.flatMap((page) => page.entries).sort(byTime)
    // Where one of the two was not read to its beginning, what the other holds from before that is left for later.
    const from = pages
      .flatMap((page) => page.readTo ?? [])
      .sort()
      .at(-1)
    const known = from === undefined ? all : all.filter((entry) => entry.at >= from)
    const first = known.at(-limit)?.at
    const entries = first === undefined ? known : known.filter((entry) => entry.at >= first)
    const older = entries.length < all.length ? (entries[0]?.at ?? from) : from
    return { entries, ...(older === undefined ? {} : { older }) }
  }
}

type Reading = { readonly db: Db; readonly compose: Compose; readonly now: Date }

type Wanted = { readonly limit: number; readonly words: string; readonly until: Date | undefined }

async function sentMessages(
  { db, compose, now }: Reading,
  to: Address,
  { limit, words, until }: Wanted,
): Promise<Page> {
  const take = words === '' ? limit : mostSearched
  const rows = await ledgerFor(db, to, take, until)
  const entries = await Promise.all(rows.map((row) => entryOf(row)))
  const found = entries.flat().filter((entry) => words === '' || fold(plain(entry.message)).includes(words))
  return {
    entries: found,
    ...readTo(
      rows.map((row) => row.sentAt),
      take,
    ),
  }

  async function entryOf(row: Sent): Promise<readonly Extract<HistoryEntry, { kind: 'sent' }>[]> {
    const composed = await compose(JSON.parse(row.letter), row.personId, now, 'reread')
    // What is no longer needed was sent all the same, but has nothing left to say.
    if (!('message' in composed)) return []
    const { message } = composed
    return [{ kind: 'sent', ref: row.ref ?? row.key, at: row.sentAt.toISOString(), message }]
  }
}

async function turns({ db, compose, now }: Reading, to: Address, { limit, words, until }: Wanted): Promise<Page> {
  const holder = await holderOf(db, to)
  if (holder === undefined) return { entries: [] }
  const rows = await db.turn.findMany({
    where: {
      ...holder,
      ...(until === undefined ? {} : { at: { lte: until } }),
      ...(words === '' ? {} : { OR: [{ saidFolded: { contains: words } }, { replyFolded: { contains: words } }] }),
    },
    orderBy: [{ at: 'desc' }, { delivery: 'desc' }],
    take: limit,
  })
  const oldestFirst = rows.reverse()
  /** Each card is made anew once, however often it was the answer. */
  const cards = new Map<string, Promise<Message | undefined>>()
  const asKept = oldestFirst.map(async ({ delivery, at, said, reply, personId }): Promise<HistoryEntry> => {
    // Written by us alone, so it is read back as it is.
    const kept: Message | undefined = reply === null ? undefined : JSON.parse(reply)
    const message = (await asItStands(kept, personId)) ?? kept
    return {
      kind: 'turn',
      ref: delivery,
      at: at.toISOString(),
      ...(said === null ? {} : { said }),
      ...(message === undefined ? {} : { message }),
    }
  })
  const all = await Promise.all(asKept)
  // The words may have stood in a card that reads otherwise now.
  const holds = (entry: HistoryEntry): boolean =>
    [entry.kind === 'turn' ? entry.said : undefined, entry.message && plain(entry.message)].some((text) =>
      fold(text ?? '').includes(words),
    )
  const entries = words === '' ? all : all.filter(holds)
  return {
    entries,
    ...readTo(
      oldestFirst.map((row) => row.at),
      limit,
    ),
  }

  async function asItStands(kept: Message | undefined, personId: string): Promise<Message | undefined> {
    const { current } = kept ?? {}
    if (current?.kind !== 'opinion.show') return undefined
    const card = JSON.stringify({ ...current, kind: 'request' })
    const known = cards.get(card) ?? composed(JSON.parse(card), personId)
    cards.set(card, known)
    return await known
  }

  /** Nothing where they may not see it any more: what they were told stays as it was. */
  async function composed(letter: unknown, personId: string): Promise<Message | undefined> {
    try {
      const made = await compose(letter, personId, now, 'reread')
      return 'message' in made ? made.message : undefined
    } catch (cause) {
      if (cause instanceof Refusal) return undefined
      throw cause
    }
  }
}

/** As many as asked for: before the oldest there may be more. */
function readTo([oldest, ...rest]: readonly Date[], take: number): Pick<Page, 'readTo'> {
  return oldest !== undefined && rest.length + 1 >= take ? { readTo: oldest.toISOString() } : {}
}

const byTime = (one: HistoryEntry, other: HistoryEntry): number =>
  one.at.localeCompare(other.at) || one.kind.localeCompare(other.kind)
