import type { Address } from '../contract/address.ts'
import type { Db } from '../database/db.ts'

/** A person's place on a platform, as far as delivery cares. */
export type Account = {
  readonly id: string
  readonly personId: string | null
  readonly platform: string
  readonly tenant: string
  readonly user: string
  readonly conversation: string | null
  readonly seenAt: Date | null
  readonly unreachable: string | null
  readonly unreachableAt: Date | null
}

/**
 * Accounts by which a notification comes before somebody's eyes. Everybody has one in the web chat, where nobody is called to:
 * it counts once its holder has entered there, and for sample seats, which are played there.
 */
export const lookedAt = {
  OR: [{ platform: { not: 'web' } }, { seenAt: { not: null } }, { person: { sample: true } }],
}

/**
 * Of those, the ones that take messages as far as is known. A platform of `mustHear` takes one only for whom it has been
 * heard from, and tells the conversation then.
 */
export const reachable = (mustHear: readonly string[]) => ({
  ...lookedAt,
  unreachable: null,
  NOT: { platform: { in: [...mustHear] }, conversation: null },
})

/** The same that `reachable` asks of the database, of an account that has been read. */
export const takesMessages = (
  { platform, unreachable, conversation }: Pick<Account, 'platform' | 'unreachable' | 'conversation'>,
  mustHear: readonly string[],
): boolean => unreachable === null && (conversation !== null || !mustHear.includes(platform))

/**
 * What a platform says of accounts where nobody reads, as it stands in `unreachable`. They may take messages all the same:
 * a deactivated Slack account does, and nobody would notice. So nothing is sent there until the platform says otherwise.
 */
const goneWords = ['deactivated', 'unknown-person', 'elsewhere'] as const
export type GoneWord = (typeof goneWords)[number]
export const isGone = (unreachable: string | null): unreachable is GoneWord =>
  goneWords.some((word) => word === unreachable)

/** The accounts of these people, by person, each list in the order in which they should be tried. */
export async function accountsOf(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, readonly Account[]>> {
  if (people.length === 0) return new Map()
  const rows = await db.account.findMany({
    where: { personId: { in: [...new Set(people)] }, ...lookedAt },
    select: {
      id: true,
      personId: true,
      platform: true,
      tenant: true,
      user: true,
      conversation: true,
      seenAt: true,
      unreachable: true,
      unreachableAt: true,
    },
  })
  const byPerson = new Map<string, Account[]>()
  for (const row of rows) {
    const person = row.personId ?? ''
    const list = byPerson.get(person)
    if (list === undefined) byPerson.set(person, [row])
    else list.push(row)
  }
  for (const list of byPerson.values()) list.sort(byPreference)
  return byPerson
}

/**
 * Where to write first: the reachable account on which the person was seen last; the web chat only after those, since
 * nobody is called to it; then accounts that refused once, the longest ago first (a refusal can be a false alarm).
 */
function byPreference(a: Account, b: Account): number {
  return (
    Number(a.unreachable !== null) - Number(b.unreachable !== null) ||
    Number(a.platform === 'web') - Number(b.platform === 'web') ||
    (a.unreachableAt?.getTime() ?? 0) - (b.unreachableAt?.getTime() ?? 0) ||
    (b.seenAt?.getTime() ?? 0) - (a.seenAt?.getTime() ?? 0)
  )
}

export function addressOf(account: Pick<Account, 'platform' | 'tenant' | 'user' | 'conversation'>): Address {
  const { platform, tenant, user, conversation } = account
  return conversation === null ? { platform, tenant, user } : { platform, tenant, user, conversation }
}

/** Why nobody could be written to, ending in what to do about it. For operators and coordinators. */
export function whyUnreachable(all: readonly Account[], refused: readonly string[]): string {
  if (refused.length > 0)
    return `${refused.join('; ')}: ask the person to write to the bot, or link another account of theirs`
  if (all.length === 0)
    return 'no account is linked: link one, ask the person to write to the bot, or make them an access link'
  const platforms = [...new Set(all.map((account) => account.platform))].sort()
  return `linked on ${platforms.join(', ')} only, which this process does not run: configure it, or link another account`
}
