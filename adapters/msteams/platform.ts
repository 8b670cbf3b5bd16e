import { z } from 'zod'
import { isLoopbackHost } from '../../src/contract/loopback.ts'
import { type Platform, type SettingsFinding, settings } from '../../src/contract/platform.ts'
import { missingOf, secret } from '../../src/contract/variables.ts'
import { identity, platform } from './identity.ts'
import type { TeamsOptions } from './options.ts'

export const msteams: Platform = {
  name: platform,
  label: 'Teams',
  identity,
  account: {
    columns: {
      tenant: { name: 'msteams_tenant', former: ['teams_tenant'] },
      user: { name: 'msteams_user', former: ['teams_user'] },
    },
    option: {
      name: 'msteams',
      former: 'teams',
      tenant: 'tenant',
      user: 'user',
      description: 'Teams tenant id and Microsoft Entra object id',
    },
  },
  // Teams lets the app write only where it was installed, and tells the conversation then.
  hearsFirst: 'has not written to the bot, and the app is not installed there; Teams takes no message',
  secretHosts: [],
  settings: settings({
    variables: {
      TEAMS_APP_ID: secret,
      TEAMS_APP_PASSWORD: secret,
      TEAMS_TENANT_ID: secret,
      TEAMS_AUTH: z.enum(['required', 'none'], 'must be required or none').optional(),
    },
    problems: (set, { host }) => {
      if (set.TEAMS_AUTH === 'none')
        return isLoopbackHost(host)
          ? []
          : [
              'TEAMS_AUTH: must be required unless HOST is loopback, since none believes every caller: set HOST=127.0.0.1 or unset it',
            ]
      const { TEAMS_APP_ID, TEAMS_APP_PASSWORD, TEAMS_TENANT_ID } = set
      const needed = { TEAMS_APP_ID, TEAMS_APP_PASSWORD }
      return missingOf(needed, 'TEAMS_', TEAMS_TENANT_ID !== undefined)
    },
    isReal: (set) => set.TEAMS_APP_ID !== undefined && set.TEAMS_AUTH !== 'none',
    secrets: ['appPassword'],
    options: (set): TeamsOptions | undefined => {
      const auth = set.TEAMS_AUTH ?? 'required'
      if (set.TEAMS_APP_ID === undefined && auth === 'required') return undefined
      return {
        auth,
        ...(set.TEAMS_APP_ID === undefined ? {} : { appId: set.TEAMS_APP_ID }),
        ...(set.TEAMS_APP_PASSWORD === undefined ? {} : { appPassword: set.TEAMS_APP_PASSWORD }),
        ...(set.TEAMS_TENANT_ID === undefined ? {} : { tenantId: set.TEAMS_TENANT_ID }),
      }
    },
    findings: (options) => [
      options.auth === 'none'
        ? {
            state: 'warn',
            found: 'set up without authentication, as for a playground on this machine',
            mend: 'for real use unset TEAMS_AUTH, and set TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID',
          }
        : { state: 'ok', found: 'set up; Teams calls POST /api/messages' },
      ...tenantFindings(options),
    ],
    open: async (options) => (await import('./index.ts')).createTeams(options),
  }),
}

/** What is no id lets nobody in, and the process refuses to start on it. */
function tenantFindings({ tenantId, auth }: TeamsOptions): readonly SettingsFinding[] {
  if (tenantId === undefined && auth === 'none') return []
  if (tenantId === undefined)
    return [
      {
        state: 'warn',
        found: 'people of every tenant may write to the bot: none is set',
        mend: 'set TEAMS_TENANT_ID to the id of your tenant',
      },
    ]
  const why = identity.wrongTenant(tenantId)
  if (why === undefined) return []
  return [{ state: 'wrong', found: `TEAMS_TENANT_ID: what is set ${why}`, mend: 'set it to the id of your tenant' }]
}
