import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startSchedule } from '../../src/server/schedule.ts'
import { keepingLog } from '../support/quiet.ts'

beforeEach(() => void vi.useFakeTimers({ now: new Date('2020-06-16T01:00:00.500Z') }))
afterEach(() => void vi.useRealTimers())

it('each job runs at its own interval', async () => {
  const ran = { often: 0, minutely: 0 }
  const job = (name: keyof typeof ran, everyMs: number) => ({
    everyMs,
    name,
    run: async () => {
      ran[name] += 1
    },
  })
  const { stop } = startSchedule([job('often', 10_000), job('minutely', 60_000)], keepingLog().log)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(ran).toEqual({ often: 6, minutely: 1 })
  await stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(ran).toEqual({ often: 6, minutely: 1 })
})

it('a job that still runs is not started again, and stopping waits for it', async () => {
  const { log, lines } = keepingLog()
  let started = 0
  const end = Promise.withResolvers<void>()
  const run = async () => {
    started += 1
    await end.promise
  }
  const { stop } = startSchedule([{ everyMs: 10_000, name: 'slow', run }], log)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(started).toBe(1)
  expect(lines).toContainEqual({ level: 'warn', event: 'schedule.still-running', facts: { job: 'slow' } })
  let stopped = false
  const stopping = stop().then(() => {
    stopped = true
  })
  await vi.advanceTimersByTimeAsync(1000)
  expect(stopped).toBe(false)
  end.resolve()
  await stopping
})

it('a job that fails is logged and has its next turn', async () => {
  const { log, lines } = keepingLog()
  let started = 0
  const run = () => {
    started += 1
    throw new Error('database gone')
  }
  const { stop } = startSchedule([{ everyMs: 10_000, name: 'seal', run }], log)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(started).toBe(2)
  expect(lines.filter((line) => line.event === 'schedule.failed')).toHaveLength(2)
  await stop()
})

it('clocks that are set back by an hour, or on, hold up no job', async () => {
  let ran = 0
  const run = async () => {
    ran += 1
  }
  const { stop } = startSchedule([{ everyMs: 60_000, name: 'nudge', run }], keepingLog().log)
  for (const moved of [-3_600_000, 3_600_000, -86_400_000]) {
    vi.setSystemTime(Date.now() + moved)
    await vi.advanceTimersByTimeAsync(10 * 60_000)
  }
  expect(ran).toBe(30)
  await stop()
})
