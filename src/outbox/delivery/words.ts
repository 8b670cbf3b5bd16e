import type { DeliveryHost, Row } from '../host.ts'
import type { Composed, Purpose } from './compose.ts'
import type { Result, Try } from './results.ts'

const delaysMs = [5_000, 30_000, 120_000, 600_000]

/** The words of a notification as things stand now, or what to store when they cannot be made. */
export async function wordsOf(
  host: DeliveryHost,
  row: Row,
  letter: string,
  purpose: Purpose = 'send',
): Promise<Composed | { result: Result }> {
  try {
    return await host.compose(JSON.parse(letter), row.personId, host.now(), purpose)
  } catch (error) {
    host.log.error({ id: row.id, err: error }, 'outbox.compose-failed')
    return { result: await tryAgain(host, row, [], { result: 'compose-failed', why: messageOf(error) }) }
  }
}

/** What to store after a failure that may pass: another try, each after a longer delay, and `failed` after the fifth. */
export async function tryAgain(host: DeliveryHost, row: Row, before: readonly Try[], failure: Try): Promise<Result> {
  const failures = await host.db.attempt.count({ where: { outboxId: row.id, result: failure.result } })
  const tries = [...before, failure]
  const why = failure.why ?? failure.result
  const afterMs = delaysMs[failures]
  if (afterMs !== undefined) return { id: row.id, tries, stand: { status: 'waiting', afterMs, why } }
  host.log.error({ id: row.id, why }, 'outbox.failed')
  return { id: row.id, tries, stand: { status: 'failed', why } }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
