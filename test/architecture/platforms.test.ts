import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { platforms } from '../../adapters/index.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What people read and what they type may name a platform. */
const wordsForPeople = /^src\/(?:texts|understand|database\/generated)\//

/** Each platform by its folder, its label, its packages, its variables; `teams` alone are inspection teams as well. */
const names =
  /[Ss]lack|SLACK|[Mm]s[Tt]eams|[Mm]icrosoft|[Bb]otbuilder|\bTeams\b|TEAMS_|(?:platform|name):? [^\n]{0,20}'teams'/g

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
