import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeInWorker } from '../../src/record/write/make-in-worker.ts'
import { makeRecord, type RecordJob } from '../../src/record/write/make-record.ts'
import { answered, recordSource } from '../support/record-source.ts'

const source = recordSource([answered('Bộ Y tế', { body: 'Rõ.' })])
const job: RecordJob = { source, locale: 'vi', what: 'table', format: 'docx' }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-worker-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A worker that does something else. */
function entry(code: string): URL {
  const file = join(folder, 'entry.mjs')
  writeFileSync(file, code)
  return pathToFileURL(file)
}

it('gives the very bytes that are made here, one document after the other', async () => {
  const here = await makeRecord(job)
  const [first, second] = await Promise.all([makeInWorker(job), makeInWorker({ ...job, format: 'csv' })])
  expect(Buffer.compare(first, here)).toBe(0)
  expect(Buffer.from(second).toString()).toContain('Bộ Y tế')
})

it('gives up what takes too long, what ends without a word and what fails, and goes on', async () => {
  await expect(makeInWorker(job, { timeMs: 100, entry: entry('setInterval(() => {}, 1000)') })).rejects.toThrow(
    'took too long',
  )
  await expect(makeInWorker(job, { entry: entry('') })).rejects.toThrow('ended with 0')
  await expect(makeInWorker(job, { entry: entry("throw new Error('broken')") })).rejects.toThrow('broken')
  expect((await makeInWorker({ ...job, format: 'html' })).length).toBeGreaterThan(1000)
})

it('ends what takes more than its share of memory, and this process stays', async () => {
  const greedy = entry('const all = []; for (;;) all.push(new Array(100000).fill(String(Math.random())))')
  await expect(makeInWorker(job, { memoryMb: 16, entry: greedy })).rejects.toThrow(/memory/)
})

it('is told none of the variables that the process has', async () => {
  const tells = entry(
    "import { parentPort } from 'node:worker_threads'; parentPort.postMessage(new TextEncoder().encode(JSON.stringify(process.env)))",
  )
  expect(Buffer.from(await makeInWorker(job, { entry: tells })).toString()).toBe('{}')
})
