import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startSchedule } from '../src/schedule.ts'
import { keepingLog } from './support/quiet.ts'

beforeEach(() => void vi.useFakeTimers({ now: new Date('2020-06-16T01:00:00.500Z') }))
afterEach(() => void vi.useRealTimers())

it('each job runs by its own line', async () => {
  const ran = { often: 0, minutely: 0 }
  const job = (name: keyof typeof ran, cron: string) => ({
    cron,
    name,
    run: async () => {
      ran[name] += 1
    },
  })
  const { stop } = startSchedule([job('often', '*/10 * * * * *'), job('minutely', '* * * * *')], keepingLog().log)
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
  const { stop } = startSchedule([{ cron: '*/10 * * * * *', name: 'slow', run }], log)
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
  const { stop } = startSchedule([{ cron: '*/10 * * * * *', name: 'seal', run }], log)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(started).toBe(2)
  expect(lines.filter((line) => line.event === 'schedule.failed')).toHaveLength(2)
  await stop()
})

it('a line that is no cron line is refused at the start', () => {
  expect(() => startSchedule([{ cron: 'hourly', name: 'x', run: async () => undefined }], keepingLog().log)).toThrow()
})
