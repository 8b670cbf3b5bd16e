import type { IncomingMessage, ServerResponse } from 'node:http'
import { Activity } from './activity.ts'
import type { Connector } from './botbuilder.ts'
import { BODY_BYTES } from './limits.ts'

/** A refusal of the request itself, as an HTTP status. */
export type Refused = { readonly status: 400 | 401 | 403 | 413 | 503; readonly error: string }

/**
 * Reads one activity from a request and checks that Teams signed it for us. botbuilder's own answers are not waited
 * for: it hangs without a service address and says 500 for an empty body and for a bad signature.
 */
export async function readActivity(
  request: IncomingMessage,
  connector: Connector,
  auth: 'required' | 'none',
): Promise<Activity | Refused> {
  const body = await readBody(request)
  if (typeof body !== 'string') return body
  const parsed = Activity.safeParse(parseJson(body))
  if (!parsed.success)
    return { status: 400, error: `not an activity: ${parsed.error.issues[0]?.path.join('.') || 'no object'}` }
  const activity = parsed.data
  if (auth === 'none')
    return isLoopback(activity.serviceUrl)
      ? activity
      : { status: 403, error: 'without authentication, only a service on this machine is answered' }
  // Other channels have other rules for tokens; this app is installed in Teams alone.
  if (activity.channelId !== 'msteams') return { status: 403, error: 'not from Teams' }
  switch (await connector.check(activity, request.headers.authorization ?? '')) {
    case 'good':
      return activity
    case 'refused':
      return { status: 401, error: 'the token is missing, wrong or expired' }
    case 'unavailable':
      return { status: 503, error: 'the keys to check the token cannot be fetched' }
  }
}

/** Answers with JSON; without a body, with the bare status. */
export function respond(response: ServerResponse, status: number, body?: object): void {
  if (response.headersSent) return
  if (body === undefined) {
    response.writeHead(status, { 'content-length': 0 }).end()
    return
  }
  const text = JSON.stringify(body)
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      // What is left of a body that is too large is not read.
      ...(status === 413 ? { connection: 'close' } : {}),
    })
    .end(text)
}

/** Is the address on this machine? */
export function isLoopback(address: string): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname : ''
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

const TOO_LARGE: Refused = { status: 413, error: `over ${BODY_BYTES} bytes` }

async function readBody(request: IncomingMessage): Promise<string | Refused> {
  if (Number(request.headers['content-length'] ?? 0) > BODY_BYTES) return TOO_LARGE
  const chunks: Buffer[] = []
  let size = 0
  try {
    // Left early, the iterator would cut the line that the refusal goes back on.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      const bytes = Buffer.from(chunk)
      size += bytes.length
      if (size > BODY_BYTES) return TOO_LARGE
      chunks.push(bytes)
    }
  } catch {
    return { status: 400, error: 'the body broke off' }
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
