import { isLoopbackHost } from '../../contract/loopback.ts'
import type { Platforms, SetUp } from '../../contract/platform.ts'
import { type Config, ConfigError, readConfig } from '../../server/config.ts'
import type { Environment } from '../settings.ts'
import { type Finding, ok, warn, wrong } from './finding.ts'

/** What is configured, or what is wrong with each variable. Never a value that may be secret. */
export function readConfiguration(
  env: Environment,
  platforms: Platforms,
): { findings: readonly Finding[]; config: Config | undefined } {
  try {
    const config = readConfig(env, platforms)
    return {
      config,
      findings: [ok('configuration', 'every variable that is set can be read'), ...describe(config, platforms)],
    }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return { config: undefined, findings: error.problems.map(problem) }
  }
}

/** A problem reads `NAME: what is wrong` or `NAME: what is wrong: how to mend it`. */
function problem(line: string): Finding {
  const [name = '', said = '', ...mend] = line.split(': ')
  return wrong('configuration', `${name}: ${said}`, mend.length > 0 ? mend.join(': ') : `set ${name} so, or unset it`)
}

function describe(config: Config, platforms: Platforms): Finding[] {
  return [
    ...minimums(config),
    ...platforms.flatMap(({ name }) => ofPlatform(name, config.platforms.get(name))),
    web(config),
  ]
}

/** The minimums of rounds as they were set, where there are some. */
function minimums({ minimumDays }: Config): Finding[] {
  if (minimumDays.length === 0) return []
  const said = minimumDays.map(({ kind, days }) => `${kind} ${days}`).join(', ')
  return [ok('configuration', `below so many working days a round is warned of, by kind of document: ${said}`)]
}

/** A platform by its own words. */
function ofPlatform(name: string, setUp: SetUp | undefined): Finding[] {
  if (setUp === undefined) return [ok(name, 'not set up')]
  return setUp.findings.map((one) => {
    switch (one.state) {
      case 'ok':
        return ok(name, one.found)
      case 'warn':
        return warn(name, one.found, one.mend)
      case 'wrong':
        return wrong(name, one.found, one.mend)
      default:
        return one satisfies never
    }
  })
}

function web({ publicUrl, host, port, demo }: Config): Finding {
  if (publicUrl !== undefined) return ok('web', `people reach it at ${publicUrl}`)
  const here = `http://${host}:${port}`
  if (demo) return ok('web', `${here}, for this machine alone`)
  const why = isLoopbackHost(host) ? 'which other machines cannot open' : 'which may be no address of this machine'
  return warn('web', `access links begin with ${here}, ${why}`, 'set PUBLIC_URL to the https address that people open')
}

/** The clock, and whether it agrees with the log: a machine's clock that was set back orders deeds wrongly. */
export function readClock(now: Date, shifted: boolean, newestDeed: Date | undefined): Finding {
  if (shifted)
    return warn(
      'clock',
      `a rehearsal: it stands at ${now.toISOString()} and not at this machine's time`,
      'for real use unset DONDOC_CLOCK, and use a database without the sample',
    )
  const ahead = newestDeed === undefined ? 0 : newestDeed.getTime() - now.getTime()
  if (ahead > 60_000)
    return wrong(
      'clock',
      `the newest deed in the log lies in the future, at ${newestDeed?.toISOString()}`,
      "set this machine's clock right; after a rehearsal start with a database of its own",
    )
  return ok('clock', `this machine's, ${now.toISOString()}`)
}
