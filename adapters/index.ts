import type { ChatAdapter } from '../src/contract/adapter.ts'
import type { Identities } from '../src/contract/identity.ts'
import { identity as teams } from './msteams/identity.ts'
import type { TeamsOptions } from './msteams/options.ts'
import { identity as slack } from './slack/identity.ts'
import type { SlackOptions } from './slack/index.ts'
import { identity as web } from './web/identity.ts'
import type { WebOptions } from './web/options.ts'

/** How each platform writes its ids: for whoever takes ids from elsewhere, without loading the platform. */
export const identities: Identities = new Map([slack, teams, web].map((each) => [each.platform, each]))

/** Every platform, by name, loaded when it is used: what is not configured costs no start-up time. */
export const adapters = {
  slack: async (options: SlackOptions): Promise<ChatAdapter> => (await import('./slack/index.ts')).createSlack(options),
  teams: async (options: TeamsOptions): Promise<ChatAdapter> =>
    (await import('./msteams/index.ts')).createTeams(options),
  web: async (options: WebOptions): Promise<ChatAdapter> => (await import('./web/index.ts')).createWeb(options),
}
