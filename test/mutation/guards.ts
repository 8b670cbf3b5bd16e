import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { guardsIn, type Planted, withSwitches } from './find-guards.ts'

const races = [
  'test/journeys/{races,draft-races,opinion-races,visit-races,previews}.test.ts',
  'test/imports/two-imports.test.ts',
]

/** Which tests have to notice when a guard of these files is missing, beside those that play races: the first that fits. */
const watchers: readonly (readonly [place: string, tests: readonly string[]])[] = [
  ['src/requests/receive.ts', ['test/requests/receive.test.ts']],
  ['src/audit/', ['test/audit']],
  ['src/conversation/', ['test/journeys/{conversation,one-answer}.test.ts']],
  [
    'src/documents/',
    ['test/documents', 'test/journeys/{attachments,drafts,file-links,find-draft,slack-documents,unsent-draft}.test.ts'],
  ],
  ['src/imports/', ['test/imports', 'test/journeys/import-visits.test.ts']],
  ['src/nudges/', ['test/nudges', 'test/journeys/{nudge,remind}.test.ts']],
  [
    'src/opinions/',
    [
      'test/opinions',
      'test/journeys/{answer,answered-elsewhere,attacks,coordinate,deadline-that-stands,delegate}.test.ts',
      'test/journeys/{attachments,drafts,former-members,record,remarks,unsent-draft}.test.ts',
    ],
  ],
  [
    'src/outbox/',
    [
      'test/outbox',
      'test/cli/operate.test.ts',
      'test/long/{fan-out,killed,killed-sender,nudge-storm,once,replicas}.test.ts',
    ],
  ],
  ['src/people/', ['test/people', 'test/journeys/{leave,delegate,gone-accounts}.test.ts', 'test/cli/operate.test.ts']],
  ['src/inspection-teams/', ['test/inspection-teams', 'test/journeys/duties.test.ts']],
  ['src/visits/', ['test/visits', 'test/journeys/{calendar-*,visits,moves,import-visits}.test.ts']],
]
/** Run other processes, which leave out as well, but do not say what they have come by. */
const apart = 'test/long/{fan-out,killed,killed-sender}.test.ts'

export type Outcome = { readonly planted: readonly Planted[]; readonly slipped: readonly Planted[] }

/** A test, or all of a file's, by path from the root of the tree. */
type Test = { readonly file: string; readonly name: string | null }

/**
 * Leaves out every guard of a write once (see `find-guards.ts`), in a copy of the tree, and runs the tests that come by
 * it until one fails, those that play races first. Which come by it is found by running all of them with nothing left
 * out; throws when they fail then.
 */
export function plantInGuards(pattern: string, said: (line: string) => void): Outcome {
  const planted = guardsIn(pattern)
  const tree = copyTree()
  for (const [file, guards] of Map.groupBy(planted, (fault) => fault.file)) {
    const path = join(tree, file)
    const numbered = guards.map((fault) => ({ ...fault, number: planted.indexOf(fault) }))
    writeFileSync(path, withSwitches(readFileSync(path, 'utf8'), numbered))
  }
  const filesOf = (tests: readonly string[]) =>
    [...new Set(globSync([...tests, ...tests.map((one) => `${one}/**/*.test.ts`)], { cwd: tree }))].filter((file) =>
      file.endsWith('.test.ts'),
    )
  const watching = new Map(planted.map(({ file }) => [file, filesOf(watchersOf(file))]))
  const [first, others] = [new Set(filesOf(races)), new Set(filesOf([apart]))]
  const reached = whatReaches(tree, [...new Set([...first, ...[...watching.values()].flat()])])
  const slipped = planted.filter((fault, number) => {
    const tests = reached.filter((one) => one.guard === number && !others.has(one.file))
    const unsaid = (watching.get(fault.file) ?? []).filter((file) => others.has(file))
    const stages: readonly (readonly Test[])[] = [
      tests.filter((one) => first.has(one.file)),
      tests.filter((one) => !first.has(one.file)),
      unsaid.map((file) => ({ file, name: null })),
    ]
    const noticed = stages.some((some) => some.length > 0 && fails(run(tree, some, { LEFT_OUT: `${number}` })))
    said(`${noticed ? 'noticed    ' : tests.length > 0 ? 'NOT NOTICED' : 'NOT REACHED'}  ${fault.file} ${fault.what}`)
    return !noticed
  })
  rmSync(tree, { recursive: true, force: true })
  return { planted, slipped }
}

const watchersOf = (file: string) => watchers.find(([place]) => file.startsWith(place))?.[1] ?? []

/** Which tests come by which guard. */
function whatReaches(tree: string, files: readonly string[]): readonly (Test & { readonly guard: number })[] {
  const list = join(tree, 'reached.jsonl')
  writeFileSync(list, '')
  const all = files.map((file) => ({ file, name: null }))
  const { status, stdout, stderr } = run(tree, all, { REACHED: list })
  if (status !== 0)
    throw new Error(`with nothing left out some tests fail:\n${stderr.slice(0, 4000)}${stdout.slice(-600)}`)
  const lines = readFileSync(list, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line): Test & { guard: number } => JSON.parse(line))
}

/** Tests run in the copy, so that a run that is broken off leaves no fault in the source. */
function copyTree(): string {
  const tree = resolve(`build/mutation/guards-${process.pid}`)
  rmSync(tree, { recursive: true, force: true })
  mkdirSync(tree, { recursive: true })
  const parts = ['src', 'adapters', 'test', 'prisma', 'manifest', 'docs', 'scripts', 'package.json', 'vitest.config.ts']
  for (const part of parts) cpSync(part, join(tree, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'))
  return tree
}

/** Whether a test failed, or hung until the run was ended. Throws where none was run: that is no fault that was noticed. */
function fails({ status, stdout, stderr }: ReturnType<typeof run>): boolean {
  if (/No test files found/.test(`${stdout}${stderr}`)) throw new Error(`no tests were run:\n${stderr.slice(0, 2000)}`)
  return status !== 0
}

/** More names than this are no pattern any more: the files run whole. */
const mostNames = 200

function run(tree: string, tests: readonly Test[], env: Readonly<Record<string, string>>) {
  const names = [...new Set(tests.map((one) => one.name))]
  const known = names.flatMap((name) => name ?? [])
  const only =
    known.length === names.length && known.length <= mostNames
      ? ['-t', `^(${known.map((name) => RegExp.escape(name)).join('|')})$`]
      : []
  const vitest = join('node_modules', 'vitest', 'vitest.mjs')
  const config = join('test', 'mutation', 'vitest.config.ts')
  const files = new Set(tests.map((one) => one.file))
  return spawnSync(
    process.execPath,
    [vitest, 'run', '--config', config, '--bail=1', '--reporter=dot', ...only, ...files],
    { cwd: tree, encoding: 'utf8', timeout: 900_000, env: { ...process.env, ...env } },
  )
}
