import { defineConfig } from 'vitest/config'
import shared from '../../vitest.config.ts'
import { areas } from './areas.ts'

/** The tests of one area, which `run.ts` names. */
export default defineConfig({
  test: {
    ...shared.test,
    root: new URL('../..', import.meta.url).pathname,
    include: [...(areas[process.env.MUTATION_AREA ?? '']?.tests ?? [])],
  },
})
