import { enableCompileCache } from 'node:module'
import type { House } from './start.ts'

// Whatever a library writes is this user's alone as well.
process.umask(0o077)
// Compiled once, kept for the next start. Before everything else is loaded, hence the imports below.
enableCompileCache()
const { adapters } = await import('../adapters/index.ts')
const { ConfigError, readConfig } = await import('./config.ts')
const { createLog } = await import('./log.ts')
const { withoutKeys } = await import('./log-keys.ts')
const { start } = await import('./start.ts')

/** A platform that does not let go must not keep the process for ever; Bolt alone may take 7 s. */
const patienceMs = 20_000

function stopAtSignal(house: House): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), patienceMs).unref()
    void house.stop().then(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

try {
  const config = readConfig(process.env)
  const create = process.argv.includes('--create')
  const unknown = process.argv.slice(2).filter((word) => word !== '--create')
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(' ')}; --create alone is known here`)
  const house = await start(config, adapters, createLog(config.logLevel), () => new Date(), undefined, create)
  stopAtSignal(house)
  const made = house.made === undefined ? '' : `  A new database was made, since there was none: ${house.made}\n`
  process.stdout.write(`\n  Đôn đốc: ${house.url}\n${made}\n`)
} catch (error) {
  const lines = error instanceof ConfigError ? error.problems : [error instanceof Error ? error.message : String(error)]
  for (const line of lines) process.stderr.write(`dondoc: ${withoutKeys(line)}\n`)
  process.exit(1)
}
