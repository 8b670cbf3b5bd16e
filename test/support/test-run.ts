import { randomBytes } from 'node:crypto'

const variable = 'DONDOC_TEST_RUN'

/** The name of this run of tests, the same in all its workers: they begin with the environment of the first asker. */
export function testRun(): string {
  process.env[variable] ??= randomBytes(6).toString('hex')
  return process.env[variable]
}
