import { spawn } from 'node:child_process'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { identities, platforms } from '../../adapters/index.ts'
import { runCli, type World } from '../../src/cli/run.ts'

export type Run = { readonly status: number | null; readonly out: string; readonly err: string }
type Env = Readonly<Record<string, string>>

/** Runs commands in this process on the database at `url`, on a machine whose clock stands at `now`. */
export function terminal(url: string, now: Date, more: Partial<World> = {}) {
  return async (args: readonly string[], env: Env = {}): Promise<Run> => {
    const [out, err] = [collect(), collect()]
    const world = { stdout: out.stream, stderr: err.stream, now: () => now, platforms, identities, ...more }
    const status = await runCli(args, { ...world, env: { DATABASE_URL: url, ...env } })
    return { status, out: out.text(), err: err.text() }
  }
}

function collect() {
  const parts: string[] = []
  const stream = new Writable({
    write(part, _encoding, done) {
      parts.push(String(part))
      done()
    },
  })
  return { stream, text: () => parts.join('') }
}

/** Runs the real entry in a process of its own, in the folder `cwd`. */
export function spawned(args: readonly string[], env: Env, cwd: string, reads?: 'first line only'): Promise<Run> {
  const entry = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', ...env },
  })
  const parts = { out: '', err: '' }
  child.stdout.on('data', (part) => {
    parts.out += String(part)
    if (reads === 'first line only') child.stdout.destroy()
  })
  child.stderr.on('data', (part) => {
    parts.err += String(part)
  })
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status, ...parts }))
  })
}

export const json = (text: string): unknown => JSON.parse(text)

/** The keys of an object read from JSON, in the order in which they were printed. */
export const keysOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : []
