import type { Log } from '../../src/contract/adapter.ts'

/** A log that keeps nothing. */
export const quiet: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

/** A log that keeps every line, for tests that ask what was logged. */
export function keepingLog(): { log: Log; lines: { level: string; event: string; facts: object }[] } {
  const lines: { level: string; event: string; facts: object }[] = []
  const at = (level: string) => (facts: object, event: string) => {
    lines.push({ level, event, facts })
  }
  return { log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }, lines }
}
