import { expect, test } from 'vitest'
import { platforms } from '../../adapters/index.ts'
import type { SetUp } from '../../src/contract/platform.ts'
import { readConfig } from '../../src/server/config.ts'
import { quickPlatforms } from '../support/quick-platforms.ts'

// Journeys hurry the adapters (test/support/quick-platforms.ts), so that nothing else notices what they say themselves.

const env = { SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: 'secret', TEAMS_AUTH: 'none' }

const paces = async (of: typeof platforms) => {
  const opened = await Promise.all([...readConfig(env, of).platforms.values()].map((setUp: SetUp) => setUp.open()))
  return Object.fromEntries(opened.map(({ name, pace }) => [name, pace]))
}

test('each adapter says the pace that its platform documents: below it over the platform, a second to a conversation', async () => {
  expect(await paces(platforms)).toEqual({
    // Several hundred a minute to a workspace, taken as 600, and one a second to a channel.
    slack: { perSecond: 9.7, inFlight: 8, perConversation: 1100 },
    // 50 a second to a tenant; to a conversation 7 in 1 s, but no more than 1800 in an hour.
    teams: { perSecond: 46, inFlight: 16, perConversation: 1100 },
  })
})

test('only the journeys hurry: what they open is another adapter, which still keeps a gap', async () => {
  const hurried = await paces(quickPlatforms)
  expect(Object.keys(hurried)).toEqual(['slack', 'teams'])
  for (const pace of Object.values(hurried)) expect(pace).toMatchObject({ perSecond: 1000, perConversation: 10 })
  for (const pace of Object.values(await paces(platforms))) expect(pace.perConversation).toBe(1100)
})
