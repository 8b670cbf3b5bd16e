import type { Delivery, Log } from './adapter.ts'

/**
 * Shows answers that a platform may refuse for the moment: a rate limit, a service that is away, no token. `conversation`: answers of
 * one are shown one after another, in the order in which they were given.
 */
export type AnswerLater = {
  /**
   * Tries at once, and resolves after that. What certainly did not arrive is tried again by itself, after as long as the
   * platform asks; what may have arrived is not. `ended` hears what became of it in the end.
   */
  show(conversation: string, show: () => Promise<Delivery>, ended?: (delivery: Delivery) => void): Promise<void>
  /** Tries what still waits once more, at once, and resolves when all has come to its end. */
  stop(): Promise<void>
}

export type Sleep = (ms: number) => Promise<void>

/** Whoever asked has looked elsewhere by then. */
const patienceMs = 15 * 60_000
const shortestMs = 1_000
const longestMs = 5 * 60_000
/** Of all conversations together; a platform that takes nothing must not fill the memory. */
const mostWaiting = 2_000

type Waiting = { readonly show: () => Promise<Delivery>; readonly ended: (delivery: Delivery) => void }

/** `event` names the platform in the log. `sleep` waits so many milliseconds; tests bring their own. */
export function answerLater(event: string, log: () => Log, sleep: Sleep = timer): AnswerLater {
  const queues = new Map<string, Waiting[]>()
  const working = new Set<Promise<void>>()
  const stopping = Promise.withResolvers<void>()
  let stopped = false
  let count = 0

  function wait(conversation: string, waiting: Waiting, first: Delivery | undefined): void {
    const queue = queues.get(conversation)
    if (count >= mostWaiting) {
      giveUp(waiting, first)
      return
    }
    count += 1
    if (queue !== undefined) {
      queue.push(waiting)
      return
    }
    queues.set(conversation, [waiting])
    const work = drain(conversation, first).finally(() => working.delete(work))
    working.add(work)
  }

  /** Until nothing waits in the conversation any more. */
  async function drain(conversation: string, first: Delivery | undefined): Promise<void> {
    let delivery = first
    for (let waiting = next(conversation); waiting !== undefined; waiting = next(conversation)) {
      await end(waiting, delivery)
      delivery = undefined
      count -= 1
      queues.get(conversation)?.shift()
    }
    queues.delete(conversation)
  }

  const next = (conversation: string): Waiting | undefined => queues.get(conversation)?.[0]

  async function end(waiting: Waiting, before: Delivery | undefined): Promise<void> {
    let delivery = before ?? (await waiting.show())
    let waited = 0
    for (let tries = 0; delivery.status === 'later'; tries += 1) {
      if (stopped || waited >= patienceMs) {
        giveUp(waiting, delivery)
        return
      }
      const ms = Math.min(longestMs, Math.max(delivery.afterMs, shortestMs * 2 ** Math.min(tries, 8)))
      waited += ms
      await Promise.race([sleep(ms), stopping.promise])
      delivery = await waiting.show()
    }
    waiting.ended(delivery)
  }

  function giveUp(
    { ended }: Waiting,
    delivery: Delivery = { status: 'later', afterMs: 0, why: 'too many wait' },
  ): void {
    log().error({ why: delivery.status === 'later' ? delivery.why : delivery.status }, `${event}.answer-given-up`)
    ended(delivery)
  }

  return {
    async show(conversation, show, ended = () => {}) {
      const waiting = { show, ended }
      const delivery = queues.has(conversation) ? undefined : await show()
      if (delivery !== undefined && delivery.status !== 'later') ended(delivery)
      else if (stopped) giveUp(waiting, delivery)
      else wait(conversation, waiting, delivery)
    },
    async stop() {
      stopped = true
      stopping.resolve()
      await Promise.allSettled(working)
    },
  }
}

/** Does not keep the process from ending. */
const timer: Sleep = (ms) => new Promise((done) => setTimeout(done, ms).unref())
