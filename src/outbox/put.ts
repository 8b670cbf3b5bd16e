import { randomUUID } from 'node:crypto'
import type { Db, Write } from '../database/db.ts'
import { insert } from '../database/statements.ts'

/** Which notification, about what. Its words are made when it is sent: in the reader's language, on what stands then. */
export type Notification = { readonly kind: string } & Readonly<Record<string, unknown>>

export type Post = {
  /** Permanent: a second post with the same key is refused by the database, for ever. */
  readonly key: string
  readonly personId: string
  readonly letter: Notification
  /** The round or the visit it is about. */
  readonly subject?: string
}

type OutboxRow = Parameters<Db['outbox']['create']>[0]['data']

const row = (post: Post, kind: 'send' | 'refresh' | 'file', now: Date) =>
  ({
    id: randomUUID(),
    key: post.key,
    personId: post.personId,
    kind,
    letter: JSON.stringify(post.letter),
    subject: post.subject ?? null,
    status: 'waiting',
    createdAt: now,
    // Its message goes first.
    notBefore: kind === 'file' ? new Date(now.getTime() + 2_000) : now,
  }) satisfies OutboxRow

/** Puts messages to other people into the ledger, in the transaction of the change they tell of. */
export function put(db: Db, posts: readonly Post[], now: Date): Write {
  return db.outbox.createMany({ data: posts.map((post) => row(post, 'send', now)) })
}

/**
 * Puts files that go with the card about the same subject: each is brought once that card has arrived, where it did
 * (`delivery/bring.ts`). What is composed for it is the file.
 */
export function putFiles(db: Db, posts: readonly (Post & { readonly subject: string })[], now: Date): Write {
  return db.outbox.createMany({ data: posts.map((post) => row(post, 'file', now)) })
}

/**
 * Asks that the cards already sent to these people about `subject`, a round or a visit, be rewritten to what stands now.
 * `cause` makes the key permanent: one refresh a person and cause (a version, a revision).
 */
export function refresh(db: Db, subject: string, people: readonly string[], cause: string, now: Date): Write {
  const posts = people.map((personId) => ({
    key: `refresh:${subject}:${personId}:${cause}`,
    personId,
    letter: { kind: 'refresh', round: subject },
    subject,
  }))
  const [only] = posts
  // One person's own change, by far the most frequent.
  if (only !== undefined && posts.length === 1) return insert(db, 'Outbox', row(only, 'refresh', now))
  return db.outbox.createMany({ data: posts.map((post) => row(post, 'refresh', now)) })
}
