import type { Address } from '../../contract/address.ts'
import type { Db } from '../../database/db.ts'
import { type LinkOptions, type LinkReport, linkAccount } from './link.ts'

/**
 * Asks a platform who has an e-mail address: undefined where nobody has, a word where it is not set up or offers no such
 * thing, rejected where it cannot be asked now.
 */
export type FindByEmail = (
  platform: string,
  email: string,
) => Promise<Address | 'not-configured' | 'not-possible' | undefined>

/** Why nobody was asked. */
type Unasked = {
  readonly result: 'not-asked' | 'not-configured' | 'not-possible'
  readonly why: string
}

export type ByEmailOptions = LinkOptions & {
  readonly platforms: readonly string[]
  /** The person with this key alone; without it, everybody. */
  readonly person?: string
  readonly progress?: (done: number, total: number) => void
}

/**
 * Links people to their accounts by e-mail, whatever its case: first to an account that wrote to the bot and that nobody
 * holds, else to the one that the platform finds. Two people with one address, or two accounts, are `ambiguous` and stay
 * as they are. A platform that cannot be asked once is not asked again; `not-found` is said only after asking.
 */
export async function linkAccounts(db: Db, find: FindByEmail, options: ByEmailOptions): Promise<LinkReport[]> {
  const people = await db.person.findMany({
    ...(options.person === undefined ? {} : { where: { key: options.person } }),
    select: { key: true, email: true, accounts: { select: { platform: true } } },
    orderBy: { key: 'asc' },
  })
  const owners = await countOwners(db)
  const unlinked = await readUnlinked(db)
  const search = askedOnce(find)
  const reports: LinkReport[] = []
  if (people.length === 0 && options.person !== undefined) {
    const why = `no person has the key "${options.person}"`
    return options.platforms.map((platform) => ({
      person: options.person ?? '',
      platform,
      result: 'no-such-person',
      why,
    }))
  }
  for (const [at, person] of people.entries()) {
    for (const platform of options.platforms) {
      const told = (result: LinkReport['result'], why: string) => ({ person: person.key, platform, result, why })
      const email = person.email?.toLowerCase()
      if (person.accounts.some((account) => account.platform === platform))
        reports.push(told('already', 'has an account'))
      else if (email === undefined) reports.push(told('no-email', 'no e-mail address is stored for this person'))
      else if ((owners.get(email) ?? 0) > 1)
        reports.push(told('ambiguous', `several people have the e-mail address ${email}`))
      else {
        const known = unlinked.get(emailKey(platform, email)) ?? []
        const found = known.length > 0 ? known : await search(platform, email)
        // What the platform found a moment ago it need not be asked about again.
        const { ask: _, ...trusting } = options
        reports.push(await linkOne(db, person.key, platform, email, found, known.length > 0 ? options : trusting))
      }
    }
    options.progress?.(at + 1, people.length)
  }
  return reports
}

async function linkOne(
  db: Db,
  person: string,
  platform: string,
  email: string,
  found: readonly Address[] | Unasked,
  options: LinkOptions,
): Promise<LinkReport> {
  if ('result' in found) return { person, platform, ...found }
  const [address, ...others] = found
  if (address === undefined) return { person, platform, result: 'not-found', why: `nobody has ${email} there` }
  if (others.length > 0) {
    const why = `several accounts have ${email}: ${found.map((one) => `${one.tenant}/${one.user}`).join(', ')}`
    return { person, platform, result: 'ambiguous', why }
  }
  return linkAccount(db, person, address, options)
}

const emailKey = (platform: string, email: string) => `${platform} ${email}`

async function countOwners(db: Db): Promise<Map<string, number>> {
  const rows = await db.person.findMany({ where: { email: { not: null } }, select: { email: true } })
  const byEmail = Map.groupBy(rows, (row) => (row.email ?? '').toLowerCase())
  return new Map([...byEmail].map(([email, same]) => [email, same.length]))
}

async function readUnlinked(db: Db): Promise<Map<string, Address[]>> {
  const rows = await db.account.findMany({
    where: { personId: null, email: { not: null } },
    select: { platform: true, tenant: true, user: true, email: true },
  })
  const byEmail = Map.groupBy(rows, (row) => emailKey(row.platform, (row.email ?? '').toLowerCase()))
  return new Map(
    [...byEmail].map(([key, same]) => [key, same.map(({ platform, tenant, user }) => ({ platform, tenant, user }))]),
  )
}

const UNASKED = {
  'not-configured': 'the platform is not set up here: nobody was asked',
  'not-possible': 'the platform finds nobody by e-mail: give its ids',
} as const

/** Found accounts, or why the platform was not asked. */
function askedOnce(find: FindByEmail): (platform: string, email: string) => Promise<Address[] | Unasked> {
  const silent = new Map<string, Unasked>()
  return async (platform, email) => {
    const before = silent.get(platform)
    if (before !== undefined) return before
    try {
      const found = await find(platform, email)
      if (typeof found === 'string') return { result: found, why: UNASKED[found] }
      return found === undefined ? [] : [found]
    } catch (error) {
      const why = `the platform could not be asked: ${error instanceof Error ? error.message : String(error)}`
      const unasked = { result: 'not-asked', why } as const
      silent.set(platform, unasked)
      return unasked
    }
  }
}
