import { configDefaults, defineConfig } from 'vitest/config'
import shared from '../../vitest.config.ts'

/**
 * The same tests on PostgreSQL: `npm run test:postgres`, with TEST_DATABASE_URL naming any database of a server on which
 * its user may create others. Left out is what never opens a database, so that a new test is tried here unless it says so.
 */
export default defineConfig({
  test: {
    ...shared.test,
    root: new URL('../..', import.meta.url).pathname,
    exclude: [
      ...configDefaults.exclude,
      'test/long/**',
      'test/{adapters,architecture,calendar,exports,mutation,texts,understand}/**',
      'test/server/{config,http,log,schedule,stop-in-steps}.test.ts',
      'test/{docs,lock}.test.ts',
    ],
    env: {
      TEST_DATABASE_URL: process.env.TEST_DATABASE_URL || 'postgresql://postgres@127.0.0.1:5432/postgres',
    },
  },
})
