import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { platforms } from '../../adapters/index.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What people read and what they type may name a platform. */
const wordsForPeople = /^src\/(?:texts|understand|database\/generated)\//

/** What a platform is called in code: by its name, its label, its folder, its option, its variables. */
const called = new Set(
  platforms.flatMap(({ name, label, account, settings }) => [name, label, account.option.name, ...settings.variables]),
)
for (const { name: folder } of readdirSync(join(root, 'adapters'), { withFileTypes: true }))
  if (!/^(?:shared|web|index\.ts)$/.test(folder)) called.add(folder)
// Inspection teams are teams as well, unless they are said to be a platform.
called.delete('teams')

const capital = (word: string) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
const spelt = [...called].flatMap((word) => (/^[A-Z]/.test(word) ? [`\\b${word}\\b`] : [word, capital(word)]))
const names = new RegExp([...spelt, "(?:platform|name):? [^\\n]{0,20}'teams'", '[Mm]icrosoft'].join('|'), 'g')

/** The code of a file without its comments. */
const codeOf = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1')

const namedIn = (text: string): readonly string[] => [...codeOf(text).matchAll(names)].map(([word]) => word)

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path))
  .filter((path) => path.endsWith('.ts') && !wordsForPeople.test(path))

it('no file of the core names a platform', () => {
  expect(sources.length).toBeGreaterThan(300)
  const found = sources.flatMap((path) =>
    namedIn(readFileSync(join(root, path), 'utf8')).map((word) => `${path}: ${word}`),
  )
  expect(found).toEqual([])
})

it.each([
  "const hosts = ['hooks.slack.com']",
  "if (account.platform === 'teams') return",
  "where: { NOT: { platform: 'teams' } }",
  "config('TEAMS_APP_ID')",
  "const label = 'Teams' // Teams",
  "import { adapter } from '../../adapters/msteams/index.ts'",
])('a platform would be seen in %s', (line) => {
  expect(namedIn(line)).not.toEqual([])
})

it.each([
  "import: 'teams'",
  '// Slack gives 3 s.',
  '/** As Teams does. */',
  'const { teams } = plan',
  'whatIsLacking(ctx)',
])('inspection teams and comments are no platform: %s', (line) => {
  expect(namedIn(line)).toEqual([])
})

/** The packages that a file loads when it is loaded, and all that it loads. */
function packagesOf(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  const code = codeOf(readFileSync(path, 'utf8'))
  for (const [, source = ''] of code.matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)'/gm))
    if (source.startsWith('.')) packagesOf(join(dirname(path), source), seen)
    else seen.add(source)
  return seen
}

/** Which packages the files of a folder name; `node:` is everybody's, and the contract's zod. */
function packagesIn(folder: string): ReadonlySet<string> {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  )
  const named = files.flatMap((path) => [
    ...readFileSync(join(root, folder, path), 'utf8').matchAll(/(?:from|import\() ?'([@a-z][^':]*)'/g),
  ])
  return new Set(named.map(([, source = '']) => source).filter((source) => source !== 'zod'))
}

it('what one adapter loads, the core and the other adapters do not', () => {
  const folders = readdirSync(join(root, 'adapters'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const users = ['src', ...folders.map(({ name }) => join('adapters', name))].map((folder) => ({
    folder,
    packages: packagesIn(folder),
  }))
  expect(users.flatMap(({ packages }) => [...packages])).toEqual(expect.arrayContaining(['@slack/bolt', 'botbuilder']))
  for (const { folder, packages } of users.filter((one) => one.folder !== 'src'))
    for (const other of users.filter((one) => one.folder !== folder))
      expect(
        [...packages].filter((name) => other.packages.has(name)),
        `${folder} and ${other.folder}`,
      ).toEqual([])
})

it('the descriptions of the platforms load no library but zod: the adapters are opened when they are needed', () => {
  const loaded = [...packagesOf(join(root, 'adapters/index.ts'))]
  expect(loaded.filter((one) => !one.startsWith(root))).toEqual(['zod'])
  expect(loaded.filter((one) => /adapters\/\w+\/index\.ts$/.test(one)).map((one) => relative(root, one))).toEqual([])
})

it('no two platforms share a name, an option, a column or a variable', () => {
  const all = platforms.flatMap(({ name, account: { columns, option }, settings }) => [
    [`name ${name}`],
    [option.name, option.former].flatMap((one) => (one === undefined ? [] : [`--${one}`])),
    [columns.tenant, columns.user].flatMap((column) => [column.name, ...(column.former ?? [])]),
    settings.variables,
  ])
  const words = all.flat()
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
})
