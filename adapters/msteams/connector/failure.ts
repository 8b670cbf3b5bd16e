import type { Delivery } from '../../../src/contract/adapter.ts'

/** How one request to Teams' connector failed. `code` is the connector's or the socket's own word for it. */
export type Failure =
  | { readonly kind: 'answered'; readonly status: number; readonly code: string; readonly retryAfterMs?: number }
  /** The request never left: nobody listens there, no such host, no way to it. */
  | { readonly kind: 'unreached'; readonly code: string }
  /** It left, and no answer came. */
  | { readonly kind: 'lost'; readonly code: string }
  /** Microsoft's login gave no token, so nothing was sent; worth another try after so many milliseconds. */
  | { readonly kind: 'no-token'; readonly code: string; readonly afterMs: number }

export class ConnectorFailure extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(`connector: ${failure.kind} ${failure.code}`)
    this.failure = failure
  }
}

const SHORT_WAIT_MS = 5_000
const WAIT_MS = 30_000
/** A wrong or expired app password is mended by an operator, not by trying at once. */
export const TOKEN_WAIT_MS = 300_000

/**
 * What a failure means for the message. `repeatable`: doing it twice changes nothing (an update), so a lost answer may
 * be tried again; a message may have arrived, and is then unsure.
 */
export function failed(failure: Failure, repeatable: boolean): Delivery {
  switch (failure.kind) {
    case 'unreached':
      return { status: 'later', afterMs: WAIT_MS, why: failure.code }
    case 'no-token':
      return { status: 'later', afterMs: failure.afterMs, why: `no token: ${failure.code}` }
    case 'lost':
      return perhaps(failure.code, repeatable)
    case 'answered':
      return answered(failure, repeatable)
    default:
      return failure satisfies never
  }
}

function answered(failure: Extract<Failure, { kind: 'answered' }>, repeatable: boolean): Delivery {
  const detail = `${failure.status} ${failure.code}`.trim()
  const later = (afterMs: number): Delivery => ({
    status: 'later',
    afterMs: failure.retryAfterMs ?? afterMs,
    why: detail,
  })
  switch (failure.status) {
    case 401:
      return later(TOKEN_WAIT_MS)
    // 403 comes as BotDisabledByAdmin, BotNotInConversationRoster, BlockedByUser and in more shapes: all mean stop.
    case 403:
      return { status: 'never', why: 'blocked', detail }
    case 404:
      return repeatable && failure.code !== 'ConversationNotFound'
        ? { status: 'never', why: 'gone', detail }
        : { status: 'never', why: 'no-such-person', detail }
    case 405:
    case 410:
      return { status: 'never', why: repeatable ? 'gone' : 'refused', detail }
    case 413:
      return { status: 'never', why: 'too-long', detail }
    case 412:
    case 429:
      return later(SHORT_WAIT_MS)
    case 503:
      return later(WAIT_MS)
    default:
      if (failure.status >= 500) return perhaps(detail, repeatable)
      return { status: 'never', why: failure.code === 'MessageSizeTooBig' ? 'too-long' : 'refused', detail }
  }
}

const perhaps = (why: string, repeatable: boolean): Delivery =>
  repeatable ? { status: 'later', afterMs: WAIT_MS, why } : { status: 'unsure', why }
