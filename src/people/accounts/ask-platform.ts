import type { Standing } from '../../contract/adapter.ts'
import type { Place } from '../place.ts'

/**
 * The workspaces or tenants whose people a platform takes: `any` where it is bound to none, `not-configured` where it is
 * not set up here. Rejects where it cannot be asked now.
 */
export type AskTenants = (platform: string) => Promise<readonly string[] | 'any' | 'not-configured'>

/** What a platform says of an account; `not-possible` where it tells no such thing. Rejects where it cannot be asked now. */
export type AskStanding = (place: Place) => Promise<Standing | 'not-possible' | 'not-configured'>

export type Ask = { readonly tenants: AskTenants; readonly standing: AskStanding }

/** Where nothing is set up. */
export const nobodyToAsk: Ask = {
  tenants: () => Promise.resolve('not-configured'),
  standing: () => Promise.resolve('not-configured'),
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** What the platform said of an account that is to be linked. `unasked`: why it said nothing. */
export type Looked =
  | { readonly result: 'fine' }
  | { readonly result: 'unasked'; readonly why: string }
  | { readonly result: 'elsewhere' | 'gone'; readonly why: string }

/** Asks whether an account is one of ours and can be written to. Never rejects. */
export async function lookAt(ask: Ask, place: Place): Promise<Looked> {
  const { platform, tenant } = place
  try {
    const tenants = await ask.tenants(platform)
    if (tenants === 'not-configured') return { result: 'unasked', why: `${platform} is not set up here` }
    if (tenants !== 'any' && !tenants.includes(tenant)) return { result: 'elsewhere', why: foreign(tenant, tenants) }
    const standing = await ask.standing(place)
    if (typeof standing === 'string') return { result: 'fine' }
    switch (standing.status) {
      case 'active':
        return { result: 'fine' }
      case 'gone':
        return { result: 'gone', why: standing.detail }
      case 'elsewhere':
        return {
          result: 'elsewhere',
          why: `the platform says that they belong to ${standing.tenant}, not to ${tenant}`,
        }
      default:
        return standing satisfies never
    }
  } catch (error) {
    return { result: 'unasked', why: reasonOf(error) }
  }
}

/** Why an account of this tenant is none of ours. */
export const foreign = (tenant: string, allowed: readonly string[]): string =>
  `${tenant} is not one whose people are taken here: ${allowed.join(', ')}`

/** The tenants that each of these platforms takes, as far as it could be asked, and what to say where it could not. */
export async function askTenants(ask: Ask, platforms: Iterable<string>) {
  const allowed = new Map<string, readonly string[]>()
  const unasked = new Map<string, string>()
  for (const platform of platforms) {
    try {
      const tenants = await ask.tenants(platform)
      if (tenants === 'not-configured') unasked.set(platform, `${platform} is not set up here`)
      else if (tenants !== 'any') allowed.set(platform, tenants)
    } catch (error) {
      unasked.set(platform, reasonOf(error))
    }
  }
  return { allowed, unasked }
}
