import { EventEmitter } from 'node:events'
import { expect, it, vi } from 'vitest'
import { endAtSignal } from '../../src/server/end-at-signal.ts'

/** Signals, and the status that the process ended with. */
function fakeProcess() {
  const ended = Promise.withResolvers<number>()
  const signals = new EventEmitter()
  return {
    send: (signal: 'SIGTERM' | 'SIGINT') => signals.emit(signal),
    ended: ended.promise,
    process: Object.assign(signals, { exit: (status: number) => ended.resolve(status) }) as unknown as NodeJS.Process,
  }
}

const nothing = async () => undefined

it('a process that is asked to end before it has started is stopped when it has', async () => {
  const { send, ended, process } = fakeProcess()
  const starting = Promise.withResolvers<{ stop: () => Promise<readonly string[]> }>()
  const stop = vi.fn(async () => [])
  endAtSignal(starting.promise, process, nothing)
  expect(send('SIGTERM')).toBe(true)
  expect(stop).not.toHaveBeenCalled()
  starting.resolve({ stop })
  expect(await ended).toBe(0)
  expect(stop).toHaveBeenCalledOnce()
})

it.each([
  [0, async () => []],
  [1, async () => ['seal']],
  [1, () => Promise.reject(new Error('broken'))],
] as const)('its status is %i for what its stop says', async (status, says) => {
  const { send, ended, process } = fakeProcess()
  const stop = vi.fn(says)
  endAtSignal(Promise.resolve({ stop }), process, nothing)
  send('SIGINT')
  send('SIGTERM')
  expect(await ended).toBe(status)
  expect(stop).toHaveBeenCalledOnce()
})

it('ends only when the last thing is done, also where its stop or that fails', async () => {
  for (const stop of [async () => ['seal'], () => Promise.reject(new Error('broken'))]) {
    const { send, ended, process } = fakeProcess()
    const last = Promise.withResolvers<void>()
    const exit = vi.spyOn(process, 'exit')
    const asked = Promise.withResolvers<void>()
    endAtSignal(Promise.resolve({ stop }), process, () => {
      asked.resolve()
      return last.promise
    })
    send('SIGTERM')
    await asked.promise
    await new Promise((done) => setImmediate(done))
    expect(exit).not.toHaveBeenCalled()
    last.reject(new Error('nobody reads the log'))
    expect(await ended).toBe(1)
  }
})
