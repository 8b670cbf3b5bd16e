import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, it, onTestFinished } from 'vitest'

const own = (name: string) => new URL(`../../src/server/${name}`, import.meta.url).href

/** A process that runs this with an `output` which waits so long for its reader; with which status it ends. */
function start(longestMs: number, code: string) {
  const script = `
    const { pbkdf2 } = await import('node:crypto')
    const { standardOutput } = await import('${own('log-output.ts')}')
    const output = standardOutput(${longestMs})
    ${code}`
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  return { stdout: child.stdout, status: once(child, 'exit').then(([status]) => status) }
}

const lines = async (stdout: Readable) => (await text(stdout)).trim().split('\n')

it('the last lines before an exit come in their order, while a line before them is still being written', async () => {
  // Nothing is written before some of these are done: they keep those busy who write.
  const { stdout, status } = start(
    60_000,
    `for (let one = 0; one < 8; one += 1) pbkdf2('a', 'b', 100_000, 64, 'sha512', () => {})
    for (const line of ['one', 'two', 'three']) output.write(line + '\\n')
    await output.end()
    process.exit(3)`,
  )
  expect(await lines(stdout)).toEqual(['one', 'two', 'three'])
  expect(await status).toBe(3)
})

it('what comes after the end is left out, and an end is one however often it is asked for', async () => {
  const { stdout, status } = start(
    60_000,
    `output.write('one\\n')
    await Promise.all([output.end(), output.end()])
    output.write('two\\n')
    await output.end()`,
  )
  expect(await lines(stdout)).toEqual(['one'])
  expect(await status).toBe(0)
})

it('a reader that is stuck keeps the process neither from its work nor from its end', async () => {
  // More than a pipe holds, and nobody reads.
  const { status } = start(
    10,
    `for (let line = 0; line < 2000; line += 1) output.write('x'.repeat(1000) + '\\n')
    await output.end()
    process.exit(4)`,
  )
  expect(await status).toBe(4)
})
