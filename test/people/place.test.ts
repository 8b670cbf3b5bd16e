import { expect, it } from 'vitest'
import { identities } from '../../adapters/index.ts'
import { identity as slack } from '../../adapters/slack/identity.ts'
import { canonicalPlace, wrongPlace } from '../../src/people/place.ts'

it('an account of a known platform with ids of their kinds is right', () => {
  expect(wrongPlace(identities, { platform: 'slack', tenant: 'T1', user: 'U1' })).toBeUndefined()
})

it('the half that is no id of its kind is told, the workspace first', () => {
  expect(wrongPlace(identities, { platform: 'slack', tenant: 'C1', user: 'C1' })?.half).toBe('tenant')
  expect(wrongPlace(identities, { platform: 'slack', tenant: 'T1', user: 'C1' })).toEqual({
    half: 'user',
    why: slack.wrongUser('C1'),
  })
})

it('a platform that nobody described is wrong, and its ids stay as they are', () => {
  const place = { platform: 'zalo', tenant: 'A', user: 'B' }
  expect(wrongPlace(identities, place)).toEqual({ half: 'tenant', why: expect.stringContaining('"zalo"') })
  expect(canonicalPlace(identities, place)).toEqual(place)
})

it('one account is written in one way', () => {
  const place = { platform: 'teams', tenant: 'AAAA', user: 'BbBb' }
  expect(canonicalPlace(identities, place)).toEqual({ platform: 'teams', tenant: 'aaaa', user: 'bbbb' })
})
