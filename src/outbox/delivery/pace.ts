import type { ChatAdapter, Delivery, Pace as PaceOf } from '../../contract/adapter.ts'
import type { Budget } from './budget.ts'
import { createMoments, type Moments } from './moments.ts'
import { steady, type Timer } from './timer.ts'

/** A place among those under way on one platform. */
export type Turn = {
  /** Waits until one more send may begin within `perSecond`; false when the platform is then left in peace. */
  go(): Promise<boolean>
  done(): void
}

/**
 * Keeps each platform's sends within its `perSecond`, in all processes together where there is a budget, and within its
 * `inFlight` in this process.
 */
export type Pace = {
  /**
   * Waits until one more may be written into the account's conversation, by the platform's `perConversation`. The caller
   * writes to one account at a time, and says with `wrote` when.
   */
  quiet(platform: string, account: string): Promise<void>
  wrote(platform: string, account: string): void
  /** Whether this process wrote into it within `perConversation`. */
  hasWritten(platform: string, account: string): boolean
  /**
   * Waits, first come first served, for a place among `inFlight`; undefined when the platform is then left in peace.
   * Call `done` whatever happens.
   */
  turn(platform: string): Promise<Turn | undefined>
  /** How many notifications may be in hand for this platform: as many as begin within about two seconds. */
  window(platform: string): number
  /** For a notification that found no room: in how many milliseconds it should come back. Each gets a later moment. */
  putOff(platform: string): number
  /**
   * What became of a call. After three `later` without a clear answer between them the platform is left in peace until
   * then, five minutes at most, by all replicas.
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
  readonly moments: Moments
  /** When the last notification put off comes back. */
  horizon: number
  refusals: number
  restUntil: number
  /** No other replica has a part in it. */
  readonly local: boolean
  readonly gap: number
  /** When each account was last written to, the longest ago first. */
  readonly written: Map<string, number>
}

const windowMs = 2000
const refusalsToRest = 3
const longestRestMs = 5 * 60_000

type Paced = Pick<ChatAdapter, 'pace'> & { readonly files?: Pick<NonNullable<ChatAdapter['files']>, 'pace'> }

/** The name under which the files of a platform have a pace, a rest and a place in hand of their own. */
export const fileLane = (platform: string): string => `${platform}${filesSuffix}`
const filesSuffix = '/files'

function paceOf(adapters: ReadonlyMap<string, Paced>, lane: string): PaceOf | undefined {
  return lane.endsWith(filesSuffix)
    ? adapters.get(lane.slice(0, -filesSuffix.length))?.files?.pace
    : adapters.get(lane)?.pace
}

/** Without a budget the pace is this process's own. */
export function createPace(adapters: ReadonlyMap<string, Paced>, timer: Timer = steady, budget?: Budget): Pace {
  const lanes = new Map<string, Lane>()
  const laneOf = (platform: string): Lane => {
    const known = lanes.get(platform)
    if (known !== undefined) return known
    const pace = paceOf(adapters, platform) ?? { perSecond: 1, inFlight: 1 }
    const { perSecond, inFlight } = pace
    const spacing = 1000 / perSecond
    const take = budget === undefined || pace.local === true ? undefined : taking(budget, platform, spacing)
    const lane: Lane = {
      spacing,
      inFlight,
      window: inFlight + Math.ceil((windowMs / 1000) * perSecond),
      underWay: 0,
      queue: [],
      moments: createMoments(spacing, timer, take),
      horizon: 0,
      refusals: 0,
      restUntil: 0,
      local: pace.local === true,
      gap: pace.perConversation ?? 0,
      written: new Map(),
    }
    lanes.set(platform, lane)
    return lane
  }

  const taking = (from: Budget, platform: string, spacing: number) => async (count: number) => {
    const { first, rest } = await from.take(platform, count, spacing)
    const lane = laneOf(platform)
    lane.restUntil = Math.max(lane.restUntil, timer.now() + rest)
    return first
  }
  /** For how long the account is still to be left alone. */
  const gapLeft = (lane: Lane, account: string) =>
    (lane.written.get(account) ?? Number.NEGATIVE_INFINITY) + lane.gap - timer.now()

  const restOf = (lane: Lane) => Math.max(0, lane.restUntil - timer.now())
  const leave = (lane: Lane) => {
    const next = lane.queue.shift()
    if (next === undefined) lane.underWay -= 1
    else next()
  }

  return {
    async quiet(platform, account) {
      const left = gapLeft(laneOf(platform), account)
      if (left > 0) await timer.sleep(left)
    },
    wrote(platform, account) {
      const { written, gap } = laneOf(platform)
      if (gap === 0) return
      written.delete(account)
      written.set(account, timer.now())
      for (const [other, at] of written) {
        if (at + gap > timer.now()) break
        written.delete(other)
      }
    },
    hasWritten: (platform, account) => gapLeft(laneOf(platform), account) > 0,
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
          await lane.moments.next(lane.underWay + lane.queue.length)
          return restOf(lane) === 0
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
      lane.horizon = Math.max(lane.horizon, lane.moments.last(), lane.restUntil, now) + lane.spacing
      return lane.horizon - now
    },
    heard(platform, delivery) {
      const lane = laneOf(platform)
      if (delivery.status === 'later') {
        lane.refusals += 1
        const restMs = Math.min(delivery.afterMs, longestRestMs)
        if (lane.refusals < refusalsToRest) return
        lane.restUntil = Math.max(lane.restUntil, timer.now() + restMs)
        // Told as well as may be: a replica that does not hear of it is refused three times itself.
        if (!lane.local) void budget?.rest(platform, restMs).catch(() => undefined)
      } else if (delivery.status !== 'unsure') lane.refusals = 0
    },
    resting(platform) {
      return restOf(laneOf(platform))
    },
  }
}
