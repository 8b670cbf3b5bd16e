import { z } from 'zod'
import type { Calendar } from '../calendar/calendar.ts'
import { VIETNAM } from '../calendar/vietnam.ts'
import { isZone } from '../calendar/zoned.ts'
import type { OthersSee } from '../context.ts'
import { providerOf } from '../database/open.ts'
import { type DigestTime, defaultDigest, parseDigestTime } from '../nudges/digest/digest-time.ts'
import { type LogLevel, logLevels } from './log.ts'
import { isLoopbackHost, isLoopbackUrl } from './loopback.ts'
import { readCalendarFile } from './read-calendar-file.ts'

export type Config = {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly databaseUrl: string
  /** The committee's IANA zone. */
  readonly timeZone: string
  /** The committee's working days: the operator's own file, else the built-in ones. */
  readonly calendar: Calendar
  readonly locale: 'vi' | 'en'
  /** What people see of the visits of teams that are not theirs. */
  readonly othersSee: OthersSee
  /** When coordinators and the chair get the digest, on the committee's clocks. */
  readonly digest: DigestTime
  /** The instant at which the clock starts, for rehearsals. */
  readonly clock: Date | undefined
  readonly logLevel: LogLevel
  /** The address under which people reach this server, without a slash at the end; for access links. */
  readonly publicUrl: string | undefined
  readonly slack?: {
    readonly botToken: string
    readonly signingSecret?: string
    readonly appToken?: string
    readonly apiUrl?: string
    /** Workspaces of Slack Connect whose people are taken beside those of our own. */
    readonly partnerTeams?: readonly string[]
  }
  readonly teams?: {
    readonly appId?: string
    readonly appPassword?: string
    readonly tenantId?: string
    readonly auth: 'required' | 'none'
  }
  /** No platform is configured and nobody else can reach the page: the sample plan, and seats to pick. */
  readonly demo: boolean
}

/** What is wrong with the environment, one line a variable, each with its mend. Never a value that may be secret. */
export class ConfigError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

const secret = z.string().regex(/^\S+$/, 'must be the bare token: no spaces or line breaks').optional()
const portText = 'must be a whole number from 0 to 65535'

const Environment = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an IP address, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, portText)
    .transform(Number)
    .refine((port) => port <= 65_535, portText)
    .default(3978),
  DATABASE_URL: z
    .string()
    .refine((url) => providerOf(url) !== undefined, 'must start with file: or postgresql://')
    // Taken for a part of the name, they would make another file.
    .refine(
      (url) => providerOf(url) !== 'sqlite' || !url.includes('?'),
      'must hold the path alone where it is a file, without parameters such as ?mode=ro: remove what begins with the ?',
    )
    .default('file:./data/dondoc.db'),
  DONDOC_TIME_ZONE: z
    .string()
    .refine(isZone, 'must be an IANA time zone, such as Asia/Ho_Chi_Minh')
    .default('Asia/Ho_Chi_Minh'),
  DONDOC_CALENDAR: z.string().optional(),
  DONDOC_LOCALE: z.enum(['vi', 'en'], 'must be vi or en').default('vi'),
  DONDOC_OTHER_TEAMS: z.enum(['dates', 'details', 'none'], 'must be dates, details or none').default('dates'),
  DONDOC_DIGEST: z
    .string()
    .transform((text, check) => {
      const time = parseDigestTime(text)
      if (time !== undefined) return time
      check.addIssue('must be a weekday and a time from 08:00 to 16:59, such as MON 08:00 or FRI 16:30, or off')
      return z.NEVER
    })
    .default(defaultDigest),
  DONDOC_CLOCK: z.iso
    .datetime({ offset: true, error: 'must be an instant with its zone, such as 2020-06-16T08:00:00+07:00' })
    .transform((text) => new Date(text))
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
  PUBLIC_URL: z
    .string()
    .refine(isSafeUrl, 'must be an https address, or http on loopback')
    // Links are made by adding a path to it.
    .refine((url) => !/[?#]/.test(url), 'must be an address without ? and #')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  SLACK_BOT_TOKEN: secret,
  SLACK_SIGNING_SECRET: secret,
  SLACK_APP_TOKEN: secret,
  SLACK_API_URL: z.string().refine(isSafeUrl, 'must be an https address, or http on loopback').optional(),
  SLACK_PARTNER_TEAMS: z
    .string()
    .transform((text) => text.split(',').map((id) => id.trim()))
    .refine((ids) => ids.every((id) => id !== ''), 'must be ids of workspaces with commas between, such as T0123,T0456')
    .optional(),
  TEAMS_APP_ID: secret,
  TEAMS_APP_PASSWORD: secret,
  TEAMS_TENANT_ID: secret,
  TEAMS_AUTH: z.enum(['required', 'none'], 'must be required or none').optional(),
})
type Environment = z.infer<typeof Environment>

/** Reads the environment, in which an empty variable counts as unset. Throws `ConfigError` for anything wrong or half set. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = Environment.safeParse(given)
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  const set = parsed.data
  const calendar = set.DONDOC_CALENDAR === undefined ? undefined : readCalendarFile(set.DONDOC_CALENDAR)
  const problems = [
    ...slackProblems(set),
    ...teamsProblems(set),
    ...clockProblems(set),
    ...(calendar?.ok === false ? calendar.problems.map((line) => calendarLine(set, line)) : []),
  ]
  if (problems.length > 0) throw new ConfigError(problems)
  const { slack, teams } = { slack: slackOf(set), teams: teamsOf(set) }
  return {
    host: set.HOST,
    port: set.PORT,
    databaseUrl: set.DATABASE_URL,
    timeZone: set.DONDOC_TIME_ZONE,
    calendar: calendar?.ok === true ? calendar.calendar : VIETNAM,
    locale: set.DONDOC_LOCALE,
    othersSee: set.DONDOC_OTHER_TEAMS,
    digest: set.DONDOC_DIGEST,
    clock: set.DONDOC_CLOCK,
    logLevel: set.LOG_LEVEL,
    publicUrl: set.PUBLIC_URL,
    ...(slack === undefined ? {} : { slack }),
    ...(teams === undefined ? {} : { teams }),
    demo: slack === undefined && teams === undefined && isLoopbackHost(set.HOST),
  }
}

function slackOf(set: Environment): Config['slack'] {
  if (set.SLACK_BOT_TOKEN === undefined) return undefined
  return {
    botToken: set.SLACK_BOT_TOKEN,
    ...(set.SLACK_SIGNING_SECRET === undefined ? {} : { signingSecret: set.SLACK_SIGNING_SECRET }),
    ...(set.SLACK_APP_TOKEN === undefined ? {} : { appToken: set.SLACK_APP_TOKEN }),
    ...(set.SLACK_API_URL === undefined ? {} : { apiUrl: set.SLACK_API_URL }),
    ...(set.SLACK_PARTNER_TEAMS === undefined ? {} : { partnerTeams: set.SLACK_PARTNER_TEAMS }),
  }
}

function teamsOf(set: Environment): Config['teams'] {
  const auth = set.TEAMS_AUTH ?? 'required'
  if (set.TEAMS_APP_ID === undefined && auth === 'required') return undefined
  return {
    auth,
    ...(set.TEAMS_APP_ID === undefined ? {} : { appId: set.TEAMS_APP_ID }),
    ...(set.TEAMS_APP_PASSWORD === undefined ? {} : { appPassword: set.TEAMS_APP_PASSWORD }),
    ...(set.TEAMS_TENANT_ID === undefined ? {} : { tenantId: set.TEAMS_TENANT_ID }),
  }
}

function slackProblems(set: Environment): string[] {
  const others = ['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN', 'SLACK_API_URL', 'SLACK_PARTNER_TEAMS'] as const
  const rest = others.filter((name) => set[name])
  if (set.SLACK_BOT_TOKEN === undefined)
    return rest.length === 0 ? [] : [`SLACK_BOT_TOKEN: is missing while ${rest.join(', ')} is set: set it as well`]
  const problems: string[] = []
  if (set.SLACK_SIGNING_SECRET === undefined && set.SLACK_APP_TOKEN === undefined)
    problems.push(
      'SLACK_SIGNING_SECRET: is missing: set it (Basic Information), or SLACK_APP_TOKEN for Socket Mode, beside SLACK_BOT_TOKEN',
    )
  // A stand-in of Slack's Web API has tokens of its own.
  if (set.SLACK_API_URL !== undefined && isLoopbackUrl(set.SLACK_API_URL)) return problems
  if (!set.SLACK_BOT_TOKEN.startsWith('xoxb-'))
    problems.push('SLACK_BOT_TOKEN: is no bot token: take the one that starts with xoxb- (OAuth & Permissions)')
  if (set.SLACK_APP_TOKEN?.startsWith('xapp-') === false)
    problems.push('SLACK_APP_TOKEN: is no app-level token: make one that starts with xapp- (Basic Information)')
  return problems
}

function teamsProblems(set: Environment): string[] {
  if (set.TEAMS_AUTH === 'none')
    return isLoopbackHost(set.HOST)
      ? []
      : [
          'TEAMS_AUTH: must be required unless HOST is loopback, since none believes every caller: set HOST=127.0.0.1 or unset it',
        ]
  const names = ['TEAMS_APP_ID', 'TEAMS_APP_PASSWORD'] as const
  const missing = names.filter((name) => set[name] === undefined)
  const some = missing.length < names.length || set.TEAMS_TENANT_ID !== undefined
  if (!some || missing.length === 0) return []
  return missing.map((name) => `${name}: is missing while other TEAMS_ variables are set: set it as well`)
}

/** A colon parts what is wrong from its mend, so that none stands inside. */
const calendarLine = ({ DONDOC_CALENDAR: path = '' }: Environment, line: string): string =>
  `DONDOC_CALENDAR: ${[path, line].join(', ').replaceAll(': ', ', ')}: mend the file, and try it with "calendar check FILE"`

/** A clock that stands elsewhere would close real rounds and write to real people. */
function clockProblems(set: Environment): string[] {
  if (set.DONDOC_CLOCK === undefined) return []
  const slack = set.SLACK_BOT_TOKEN !== undefined && !(set.SLACK_API_URL && isLoopbackUrl(set.SLACK_API_URL))
  const teams = set.TEAMS_APP_ID !== undefined && set.TEAMS_AUTH !== 'none'
  if (!slack && !teams) return []
  return [`DONDOC_CLOCK: is for rehearsals on this machine: unset it, since ${slack ? 'Slack' : 'Teams'} is configured`]
}

function isSafeUrl(text: string): boolean {
  return URL.canParse(text) && (new URL(text).protocol === 'https:' || isLoopbackUrl(text))
}
