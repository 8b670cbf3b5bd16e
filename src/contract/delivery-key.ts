import type { Inbound } from './inbound.ts'
import type { Answer } from './reply.ts'

/**
 * Under which an answer is kept, here and in an adapter's own memory: one delivery of one person. A platform's id alone
 * does not say whose it is, and nobody is shown what another was answered.
 */
export function deliveryKey({ from, id }: Pick<Inbound, 'from' | 'id'>): string {
  return `by/${[from.platform, from.tenant, from.user].map(encodeURIComponent).join('/')}/${id}`
}

/**
 * Under which an adapter remembers that it has shown an answer. A provisional one is remembered apart, so that the
 * answer itself is still shown when the delivery comes again.
 */
export function shownKey(inbound: Inbound, { provisional }: Answer): string {
  return `${deliveryKey(inbound)}${provisional === true ? '#provisional' : ''}`
}
