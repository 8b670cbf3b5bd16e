import type { Address } from '../contract/address.ts'
import type { Identities } from '../contract/identity.ts'

/** An account by its ids, as rosters and operators name it. */
export type Place = Pick<Address, 'platform' | 'tenant' | 'user'>

/** Which half of an account is no id of its kind, and why: `why` is read after the id. */
export type WrongPlace = { readonly half: 'tenant' | 'user'; readonly why: string }

/** What is wrong with the ids of an account, by the platform's own description; a platform that nobody described is wrong too. */
export function wrongPlace(identities: Identities, { platform, tenant, user }: Place): WrongPlace | undefined {
  const identity = identities.get(platform)
  if (identity === undefined) return { half: 'tenant', why: `belongs to "${platform}", which is no platform here` }
  const wrongTenant = identity.wrongTenant(tenant)
  if (wrongTenant !== undefined) return { half: 'tenant', why: wrongTenant }
  const wrongUser = identity.wrongUser(user)
  return wrongUser === undefined ? undefined : { half: 'user', why: wrongUser }
}

/** The account with its ids as the platform writes them, so that one account is never stored twice. */
export function canonicalPlace(identities: Identities, { platform, tenant, user }: Place): Place {
  const identity = identities.get(platform)
  if (identity === undefined) return { platform, tenant, user }
  return { platform, tenant: identity.canonical(tenant), user: identity.canonical(user) }
}
