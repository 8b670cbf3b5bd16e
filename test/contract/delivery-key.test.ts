import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deliveryKey, messageKey, shownKey } from '../../src/contract/delivery-key.ts'
import type { Inbound } from '../../src/contract/inbound.ts'

const part = fc.constantFrom('a', 'b', 'a/b', 'a%2Fb', '', 'by')
const from = fc.record({ platform: part, tenant: part, user: part })
const delivery = fc.record({ from, id: part })
const sameText = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b)

it('two deliveries have one key where person and id are the same, and never else, whatever stands in the ids', () => {
  fc.assert(
    fc.property(delivery, delivery, (one, two) => {
      expect(deliveryKey(one) === deliveryKey(two)).toBe(sameText(one, two))
      expect(messageKey(one.from, one.id) === messageKey(two.from, two.id)).toBe(sameText(one, two))
    }),
    { numRuns: 2000 },
  )
})

it('where somebody was when they spoke, and in which conversation, is no part of who they are', () => {
  const an = { platform: 'slack', tenant: 'T1', user: 'U1' }
  expect(deliveryKey({ from: { ...an, conversation: 'D1' }, id: '1' })).toBe(deliveryKey({ from: an, id: '1' }))
})

it('an answer that is still to come is remembered apart from the answer', () => {
  const inbound: Inbound = {
    id: '1',
    from: { platform: 'slack', tenant: 'T1', user: 'U1' },
    audience: 'private',
    input: { kind: 'arrived' },
  }
  const answer = { reply: { kind: 'none' }, repeated: false } as const
  for (const repeated of [false, true]) expect(shownKey(inbound, { ...answer, repeated })).toBe(deliveryKey(inbound))
  expect(shownKey(inbound, { ...answer, provisional: true })).not.toBe(shownKey(inbound, answer))
})
