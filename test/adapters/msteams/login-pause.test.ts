import { expect, test } from 'vitest'
import { loginPause } from '../../../adapters/msteams/connector/login-pause.ts'

test('a login that cannot be reached is tried again within seconds, and the longer it lasts the less often', () => {
  let now = 1_000
  const pause = loginPause(() => now)
  const waits = [0, 2_000, 4_000, 30_000, 3_600_000].map((passed) => {
    now = 1_000 + passed
    return pause.failed('endpoints_resolution_error')
  })
  expect(waits).toEqual([2_000, 2_000, 4_000, 30_000, 60_000])
  pause.good()
  expect(pause.failed('ETIMEDOUT')).toBe(2_000)
})

test.each([
  'network_error',
  'openid_config_error',
  'post_request_failed',
  'timeout',
  'temporarily_unavailable',
  'Error',
])('%s is no refused secret', (code) => expect(loginPause(() => 0).failed(code)).toBeLessThanOrEqual(60_000))

test.each(['invalid_client', 'unauthorized_client', 'invalid_scope'])('%s waits for an operator', (code) => {
  expect(loginPause(() => 0).failed(code)).toBe(300_000)
})
