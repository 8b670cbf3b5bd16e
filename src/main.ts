import { enableCompileCache } from 'node:module'
import type { Log } from './contract/adapter.ts'
import type { LogOutput } from './server/log-output.ts'

// Whatever a library writes is this user's alone as well.
process.umask(0o077)
// Compiled once, kept for the next start. Before everything else is loaded, hence the imports below.
enableCompileCache()
const { platforms, web } = await import('../adapters/index.ts')
const { ConfigError, readConfig } = await import('./server/config.ts')
const { endAtSignal } = await import('./server/end-at-signal.ts')
const { createLog } = await import('./server/log.ts')
const { leaveOutKeys } = await import('./server/log-keys.ts')
const { standardOutput } = await import('./server/log-output.ts')
const { start } = await import('./server/start.ts')

const withoutKeys = leaveOutKeys(platforms)

/** Of a bug that nobody caught: Node would print the error as it is, with words that people wrote in it. */
function endAtBug(log: Log, output: LogOutput): void {
  const end = (error: unknown) => {
    log.error({ err: error }, 'process.broke')
    void output.end().then(() => process.exit(1))
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}

try {
  const config = readConfig(process.env, platforms)
  const create = process.argv.includes('--create')
  const unknown = process.argv.slice(2).filter((word) => word !== '--create')
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(' ')}; --create alone is known here`)
  const output = standardOutput()
  const log = createLog(config.logLevel, platforms, output)
  endAtBug(log, output)
  const starting = start(config, { platforms, web }, log, () => new Date(), undefined, create)
  endAtSignal(starting, process, output.end)
  const running = await starting
  const made = running.made === undefined ? '' : `  A new database was made, since there was none: ${running.made}\n`
  process.stdout.write(`\n  Đôn đốc: ${running.url}\n${made}\n`)
} catch (error) {
  const lines = error instanceof ConfigError ? error.problems : [error instanceof Error ? error.message : String(error)]
  for (const line of lines) process.stderr.write(`dondoc: ${withoutKeys(line)}\n`)
  process.exit(1)
}
