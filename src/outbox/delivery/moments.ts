import type { Timer } from './timer.ts'

/** The moments at which one platform may be written to. */
export type Moments = {
  /** Waits for the next one. `wanted`: about how many more will be asked for, this one among them. */
  next(wanted: number): Promise<void>
  /** The last one known to be spoken for, on the timer's clock. */
  last(): number
}

/** As far ahead as one process reserves: little is lost when it dies, and another waits no longer than this. */
const blockMs = 500
/** A moment that was missed by more than this is given up: used up late, several would come at once. */
const latestMs = 50

/**
 * Moments `spacing` milliseconds apart. With `take`, which reserves so many and gives in how long the first comes, they
 * are this process's share of all: no more than are wanted, and the next ones before these run out, so that a process
 * that is alone never waits for the database. A process with nothing to send reserves nothing.
 */
export function createMoments(spacing: number, timer: Timer, take?: (count: number) => Promise<number>): Moments {
  const most = Math.max(1, Math.floor(blockMs / spacing))
  const late = Math.max(latestMs, spacing)
  let reserved: number[] = []
  let taking: Promise<void> | undefined
  let last: Promise<void> = Promise.resolve()
  let next = 0

  function more(wanted: number): Promise<void> {
    taking ??= (async () => {
      const count = Math.min(most, Math.max(1, wanted - reserved.length))
      try {
        const first = timer.now() + ((await take?.(count)) ?? 0)
        for (let place = 0; place < count; place += 1) reserved.push(first + place * spacing)
      } finally {
        taking = undefined
      }
    })()
    return taking
  }

  /** The next moment of this process's share, at which nobody else sends. */
  async function share(wanted: number): Promise<number> {
    for (;;) {
      reserved = reserved.filter((at) => at >= timer.now() - late)
      const at = reserved.shift()
      if (at === undefined) {
        await more(wanted)
        continue
      }
      // Whatever goes wrong shows itself when these are needed.
      if (reserved.length < most / 2 && wanted > reserved.length + 1) more(wanted - 1).catch(() => undefined)
      return at
    }
  }

  async function go(wanted: number): Promise<void> {
    const from = take === undefined ? 0 : await share(wanted)
    const now = timer.now()
    const due = Math.max(next, from)
    // Missed by a busy process: what it had in mind for then does not all go at once.
    const at = due < now - late ? now : due
    next = at + spacing
    // Timers are no finer than a millisecond: fast platforms go on without one.
    if (at - now >= 1) await timer.sleep(at - now)
  }

  return {
    next(wanted) {
      // One after another: each finds out anew what time it is once the one before has gone.
      const mine = last.then(() => go(wanted))
      last = mine.catch(() => undefined)
      return mine
    },
    last: () => Math.max(next, reserved.at(-1) ?? 0),
  }
}
