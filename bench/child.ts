import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Told } from './servers/tell.ts'

/** A measured server in a process of its own. */
export type Child = {
  readonly url: string
  /** CPU time of all its threads so far, in milliseconds; resident memory in bytes. */
  usage(): Promise<{ readonly cpuMs: number; readonly rss: number }>
  stop(): Promise<void>
}

const startWithinMs = 30_000

/** Starts `servers/<name>.ts` with these arguments and waits until it listens. Throws when it does not. */
export async function startChild(
  name: string,
  args: readonly string[],
  execArgv: readonly string[] = [],
): Promise<Child> {
  const file = fileURLToPath(new URL(`servers/${name}.ts`, import.meta.url))
  const child = fork(file, [...args], {
    execArgv: ['--disable-warning=ExperimentalWarning', ...execArgv],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const next = <K extends Told['kind']>(kind: K, ms: number) =>
    new Promise<Extract<Told, { kind: K }>>((done, failed) => {
      const timer = setTimeout(() => failed(new Error(`${name} did not say ${kind} within ${ms} ms`)), ms)
      const hear = (told: Told) => {
        if (told.kind !== kind) return
        clearTimeout(timer)
        child.off('message', hear)
        done(told as Extract<Told, { kind: K }>)
      }
      child.on('message', hear)
      void ended.then(() => failed(new Error(`${name} ended`)))
    })
  const { port } = await next('listening', startWithinMs)
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    async usage() {
      const told = next('usage', 10_000)
      child.send('usage')
      return await told
    },
    async stop() {
      if (child.connected) child.send('stop')
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(timer)
    },
  }
}
