import type { Log } from '../../src/contract/adapter.ts'

const nothing = () => undefined

/** A log that keeps nothing: what is written to it is no part of what is measured. */
export const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing }

/** Like `silent`, but a failure is seen: a bench of errors measures nothing. */
export const failing: Log = {
  ...silent,
  error: (facts, event) => void process.stderr.write(`${event} ${JSON.stringify(facts)}\n`),
}

/** The database that the measuring process named as the first argument. */
export function databaseUrlOf([, , url]: readonly string[]): string {
  if (url === undefined) throw new Error('usage: <database url> ...')
  return url
}
