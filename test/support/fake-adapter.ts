import type { ChatAdapter, Delivery, Host, Route } from '../../src/contract/adapter.ts'
import type { Address } from '../../src/contract/address.ts'
import type { Message } from '../../src/contract/message.ts'

export type FakeCall =
  | { readonly what: 'send'; readonly to: Address; readonly message: Message; readonly key: string }
  | { readonly what: 'update'; readonly to: Address; readonly message: Message; readonly ref: string }

export type FakeAdapter = ChatAdapter & {
  /** Every call so far, in order. */
  readonly calls: FakeCall[]
  /** The greatest number of calls that were under way at once. */
  readonly most: () => number
  /** What `start` was given. */
  readonly host: () => Host | undefined
}

/**
 * A platform that does as `script` says: what it returns is what became of the call, and what it throws is a bug of
 * the adapter. Without a script everything is sent; without `sought` it tells nothing of what is in doubt.
 */
export function fakeAdapter(
  name = 'slack',
  script: (call: FakeCall) => Delivery | undefined | Promise<Delivery | undefined> = () => undefined,
  pace: ChatAdapter['pace'] = { perSecond: 1_000_000, inFlight: 20 },
  routes: readonly Route[] = [],
  sought?: NonNullable<ChatAdapter['sought']>,
): FakeAdapter {
  const calls: FakeCall[] = []
  let under = 0
  let most = 0
  let host: Host | undefined
  const act = async (call: FakeCall): Promise<Delivery> => {
    calls.push(call)
    under += 1
    most = Math.max(most, under)
    try {
      return (await script(call)) ?? { status: 'sent', ref: `${name}-${calls.length}` }
    } finally {
      under -= 1
    }
  }
  return {
    name,
    routes,
    pace,
    calls,
    most: () => most,
    host: () => host,
    start: async (given) => {
      host = given
    },
    stop: async () => undefined,
    send: (to, message, key) => act({ what: 'send', to, message, key }),
    update: (to, ref, message) => act({ what: 'update', to, ref, message }),
    find: async () => undefined,
    ...(sought === undefined ? {} : { sought }),
  }
}
