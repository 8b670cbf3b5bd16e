import { webApi } from '@slack/bolt'
import type { Log } from '../../src/contract/adapter.ts'
import { slackLogger } from './incoming/log.ts'

/** A call that takes longer is given up: Slack's own default waits for ever. */
const timeoutMs = 10_000

/** Slack always says how long to wait; a proxy in between may not, and then this is assumed. Seconds. */
const assumedRetryAfter = '30'

export type ClientOptions = { readonly botToken: string; readonly apiUrl?: string; readonly log: () => Log }

/**
 * A Web API client that makes every call once and says at once when it is limited: its own retries would turn a lost
 * answer into a second message, and its pause after one 429 would hold up everybody.
 */
export function onceClient(options: ClientOptions, timeout = timeoutMs): webApi.WebClient {
  return new webApi.WebClient(options.botToken, {
    ...shared(options),
    timeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  })
}

/** For lookups, which are harmless to repeat and wait out a rate limit. */
export function patientClient(options: ClientOptions): webApi.WebClient {
  return new webApi.WebClient(options.botToken, { ...shared(options), timeout: timeoutMs, retryConfig: { retries: 2 } })
}

function shared(options: ClientOptions): webApi.WebClientOptions {
  return {
    logger: slackLogger(options.log),
    allowAbsoluteUrls: false,
    fetch: fetchWithRetryAfter,
    ...(options.apiUrl === undefined ? {} : { slackApiUrl: options.apiUrl }),
  }
}

const fetchWithRetryAfter: webApi.FetchFunction = async (url, init) => {
  const response = await globalThis.fetch(url, init)
  if (response.status !== 429 || /^\d+$/.test(response.headers.get('retry-after') ?? '')) return response
  const headers = new Headers(response.headers)
  headers.set('retry-after', assumedRetryAfter)
  return new Response(response.body, { status: 429, headers })
}
