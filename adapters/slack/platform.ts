import { z } from 'zod'
import { isLoopbackUrl } from '../../src/contract/loopback.ts'
import { type Platform, type SettingsFinding, settings } from '../../src/contract/platform.ts'
import { safeAddress, secret } from '../../src/contract/variables.ts'
import { identity, platform } from './identity.ts'
import type { SlackOptions } from './options.ts'

export const slack: Platform = {
  name: platform,
  label: 'Slack',
  identity,
  account: {
    columns: { tenant: { name: 'slack_team' }, user: { name: 'slack_user' } },
    option: { name: 'slack', tenant: 'team', user: 'user', description: 'Slack team id and user id' },
    allowsForeign: 'allow a workspace of Slack Connect by SLACK_PARTNER_TEAMS',
  },
  bringsFiles: true,
  // Addresses for answers, and for what was uploaded.
  secretHosts: ['hooks.slack.com', 'files.slack.com'],
  settings: settings({
    variables: {
      SLACK_BOT_TOKEN: secret,
      SLACK_SIGNING_SECRET: secret,
      SLACK_APP_TOKEN: secret,
      SLACK_API_URL: safeAddress.optional(),
      SLACK_PARTNER_TEAMS: z
        .string()
        .transform((text) => text.split(',').map((id) => id.trim()))
        .refine(
          (ids) => ids.every((id) => id !== ''),
          'must be ids of workspaces with commas between, such as T0123,T0456',
        )
        .optional(),
    },
    problems: (set) => {
      const others = ['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN', 'SLACK_API_URL', 'SLACK_PARTNER_TEAMS'] as const
      const rest = others.filter((name) => set[name])
      if (set.SLACK_BOT_TOKEN === undefined)
        return rest.length === 0 ? [] : [`SLACK_BOT_TOKEN: is missing while ${rest.join(', ')} is set: set it as well`]
      const problems: string[] = []
      if (set.SLACK_SIGNING_SECRET === undefined && set.SLACK_APP_TOKEN === undefined)
        problems.push(
          'SLACK_SIGNING_SECRET: is missing: set it (Basic Information), or SLACK_APP_TOKEN for Socket Mode, beside SLACK_BOT_TOKEN',
        )
      if (isStandIn(set.SLACK_API_URL)) return problems
      if (!set.SLACK_BOT_TOKEN.startsWith('xoxb-'))
        problems.push('SLACK_BOT_TOKEN: is no bot token: take the one that starts with xoxb- (OAuth & Permissions)')
      if (set.SLACK_APP_TOKEN?.startsWith('xapp-') === false)
        problems.push('SLACK_APP_TOKEN: is no app-level token: make one that starts with xapp- (Basic Information)')
      return problems
    },
    isReal: (set) => set.SLACK_BOT_TOKEN !== undefined && !isStandIn(set.SLACK_API_URL),
    secrets: ['botToken', 'signingSecret', 'appToken'],
    options: (set): SlackOptions | undefined =>
      set.SLACK_BOT_TOKEN === undefined
        ? undefined
        : {
            botToken: set.SLACK_BOT_TOKEN,
            ...(set.SLACK_SIGNING_SECRET === undefined ? {} : { signingSecret: set.SLACK_SIGNING_SECRET }),
            ...(set.SLACK_APP_TOKEN === undefined ? {} : { appToken: set.SLACK_APP_TOKEN }),
            ...(set.SLACK_API_URL === undefined ? {} : { apiUrl: set.SLACK_API_URL }),
            ...(set.SLACK_PARTNER_TEAMS === undefined ? {} : { partnerTeams: set.SLACK_PARTNER_TEAMS }),
          },
    findings: ({ appToken, partnerTeams = [] }) => [
      {
        state: 'ok',
        found: appToken === undefined ? 'set up; Slack calls POST /slack/events' : 'set up in Socket Mode',
      },
      ...partnerTeams.flatMap(wrongPartner),
    ],
    open: async (options) => (await import('./index.ts')).createSlack(options),
  }),
}

/** A stand-in of Slack's Web API on this machine, which has tokens of its own. */
const isStandIn = (apiUrl: string | undefined): boolean => apiUrl !== undefined && isLoopbackUrl(apiUrl)

/** What is no id lets nobody in, and the process refuses to start on it. */
function wrongPartner(team: string): readonly SettingsFinding[] {
  const why = identity.wrongTenant(team)
  if (why === undefined) return []
  return [
    {
      state: 'wrong',
      found: `SLACK_PARTNER_TEAMS: ${team} ${why}`,
      mend: 'set SLACK_PARTNER_TEAMS to ids of workspaces, or unset it',
    },
  ]
}
