import type { Host } from '../../../src/contract/adapter.ts'
import { deliveryKey } from '../../../src/contract/delivery-key.ts'
import type { Inbound } from '../../../src/contract/inbound.ts'
import type { Answer, Reply } from '../../../src/contract/reply.ts'

type Script = (inbound: Inbound) => Reply | Promise<Reply>

/**
 * A core that answers by a script, and remembers no more than the real one: typed words with their first answer, and what
 * the script says is stored, both without files; of all else only what is being answered at this moment, and of whom is
 * none of ours nothing. host.test.ts plays the same deliveries to both.
 */
export type ScriptedHost = Host & {
  /** Every delivery, repeated ones too, oldest first. */
  readonly received: Inbound[]
  /** What was logged as an error. */
  readonly errors: string[]
  /** What `options` gives from now on, asked by whom for what. */
  offers(next: Host['options']): void
  answers(next: Reply | Script, more?: { readonly stored?: true; readonly provisional?: true }): void
}

export function scriptedHost(): ScriptedHost {
  const received: Inbound[] = []
  const errors: string[] = []
  const given = new Map<string, Promise<Answer>>()
  const nothing = () => undefined
  let found: Host['options'] = async () => ({ options: [], more: 0 })
  let script: Script = () => ({ kind: 'none' })
  let how: Parameters<ScriptedHost['answers']>[1] = {}
  return {
    received,
    errors,
    answers(next, more = {}) {
      script = typeof next === 'function' ? next : () => next
      how = more
    },
    offers(next) {
      found = next
    },
    options: (...asked) => found(...asked),
    async receive(inbound) {
      received.push(inbound)
      const { stored = ['typed', 'edited', 'deleted'].includes(inbound.input.kind), provisional } = how ?? {}
      const work = async (): Promise<Answer> => {
        const reply = await script(inbound)
        return { reply, repeated: false, ...(provisional ? { provisional } : {}) }
      }
      if (inbound.outsider !== undefined) return await work()
      const key = deliveryKey(inbound)
      const before = given.get(key)
      if (before !== undefined) return { ...(await before), repeated: true }
      const first = work()
      given.set(key, first)
      const answer = await first
      if (!stored || provisional || answer.reply.kind === 'invalid') given.delete(key)
      else given.set(key, Promise.resolve({ ...answer, reply: withoutFiles(answer.reply) }))
      return answer
    },
    history: async () => ({ entries: [] }),
    file: async () => undefined,
    page: async () => undefined,
    ways: async () => [],
    document: async () => undefined,
    log: { debug: nothing, info: nothing, warn: nothing, error: (_facts, event) => void errors.push(event) },
  }
}

/** Use cases say beside an answer with files what a redelivery gets: the words alone. */
function withoutFiles(reply: Reply): Reply {
  if (reply.kind !== 'message') return reply
  const { files: _, documents: __, ...words } = reply
  return words
}
