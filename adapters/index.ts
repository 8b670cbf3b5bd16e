import type { ChatAdapter } from '../src/contract/adapter.ts'
import type { SlackOptions } from './slack/index.ts'
import type { TeamsOptions } from './teams/options.ts'
import type { WebOptions } from './web/options.ts'

/** Every platform, by name, loaded when it is used: what is not configured costs no start-up time. */
export const adapters = {
  slack: async (options: SlackOptions): Promise<ChatAdapter> => (await import('./slack/index.ts')).createSlack(options),
  teams: async (options: TeamsOptions): Promise<ChatAdapter> => (await import('./teams/index.ts')).createTeams(options),
  web: async (options: WebOptions): Promise<ChatAdapter> => (await import('./web/index.ts')).createWeb(options),
}
