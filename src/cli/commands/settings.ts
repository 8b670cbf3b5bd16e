import { type Config, ConfigError, readConfig } from '../../server/config.ts'
import { CliRefused } from '../refused.ts'

/** What the commands need of the configuration. */
export type Settings = {
  readonly config: Config
  readonly databaseUrl: string
  /** The committee's IANA zone. */
  readonly zone: string
  /** The platforms that people are to be linked on: those that are set up, or both while none is. */
  readonly platforms: readonly string[]
  /** Where people reach the web chat, without a slash at the end; as the server says it. */
  readonly publicUrl: string
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Reads the settings; refuses a wrong or half set by the variables' names. */
export function readSettings(env: Environment): Settings {
  const config = read(env)
  const { databaseUrl, timeZone, slack, teams, publicUrl, host, port } = config
  const set = [...(slack === undefined ? [] : ['slack']), ...(teams === undefined ? [] : ['teams'])]
  return {
    config,
    databaseUrl,
    zone: timeZone,
    platforms: set.length > 0 ? set : ['slack', 'teams'],
    publicUrl: publicUrl ?? `http://${host}:${port}`,
  }
}

function read(env: Environment): Config {
  try {
    return readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) throw new CliRefused(error.problems.join('; '))
    throw error
  }
}
