import type { ChatAdapter } from '../src/contract/adapter.ts'
import { identitiesOf, type Platforms } from '../src/contract/platform.ts'
import { msteams } from './msteams/platform.ts'
import { slack } from './slack/platform.ts'
import { identity, platform } from './web/identity.ts'
import type { WebOptions } from './web/options.ts'

/** The platforms, each as its folder describes it. A new one is a line here, and nothing else outside its folder. */
export const platforms: Platforms = [slack, msteams]

/** The web chat: this server's own page, which needs no platform and is always there. */
export const web = {
  name: platform,
  identity,
  open: async (options: WebOptions): Promise<ChatAdapter> => (await import('./web/index.ts')).createWeb(options),
}

/** How each of them writes its ids: for whoever takes ids from elsewhere, without loading the adapter. */
export const identities = identitiesOf([...platforms, web])
