import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Sought } from '../../contract/adapter.ts'
import { type Account, accountsOf, addressOf } from '../accounts.ts'
import { isCard } from '../cards.ts'
import { messageOf } from '../delivery/words.ts'
import type { DeliveryHost } from '../host.ts'
import { refresh } from '../put.ts'
import { aboutOf } from '../shared-notifications.ts'
import { isMissing } from './resolve.ts'
import { mayRepeat } from './unsure-policy.ts'

/** A message whose answer was lost may still be on its way: longer than an adapter waits for an answer. */
const settledMs = 10_000
/** A platform that cannot be asked is asked again for so long. */
const askingMs = 10 * 60_000
/** What is older is for a person: a reminder of last week is none. */
const oldestMs = 24 * 3_600_000
/** In one round of five seconds. Slack lets a conversation be read some fifty times a minute. */
const most = 4

type Doubt = {
  readonly id: string
  readonly key: string
  readonly kind: string
  readonly personId: string
  readonly subject: string | null
  readonly card: boolean
  /** The message cannot be older; the doubt may be much younger, when nothing ran for a while after a crash. */
  readonly createdAt: Date
  /** When it went into doubt, how often it has, and how many tries the row counts. */
  readonly at: Date
  readonly doubts: number
  readonly attempts: number
}

/**
 * Finds out about sends in doubt what can be found out: from the platform where it tells, else by policy
 * (`unsure-policy.ts`). What neither decides stays `unsure` for a person. Returns how many came out of doubt. Throws
 * when the database is away.
 */
export async function seekUnsure(host: DeliveryHost): Promise<number> {
  const silent = new Set<string>()
  let [resolved, looked] = [0, 0]
  for (const id of await openDoubts(host)) {
    if (looked === most) break
    const doubt = await readDoubt(host.db, id)
    if (doubt === undefined) continue
    const accounts = (await accountsOf(host.db, [doubt.personId])).get(doubt.personId) ?? []
    // A platform that does not answer must not hold up what another one could tell.
    if (accounts.some(({ platform }) => silent.has(platform)) && isYoung(host, doubt)) continue
    looked += 1
    const found = await find(host, doubt, accounts, silent)
    if (found !== undefined && (await store(host, doubt, found))) resolved += 1
  }
  return resolved
}

/** Whether a platform that cannot be asked about it now is still to be asked again. */
const isYoung = (host: DeliveryHost, doubt: Doubt): boolean => host.now().getTime() - doubt.at.getTime() < askingMs

/**
 * The rows in doubt that nobody has looked into since their last doubt arose, by id, the oldest first. All of them: those
 * that were looked into stay in doubt for a person, and would take the place of fresh ones if the list were cut before.
 */
async function openDoubts({ db, now }: DeliveryHost): Promise<readonly string[]> {
  const at = now().getTime()
  const [oldest, settled] = [new Date(at - oldestMs), new Date(at - settledMs)]
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT o."id"
    FROM "Outbox" o JOIN "Attempt" a ON a."outboxId" = o."id" AND a."result" IN ('unsure', 'sought')
    WHERE o."status" = 'unsure' AND o."kind" = 'send'
    GROUP BY o."id", o."notBefore"
    HAVING SUM(CASE WHEN a."result" = 'unsure' THEN 1 ELSE 0 END)
           > SUM(CASE WHEN a."result" = 'sought' THEN 1 ELSE 0 END)
       AND MAX(CASE WHEN a."result" = 'unsure' THEN a."at" END) > ${oldest}
       AND MAX(CASE WHEN a."result" = 'unsure' THEN a."at" END) <= ${settled}
    ORDER BY o."notBefore", o."id"`
  return rows.map((row) => row.id)
}

async function readDoubt(db: DeliveryHost['db'], id: string): Promise<Doubt | undefined> {
  const row = await db.outbox.findUnique({
    where: { id, status: 'unsure' },
    select: {
      id: true,
      key: true,
      personId: true,
      subject: true,
      letter: true,
      attempts: true,
      createdAt: true,
      tries: { where: { result: 'unsure' }, select: { at: true } },
    },
  })
  if (row === null) return undefined
  const { letter, tries, ...rest } = row
  const at = new Date(Math.max(...tries.map((one) => one.at.getTime())))
  return { ...rest, at, doubts: tries.length, kind: kindOf(letter), card: isCard(letter) }
}

const Kind = z.object({ kind: z.string() })

function kindOf(letter: string): string {
  const parsed = Kind.safeParse(JSON.parse(letter))
  return parsed.success ? parsed.data.kind : ''
}

type Found = Sought & { readonly account?: Account }

/**
 * Asks about every account of the person, since the row does not say to which it went: it is not there only when it is
 * at none. Undefined when a platform cannot be asked now, which is added to `silent`.
 */
async function find(
  host: DeliveryHost,
  doubt: Doubt,
  all: readonly Account[],
  silent: Set<string>,
): Promise<Found | undefined> {
  const unknown = (why: string): Found => ({ status: 'unknown', why })
  if (all.length === 0) return unknown('no account is linked')
  let open: Found = { status: 'not-there' }
  for (const account of all) {
    const adapter = host.adapters.get(account.platform)
    if (adapter?.sought === undefined) {
      open = unknown(`${account.platform} does not tell`)
      continue
    }
    const last = await host.db.outbox.findFirst({
      where: { accountId: account.id, personId: doubt.personId, status: 'sent', ref: { not: null } },
      orderBy: { sentAt: 'desc' },
      select: { ref: true },
    })
    const about = { key: doubt.key, since: doubt.createdAt, ...(last?.ref == null ? {} : { lastRef: last.ref }) }
    try {
      const sought = await adapter.sought(addressOf(account), about)
      if (sought.status === 'there') return { ...sought, account }
      if (sought.status === 'unknown') open = sought
    } catch (error) {
      host.log.warn({ id: doubt.id, platform: account.platform, err: error }, 'outbox.not-asked')
      silent.add(account.platform)
      if (isYoung(host, doubt)) return undefined
      open = unknown(messageOf(error))
    }
  }
  return open
}

/** Stores what was found, unless somebody has decided meanwhile. Whether the row came out of doubt. */
async function store(host: DeliveryHost, doubt: Doubt, found: Found): Promise<boolean> {
  const now = host.now()
  const again = found.status === 'not-there' || (found.status === 'unknown' && mayRepeat(doubt.kind, doubt.doubts))
  const why =
    found.status === 'there'
      ? 'found on the platform'
      : found.status === 'not-there'
        ? 'not found on the platform: sent again'
        : `${found.why}: ${again ? 'sent again, once' : 'a person decides'}`
  const free = { leasedBy: null, leaseEnds: null }
  const data =
    found.status === 'there'
      ? { ...free, status: 'sent', why: null, sentAt: doubt.at, ref: found.ref, accountId: found.account?.id ?? null }
      : again
        ? { ...free, status: 'waiting', why, notBefore: now }
        : {}
  const { id, attempts } = doubt
  // What became of its rounds and visits while it was in doubt, nobody could write on it.
  const subjects = found.status === 'there' && doubt.card ? await subjectsOf(host, doubt) : []
  try {
    await host.db.$transaction([
      host.db.outbox.update({
        where: { id, status: 'unsure', attempts },
        data: { ...data, attempts: { increment: 1 } },
        select: { id: true },
      }),
      host.db.attempt.create({ data: { id: randomUUID(), outboxId: id, at: now, result: 'sought', why } }),
      ...subjects.map((subject) => refresh(host.db, subject, [doubt.personId], `found:${id}:${attempts}`, now)),
    ])
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
  host.log.info({ id, found: found.status, again }, 'outbox.sought')
  return again || found.status === 'there'
}

async function subjectsOf({ db }: DeliveryHost, { key, subject }: Doubt): Promise<readonly string[]> {
  if (subject !== null) return [subject]
  const nudges = await db.nudge.findMany({
    where: { outboxKey: key },
    select: { kind: true, roundId: true, subject: true },
  })
  return [...new Set(nudges.flatMap((nudge) => aboutOf(nudge) ?? []))]
}
