import { platforms } from '../../adapters/index.ts'
import type { ChatAdapter } from '../../src/contract/adapter.ts'
import type { Platforms, ReadSettings } from '../../src/contract/platform.ts'

/** Milliseconds between two messages to one account: few enough to wait for, and still a gap that is kept. */
const perConversation = 10

/**
 * The platforms as they are, but for their pace: journeys wait for each message, and the real pace has tests of its own
 * (`test/adapters/pace.test.ts` holds the adapters to it, `test/outbox` holds the delivery to what an adapter says).
 */
export const quickPlatforms: Platforms = platforms.map((platform) => ({
  ...platform,
  settings: { ...platform.settings, read: (...given) => quick(platform.settings.read(...given)) },
}))

function quick(read: ReadSettings): ReadSettings {
  if (read.kind === 'unreadable' || read.setUp === undefined) return read
  const { setUp } = read
  return { ...read, setUp: { ...setUp, open: async () => hurried(await setUp.open()) } }
}

/** The adapter itself and no copy: whatever its functions call `this` stays what it was. */
const hurried = (adapter: ChatAdapter): ChatAdapter =>
  Object.assign(adapter, {
    pace: { ...adapter.pace, perSecond: 1000, perConversation },
    ...(adapter.files === undefined ? {} : { files: { ...adapter.files, pace: { perSecond: 1000, inFlight: 2 } } }),
  })
