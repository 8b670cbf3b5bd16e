import { configDefaults, defineConfig } from 'vitest/config'
import shared from '../../vitest.config.ts'

/**
 * What takes long because processes begin and end in it, weeks are played, thousands of rows go through it, or a database
 * is migrated step by step: `npm run test:long`, on SQLite, or on PostgreSQL where TEST_DATABASE_URL names a server.
 */
export default defineConfig({
  test: {
    ...shared.test,
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/long/**/*.test.ts'],
    exclude: [
      ...configDefaults.exclude,
      // They open no database.
      ...(process.env.TEST_DATABASE_URL ? ['test/long/{nginx,package-script}.test.ts'] : []),
    ],
  },
})
