import type { Delivery, Log } from '../../../src/contract/adapter.ts'
import type { Rendered } from '../drawing/render.ts'
import { failure } from './errors.ts'

const timeoutMs = 10_000
/** Seconds, where a proxy in between does not say. */
const assumedRetryAfter = 30

/**
 * Answers at a response_url (good for 5 uses in 30 minutes), visible to the one person alone. `replace` puts the
 * answer in the place of the card that was pressed. `later` where it certainly did not arrive; `never` where the address
 * does not take it, or nobody knows: the person's own conversation gets it then, since twice is better than not at all.
 */
export async function respond(url: string, rendered: Rendered, replace: boolean, log: Log): Promise<Delivery> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: replace, mrkdwn: false, ...rendered }),
      signal: AbortSignal.timeout(timeoutMs),
    })
    await answer.body?.cancel()
    if (answer.ok) return { status: 'sent', ref: url }
    log.warn({ status: answer.status }, 'slack.response-url-refused')
    if (answer.status !== 429) return { status: 'never', why: 'gone', detail: `http ${answer.status}` }
    const seconds = Number(answer.headers.get('retry-after') ?? '')
    return { status: 'later', afterMs: (seconds > 0 ? seconds : assumedRetryAfter) * 1000, why: 'http 429' }
  } catch (error) {
    const failed = failure(error, log)
    log.warn({ error: failed.status === 'never' ? failed.detail : failed.why }, 'slack.response-url-failed')
    return failed.status === 'later' ? failed : { status: 'never', why: 'gone', detail: 'no answer' }
  }
}
