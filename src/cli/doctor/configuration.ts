import type { Identities } from '../../contract/identity.ts'
import { type Config, ConfigError, readConfig } from '../../server/config.ts'
import { isLoopbackHost } from '../../server/loopback.ts'
import type { Environment } from '../commands/settings.ts'
import { type Finding, ok, warn, wrong } from './finding.ts'

/** What is configured, or what is wrong with each variable. Never a value that may be secret. */
export function readConfiguration(
  env: Environment,
  identities: Identities,
): { findings: readonly Finding[]; config: Config | undefined } {
  try {
    const config = readConfig(env)
    return {
      config,
      findings: [ok('configuration', 'every variable that is set can be read'), ...describe(config, identities)],
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

function describe(config: Config, identities: Identities): Finding[] {
  const { slack, teams } = config
  return [
    ok(
      'slack',
      slack === undefined
        ? 'not set up'
        : slack.appToken === undefined
          ? 'set up; Slack calls POST /slack/events'
          : 'set up in Socket Mode',
    ),
    teams === undefined
      ? ok('teams', 'not set up')
      : teams.auth === 'none'
        ? warn(
            'teams',
            'set up without authentication, as for a playground on this machine',
            'for real use unset TEAMS_AUTH, and set TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID',
          )
        : ok('teams', 'set up; Teams calls POST /api/messages'),
    ...ids(config, identities),
    web(config),
  ]
}

/** Ids in the configuration: what is no id lets nobody in, and the process refuses to start on it. */
function ids({ slack, teams }: Config, identities: Identities): Finding[] {
  const wrongTeams = (slack?.partnerTeams ?? []).flatMap((team) => {
    const why = identities.get('slack')?.wrongTenant(team)
    return why === undefined
      ? []
      : [
          wrong(
            'slack',
            `SLACK_PARTNER_TEAMS: ${team} ${why}`,
            'set SLACK_PARTNER_TEAMS to ids of workspaces, or unset it',
          ),
        ]
  })
  if (teams === undefined) return wrongTeams
  if (teams.tenantId === undefined)
    return teams.auth === 'none'
      ? wrongTeams
      : [
          ...wrongTeams,
          warn(
            'teams',
            'people of every tenant may write to the bot: none is set',
            'set TEAMS_TENANT_ID to the id of your tenant',
          ),
        ]
  const why = identities.get('teams')?.wrongTenant(teams.tenantId)
  if (why === undefined) return wrongTeams
  return [...wrongTeams, wrong('teams', `TEAMS_TENANT_ID: what is set ${why}`, 'set it to the id of your tenant')]
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
