import type { Log } from '../../src/contract/adapter.ts'
import type { Rendered } from './render.ts'

const timeoutMs = 10_000

/**
 * Answers at a response_url (good for 5 uses in 30 minutes), visible to the one person alone. `replace` puts the
 * answer in the place of the card that was pressed. False where Slack did not take it.
 */
export async function respond(url: string, rendered: Rendered, replace: boolean, log: Log): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: replace, mrkdwn: false, ...rendered }),
      signal: AbortSignal.timeout(timeoutMs),
    })
    await answer.body?.cancel()
    if (!answer.ok) log.warn({ status: answer.status }, 'slack.response-url-refused')
    return answer.ok
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'slack.response-url-failed')
    return false
  }
}
