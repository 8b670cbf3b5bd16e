import { configDefaults, defineConfig } from 'vitest/config'
import shared from '../../vitest.config.ts'
import { areas } from './areas.ts'

const area = process.env.MUTATION_AREA

/** The tests of one area of rules, which `run.ts` names; else those that are given, with `reached.ts` before them. */
export default defineConfig({
  test: {
    ...shared.test,
    root: new URL('../..', import.meta.url).pathname,
    // Whole, as in CI: what a fifth of the runs lets slip is not what no test notices.
    env: { CI: '1' },
    // Those of test/long as well, where they are named.
    exclude: [...configDefaults.exclude],
    ...(area === undefined
      ? { setupFiles: ['test/mutation/reached.ts', 'test/support/seeded.ts'] }
      : { include: [...(areas[area]?.tests ?? [])] }),
  },
})
