import { expect, it } from 'vitest'
import { mayRepeat } from '../../src/outbox/doubt/unsure-policy.ts'

it.each(['nudge', 'reminder', 'digest', 'escalation', 'upcoming', 'visits-due'])(
  'a %s, which only reminds, goes once more when it is in doubt, and not twice',
  (kind) => {
    expect(mayRepeat(kind, 1)).toBe(true)
    expect(mayRepeat(kind, 2)).toBe(false)
    expect(mayRepeat(kind, 0)).toBe(false)
  },
)

it.each(['request', 'closed', 'visit', 'answer', 'toString', ''])(
  'a letter of kind "%s" waits for a person',
  (kind) => {
    expect(mayRepeat(kind, 1)).toBe(false)
  },
)
