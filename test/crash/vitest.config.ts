import { configDefaults, defineConfig } from 'vitest/config'
import shared from '../../vitest.config.ts'

/**
 * What takes long because processes end in it, clocks run for weeks, or a database is migrated step by step:
 * `npm run test:crash`, on SQLite, or on PostgreSQL where TEST_DATABASE_URL names a server.
 */
export default defineConfig({
  test: {
    ...shared.test,
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/crash/**/*.test.ts'],
    exclude: [...configDefaults.exclude],
  },
})
