import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { guardsIn, type Planted } from './find-guards.ts'

const races = ['test/journeys/races.test.ts', 'test/database/rests.test.ts']

/**
 * Which tests have to notice when a guard of these files is missing: the first folder that fits. Those that play races
 * come first, and the others only where they notice nothing.
 */
const watchers: readonly (readonly [folder: string, tests: readonly string[]])[] = [
  ['src/audit/', ['test/audit']],
  ['src/exports/', ['test/journeys/calendar-links.test.ts', 'test/journeys/calendar-feed.test.ts']],
  ['src/imports/', ['test/imports']],
  ['src/nudges/', ['test/nudges', 'test/journeys/nudge.test.ts', 'test/journeys/remind.test.ts']],
  ['src/opinions/', ['test/opinions', 'test/journeys/{answer,attacks,coordinate,delegate,previews}.test.ts']],
  ['src/outbox/', ['test/outbox', 'test/crash']],
  ['src/people/', ['test/people', 'test/journeys/{leave,delegate,gone-accounts}.test.ts', 'test/cli/operate.test.ts']],
  ['src/teams/', ['test/teams', 'test/journeys/{visits,moves,duties,previews,import-visits}.test.ts']],
]

export type Outcome = { readonly planted: readonly Planted[]; readonly slipped: readonly Planted[] }

/**
 * Leaves out every guard of a write once (see `find-guards.ts`), in a copy of the tree, and runs the tests that watch it
 * until one fails. Throws when those tests fail with nothing planted.
 */
export function plantInGuards(pattern: string, said: (line: string) => void): Outcome {
  const planted = guardsIn(pattern)
  const tree = copyTree()
  const slipped: Planted[] = []
  const clean = new Set<string>()
  for (const fault of planted) {
    const stages = [races, watchers.find(([folder]) => fault.file.startsWith(folder))?.[1] ?? ['test/journeys']]
    for (const tests of stages) {
      const key = tests.join(' ')
      if (!clean.has(key) && !pass(tree, tests)) throw new Error(`with nothing planted these tests fail: ${key}`)
      clean.add(key)
    }
    const path = join(tree, fault.file)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.slice(0, fault.from) + text.slice(fault.to))
    const noticed = stages.some((tests) => !pass(tree, tests))
    writeFileSync(path, text)
    if (!noticed) slipped.push(fault)
    said(`${noticed ? 'noticed    ' : 'NOT NOTICED'}  ${fault.file} ${fault.what}`)
  }
  rmSync(tree, { recursive: true, force: true })
  return { planted, slipped }
}

/** Tests run in the copy, so that a run that is broken off leaves no fault in the source. */
function copyTree(): string {
  const tree = resolve('build/mutation/guards')
  rmSync(tree, { recursive: true, force: true })
  mkdirSync(tree, { recursive: true })
  const parts = ['src', 'adapters', 'test', 'prisma', 'manifest', 'docs', 'scripts', 'package.json', 'vitest.config.ts']
  for (const part of parts) cpSync(part, join(tree, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'))
  return tree
}

function pass(tree: string, tests: readonly string[]): boolean {
  const files = globSync(tests, { cwd: tree })
  const vitest = join('node_modules', 'vitest', 'vitest.mjs')
  const run = spawnSync(process.execPath, [vitest, 'run', '--bail=1', '--reporter=dot', ...files], {
    cwd: tree,
    stdio: 'ignore',
    timeout: 900_000,
  })
  return run.status === 0
}
