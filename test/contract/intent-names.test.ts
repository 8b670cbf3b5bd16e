import { expect, it } from 'vitest'
import { Intent } from '../../src/contract/intent.ts'

const kinds: readonly string[] = Intent.options.map(({ shape }) => shape.kind.value)

it.each(kinds)('%s is called by the convention of src/contract/intent.ts', (kind) => {
  expect(kind).toMatch(/^[a-z]+\.[a-z]+(?:\.form)?$/)
  // Whatever opens a form opens that of something that can be done.
  if (kind.endsWith('.form')) expect(kinds).toContain(kind.slice(0, -'.form'.length))
})
