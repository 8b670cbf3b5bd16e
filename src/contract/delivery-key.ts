import type { Inbound } from './inbound.ts'
import type { Answer } from './reply.ts'

/**
 * Under which an answer is kept, here and in an adapter's own memory: one delivery of one person. A platform's id alone
 * does not say whose it is, and nobody is shown what another was answered.
 */
export function deliveryKey({ from, id }: Pick<Inbound, 'from' | 'id'>): string {
  return `${personKey(from)}/${id}`
}

/** The same for a message of a person, which stays one through edits and redeliveries. */
export const messageKey = (from: Inbound['from'], message: string): string => `${personKey(from)}/${message}`

/** The same for everything that a person says privately, and for what they say in channels: two conversations. */
export const conversationKey = ({ from, audience }: Pick<Inbound, 'from' | 'audience'>): string =>
  `${personKey(from)}/${audience}`

const personKey = ({ platform, tenant, user }: Inbound['from']): string =>
  `by/${[platform, tenant, user].map(encodeURIComponent).join('/')}`

/**
 * Under which an adapter remembers that it has shown an answer. A provisional one is remembered apart, so that the
 * answer itself is still shown when the delivery comes again.
 */
export function shownKey(inbound: Inbound, { provisional }: Answer): string {
  return `${deliveryKey(inbound)}${provisional === true ? '#provisional' : ''}`
}
