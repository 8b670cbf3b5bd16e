/** Where Microsoft publishes the keys by which it signs deliveries, in its public cloud. */
const PUBLIC_KEYS = 'https://login.botframework.com/v1/.well-known/openidconfiguration'
const TIMEOUT_MS = 5_000

/**
 * Undefined when the Bot Framework answers, else why not. Asks where its keys are published: that needs no token, and
 * without them no delivery of Teams can be taken. Never rejects.
 */
export async function answers(address = PUBLIC_KEYS): Promise<string | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) })
    await response.arrayBuffer()
    return response.ok ? undefined : `it answers ${response.status}`
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'it does not answer' : 'it cannot be reached'
  }
}
