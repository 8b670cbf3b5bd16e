import { webApi } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import {
  conversationGone,
  failure,
  isDeadInstallation,
  platformCode,
  reasonOf,
} from '../../../adapters/slack/outgoing/errors.ts'
import { keepingLog, quiet } from '../../support/quiet.ts'

const { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } = webApi
const answered = (error: string) => new WebAPIPlatformError({ ok: false, error })
const http = (status: number) => new WebAPIHTTPError(status, 'status', {})
const coded = (code: string) => Object.assign(new Error('x'), { code })
/** As fetch throws it, and as Slack's client wraps it. */
const unsent = (code: string) => new WebAPIRequestError(new TypeError('fetch failed', { cause: coded(code) }))

const dead = [
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
]

describe('a call that Slack refuses', () => {
  it.each(dead)('with %s waits for the operator, who is told which setting to look at', (code) => {
    const { log, lines } = keepingLog()
    expect(failure(answered(code), log)).toEqual({ status: 'later', afterMs: 900_000, why: code })
    expect(lines).toEqual([
      { level: 'error', event: 'slack.installation-dead', facts: { error: code, variable: 'SLACK_BOT_TOKEN' } },
    ])
    expect(isDeadInstallation(code)).toBe(true)
  })

  it.each([
    ['ratelimited', 30],
    ['rate_limited', 30],
    ['message_limit_exceeded', 60],
    ['service_unavailable', 10],
    ['request_timeout', 5],
    ['team_added_to_org', 60],
  ])('with %s is tried again in %i seconds', (code, seconds) => {
    expect(failure(answered(code), quiet)).toEqual({ status: 'later', afterMs: seconds * 1000, why: code })
  })

  it.each([
    ...[
      'user_not_found',
      'users_not_found',
      'user_disabled',
      'user_not_visible',
      'messages_tab_disabled',
      'cannot_dm_bot',
      'channel_not_found',
    ].map((code) => [code, 'no-such-person']),
    ...['is_archived', 'not_in_channel', 'message_not_found'].map((code) => [code, 'gone']),
    ...['cant_update_message', 'edit_window_closed', 'is_inactive'].map((code) => [code, 'gone']),
    ['msg_too_long', 'too-long'],
    ['msg_blocks_too_long', 'too-long'],
    ['restricted_action', 'blocked'],
    ['restricted_action_read_only_channel', 'blocked'],
  ])('with %s is not repeated: %s', (code, why) => {
    const { log, lines } = keepingLog()
    expect(failure(answered(code), log)).toEqual({ status: 'never', why, detail: code })
    expect(lines).toEqual([])
  })

  it('with a word that is new to us is not repeated, and the operator is told', () => {
    const { log, lines } = keepingLog()
    expect(failure(answered('invalid_blocks'), log)).toEqual({
      status: 'never',
      why: 'refused',
      detail: 'invalid_blocks',
    })
    expect(lines).toEqual([{ level: 'error', event: 'slack.refused', facts: { error: 'invalid_blocks' } }])
  })

  it.each(['internal_error', 'fatal_error', '<html>sign in</html>', 'Forbidden', 'no route', ''])(
    'with "%s", which says nothing for certain, may have arrived',
    (code) => {
      const { log, lines } = keepingLog()
      expect(failure(answered(code), log)).toEqual({ status: 'unsure', why: code })
      expect(lines).toEqual([])
    },
  )

  it('is not told at more length than 80 characters', () => {
    expect(failure(answered('a'.repeat(80)), quiet)).toMatchObject({ status: 'never' })
    expect(failure(answered('a'.repeat(81)), quiet)).toEqual({ status: 'unsure', why: 'a'.repeat(80) })
    expect(failure(answered(`ok ${'a'.repeat(90)}`), quiet)).toMatchObject({ why: `ok ${'a'.repeat(77)}` })
  })
})

describe('a call that does not come through', () => {
  it.each([
    [30, 30_000],
    [0, 1_000],
  ])('since there were too many is tried again when Slack says (%i s)', (seconds, afterMs) => {
    expect(failure(new WebAPIRateLimitedError(seconds), quiet)).toEqual({
      status: 'later',
      afterMs,
      why: 'ratelimited',
    })
  })

  it('as the server fails may have arrived, as it is no request for it has not', () => {
    expect(failure(http(500), quiet)).toEqual({ status: 'unsure', why: 'http 500' })
    expect(failure(http(503), quiet)).toEqual({ status: 'unsure', why: 'http 503' })
    expect(failure(http(499), quiet)).toEqual({ status: 'never', why: 'refused', detail: 'http 499' })
  })

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])(
    'by %s was never sent, and goes in five seconds',
    (code) => {
      for (const error of [unsent(code), coded(code)])
        expect(failure(error, quiet)).toEqual({ status: 'later', afterMs: 5_000, why: code })
    },
  )

  it('by anything else may have arrived', () => {
    for (const error of [unsent('ECONNRESET'), coded('ECONNRESET')])
      expect(failure(error, quiet)).toEqual({ status: 'unsure', why: 'ECONNRESET' })
    expect(failure(new DOMException('x', 'TimeoutError'), quiet)).toMatchObject({ status: 'unsure' })
    expect(failure('thrown', quiet)).toEqual({ status: 'unsure', why: 'unknown' })
  })
})

it('the person’s own id is tried where the stored conversation is closed to the bot, and not where they are gone', () => {
  const gone = (code: string) => conversationGone(failure(answered(code), quiet))
  for (const code of ['is_archived', 'not_in_channel', 'channel_not_found', 'restricted_action_thread_locked'])
    expect(gone(code), code).toBe(true)
  for (const code of ['user_not_found', 'message_not_found', 'internal_error', 'ratelimited', 'not_restricted_action'])
    expect(gone(code), code).toBe(false)
})

it('an error has Slack’s code where Slack answered with one', () => {
  expect(platformCode(answered('not_authed'))).toBe('not_authed')
  expect(platformCode(http(500))).toBeUndefined()
  expect(isDeadInstallation('user_not_found')).toBe(false)
  expect(isDeadInstallation(undefined)).toBe(false)
})

it('the log gets one word for what went wrong', () => {
  expect(reasonOf(answered('not_authed'))).toBe('not_authed')
  expect(reasonOf(answered('x'.repeat(90)))).toBe('x'.repeat(80))
  expect(reasonOf(new WebAPIRateLimitedError(1))).toBe('ratelimited')
  expect(reasonOf(http(502))).toBe('http 502')
  expect(reasonOf(unsent('ENOTFOUND'))).toBe('ENOTFOUND')
  expect(reasonOf(new TypeError('fetch failed', { cause: coded('ECONNRESET') }))).toBe('ECONNRESET')
  expect(reasonOf(new RangeError('x'))).toBe('RangeError')
  expect(reasonOf(Object.assign(new RangeError('x'), { code: 7 }))).toBe('RangeError')
  expect(reasonOf(new Error('y'.repeat(90)))).toBe('y'.repeat(80))
  expect(reasonOf('thrown')).toBe('unknown')
})
