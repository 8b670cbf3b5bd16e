import { appendFileSync } from 'node:fs'
import { relative } from 'node:path'
import { afterAll, beforeEach } from 'vitest'

// Set up before each file of tests: says of each guard whether this run leaves it out, and which tests come by it.

const { LEFT_OUT, REACHED } = process.env
const seen = new Map<string, string>()
let now: { readonly file: string; readonly name: string } | undefined

function leavesOut(guard: number): boolean {
  if (REACHED !== undefined && now !== undefined) seen.set(`${guard} ${now.name}`, JSON.stringify({ ...now, guard }))
  return LEFT_OUT === String(guard)
}
Object.assign(globalThis, { leavesOut })

beforeEach(({ task }) => {
  now = { file: relative(process.cwd(), task.file.filepath), name: task.fullTestName }
})
afterAll(() => {
  if (REACHED !== undefined) appendFileSync(REACHED, [...seen.values()].map((line) => `${line}\n`).join(''))
  seen.clear()
  now = undefined
})
