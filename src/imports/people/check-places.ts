import type { Identities } from '../../contract/identity.ts'
import { type Ask, askTenants, foreign } from '../../people/accounts/ask-platform.ts'
import { canonicalPlace, wrongPlace } from '../../people/place.ts'
import { type GoodRow, problem } from '../sheets/check-rows.ts'
import type { Problem } from '../sheets/report.ts'
import type { PersonRow } from './people-row.ts'

/** The rows with their ids as the platforms write them. */
export const withCanonicalIds = (rows: readonly GoodRow<PersonRow>[], identities: Identities): GoodRow<PersonRow>[] =>
  rows.map((row) => {
    const accounts = row.value.accounts.map((claim) => ({ ...claim, place: canonicalPlace(identities, claim.place) }))
    return { ...row, value: { ...row.value, accounts } }
  })

/** Accounts whose ids are no person's, or no workspace's or tenant's: each of those rows is bad. */
export const findWrongPlaces = (rows: readonly GoodRow<PersonRow>[], identities: Identities): Problem[] =>
  rows.flatMap((row) =>
    row.value.accounts.flatMap(({ place, column, tenantColumn }) => {
      const wrong = wrongPlace(identities, place)
      if (wrong === undefined) return []
      return [problem(row.number, row.cells, wrong.half === 'tenant' ? tenantColumn : column, wrong.why)]
    }),
  )

/** Accounts of workspaces or tenants whose people are not taken; and a warning where a platform could not be asked. */
export async function findForeign(rows: readonly GoodRow<PersonRow>[], ask: Ask) {
  const all = rows.flatMap((row) => row.value.accounts.map((claim) => ({ row, ...claim })))
  const { allowed, unasked } = await askTenants(ask, new Set(all.map(({ place }) => place.platform)))
  const problems = all.flatMap(({ row, place, tenantColumn }): Problem[] => {
    const tenants = allowed.get(place.platform)
    if (tenants === undefined || tenants.includes(place.tenant)) return []
    return [problem(row.number, row.cells, tenantColumn, foreign(place.tenant, tenants))]
  })
  const warnings = [...unasked].map(([platform, why]): Problem => {
    const named = [...new Set(all.filter(({ place }) => place.platform === platform).map(({ place }) => place.tenant))]
    return { row: 0, reason: `nobody was asked whether ${named.join(', ')} is ours: ${why}` }
  })
  return { problems, warnings }
}
