import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { platforms, web } from '../../../adapters/index.ts'

test('every adapter that there is runs the contract suite', () => {
  const names = [...platforms, web].map(({ name }) => name)
  expect(names.length).toBeGreaterThan(2)
  for (const name of names) {
    const file = new URL(`${name}.test.ts`, import.meta.url)
    expect(existsSync(file), name).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain(`describeContract(${name})`)
  }
})
