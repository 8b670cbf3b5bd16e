import type { Delivery } from '../../contract/adapter.ts'
import type { Card } from '../cards.ts'
import type { Row } from '../host.ts'
import { call } from './call.ts'
import type { Result, Try } from './results.ts'
import { resting, type Sending } from './send.ts'
import { tryAgain, wordsOf } from './words.ts'

/**
 * Rewrites a person's cards to what stands now. Doing it twice does no harm, so a rewriting in doubt is simply done
 * again, up to five times; a card that is gone is no loss.
 */
export async function rewriteCards(sending: Sending, row: Row, cards: readonly Card[]): Promise<Result> {
  const { host } = sending
  const tries: Try[] = []
  let laterMs: number | undefined
  let doubt: Try | undefined
  let refused: string | undefined
  let done = 0
  for (const card of cards) {
    const step = await rewrite(sending, row, card)
    if (step === undefined) continue
    if ('result' in step) return { ...step.result, tries: [...tries, ...step.result.tries] }
    const why = step.status === 'never' ? `${step.why} (${step.detail})` : step.status === 'sent' ? null : step.why
    const one = { result: step.status, why }
    if (step.status === 'unsure') doubt = one
    else tries.push(one)
    if (step.status === 'sent') done += 1
    if (step.status === 'later') laterMs = Math.max(laterMs ?? 1000, step.afterMs)
    if (step.status === 'never' && (step.why === 'too-long' || step.why === 'refused')) refused = why ?? step.why
  }
  if (refused !== undefined) {
    host.log.error({ id: row.id, why: refused }, 'outbox.failed')
    return {
      id: row.id,
      tries: doubt === undefined ? tries : [...tries, doubt],
      stand: { status: 'failed', why: refused },
    }
  }
  if (doubt !== undefined) return await tryAgain(host, row, tries, doubt)
  if (laterMs !== undefined)
    return { id: row.id, tries, stand: { status: 'waiting', afterMs: laterMs, why: 'asked to wait' } }
  if (done === 0) return { id: row.id, tries, stand: { status: 'dropped', why: 'nothing left to rewrite' } }
  return { id: row.id, tries, stand: { status: 'sent', ref: null, accountId: null } }
}

/** Undefined when the notification says that its card needs no rewriting. */
async function rewrite(sending: Sending, row: Row, card: Card): Promise<Delivery | { result: Result } | undefined> {
  const { host } = sending
  const adapter = host.adapters.get(card.platform)
  await host.pace.quiet(card.platform, card.account)
  const turn = await host.pace.turn(card.platform)
  if (turn === undefined) return { result: resting(host, row, card.platform) }
  try {
    const words = await wordsOf(host, row, card.letter, 'reread')
    if ('result' in words) return words
    if (!('message' in words) || adapter === undefined) return undefined
    if (!(await turn.go())) return { result: resting(host, row, card.platform) }
    host.pace.wrote(card.platform, card.account)
    const delivery = await call(host, row, card.platform, () => adapter.update(card.to, card.ref, words.message))
    host.counted?.(card.platform, `rewrite-${delivery.status}`)
    return delivery
  } finally {
    turn.done()
  }
}
