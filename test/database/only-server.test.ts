import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { takePlace } from '../../src/database/only-server.ts'
import { whyNotOpen } from '../../src/database/why-not-open.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-place-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const program = (url: string) => `
  const { takePlace } = await import(${JSON.stringify(new URL('../../src/database/only-server.ts', import.meta.url).href)})
  const place = takePlace(${JSON.stringify(url)})
  console.log(place.alone)
  setInterval(() => place.alone, 1000)`

it('gives one server the place on a SQLite file, and the next one after it ended or was killed', async () => {
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

it('lets as many servers as like share a PostgreSQL database', () => {
  const url = 'postgresql://127.0.0.1/dondoc'
  expect([takePlace(url).alone, takePlace(url).alone]).toEqual([true, true])
})

it('names the variable and the mend where a database cannot be opened', () => {
  const missing = Object.assign(new Error('database "nonesuch" does not exist'), { code: '3D000' })
  expect(whyNotOpen(missing)).toBe(
    'DATABASE_URL: the database cannot be opened: database "nonesuch" does not exist: make an empty one with createdb, or name another',
  )
  const refused = Object.assign(new Error('connect ECONNREFUSED ::1:1'), { code: 'ECONNREFUSED' })
  expect(whyNotOpen(new AggregateError([refused]))).toContain('start the database server')
  expect(whyNotOpen(new Error('no reason known\nsecond line'))).toBe(
    'DATABASE_URL: the database cannot be opened: no reason known',
  )
})
