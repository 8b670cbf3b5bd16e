import type { Identity } from '../../src/contract/identity.ts'

/** The `platform` of its addresses, as it is stored. */
export const platform = 'web'

/** The one tenant of the web chat, where a person is known by their key. */
export const webTenant = 'local'

export const identity: Identity = {
  canonical: (id) => id,
  wrongTenant: (id) => (id === webTenant ? undefined : `is no tenant of the web chat: there is "${webTenant}" alone`),
  wrongUser: (id) => (/^[^\s,]{1,100}$/u.test(id) ? undefined : 'is no key of a person'),
}
