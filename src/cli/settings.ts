import { ConfigError, readConfig } from '../config.ts'
import { CliRefused } from './refused.ts'

/** What the commands need of the configuration. */
export type Settings = {
  readonly databaseUrl: string
  /** The committee's IANA zone. */
  readonly zone: string
  /** The platforms that people are to be linked on: those that are set up, or both while none is. */
  readonly platforms: readonly string[]
  /** The instant to take for now, where the clock was started elsewhere. */
  readonly clock: Date | undefined
}

/** Reads the settings; refuses a wrong or half set by the variables' names. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const { databaseUrl, timeZone, clock, slack, teams } = read(env)
  const set = [...(slack === undefined ? [] : ['slack']), ...(teams === undefined ? [] : ['teams'])]
  return { databaseUrl, zone: timeZone, clock, platforms: set.length > 0 ? set : ['slack', 'teams'] }
}

function read(env: Readonly<Record<string, string | undefined>>) {
  try {
    return readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) throw new CliRefused(error.problems.join('; '))
    throw error
  }
}
