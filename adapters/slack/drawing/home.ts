import type { webApi } from '@slack/bolt'
import type { Delivery, Log } from '../../../src/contract/adapter.ts'
import type { Address } from '../../../src/contract/address.ts'
import type { Inbound } from '../../../src/contract/inbound.ts'
import { identity } from '../identity.ts'
import { failure, isDeadInstallation, platformCode, reasonOf } from '../outgoing/errors.ts'

/** Where the app is installed: the workspace, its organisation on Enterprise Grid, and the bot's own user there. */
type Installed = {
  readonly team: string
  readonly enterprise?: string
  readonly bot?: string
  /** As far as Slack tells them. */
  readonly scopes?: readonly string[]
}

export type Home = {
  /** Asks Slack. Refuses a token that Slack refuses; an unreachable Slack is asked again when somebody writes. */
  start(log: Log): Promise<void>
  /** Whether the app may read files that people send, as far as that is known. */
  takesFiles(): boolean
  /** The bot's user ids as far as they are known. */
  own(): readonly string[]
  /** The workspaces whose people are taken: the one where the app is installed and its partners. Rejects where Slack cannot be asked. */
  tenants(): Promise<readonly string[]>
  /** Whether the app is installed in one of these workspaces or organisations, so that our token may answer there. */
  installedIn(ids: readonly string[]): Promise<boolean>
  /** Why this is nobody to write to in private: a channel, say, or somebody of another workspace, as far as that is known. */
  refuses(to: Address): Extract<Delivery, { status: 'never' }> | undefined
  /**
   * The delivery with the speaker's workspace as it is stored, marked where the speaker is none of ours. Rejects while it
   * is not known where the app is installed: Slack then delivers again, and nobody is taken for one of ours.
   */
  admitted(inbound: Inbound): Promise<Inbound>
}

/** `partners`: workspaces of Slack Connect whose people are taken too. `client` asks auth.test. */
export function slackHome(client: webApi.WebClient, partners: readonly string[]): Home {
  let known: Installed | undefined

  async function installed(): Promise<Installed> {
    if (known !== undefined) return known
    const who = await client.auth.test()
    if (who.team_id === undefined) throw new Error('auth.test names no workspace')
    known = {
      team: who.team_id,
      ...(who.enterprise_id == null || who.enterprise_id === '' ? {} : { enterprise: who.enterprise_id }),
      ...(who.user_id === undefined ? {} : { bot: who.user_id }),
      ...(who.response_metadata?.scopes === undefined ? {} : { scopes: who.response_metadata.scopes }),
    }
    return known
  }

  /** The same where something must be said of it to an operator. */
  const asked = () =>
    installed().catch((error: unknown) => {
      throw new Error(`Slack does not say which workspace this is: ${reasonOf(error)}`, { cause: error })
    })

  const takesFiles = () => known?.scopes?.includes('files:read') !== false

  return {
    takesFiles,
    async start(log) {
      try {
        const { team, bot } = await installed()
        log.info({ team, user: bot }, 'slack.connected')
        if (!takesFiles()) log.warn({ scope: 'files:read' }, 'slack.scope-missing')
      } catch (error) {
        const code = platformCode(error)
        if (isDeadInstallation(code)) throw new Error(`SLACK_BOT_TOKEN is refused by Slack (${code})`)
        log.warn(failure(error, log), 'slack.unreachable-at-start')
      }
    },
    own: () => (known?.bot === undefined ? [] : [known.bot]),
    tenants: async () => [(await asked()).team, ...partners],
    async installedIn(ids) {
      const { team, enterprise } = await asked()
      return ids.some((id) => id === team || id === enterprise)
    },
    refuses({ tenant, user }) {
      const never = (detail: string) => ({ status: 'never', why: 'no-such-person', detail }) as const
      const wrong = identity.wrongUser(user)
      if (wrong !== undefined) return never(`${user} ${wrong}`)
      if (known === undefined || tenant === known.enterprise || [known.team, ...partners].includes(tenant))
        return undefined
      return never(`${tenant} is not a workspace whose people are taken here`)
    },
    async admitted(inbound) {
      const { team, enterprise } = await asked()
      // People of our own organisation may be told by its id alone; they are stored under the workspace, as rosters name it.
      const tenant = inbound.from.tenant === enterprise ? team : inbound.from.tenant
      const from = { ...inbound.from, tenant }
      if (tenant !== team && !partners.includes(tenant)) return { ...inbound, from, outsider: 'other-tenant' }
      return identity.wrongUser(from.user) === undefined
        ? { ...inbound, from }
        : { ...inbound, from, outsider: 'unnamed' }
    },
  }
}
