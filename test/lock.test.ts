import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'

const Package = z.looseObject({
  gypfile: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
})
const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')
const { packages } = z.object({ packages: z.record(z.string(), Package) }).parse(JSON.parse(text))

it('the lock file names no address to download from', () => {
  expect(text).not.toMatch(/"resolved"|https?:\/\/[^"]*\.(tgz|tar\.gz)/)
})

it('the lock file lists the optional packages of every platform, or npm ci refuses it', () => {
  const missing = Object.entries(packages).flatMap(([path, each]) =>
    Object.keys(each.optionalDependencies ?? {}).filter(
      (name) =>
        packages[`node_modules/${name}`] === undefined && packages[`${path}/node_modules/${name}`] === undefined,
    ),
  )
  expect(missing).toEqual([])
})

it('better-sqlite3 is taken as it is shipped: without this line npm ci compiles it, which needs a compiler', () => {
  expect(packages['node_modules/better-sqlite3']).toMatchObject({ gypfile: false })
})
