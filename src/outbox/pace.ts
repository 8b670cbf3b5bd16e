import type { ChatAdapter, Delivery } from '../contract/adapter.ts'

/** A steady clock and a way to wait, in milliseconds. Tests bring their own. */
export type Timer = { now(): number; sleep(ms: number): Promise<void> }

const steady: Timer = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
}

/** A place among those under way on one platform. */
export type Turn = {
  /** Waits until one more send may begin within `perSecond`. */
  go(): Promise<void>
  done(): void
}

/** Keeps each platform's sends within its `perSecond` and `inFlight`, in this process. */
export type Pace = {
  /**
   * Waits, first come first served, for a place among `inFlight`; undefined when the platform is then left in peace.
   * Call `done` whatever happens.
   */
  turn(platform: string): Promise<Turn | undefined>
  /** How many letters may be in hand for this platform: as many as begin within about two seconds. */
  window(platform: string): number
  /** For a letter that found no room: in how many milliseconds it should come back. Each gets a later moment. */
  putOff(platform: string): number
  /**
   * What became of a call. After three `later` in a row the platform is left in peace until then, five minutes at
   * most; any clear answer ends that.
   */
  heard(platform: string, delivery: Delivery): void
  /** Milliseconds for which the platform is left in peace; 0 when it is not. */
  resting(platform: string): number
}

type Lane = {
  readonly spacing: number
  readonly inFlight: number
  readonly window: number
  underWay: number
  readonly queue: (() => void)[]
  /** When the next send may begin. */
  next: number
  /** When the last letter put off comes back. */
  horizon: number
  refusals: number
  restUntil: number
}

const windowMs = 2000
const refusalsToRest = 3
const longestRestMs = 5 * 60_000

export function createPace(adapters: ReadonlyMap<string, ChatAdapter>, timer: Timer = steady): Pace {
  const lanes = new Map<string, Lane>()
  const laneOf = (platform: string): Lane => {
    const known = lanes.get(platform)
    if (known !== undefined) return known
    const { perSecond, inFlight } = adapters.get(platform)?.pace ?? { perSecond: 1, inFlight: 1 }
    const lane: Lane = {
      spacing: 1000 / perSecond,
      inFlight,
      window: inFlight + Math.ceil((windowMs / 1000) * perSecond),
      underWay: 0,
      queue: [],
      next: 0,
      horizon: 0,
      refusals: 0,
      restUntil: 0,
    }
    lanes.set(platform, lane)
    return lane
  }

  const restOf = (lane: Lane) => Math.max(0, lane.restUntil - timer.now())
  const leave = (lane: Lane) => {
    const next = lane.queue.shift()
    if (next === undefined) lane.underWay -= 1
    else next()
  }

  return {
    async turn(platform) {
      const lane = laneOf(platform)
      if (lane.underWay < lane.inFlight) lane.underWay += 1
      else await new Promise<void>((done) => lane.queue.push(done))
      if (restOf(lane) > 0) {
        leave(lane)
        return undefined
      }
      let over = false
      return {
        async go() {
          const now = timer.now()
          const at = Math.max(now, lane.next)
          lane.next = at + lane.spacing
          // Timers are no finer than a millisecond: fast platforms go on without one.
          if (at - now >= 1) await timer.sleep(at - now)
        },
        done() {
          if (!over) leave(lane)
          over = true
        },
      }
    },
    window(platform) {
      return laneOf(platform).window
    },
    putOff(platform) {
      const lane = laneOf(platform)
      const now = timer.now()
      lane.horizon = Math.max(lane.horizon, lane.next, lane.restUntil, now) + lane.spacing
      return lane.horizon - now
    },
    heard(platform, delivery) {
      const lane = laneOf(platform)
      if (delivery.status === 'later') {
        lane.refusals += 1
        const restMs = Math.min(delivery.afterMs, longestRestMs)
        if (lane.refusals >= refusalsToRest) lane.restUntil = Math.max(lane.restUntil, timer.now() + restMs)
      } else if (delivery.status !== 'unsure') {
        lane.refusals = 0
        lane.restUntil = 0
      }
    },
    resting(platform) {
      return restOf(laneOf(platform))
    },
  }
}
