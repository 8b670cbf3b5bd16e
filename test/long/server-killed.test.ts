import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { takePlace } from '../../src/database/only-server.ts'

const program = (url: string) => `
  const { takePlace } = await import(${JSON.stringify(new URL('../../src/database/only-server.ts', import.meta.url).href)})
  const place = takePlace(${JSON.stringify(url)})
  console.log(place.alone)
  setInterval(() => place.alone, 1000)`

it('gives one server the place on a SQLite file, and the next one after it ended or was killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-place-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const url = `file:${folder}/a.db`
  const other = spawn(process.execPath, ['--input-type=module', '-e', program(url)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(other.stdout, 'data')
  expect(String(said).trim()).toBe('true')
  expect(takePlace(url).alone).toBe(false)
  other.kill('SIGKILL')
  await once(other, 'close')
  const place = takePlace(url)
  expect(place.alone).toBe(true)
  expect(existsSync(`${folder}/a.db-server-journal`)).toBe(false)
  place.end()
  const next = takePlace(url)
  expect(next.alone).toBe(true)
  next.end()
})
