import { testRun } from './test-run.ts'

/** Names the run before its workers begin, and clears away after them what their databases were copied from. */
export function setup(): () => Promise<void> {
  const run = testRun()
  return async () => (await import('./database.ts')).removeBeginnings(run)
}
