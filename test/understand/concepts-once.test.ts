import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { CONCEPTS } from '../../src/understand/words/concepts.ts'

const folder = new URL('../../src/understand/words/concepts/', import.meta.url)

it('each concept stands in one file, and none is left out', async () => {
  const files = await Promise.all(readdirSync(folder).map((file) => import(new URL(file, folder).href)))
  const keys = files.flatMap((file) => Object.values<object>({ ...file }).flatMap((group) => Object.keys(group)))
  expect(keys.toSorted()).toEqual(Object.keys(CONCEPTS).toSorted())
})
