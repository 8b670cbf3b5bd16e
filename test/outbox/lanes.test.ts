import { describe, expect, it } from 'vitest'
import type { ChatAdapter, Delivery } from '../../src/contract/adapter.ts'
import type { Budget } from '../../src/outbox/delivery/budget.ts'
import { createPace, type Pace } from '../../src/outbox/delivery/pace.ts'
import { fastTimer } from './office.ts'

type Of = ChatAdapter['pace']
const slow: Of = { perSecond: 10, inFlight: 2, perConversation: 1_000 }

/** A pace for one platform, `slack`, on a clock of its own; with a budget it hears what the others heard. */
function paced(pace: Of = slow, budget?: Budget) {
  const timer = fastTimer()
  const slept: number[] = []
  const counting = {
    now: timer.now,
    sleep: async (ms: number) => {
      slept.push(ms)
      await timer.sleep(ms)
    },
  }
  return { timer, slept, pace: createPace(new Map([['slack', { pace }]]), counting, budget) }
}
const later = (afterMs: number): Delivery => ({ status: 'later', afterMs, why: 'busy' })
const refused = (pace: Pace, times: number, afterMs = 5_000) => {
  for (let time = 0; time < times; time += 1) pace.heard('slack', later(afterMs))
}
/** Whether a turn is given at once: what waits for a place waits beyond any number of ticks. */
async function isGiven(turn: Promise<unknown>): Promise<boolean> {
  let given = false
  void turn.then(() => {
    given = true
  })
  for (let tick = 0; tick < 5; tick += 1) await new Promise((done) => setImmediate(done))
  return given
}

describe('turns', () => {
  it('are as many as may be in flight; who comes later waits, first come first served', async () => {
    const { pace } = paced()
    const [first, second] = [await pace.turn('slack'), await pace.turn('slack')]
    const [third, fourth] = [pace.turn('slack'), pace.turn('slack')]
    expect(await isGiven(third)).toBe(false)
    first?.done()
    // Told twice, it gives up its place once.
    first?.done()
    expect([await isGiven(third), await isGiven(fourth)]).toEqual([true, false])
    second?.done()
    expect(await isGiven(fourth)).toBe(true)
  })

  it('that are over leave their places to others', async () => {
    const { pace } = paced()
    for (let time = 0; time < 5; time += 1) (await pace.turn('slack'))?.done()
    const both = [pace.turn('slack'), pace.turn('slack')]
    for (const turn of both) expect(await isGiven(turn)).toBe(true)
    expect(await isGiven(pace.turn('slack'))).toBe(false)
  })

  it('begin as far apart as the platform’s second allows', async () => {
    const { pace, timer } = paced({ perSecond: 10, inFlight: 3 })
    const at: number[] = []
    for (let time = 0; time < 3; time += 1) {
      expect(await (await pace.turn('slack'))?.go()).toBe(true)
      at.push(timer.now())
    }
    expect(at).toEqual([0, 100, 200])
  })

  it('of a platform that nobody described are one a second, one at a time', async () => {
    const { pace, timer } = paced()
    const turn = await pace.turn('zalo')
    await turn?.go()
    const waiting = pace.turn('zalo')
    expect(await isGiven(waiting)).toBe(false)
    turn?.done()
    await (await waiting)?.go()
    expect(timer.now()).toBe(1_000)
  })
})

describe('a platform is left in peace', () => {
  it('after three refusals in a row, for as long as the last asks', async () => {
    const { pace, timer } = paced()
    refused(pace, 2)
    expect(pace.resting('slack')).toBe(0)
    refused(pace, 1)
    expect(pace.resting('slack')).toBe(5_000)
    expect(await pace.turn('slack')).toBeUndefined()
    timer.pass(5_000)
    expect(pace.resting('slack')).toBe(0)
    expect(await pace.turn('slack')).toBeDefined()
  })

  it('not after refusals with a clear answer between them; what is in doubt is none', () => {
    const { pace } = paced()
    refused(pace, 2)
    pace.heard('slack', { status: 'sent', ref: 'm1' })
    refused(pace, 2)
    expect(pace.resting('slack')).toBe(0)
    pace.heard('slack', { status: 'never', why: 'gone', detail: '' })
    refused(pace, 2)
    pace.heard('slack', { status: 'unsure', why: 'timeout' })
    expect(pace.resting('slack')).toBe(0)
    refused(pace, 1)
    expect(pace.resting('slack')).toBe(5_000)
  })

  it('for five minutes at most, and no shorter since somebody asks for less', () => {
    const { pace } = paced()
    refused(pace, 3, 3_600_000)
    expect(pace.resting('slack')).toBe(300_000)
    refused(pace, 1, 1_000)
    expect(pace.resting('slack')).toBe(300_000)
  })

  it('also by whoever waited for a place or a moment, and their places are free again', async () => {
    const { pace, timer } = paced({ perSecond: 10, inFlight: 1 })
    const first = await pace.turn('slack')
    const [second, third] = [pace.turn('slack'), pace.turn('slack')]
    refused(pace, 3)
    expect(await first?.go()).toBe(false)
    first?.done()
    expect([await second, await third]).toEqual([undefined, undefined])
    timer.pass(5_000)
    expect(await isGiven(pace.turn('slack'))).toBe(true)
  })
})

describe('one conversation', () => {
  it('is written to no sooner than it may be again, and others at once', async () => {
    const { pace, timer, slept } = paced()
    await pace.quiet('slack', 'an')
    pace.wrote('slack', 'an')
    await pace.quiet('slack', 'binh')
    expect(timer.now()).toBe(0)
    timer.pass(400)
    await pace.quiet('slack', 'an')
    expect(timer.now()).toBe(1_000)
    await pace.quiet('slack', 'an')
    expect(slept).toEqual([600])
  })

  it('is known to have been written to until then', () => {
    const { pace, timer } = paced()
    expect(pace.hasWritten('slack', 'an')).toBe(false)
    pace.wrote('slack', 'an')
    timer.pass(600)
    pace.wrote('slack', 'binh')
    pace.wrote('slack', 'an')
    timer.pass(999)
    expect([pace.hasWritten('slack', 'an'), pace.hasWritten('slack', 'binh')]).toEqual([true, true])
    timer.pass(1)
    expect([pace.hasWritten('slack', 'an'), pace.hasWritten('slack', 'binh')]).toEqual([false, false])
    pace.wrote('slack', 'chi')
    expect(pace.hasWritten('slack', 'chi')).toBe(true)
  })

  it('has no such limit where the platform has none', async () => {
    const { pace, timer } = paced({ perSecond: 10, inFlight: 2 })
    pace.wrote('slack', 'an')
    expect(pace.hasWritten('slack', 'an')).toBe(false)
    await pace.quiet('slack', 'an')
    expect(timer.now()).toBe(0)
  })
})

describe('notifications', () => {
  it('in hand are as many as begin within two seconds, and those in flight', () => {
    expect(paced().pace.window('slack')).toBe(22)
    expect(paced({ perSecond: 0.3, inFlight: 1 }).pace.window('slack')).toBe(2)
  })

  it('that found no room come back one after another, after what is spoken for', async () => {
    const { pace, timer } = paced()
    expect([pace.putOff('slack'), pace.putOff('slack')]).toEqual([100, 200])
    await (await pace.turn('slack'))?.go()
    await (await pace.turn('slack'))?.go()
    expect(timer.now()).toBe(100)
    expect(pace.putOff('slack')).toBe(200)
    timer.pass(10_000)
    expect(pace.putOff('slack')).toBe(100)
    const other = paced()
    await (await other.pace.turn('slack'))?.go()
    expect(other.pace.putOff('slack')).toBe(200)
  })

  it('that found no room come back after the platform was left in peace', () => {
    const { pace } = paced()
    refused(pace, 3)
    expect([pace.putOff('slack'), pace.putOff('slack')]).toEqual([5_100, 5_200])
  })
})

describe('with a budget that all replicas share', () => {
  /** Hears of a rest from another replica; keeps what it is told. */
  function shared(rest: number) {
    const told: (readonly [platform: string, ms: number])[] = []
    const taken: number[] = []
    const budget: Budget = {
      take: async (_platform, count, spacing) => {
        taken.push(count, spacing)
        return { first: 0, rest }
      },
      rest: async (platform, ms) => {
        told.push([platform, ms])
        throw new Error('no database')
      },
    }
    return { budget, told, taken }
  }

  it('moments are taken from it, and a platform that another leaves in peace is left so', async () => {
    const { budget, taken } = shared(2_000)
    const { pace } = paced(slow, budget)
    const turn = await pace.turn('slack')
    expect(await turn?.go()).toBe(false)
    expect(taken).toEqual([1, 100])
    expect(pace.resting('slack')).toBe(2_000)
  })

  it('as many moments are wanted as are under way or wait', async () => {
    const { budget, taken } = shared(0)
    const { pace } = paced({ perSecond: 10, inFlight: 2 }, budget)
    const [first] = [await pace.turn('slack'), await pace.turn('slack')]
    void pace.turn('slack')
    expect(await first?.go()).toBe(true)
    expect(taken).toEqual([3, 100])
    expect(pace.resting('slack')).toBe(0)
  })

  it('the others are told of a rest, once there is one; that they are not does no harm', () => {
    const { budget, told } = shared(0)
    const { pace } = paced(slow, budget)
    refused(pace, 2)
    expect(told).toEqual([])
    refused(pace, 1, 3_600_000)
    expect(told).toEqual([['slack', 300_000]])
  })

  it('a platform within the process has no part in it', async () => {
    const { budget, told, taken } = shared(2_000)
    const { pace } = paced({ ...slow, local: true }, budget)
    expect(await (await pace.turn('slack'))?.go()).toBe(true)
    refused(pace, 3)
    expect([told, taken]).toEqual([[], []])
  })
})
