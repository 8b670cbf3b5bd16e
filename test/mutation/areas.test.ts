import { globSync } from 'node:fs'
import { expect, it } from 'vitest'
import { areas } from './areas.ts'

/** `a/{b,c}.ts` is `a/b.ts` and `a/c.ts`: a file that was moved must not hide behind its neighbour. */
function single(pattern: string): readonly string[] {
  const [whole, ...names] = /\{([^{}]*)\}/.exec(pattern) ?? []
  if (whole === undefined) return [pattern]
  return (names[0] ?? '').split(',').flatMap((name) => single(pattern.replace(whole, name)))
}

const patterns = Object.entries(areas).flatMap(([area, { rules, tests }]) =>
  [...rules, ...tests].flatMap(single).map((pattern) => [area, pattern] as const),
)

it.each(patterns)('area %s names what is there: %s', (_area, pattern) => {
  expect(globSync(pattern)).not.toEqual([])
})
