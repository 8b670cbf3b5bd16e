import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Spread, spread } from './statistics.ts'

export type Starts = { readonly name: string; readonly ms: Spread }

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const bareServer = "require('http').createServer((_, answer) => answer.end()).listen(+process.env.PORT, '127.0.0.1')"
const givenUpMs = 30_000

/**
 * From the start of the process until it answers, in turn: a server of one line, this project on an empty folder (new
 * database, migration and sample included), and on the same folder again. `first` has an empty compile cache, as on a
 * machine that never ran it.
 */
export async function measureStarts(times: number, step: (what: string) => void): Promise<readonly Starts[]> {
  const ms: Record<string, number[]> = { bare: [], first: [], 'new database': [], again: [] }
  const shared = mkdtempSync(join(tmpdir(), 'dondoc-bench-cache-'))
  try {
    await startProduct(shared)
    for (let time = 0; time < times; time += 1) {
      step(`start ${time + 1}/${times}`)
      const own = mkdtempSync(join(tmpdir(), 'dondoc-bench-start-'))
      try {
        ms.bare?.push(await untilAnswer(['-e', bareServer], {}, '/'))
        ms.first?.push(await startProduct(own))
        ms['new database']?.push(await startProduct(shared, join(own, 'second.db')))
        ms.again?.push(await startProduct(shared))
      } finally {
        rmSync(own, { recursive: true, force: true })
      }
    }
  } finally {
    rmSync(shared, { recursive: true, force: true })
  }
  return Object.entries(ms).map(([name, all]) => ({ name, ms: spread(all) }))
}

function startProduct(folder: string, database = join(folder, 'dondoc.db')): Promise<number> {
  const env = { DATABASE_URL: `file:${database}`, NODE_COMPILE_CACHE: join(folder, 'cache'), LOG_LEVEL: 'error' }
  return untilAnswer(['--disable-warning=ExperimentalWarning', main], env, '/readyz')
}

/** Milliseconds from the start of a Node process with these arguments to its first 200 at `path`; then it is stopped. */
async function untilAnswer(args: readonly string[], env: Record<string, string>, path: string): Promise<number> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, args, {
    // Nothing of this shell's: no credentials, no other database.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  try {
    while (performance.now() - started < givenUpMs) {
      if (await answers(`http://127.0.0.1:${port}${path}`)) return performance.now() - started
      if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode}`)
      await new Promise((done) => setTimeout(done, 5))
    }
    throw new Error('the process did not answer')
  } finally {
    await stop(child, ended)
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url)
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(timer)
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
