import { TOKEN_WAIT_MS } from './failure.ts'

/** The login's own words for an app, a secret or a tenant that it does not take (RFC 6749, 5.2, and Microsoft's). */
const REFUSED = new Set([
  'invalid_client',
  'unauthorized_client',
  'access_denied',
  'invalid_grant',
  'invalid_request',
  'invalid_resource',
  'invalid_scope',
])
const SHORTEST_MS = 2_000
const LONGEST_MS = 60_000

export type LoginPause = {
  /** The login gave a token. */
  good(): void
  /** It gave none, with this word for it. Milliseconds until it is worth another try. */
  failed(code: string): number
}

/**
 * How long to wait for the login service. Only what it refuses for what it is waits for an operator; a line that is down,
 * a time-out or a fault of the service is tried again within seconds, and the longer it lasts the less often: each pause
 * is as long as it has lasted so far, up to a minute. `now`: a steady clock in milliseconds.
 */
export function loginPause(now: () => number = () => performance.now()): LoginPause {
  let since: number | undefined
  return {
    good() {
      since = undefined
    },
    failed(code) {
      if (REFUSED.has(code)) return TOKEN_WAIT_MS
      since ??= now()
      return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, now() - since))
    },
  }
}
