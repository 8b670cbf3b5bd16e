import { z } from 'zod'
import type { Calendar } from '../calendar/calendar.ts'
import { VIETNAM } from '../calendar/vietnam.ts'
import { isZone } from '../calendar/zoned.ts'
import type { MinimumDays, OthersSee } from '../context.ts'
import { isLoopbackHost } from '../contract/loopback.ts'
import { type Platforms, problemOf, type SetUp } from '../contract/platform.ts'
import { safeAddress } from '../contract/variables.ts'
import { providerOf } from '../database/open.ts'
import { type DigestTime, defaultDigest, parseDigestTime } from '../nudges/digest/digest-time.ts'
import { minimumDaysRule, parseMinimumDays } from '../opinions/rounds/minimum-days.ts'
import { type LogLevel, logLevels } from './log.ts'
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
  /** The least working days of a round by kind of document; empty: none. */
  readonly minimumDays: MinimumDays
  /** Where the operator's own form of the consolidated table is; see `record template check`. */
  readonly recordTemplate: string | undefined
  /** Whether the counts of a round say if more than half of those asked agree. */
  readonly moreThanHalf: boolean
  /** When coordinators and the chair get the digest, on the committee's clocks. */
  readonly digest: DigestTime
  /** The instant at which the clock starts, for rehearsals. */
  readonly clock: Date | undefined
  readonly logLevel: LogLevel
  /** The address under which people reach this server, without a slash at the end; for access links. */
  readonly publicUrl: string | undefined
  /** The platforms that are set up, by name. */
  readonly platforms: ReadonlyMap<string, SetUp>
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
  DONDOC_MINIMUM_DAYS: z
    .string()
    .transform((text, check) => {
      const read = parseMinimumDays(text)
      if ('minimums' in read) return read.minimums
      check.addIssue(minimumDaysRule(read.wrong.replaceAll(': ', ', ')))
      return z.NEVER
    })
    .default([]),
  DONDOC_RECORD_TEMPLATE: z.string().optional(),
  DONDOC_MORE_THAN_HALF: z.enum(['off', 'shown'], 'must be off or shown').default('off'),
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
  PUBLIC_URL: safeAddress
    // Links are made by adding a path to it.
    .refine((url) => !/[?#]/.test(url), 'must be an address without ? and #')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
})
type Environment = z.infer<typeof Environment>

/**
 * Reads the environment, in which an empty variable counts as unset: the process's own variables, and those of each of
 * the platforms. Throws `ConfigError` for anything wrong or half set.
 */
export function readConfig(env: NodeJS.ProcessEnv, platforms: Platforms): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = Environment.safeParse(given)
  const around = { host: parsed.data?.HOST ?? '' }
  const settings = platforms.map(({ name, label, settings }) => ({ name, label, read: settings.read(given, around) }))
  const unreadable = settings.flatMap(({ read }) => (read.kind === 'unreadable' ? read.problems : []))
  if (!parsed.success) throw new ConfigError([...parsed.error.issues.map(problemOf), ...unreadable])
  if (unreadable.length > 0) throw new ConfigError(unreadable)
  const set = parsed.data
  const calendar = set.DONDOC_CALENDAR === undefined ? undefined : readCalendarFile(set.DONDOC_CALENDAR)
  const reading = settings.flatMap(({ read, ...platform }) => (read.kind === 'read' ? [{ ...platform, ...read }] : []))
  const problems = [
    ...reading.flatMap((platform) => platform.problems),
    ...clockProblems(
      set,
      reading.find(({ isReal }) => isReal),
    ),
    ...(calendar?.ok === false ? calendar.problems.map((line) => calendarLine(set, line)) : []),
  ]
  if (problems.length > 0) throw new ConfigError(problems)
  const setUp = new Map(reading.flatMap(({ name, setUp }) => (setUp === undefined ? [] : [[name, setUp] as const])))
  return {
    host: set.HOST,
    port: set.PORT,
    databaseUrl: set.DATABASE_URL,
    timeZone: set.DONDOC_TIME_ZONE,
    calendar: calendar?.ok === true ? calendar.calendar : VIETNAM,
    locale: set.DONDOC_LOCALE,
    othersSee: set.DONDOC_OTHER_TEAMS,
    minimumDays: set.DONDOC_MINIMUM_DAYS,
    recordTemplate: set.DONDOC_RECORD_TEMPLATE,
    moreThanHalf: set.DONDOC_MORE_THAN_HALF === 'shown',
    digest: set.DONDOC_DIGEST,
    clock: set.DONDOC_CLOCK,
    logLevel: set.LOG_LEVEL,
    publicUrl: set.PUBLIC_URL,
    platforms: setUp,
    demo: setUp.size === 0 && isLoopbackHost(set.HOST),
  }
}

/** A colon parts what is wrong from its mend, so that none stands inside. */
const calendarLine = ({ DONDOC_CALENDAR: path = '' }: Environment, line: string): string =>
  `DONDOC_CALENDAR: ${[path, line].join(', ').replaceAll(': ', ', ')}: mend the file, and try it with "calendar check FILE"`

/** A clock that stands elsewhere would close real rounds and write to real people. */
function clockProblems(set: Environment, real: { readonly label: string } | undefined): string[] {
  if (set.DONDOC_CLOCK === undefined || real === undefined) return []
  return [`DONDOC_CLOCK: is for rehearsals on this machine: unset it, since ${real.label} is configured`]
}
