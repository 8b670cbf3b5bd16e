import { describe, expect, it } from 'vitest'
import { createMoments } from '../../src/outbox/delivery/moments.ts'
import { fastTimer } from './office.ts'

/** Takes from one budget, which knows no process: each reservation begins where the last one ended. */
function budget(timer: ReturnType<typeof fastTimer>, spacing: number) {
  let free = 0
  const counts: number[] = []
  const take = async (count: number) => {
    counts.push(count)
    const first = Math.max(free, timer.now())
    free = first + count * spacing
    return first - timer.now()
  }
  return { take, counts }
}

/** When each of so many sends was let go, all of them waiting from the beginning. */
async function goes(moments: ReturnType<typeof createMoments>, timer: ReturnType<typeof fastTimer>, count: number) {
  const at: number[] = []
  await Promise.all(
    Array.from({ length: count }, (_, place) => moments.next(count - place).then(() => at.push(timer.now()))),
  )
  return at
}

describe('a process by itself', () => {
  it('sends at once, and then no closer together than the spacing', async () => {
    const timer = fastTimer()
    expect(await goes(createMoments(100, timer), timer, 4)).toEqual([0, 100, 200, 300])
  })

  it('does not send the more afterwards the longer it was silent', async () => {
    const timer = fastTimer()
    const moments = createMoments(100, timer)
    await moments.next(1)
    timer.pass(10_000)
    expect(await goes(moments, timer, 3)).toEqual([10_000, 10_100, 10_200])
  })

  it('that is a little late keeps to its moments, and that is later than a spacing begins anew', async () => {
    const timer = fastTimer()
    const moments = createMoments(100, timer)
    await moments.next(1)
    timer.pass(200)
    expect(await goes(moments, timer, 2)).toEqual([200, 200])
    timer.pass(201)
    expect(await goes(moments, timer, 2)).toEqual([401, 501])
  })

  it('on a fast platform makes up for no more than 50 ms', async () => {
    const timer = fastTimer()
    const moments = createMoments(10, timer)
    await moments.next(1)
    timer.pass(60)
    expect(await goes(moments, timer, 7)).toEqual([60, 60, 60, 60, 60, 60, 70])
    const slow = fastTimer()
    const others = createMoments(10, slow)
    await others.next(1)
    slow.pass(61)
    expect(await goes(others, slow, 2)).toEqual([61, 71])
  })

  it('knows the last moment that is spoken for', async () => {
    const timer = fastTimer()
    const moments = createMoments(100, timer)
    expect(moments.last()).toBe(0)
    await goes(moments, timer, 3)
    expect(moments.last()).toBe(300)
  })

  it('does not wait for less than the millisecond that a timer can tell', async () => {
    const timer = fastTimer()
    timer.pass(1000)
    const slept: number[] = []
    const counting = {
      ...timer,
      sleep: async (ms: number) => {
        slept.push(ms)
        await timer.sleep(ms)
      },
    }
    await goes(createMoments(0.5, counting), timer, 3)
    expect(slept).toEqual([1])
  })
})

describe('a process that shares the moments', () => {
  it('reserves half a second’s worth at the most, no more than are wanted, and the next before these run out', async () => {
    const timer = fastTimer()
    const { take, counts } = budget(timer, 100)
    const at = await goes(createMoments(100, timer, take), timer, 12)
    expect(at).toEqual(Array.from({ length: 12 }, (_, place) => place * 100))
    expect(Math.max(...counts)).toBe(5)
    expect(counts[0]).toBe(5)
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(12)
  })

  it('reserves more once it has less than half of that left, and no sooner', async () => {
    const timer = fastTimer()
    const { take, counts } = budget(timer, 125)
    const moments = createMoments(125, timer, take)
    await moments.next(12)
    await moments.next(11)
    expect(counts).toEqual([4])
    await moments.next(10)
    expect(counts).toEqual([4, 4])
  })

  it('reserves one where one is wanted, and on a slow platform one at a time', async () => {
    const timer = fastTimer()
    const one = budget(timer, 100)
    await createMoments(100, timer, one.take).next(1)
    expect(one.counts).toEqual([1])
    const slow = budget(timer, 2_000)
    await goes(createMoments(2_000, timer, slow.take), timer, 3)
    expect(slow.counts).toEqual([1, 1, 1])
  })

  it('waits until its share begins', async () => {
    const timer = fastTimer()
    const { take } = budget(timer, 100)
    const [mine, other] = [createMoments(100, timer, take), createMoments(100, timer, take)]
    await mine.next(2)
    await other.next(1)
    expect(timer.now()).toBe(200)
    expect([mine.last(), other.last()]).toEqual([100, 300])
  })

  it('gives up moments that it missed by more than 50 ms and a spacing', async () => {
    const timer = fastTimer()
    const { take, counts } = budget(timer, 100)
    const moments = createMoments(100, timer, take)
    await moments.next(5)
    expect(moments.last()).toBe(400)
    timer.pass(200)
    // That of 100 may just be used, and the next two come in their time.
    expect(await goes(moments, timer, 2)).toEqual([200, 200])
    timer.pass(10_000)
    await moments.next(1)
    expect(counts).toEqual([5, 1])
    expect(timer.now()).toBe(10_200)
  })

  it('fails with what the budget fails with, and reserves again when it is asked again', async () => {
    const timer = fastTimer()
    const { take } = budget(timer, 100)
    let down = true
    const moments = createMoments(100, timer, async (count) => {
      if (down) throw new Error('no database')
      return await take(count)
    })
    await expect(moments.next(1)).rejects.toThrow('no database')
    down = false
    await moments.next(1)
    expect(moments.last()).toBe(100)
  })

  it('sends what it has reserved when the budget fails afterwards', async () => {
    const timer = fastTimer()
    const { take } = budget(timer, 100)
    let calls = 0
    const moments = createMoments(100, timer, async (count) => {
      calls += 1
      if (calls === 2) throw new Error('no database')
      return await take(count)
    })
    expect(await goes(moments, timer, 8)).toEqual([0, 100, 200, 300, 400, 500, 600, 700])
  })
})
