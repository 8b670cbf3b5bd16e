import type { IncomingMessage } from 'node:http'
import { isLoopbackUrl } from '../../../src/contract/loopback.ts'
import { parseJson, readBody } from '../../shared/body.ts'
import type { Connector } from '../connector/botbuilder.ts'
import { BODY_BYTES } from '../limits.ts'
import { Activity } from './activity.ts'

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
  const body = await readBody(request, { largest: BODY_BYTES, patience: BODY_BYTES })
  if (body === 'too-large') return { status: 413, error: `over ${BODY_BYTES} bytes` }
  if (body === 'gone') return { status: 400, error: 'the body broke off' }
  const parsed = Activity.safeParse(parseJson(body))
  if (!parsed.success)
    return { status: 400, error: `not an activity: ${parsed.error.issues[0]?.path.join('.') || 'no object'}` }
  const activity = parsed.data
  if (auth === 'none')
    return isLoopbackUrl(activity.serviceUrl)
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
