import type { Place } from '../../people/place.ts'
import { type GoodRow, problem } from '../sheets/check-rows.ts'
import type { Problem } from '../sheets/report.ts'
import type { Claim } from './account-columns.ts'
import type { PersonRow } from './people-row.ts'

export type StoredAccount = Place & { readonly id: string; readonly personId: string | null }

/** The accounts that exist, by `placeKey` and by person. */
export type Accounts = {
  readonly byPlace: ReadonlyMap<string, StoredAccount>
  readonly byPerson: ReadonlyMap<string | null, readonly StoredAccount[]>
}

/** What must happen to accounts so that one person has what the row names. */
export type AccountChange = {
  readonly create: readonly Place[]
  /** With who held it when it was read. */
  readonly link: readonly Pick<StoredAccount, 'id' | 'personId'>[]
  /** The person's former account in the same workspace or tenant, where the row names another. */
  readonly unlink: readonly string[]
}

const placeKey = ({ platform, tenant, user }: Place) => JSON.stringify([platform, tenant, user])

export function indexAccounts(all: readonly StoredAccount[]): Accounts {
  return {
    byPlace: new Map(all.map((account) => [placeKey(account), account])),
    byPerson: Map.groupBy(all, (account) => account.personId),
  }
}

/** The accounts that a row names; everybody has one in the web chat, under their own key. */
const claims = ({ key, accounts }: PersonRow): readonly Claim[] => [
  { place: webPlace(key), column: 'key', tenantColumn: 'key' },
  ...accounts,
]

export const webPlace = (key: string): Place => ({ platform: 'web', tenant: 'local', user: key })

/** Accounts that two rows name: each of those rows is bad. */
export function findClaimedTwice(rows: readonly GoodRow<PersonRow>[]): Problem[] {
  const all = rows.flatMap((row) => claims(row.value).map((claim) => ({ row, ...claim })))
  return [...Map.groupBy(all, (claim) => placeKey(claim.place)).values()].flatMap((same) => {
    if (same.length === 1) return []
    const reason = `the same account stands in several rows: ${same.map((claim) => claim.row.number).join(', ')}`
    return same.map((claim) => problem(claim.row.number, claim.row.cells, claim.column, reason))
  })
}

/**
 * Accounts that are linked to somebody else. That is a problem, unless the file has a row for the one who holds it: then
 * the file moves it, since no other row names the same account.
 */
export function findTaken(
  rows: readonly GoodRow<PersonRow>[],
  accounts: Accounts,
  keyOf: ReadonlyMap<string, string>,
): Problem[] {
  const inFile = new Set(rows.map((row) => row.value.key))
  return rows.flatMap((row) =>
    claims(row.value).flatMap(({ place, column }) => {
      const personId = accounts.byPlace.get(placeKey(place))?.personId ?? null
      const holder = personId === null ? undefined : keyOf.get(personId)
      if (holder === undefined || holder === row.value.key || inFile.has(holder)) return []
      return [problem(row.number, row.cells, column, `this account is linked to "${holder}"`)]
    }),
  )
}

/** What a good row changes among the accounts; `personId` is undefined for a person who does not exist yet. */
export function diffAccounts(row: PersonRow, personId: string | undefined, accounts: Accounts): AccountChange {
  const named = claims(row).map((claim) => claim.place)
  const stored = named.map((place) => ({ place, account: accounts.byPlace.get(placeKey(place)) }))
  const mine = personId === undefined ? [] : (accounts.byPerson.get(personId) ?? [])
  const replaced = (account: StoredAccount) =>
    named.some((place) => place.platform === account.platform && place.tenant === account.tenant) &&
    !named.some((place) => placeKey(place) === placeKey(account))
  return {
    create: stored.flatMap(({ place, account }) => (account === undefined ? [place] : [])),
    link: stored.flatMap(({ account }) =>
      account !== undefined && (personId === undefined || account.personId !== personId) ? [account] : [],
    ),
    unlink: mine.filter(replaced).map((account) => account.id),
  }
}
