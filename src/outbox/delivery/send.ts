import { setTimeout as sleep } from 'node:timers/promises'
import type { Delivery } from '../../contract/adapter.ts'
import { type Account, addressOf, isGone, whyUnreachable } from '../accounts.ts'
import type { DeliveryHost, Row } from '../host.ts'
import { call } from './call.ts'
import type { Result } from './results.ts'
import { wordsOf } from './words.ts'

/** What one notification needs besides the host: `begin` and `keep` gather the calls of notifications under way at once. */
export type Sending = {
  readonly host: DeliveryHost
  begin(id: string): Promise<boolean>
  keep(result: Result): Promise<true>
}

/** A platform that asks to come back at once would be asked for ever. */
const shortestDelayMs = 250

/**
 * Sends one notification to its person, to the first of their accounts that takes it. Gives the result, which is
 * stored, or undefined when the row turned out to be another worker's.
 */
export async function sendNotification(
  sending: Sending,
  row: Row,
  all: readonly Account[],
): Promise<Result | undefined> {
  const { host } = sending
  const refused: string[] = []
  for (const account of all.filter((one) => host.adapters.has(one.platform))) {
    if (isGone(account.unreachable)) {
      refused.push(`${account.platform}: ${account.unreachable}`)
      continue
    }
    const result = await trySending(sending, row, account)
    if (result?.stand.status !== 'sending') return result
    refused.push(...result.tries.flatMap((one) => one.why ?? []))
  }
  const why = whyUnreachable(all, refused)
  host.log.warn({ id: row.id, why }, 'outbox.unreachable')
  return await kept(sending, { id: row.id, tries: [], stand: { status: 'unreachable', why } })
}

/** Tries one account; `sending` as the result means that this account refused and another may not. */
async function trySending(sending: Sending, row: Row, account: Account): Promise<Result | undefined> {
  const { host } = sending
  const adapter = host.adapters.get(account.platform)
  await host.pace.quiet(account.platform, account.id)
  const turn = await host.pace.turn(account.platform)
  if (turn === undefined) return await kept(sending, resting(host, row, account.platform))
  try {
    // Only now, so that whoever has answered while the notification waited is not asked again.
    const words = await wordsOf(host, row, row.letter)
    if ('result' in words) return await kept(sending, words.result)
    if ('drop' in words)
      return await kept(sending, { id: row.id, tries: [], stand: { status: 'dropped', why: words.drop } })
    if ('wait' in words) {
      const afterMs = Math.max(shortestDelayMs, words.wait.getTime() - host.now().getTime())
      return await kept(sending, waiting(row, afterMs, words.why))
    }
    if ('file' in words)
      return await kept(sending, { id: row.id, tries: [], stand: { status: 'dropped', why: 'a file, and no message' } })
    if (!(await turn.go())) return await kept(sending, resting(host, row, account.platform))
    if (adapter === undefined || !(await sending.begin(row.id))) return undefined
    host.pace.wrote(account.platform, account.id)
    const delivery = await call(host, row, account.platform, () =>
      adapter.send(addressOf(account), words.message, row.key),
    )
    host.counted?.(account.platform, delivery.status)
    // The place is kept until the result is stored: a crash leaves no more in doubt than may be in flight.
    const result = await kept(sending, resultOf(host, row, account, delivery))
    await markAccount(host, account, delivery)
    return result
  } finally {
    turn.done()
  }
}

/** How long to wait for a database that is away or locked before a result is tried to be stored once more. */
const storeAgainMs = [500, 2000, 5000, 10_000]

/**
 * The result, stored. What became of a send is known here alone: lost, a notification that arrived would be in doubt and its
 * card would never stop asking. So it is tried again, for less than a lease.
 */
export async function kept(sending: Sending, result: Result): Promise<Result> {
  const { host } = sending
  for (const ms of storeAgainMs) {
    try {
      await sending.keep(result)
      return result
    } catch (error) {
      host.log.warn({ id: result.id, err: error }, 'outbox.not-stored-yet')
      await (host.sleep ?? sleep)(ms)
    }
  }
  await sending.keep(result)
  return result
}

function resultOf(host: DeliveryHost, row: Row, account: Account, delivery: Delivery): Result {
  const { id } = row
  const { platform } = account
  switch (delivery.status) {
    case 'sent':
      host.log.info({ id, platform }, 'outbox.sent')
      return {
        id,
        tries: [{ result: 'sent', why: null }],
        stand: { status: 'sent', ref: delivery.ref, accountId: account.id },
      }
    case 'later': {
      const { why } = delivery
      const afterMs = Math.max(shortestDelayMs, delivery.afterMs)
      return { id, tries: [{ result: 'later', why }], stand: { status: 'waiting', afterMs, why } }
    }
    case 'unsure': {
      const { why } = delivery
      host.log.warn({ id, platform, why }, 'outbox.unsure')
      return { id, tries: [{ result: 'unsure', why }], stand: { status: 'unsure', why } }
    }
    case 'never': {
      const why = `${platform}: ${delivery.why} (${delivery.detail})`
      const tries = [{ result: 'never', why }]
      if (isUnreachable(delivery)) return { id, tries, stand: { status: 'sending' } }
      host.log.error({ id, why }, 'outbox.failed')
      return { id, tries, stand: { status: 'failed', why } }
    }
    default:
      return delivery satisfies never
  }
}

const isUnreachable = (delivery: Delivery) =>
  delivery.status === 'never' && (delivery.why === 'blocked' || delivery.why === 'no-such-person')

/** Notes that the account refused, or that it takes notifications again. */
async function markAccount(host: DeliveryHost, account: Account, delivery: Delivery): Promise<void> {
  // Who was heard from, or said to be gone, while the notification was under way, is known better than by its answer.
  const { id, unreachable: before, seenAt } = account
  const mark = async (unreachable: string | null, unreachableAt: Date | null) =>
    await host.db.account.updateMany({
      where: { id, unreachable: before, seenAt },
      data: { unreachable, unreachableAt },
    })
  if (delivery.status === 'never' && isUnreachable(delivery))
    await mark(`${delivery.why} (${delivery.detail})`, host.now())
  else if (delivery.status === 'sent' && account.unreachable !== null) await mark(null, null)
}

/** Untried, for another moment. */
export function waiting(row: Row, afterMs: number, why: string): Result {
  return { id: row.id, tries: [], stand: { status: 'waiting', afterMs, why } }
}

/** For a row whose platform is being left in peace. */
export function resting(host: DeliveryHost, row: Row, platform: string): Result {
  return waiting(row, Math.max(shortestDelayMs, host.pace.resting(platform)), `${platform} asked to wait`)
}
