import { webApi } from '@slack/bolt'
import type { Delivery, Log } from '../../../src/contract/adapter.ts'

type Failure = Exclude<Delivery, { status: 'sent' }>
type Never = Extract<Delivery, { status: 'never' }>['why']

const { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } = webApi

/** Nothing will arrive anywhere until the operator has acted. */
const deadInstallation = new Set([
  'account_inactive',
  'token_revoked',
  'token_expired',
  'invalid_auth',
  'not_authed',
  'missing_scope',
  'not_allowed_token_type',
  'no_permission',
  'access_denied',
  'ekm_access_denied',
  'team_access_not_granted',
])

/** The place is closed to the bot, the person may still be reached. */
const goneChannel = new Set(['is_archived', 'not_in_channel', 'channel_not_found'])

const never: Readonly<Record<string, Never>> = {
  user_not_found: 'no-such-person',
  users_not_found: 'no-such-person',
  user_disabled: 'no-such-person',
  user_not_visible: 'no-such-person',
  messages_tab_disabled: 'no-such-person',
  cannot_dm_bot: 'no-such-person',
  // A person's id that Slack does not know is answered as an unknown channel.
  channel_not_found: 'no-such-person',
  is_archived: 'gone',
  not_in_channel: 'gone',
  message_not_found: 'gone',
  cant_update_message: 'gone',
  edit_window_closed: 'gone',
  is_inactive: 'gone',
  msg_too_long: 'too-long',
  msg_blocks_too_long: 'too-long',
}

/** Slack says itself that part of the call may have been done. */
const halfDone = new Set(['internal_error', 'fatal_error'])
const laterMs: Readonly<Record<string, number>> = {
  ratelimited: 30_000,
  rate_limited: 30_000,
  message_limit_exceeded: 60_000,
  service_unavailable: 10_000,
  request_timeout: 5_000,
  team_added_to_org: 60_000,
}

/** Errors of a connection that was never made: nothing was sent. */
const notConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** What a failed call means for the delivery. Logs for the operator where only the operator can help. */
export function failure(error: unknown, log: Log): Failure {
  if (error instanceof WebAPIRateLimitedError)
    return { status: 'later', afterMs: Math.max(1, error.retryAfter) * 1000, why: 'ratelimited' }
  if (error instanceof WebAPIPlatformError) return refused(error.data.error, log)
  if (error instanceof WebAPIHTTPError) {
    if (error.statusCode >= 500) return { status: 'unsure', why: `http ${error.statusCode}` }
    return { status: 'never', why: 'refused', detail: `http ${error.statusCode}` }
  }
  const code = codeOf(error)
  if (notConnected.has(code)) return { status: 'later', afterMs: 5_000, why: code }
  // A timeout, a reset, an answer that broke off: the message may stand there already.
  return { status: 'unsure', why: code }
}

function refused(code: string, log: Log): Failure {
  if (deadInstallation.has(code)) {
    log.error({ error: code, variable: 'SLACK_BOT_TOKEN' }, 'slack.installation-dead')
    return { status: 'later', afterMs: 15 * 60_000, why: code }
  }
  const afterMs = laterMs[code]
  if (afterMs !== undefined) return { status: 'later', afterMs, why: code }
  // web-api puts the whole body here where it is no JSON: a page of some proxy, which says nothing for certain.
  if (halfDone.has(code) || !/^[a-z0-9_]{1,80}$/.test(code)) return { status: 'unsure', why: code.slice(0, 80) }
  if (code.startsWith('restricted_action')) return { status: 'never', why: 'blocked', detail: code }
  const why = never[code]
  if (why === undefined) log.error({ error: code }, 'slack.refused')
  return { status: 'never', why: why ?? 'refused', detail: code }
}

/** Whether the stored conversation is of no use any more, so that the person's own id should be tried. */
export function conversationGone(failed: Failure): boolean {
  if (failed.status !== 'never') return false
  return goneChannel.has(failed.detail) || failed.detail.startsWith('restricted_action')
}

/** The platform's own code of an error, or undefined where Slack did not answer with one. */
export function platformCode(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined
}

export function isDeadInstallation(code: string | undefined): boolean {
  return code !== undefined && deadInstallation.has(code)
}

/** What went wrong with a call, in a word for the log. */
export function reasonOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return error.data.error.slice(0, 80)
  if (error instanceof WebAPIRateLimitedError) return 'ratelimited'
  if (error instanceof WebAPIHTTPError) return `http ${error.statusCode}`
  const code = codeOf(error)
  return code === 'Error' && error instanceof Error ? error.message.slice(0, 80) : code
}

/** fetch hides the system's code in `cause`, and Slack's client what fetch threw. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.cause instanceof Error) return codeOf(error.cause)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
