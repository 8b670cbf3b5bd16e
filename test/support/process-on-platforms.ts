import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { identities, web } from '../../adapters/index.ts'
import { runCli } from '../../src/cli/run.ts'
import { importPeople } from '../../src/imports/people/import-people.ts'
import { importTeams } from '../../src/imports/people/import-teams.ts'
import { importPlan } from '../../src/imports/plan/import-plan.ts'
import { readCsv } from '../../src/imports/sheets/read-csv.ts'
import { readConfig } from '../../src/server/config.ts'
import { type Job, startSchedule } from '../../src/server/schedule.ts'
import { start } from '../../src/server/start.ts'
import { patienceMs } from './committee.ts'
import { type Beginning, openTestDatabase } from './database.ts'
import { quickPlatforms as platforms } from './quick-platforms.ts'
import { keepingLog } from './quiet.ts'
import { slackApi } from './slack-api.ts'
import { signingSecret } from './slack-requests.ts'
import { TENANT } from './teams-activities.ts'
import { startTeamsConnector } from './teams-connector.ts'

const opens = '2020-06-16T09:00'
const zone = 'Asia/Ho_Chi_Minh'
const planFile = new URL('../../src/imports/sample/plan-2020.json', import.meta.url)

/** Somebody of the committee: a person's key, the roles, and the accounts on Slack (`U...` in team `T1`) and Teams. */
export type Somebody = {
  readonly key: string
  readonly name?: string
  /** `Bộ <key>` where it is not said. */
  readonly organisation?: string
  readonly role: string
  readonly slack?: string
  readonly teams?: string
  /** The inspection team on which they sit, by its key, and as what. */
  readonly sits?: readonly [team: string, duty: 'leader' | 'member']
}

/**
 * The whole process as it runs in a committee: one server, the real adapters between stand-ins of Slack and Teams, the
 * delivery at work at a quicker pace, the 2020 plan, these people and their places on teams imported. The clock starts on
 * 16/06/2020, 09:00 in Hanoi, and runs.
 */
export async function openProcess(people: readonly Somebody[], settings: Readonly<Record<string, string>> = {}) {
  const { log, lines } = keepingLog()
  const [base, slack, teams] = await Promise.all([
    openTestDatabase(imported(people)),
    slackApi(),
    startTeamsConnector(),
  ])
  const { db } = base
  // Stands still until the process has read it: its own clock then shows the same to the millisecond.
  let ahead: number | undefined
  const now = () => new Date(ahead === undefined ? instant(opens) : Date.now() + ahead)
  const env = {
    PORT: '0',
    // Links are made for people elsewhere; tests follow their paths on the port that the server has.
    PUBLIC_URL: 'https://dondoc.example.org',
    DATABASE_URL: base.url,
    DONDOC_CLOCK: `${opens}:00+07:00`,
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.url,
    TEAMS_AUTH: 'none',
    ...settings,
  }
  // Whether a minute begins while a test runs must not matter: nudges come when the test says so.
  let nudge: Job | undefined
  let look: Job | undefined
  const whole = await start(
    readConfig(env, platforms),
    { platforms, web },
    log,
    now,
    (jobs, to) => {
      nudge = jobs.find((job) => job.name === 'nudge')
      look = jobs.find((job) => job.name === 'look')
      const others = jobs.filter((job) => job !== nudge && job !== look)
      return startSchedule(others, to)
    },
    false,
    // What a person waits for is awaited here at every step.
    { patienceMs, gatherMs: 10 },
  )
  ahead = instant(opens) - Date.now()

  return {
    url: whole.url.replace(/\/$/, ''),
    db,
    slack,
    teams,
    lines,
    /** Sets the clock, `2020-06-30T17:00` in Hanoi (UTC+7 all year). */
    setClock: (local: string) => {
      ahead = instant(local) - Date.now()
    },
    /** Wakes up what nudges by rule, as each minute does. */
    nudge: async () => await nudge?.run(),
    /** Looks at accounts, as each minute does. */
    look: async () => await look?.run(),
    /** Runs one of the operator's commands beside the running process. */
    async cli(...args: string[]) {
      const [out, err] = [collect(), collect()]
      const status = await runCli(args, { env, stdout: out.stream, stderr: err.stream, now, platforms, identities })
      return { status, out: out.text(), err: err.text() }
    },
    /** Ends everything. An error that was logged and not looked for is a failure. */
    async close(...expected: readonly string[]) {
      const undone = await whole.stop()
      // Looked at before the database goes: PostgreSQL may cut connections that are still saying goodbye.
      const errors = lines.filter((line) => line.level === 'error' && !expected.includes(line.event))
      await Promise.all([slack.stop(), teams.close(), base.drop()])
      if (errors.length + undone.length > 0)
        throw new Error('logged as errors, or not ended', { cause: [errors, undone] })
    },
  }
}

export type WholeProcess = Awaited<ReturnType<typeof openProcess>>

/** The plan, these people and their places on teams, as they are imported when the clock starts: once for a file of tests. */
function imported(people: readonly Somebody[]): Beginning {
  const name = `process_${createHash('sha256').update(JSON.stringify(people)).digest('hex').slice(0, 16)}`
  const options = { now: new Date(instant(opens)), zone, actor: 'cli', platforms, identities }
  return {
    name,
    async fill(db) {
      const reports = [
        await importPlan(db, { file: 'plan-2020.json', bytes: await readFile(planFile) }, options),
        await importPeople(db, roster(people), options),
        // A file without rows is refused.
        ...(people.some(({ sits }) => sits !== undefined) ? [await importTeams(db, places(people), options)] : []),
      ]
      const problems = reports.flatMap((report) => report.problems)
      if (problems.length > 0) throw new Error(JSON.stringify(problems))
    },
  }
}

const instant = (local: string): number => new Date(`${local}:00+07:00`).getTime()

function roster(people: readonly Somebody[]) {
  const header = 'key,name,honorific,organisation,role,slack_team,slack_user,msteams_tenant,msteams_user,from'
  const rows = people.map(({ key, name = nameOf(key), organisation = `Bộ ${key}`, role, slack, teams }) =>
    [
      key,
      name,
      'Đồng chí',
      organisation,
      role,
      ...(slack === undefined ? ['', ''] : ['T1', slack]),
      ...(teams === undefined ? ['', ''] : [TENANT, teams]),
      '2020-01-01',
    ].join(','),
  )
  return readCsv('people.csv', Buffer.from([header, ...rows].join('\n')))
}

function places(people: readonly Somebody[]) {
  const rows = people.flatMap(({ key, sits }) => (sits === undefined ? [] : [[sits[0], key, sits[1]].join(',')]))
  return readCsv('teams.csv', Buffer.from(['team,person,duty', ...rows].join('\n')))
}

/** The name that a person gets who was given none. */
export const nameOf = (key: string): string => `Họ tên ${key}`

function collect() {
  const parts: string[] = []
  const stream = new Writable({
    write(part, _encoding, done) {
      parts.push(String(part))
      done()
    },
  })
  return { stream, text: () => parts.join('') }
}
