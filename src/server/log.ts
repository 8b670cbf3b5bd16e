import { type DestinationStream, type LoggerOptions, pino, stdTimeFunctions } from 'pino'
import type { Log } from '../contract/adapter.ts'
import { loggable } from '../contract/loggable-error.ts'
import type { Platform } from '../contract/platform.ts'
import { leaveOutKeys } from './log-keys.ts'

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/**
 * Names under which a token could slip into a fact, at the top, or in an error or request that a library passes on;
 * beside those of the platforms' options.
 */
const secretNames = [
  'token',
  'password',
  'secret',
  'authorization',
  'Authorization',
  'cookie',
  'set-cookie',
  'databaseUrl',
]
const depths = ['', '*.', '*.*.', '*.*.*.']
const pathsOf = (name: string): readonly string[] =>
  depths.map((depth) => (name.includes('-') ? `${depth.slice(0, -1)}["${name}"]` : `${depth}${name}`))

const options = (level: LogLevel, platforms: Secretive): LoggerOptions => ({
  level,
  base: null,
  timestamp: stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  messageKey: 'event',
  serializers: { err: loggable },
  redact: {
    paths: [...secretNames, ...platforms.flatMap(({ settings }) => settings.secrets)].flatMap(pathsOf),
    censor: '[redacted]',
  },
  // The last thing before a line is written: a message of a library may quote the address that it was asked for.
  hooks: { streamWrite: leaveOutKeys(platforms) },
})

/** What platforms say of their secrets. */
type Secretive = readonly (Pick<Platform, 'secretHosts'> & {
  readonly settings: Pick<Platform['settings'], 'secrets'>
})[]

/** The log of the process: JSON lines, the event's name under `event`. */
export const createLog = (level: LogLevel, platforms: Secretive, to: DestinationStream): Log =>
  pino(options(level, platforms), to)
