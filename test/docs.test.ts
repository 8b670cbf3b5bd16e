import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { identities, platforms } from '../adapters/index.ts'
import { runCli } from '../src/cli/run.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const names = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(`${root}docs`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
const pages = new Map(names.map((name) => [name, readFileSync(root + name, 'utf8')]))

/** Every match of a pattern's first group in every page, with where it stands. */
function all(pattern: RegExp): readonly { readonly page: string; readonly found: string }[] {
  return [...pages].flatMap(([page, text]) =>
    [...text.matchAll(pattern)].map((match) => ({ page, found: match[1] ?? '' })),
  )
}

/** The anchors of a page's headings as code hosts make them: small letters, hyphens for spaces, no punctuation. */
const anchorsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )

test('every link in the documents leads to a file, and to a heading of it', () => {
  const links = all(/\]\(([^)\s]+)\)/g).filter(({ found }) => !/^[a-z]+:/.test(found))
  expect(links.length).toBeGreaterThan(10)
  for (const { page, found } of links) {
    const [path = '', anchor] = found.split('#')
    const target = path === '' ? root + page : resolve(dirname(root + page), path)
    expect(existsSync(target), `${page}: ${found}`).toBe(true)
    if (anchor !== undefined) expect(anchorsOf(readFileSync(target, 'utf8')), `${page}: ${found}`).toContain(anchor)
  }
})

test('every file that the documents name exists', () => {
  const files = all(/`((?:src|adapters|test|prisma|scripts|manifest|docs|bench|\.ci)\/[\w./-]+)`/g)
  expect(files.length).toBeGreaterThan(30)
  for (const { page, found } of files) expect(existsSync(root + found), `${page}: ${found}`).toBe(true)
})

test('every npm script that the documents name exists', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(`${root}package.json`, 'utf8')))
  const named = all(/npm run (?:--silent )?([a-z]\w*)/g)
  expect(named.length).toBeGreaterThan(10)
  for (const { page, found } of named) expect(Object.keys(scripts), `${page}: npm run ${found}`).toContain(found)
})

test('the table of settings names exactly the variables that the configuration reads', () => {
  const config = readFileSync(`${root}src/server/config.ts`, 'utf8')
  const read = [
    ...[...config.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name),
    ...platforms.flatMap(({ settings }) => settings.variables),
  ]
  const table = pages.get('docs/operating.md')?.match(/^\| `[A-Z].*$/gm) ?? []
  const told = table.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name))
  expect(read.length).toBeGreaterThan(10)
  expect(told.sort()).toEqual(read.sort())
})

test('every command of the operator that the documents show is one', async () => {
  const shown = new Set(
    all(/dondoc -- ((?:[a-z]+ ?)+)/g).map(({ found }) => found.trim().split(' ').slice(0, 2).join(' ')),
  )
  expect(shown.size).toBeGreaterThan(8)
  for (const command of shown) {
    let said = ''
    const out = new Writable({
      write(chunk, _encoding, done) {
        said += String(chunk)
        done()
      },
    })
    const world = { env: {}, stdout: out, stderr: out, now: () => new Date(0), platforms, identities }
    await runCli([...command.split(' '), '--help'], world)
    expect(said, command).toContain(`Usage: dondoc ${command}`)
  }
})
