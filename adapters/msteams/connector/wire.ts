import { ConnectorFailure, type Failure } from './failure.ts'

export type WireRequest = {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}
export type WireAnswer = { readonly status: number; readonly headers: Record<string, string>; readonly body: string }

const TIMEOUT_MS = 10_000

/** fetch sets these by itself, and refuses or doubles ours. */
const OWN_HEADERS = new Set(['content-length', 'host', 'connection', 'accept-encoding'])

/** Nothing was sent when one of these is the cause. */
const NOT_REACHED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/**
 * Sends one request to Teams' connector, once. botbuilder's own pipeline repeats a POST up to four times on 429 and 5xx,
 * which doubles a message whose answer was lost; it repeats neither our error nor a 2xx, so anything but a 2xx is thrown
 * here as a ConnectorFailure.
 */
export async function sendOnce(request: WireRequest): Promise<WireAnswer> {
  const answer = await exchange(request)
  if (answer.status >= 200 && answer.status < 300) return answer
  throw new ConnectorFailure({
    kind: 'answered',
    status: answer.status,
    code: codeOf(answer.body),
    ...retryAfter(answer.headers['retry-after']),
  })
}

async function exchange(request: WireRequest): Promise<WireAnswer> {
  const headers = Object.entries(request.headers).filter(([name]) => !OWN_HEADERS.has(name.toLowerCase()))
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...(request.body === undefined ? {} : { body: request.body }),
    })
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    }
  } catch (error) {
    throw new ConnectorFailure(networkFailure(error))
  }
}

function networkFailure(error: unknown): Failure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code =
    cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
      ? cause.code
      : cause instanceof Error
        ? cause.name
        : 'unknown'
  return { kind: NOT_REACHED.has(code) ? 'unreached' : 'lost', code }
}

/** The connector says what is wrong as `{error:{code}}` or as `{errorCode}`; a gateway before it says it in HTML. */
function codeOf(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed !== 'object' || parsed === null) return ''
    if ('error' in parsed && typeof parsed.error === 'object' && parsed.error !== null && 'code' in parsed.error)
      return String(parsed.error.code).slice(0, 100)
    if ('errorCode' in parsed) return String(parsed.errorCode).slice(0, 100)
  } catch {
    // Not JSON: the status says enough.
  }
  return ''
}

/** Seconds, as Teams sends it; a date instead of a number is left to the default wait. */
function retryAfter(header: string | undefined): { retryAfterMs: number } | object {
  const seconds = Number(header)
  return header === undefined || header.trim() === '' || !Number.isFinite(seconds) || seconds < 0
    ? {}
    : { retryAfterMs: Math.ceil(seconds * 1000) }
}
