import { describe, expect, it } from 'vitest'
import { ConnectorFailure, failed } from '../../../adapters/msteams/connector/failure.ts'

const answered = (status: number, code = 'Word', more = {}) => ({ kind: 'answered', status, code, ...more }) as const
/** What it means for a message, which may be shown twice, and for an update, which does no harm twice. */
const both = (failure: Parameters<typeof failed>[0]) => [failed(failure, false), failed(failure, true)]

describe('what never left', () => {
  it('goes again in half a minute', () => {
    const later = { status: 'later', afterMs: 30_000, why: 'ECONNREFUSED' }
    expect(both({ kind: 'unreached', code: 'ECONNREFUSED' })).toEqual([later, later])
  })

  it('since there is no token goes again when that is worth a try', () => {
    const later = { status: 'later', afterMs: 2_000, why: 'no token: timeout' }
    expect(both({ kind: 'no-token', code: 'timeout', afterMs: 2_000 })).toEqual([later, later])
  })
})

it('what got no answer may have arrived, and only an update is done again', () => {
  expect(both({ kind: 'lost', code: 'ECONNRESET' })).toEqual([
    { status: 'unsure', why: 'ECONNRESET' },
    { status: 'later', afterMs: 30_000, why: 'ECONNRESET' },
  ])
})

describe('what Teams answers', () => {
  it.each([
    [401, 300_000],
    [412, 5_000],
    [429, 5_000],
    [503, 30_000],
  ])('with %i is tried again in %i ms, or when Teams says', (status, afterMs) => {
    const why = `${status} Word`
    expect(both(answered(status))).toEqual(Array(2).fill({ status: 'later', afterMs, why }))
    const told = answered(status, 'Word', { retryAfterMs: 7 })
    expect(both(told)).toEqual(Array(2).fill({ status: 'later', afterMs: 7, why }))
  })

  it.each([500, 502, 504, 599])('with %i may have been done, and only an update is done again', (status) => {
    expect(both(answered(status, ''))).toEqual([
      { status: 'unsure', why: `${status}` },
      { status: 'later', afterMs: 30_000, why: `${status}` },
    ])
  })

  it.each([
    [403, 'Word', 'blocked', 'blocked'],
    [404, 'ConversationNotFound', 'no-such-person', 'no-such-person'],
    [404, 'Word', 'no-such-person', 'gone'],
    [405, 'Word', 'refused', 'gone'],
    [410, 'Word', 'refused', 'gone'],
    [413, 'Word', 'too-long', 'too-long'],
    [400, 'MessageSizeTooBig', 'too-long', 'too-long'],
    [400, 'BadSyntax', 'refused', 'refused'],
    [499, 'Word', 'refused', 'refused'],
  ])('with %i %s is never repeated: a message %s, an update %s', (status, code, message, update) => {
    const detail = `${status} ${code}`
    expect(both(answered(status, code))).toEqual([
      { status: 'never', why: message, detail },
      { status: 'never', why: update, detail },
    ])
  })
})

it('an error tells what failed', () => {
  const error = new ConnectorFailure({ kind: 'lost', code: 'ECONNRESET' })
  expect(error.message).toBe('connector: lost ECONNRESET')
  expect(error.failure).toEqual({ kind: 'lost', code: 'ECONNRESET' })
})
