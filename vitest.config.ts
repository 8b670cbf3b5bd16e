import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // They have a script of their own: see its configuration.
    exclude: [...configDefaults.exclude, 'test/long/**'],
    environment: 'node',
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/told-stories.ts', 'test/support/seeded.ts'],
    // Generous: these end what hangs, and no test passes or fails by how fast the machine is.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000, interval: 10 } },
    pool: 'threads',
    // Modules are loaded and warmed up once a worker: a quarter of the time. No test leaves anything behind in one.
    isolate: false,
    // Three, on two processors as well: the journeys wait for platforms and disks more than they compute.
    maxWorkers: 3,
  },
})
