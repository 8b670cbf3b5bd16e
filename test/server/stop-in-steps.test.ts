import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Step, stopInSteps } from '../../src/server/stop-in-steps.ts'
import { keepingLog } from '../support/quiet.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const never = () => new Promise(() => undefined)

/** Runs to the end and tells when, in milliseconds. */
async function stop(steps: readonly Omit<Step, 'withinMs'>[], withinMs = 5000, altogetherMs = 19_000) {
  const { log, lines } = keepingLog()
  const begun = performance.now()
  const end = stopInSteps(
    steps.map((step) => ({ ...step, withinMs })),
    altogetherMs,
    log,
  ).then((undone) => ({ undone, ms: performance.now() - begun }))
  await vi.advanceTimersByTimeAsync(60_000)
  return { ...(await end), lines: lines.map(({ event, facts }) => ({ event, ...facts })) }
}

it('every step runs in its turn, also after one that failed, which is logged', async () => {
  const ran: string[] = []
  const step = (name: string, run: () => unknown = () => undefined) => ({
    name,
    run: async () => {
      ran.push(name)
      await run()
    },
  })
  const away = () => Promise.reject(new Error('the database is away'))
  const ended = await stop([step('jobs'), step('seal', away), step('database', away), step('place')])
  expect(ran).toEqual(['jobs', 'seal', 'database', 'place'])
  expect(ended.undone).toEqual(['seal', 'database'])
  expect(ended.lines).toMatchObject([
    { event: 'stop.failed', step: 'seal' },
    { event: 'stop.failed', step: 'database' },
  ])
})

it('a step that throws before it waits for anything fails like another', async () => {
  const broken = () => {
    throw new Error('no handle')
  }
  expect((await stop([{ name: 'place', run: broken }])).undone).toEqual(['place'])
})

it('a step that does not end is left, and the rest still runs in time', async () => {
  let closed = false
  const close = () => {
    closed = true
  }
  const ended = await stop([
    ...['jobs', 'requests', 'slack', 'delivery'].map((name) => ({ name, run: never })),
    { name: 'database', run: close },
  ])
  expect(closed).toBe(true)
  expect(ended.undone).toEqual(['jobs', 'requests', 'slack', 'delivery'])
  expect(ended.ms).toBeLessThanOrEqual(19_000)
  expect(ended.lines.map((line) => line.event)).toEqual(Array(4).fill('stop.not-in-time'))
})

it('what a step that was left comes to afterwards is logged, and ends nothing', async () => {
  const late = () => new Promise((_, fail) => setTimeout(() => fail(new Error('too late')), 8000))
  const ended = await stop([{ name: 'delivery', run: late }])
  expect(ended.lines.map((line) => line.event)).toEqual(['stop.not-in-time', 'stop.failed'])
})
