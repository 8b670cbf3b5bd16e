import type { Host } from '../../../src/contract/adapter.ts'
import { deliveryKey } from '../../../src/contract/delivery-key.ts'
import type { Inbound } from '../../../src/contract/inbound.ts'
import type { Reply } from '../../../src/contract/reply.ts'

type Script = (inbound: Inbound) => Reply | Promise<Reply>

/**
 * A core that answers by a script, and remembers no more than the real one: typed words with their first answer, and what
 * the script says is stored; of all else only what is being answered at this moment.
 */
export type ScriptedHost = Host & {
  /** Every delivery, repeated ones too, oldest first. */
  readonly received: Inbound[]
  /** What was logged as an error. */
  readonly errors: string[]
  answers(next: Reply | Script, more?: { readonly stored?: true; readonly provisional?: true }): void
}

export function scriptedHost(): ScriptedHost {
  const received: Inbound[] = []
  const errors: string[] = []
  const given = new Map<string, Promise<Reply>>()
  const nothing = () => undefined
  let script: Script = () => ({ kind: 'none' })
  let how: Parameters<ScriptedHost['answers']>[1] = {}
  return {
    received,
    errors,
    answers(next, more = {}) {
      script = typeof next === 'function' ? next : () => next
      how = more
    },
    async receive(inbound) {
      received.push(inbound)
      const key = deliveryKey(inbound)
      const before = given.get(key)
      if (before !== undefined) return { reply: await before, repeated: true }
      const { stored = ['typed', 'edited', 'deleted'].includes(inbound.input.kind), provisional } = how ?? {}
      const work = Promise.resolve(script(inbound))
      given.set(key, work)
      const reply = await work
      if (!stored || provisional || reply.kind === 'invalid') given.delete(key)
      return { reply, repeated: false, ...(provisional ? { provisional } : {}) }
    },
    history: async () => ({ entries: [] }),
    log: { debug: nothing, info: nothing, warn: nothing, error: (_facts, event) => void errors.push(event) },
  }
}
