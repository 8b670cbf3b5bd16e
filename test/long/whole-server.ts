import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/**
 * The real program in a process of its own on this database, with the sample's seats to pick, once it answers. It does not
 * outlive the test: one that failed half-way would keep the whole run waiting.
 */
export async function startServer(url: string): Promise<{ readonly child: ChildProcess; readonly origin: string }> {
  const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    env: { PATH: process.env.PATH, PORT: '0', DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  for await (const line of createInterface({ input: child.stdout })) {
    const [, origin] = /Đôn đốc: (http:\/\/[^/\s]+)/u.exec(line) ?? []
    if (origin === undefined) continue
    child.stdout.resume()
    return { child, origin }
  }
  throw new Error('it did not start')
}
