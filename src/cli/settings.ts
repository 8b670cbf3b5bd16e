import { bringsFiles, mustHear, type Platforms } from '../contract/platform.ts'
import { type Config, ConfigError, readConfig } from '../server/config.ts'
import { CliRefused } from './refused.ts'

/** What the commands need of the configuration. */
export type Settings = {
  readonly config: Config
  readonly databaseUrl: string
  /** The committee's IANA zone. */
  readonly zone: string
  /** The platforms that people are to be linked on: those that are set up, or all while none is. */
  readonly platforms: readonly string[]
  /** The platforms that take messages only for whom they have been heard from. */
  readonly mustHear: readonly string[]
  readonly bringsFiles: readonly string[]
  /** Where people reach the web chat, without a slash at the end; as the server says it. */
  readonly publicUrl: string
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Reads the settings; refuses a wrong or half set by the variables' names. */
export function readSettings(env: Environment, platforms: Platforms): Settings {
  const config = read(env, platforms)
  const { databaseUrl, timeZone, publicUrl, host, port } = config
  return {
    config,
    databaseUrl,
    zone: timeZone,
    platforms: config.platforms.size > 0 ? [...config.platforms.keys()] : platforms.map(({ name }) => name),
    mustHear: mustHear(platforms),
    bringsFiles: bringsFiles(platforms),
    publicUrl: publicUrl ?? `http://${host}:${port}`,
  }
}

function read(env: Environment, platforms: Platforms): Config {
  try {
    return readConfig(env, platforms)
  } catch (error) {
    if (error instanceof ConfigError) throw new CliRefused(error.problems.join('; '))
    throw error
  }
}
