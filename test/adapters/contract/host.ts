import type { Host } from '../../../src/contract/adapter.ts'
import type { Inbound } from '../../../src/contract/inbound.ts'
import type { Reply } from '../../../src/contract/reply.ts'

type Script = (inbound: Inbound) => Reply | Promise<Reply>

/** A core that answers by a script, and a delivery that it knows with its first answer. */
export type ScriptedHost = Host & {
  /** Every delivery, repeated ones too, oldest first. */
  readonly received: Inbound[]
  /** What was logged as an error. */
  readonly errors: string[]
  answers(next: Reply | Script): void
}

export function scriptedHost(): ScriptedHost {
  const received: Inbound[] = []
  const errors: string[] = []
  const given = new Map<string, Promise<Reply>>()
  const nothing = () => undefined
  let script: Script = () => ({ kind: 'none' })
  return {
    received,
    errors,
    answers(next) {
      script = typeof next === 'function' ? next : () => next
    },
    async receive(inbound) {
      received.push(inbound)
      const before = given.get(inbound.id)
      if (before !== undefined) return { reply: await before, repeated: true }
      const reply = Promise.resolve(script(inbound))
      given.set(inbound.id, reply)
      return { reply: await reply, repeated: false }
    },
    sentTo: async () => [],
    log: { debug: nothing, info: nothing, warn: nothing, error: (_facts, event) => void errors.push(event) },
  }
}
