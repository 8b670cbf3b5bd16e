import { z } from 'zod'
import { isZone } from '../calendar/zoned.ts'
import { providerOf } from '../database/open.ts'
import { CliRefused } from './refused.ts'

/** What the commands need of the configuration. */
export type Settings = {
  readonly databaseUrl: string
  /** The committee's IANA zone. */
  readonly zone: string
  /** The platforms that people are to be linked on. */
  readonly platforms: readonly string[]
  /** The instant to take for now, where the clock was started elsewhere. */
  readonly clock: Date | undefined
}

const Environment = z.object({
  DATABASE_URL: z
    .string()
    .default('file:./data/dondoc.db')
    .refine((url) => providerOf(url) !== undefined, 'must start with file: or postgresql://'),
  DONDOC_TIME_ZONE: z.string().default('Asia/Ho_Chi_Minh').refine(isZone, 'is not an IANA time zone'),
  DONDOC_CLOCK: z.iso.datetime({ offset: true, error: 'is not an instant: write 2020-06-16T01:00:00Z' }).optional(),
  SLACK_BOT_TOKEN: z.string().optional(),
  TEAMS_APP_ID: z.string().optional(),
})

/** Reads the settings; refuses a wrong one by the variable's name. Without any platform set up, both are meant. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new CliRefused(`${issue?.path.join('.')} ${issue?.message}`)
  }
  const { DATABASE_URL, DONDOC_TIME_ZONE, DONDOC_CLOCK, SLACK_BOT_TOKEN, TEAMS_APP_ID } = parsed.data
  const set = [...(SLACK_BOT_TOKEN === undefined ? [] : ['slack']), ...(TEAMS_APP_ID === undefined ? [] : ['teams'])]
  return {
    databaseUrl: DATABASE_URL,
    zone: DONDOC_TIME_ZONE,
    platforms: set.length > 0 ? set : ['slack', 'teams'],
    clock: DONDOC_CLOCK === undefined ? undefined : new Date(DONDOC_CLOCK),
  }
}
