import { optionOf } from '../../contract/platform.ts'
import type { Db } from '../../database/db.ts'
import { isGone } from '../../outbox/accounts.ts'
import { askTenants } from '../../people/accounts/ask-platform.ts'
import { wrongPlace } from '../../people/place.ts'
import type { Io } from '../io.ts'
import { count, type Finding, ok, warn, wrong } from './finding.ts'

/** How many accounts a finding names. */
const named = 5

type Linked = {
  readonly platform: string
  readonly tenant: string
  readonly user: string
  readonly unreachable: string | null
  readonly person: { readonly key: string } | null
}

/**
 * Accounts of people whose ids are no person's (a channel, an address), or whose workspace or tenant is not taken here:
 * nothing is sent to them. `configured`: the platforms to be asked about theirs.
 */
export async function readAccountIds(
  db: Db,
  { identities, platforms, ask }: Pick<Io, 'identities' | 'platforms' | 'ask'>,
  configured: readonly string[],
): Promise<readonly Finding[]> {
  const all = await db.account.findMany({
    where: { personId: { not: null } },
    select: { platform: true, tenant: true, user: true, unreachable: true, person: { select: { key: true } } },
    orderBy: [{ platform: 'asc' }, { tenant: 'asc' }, { user: 'asc' }],
  })
  const misnamed = all.flatMap((account) => {
    const found = wrongPlace(identities, account)
    return found === undefined ? [] : [`${told(account)} (${account[found.half]} ${found.why})`]
  })
  const { allowed, unasked } = await askTenants(ask, configured)
  const foreign = all
    .filter((account) => wrongPlace(identities, account) === undefined)
    .filter(({ platform, tenant }) => allowed.get(platform)?.includes(tenant) === false)
  const gone = all.filter(({ unreachable }) => isGone(unreachable))
  const mend = `link the person to the right account: people link KEY ${platforms.map(optionOf).join(' or ')}`
  const allowing = platforms.flatMap(({ account: { allowsForeign } }) => allowsForeign ?? [])
  return [
    misnamed.length === 0
      ? ok('ids', `${count(all.length, 'linked account')}, each by ids of the right kind`)
      : wrong('ids', `${count(misnamed.length, 'account')} by ids that are no person’s: ${some(misnamed)}`, mend),
    ...(foreign.length === 0
      ? []
      : [
          wrong(
            'ids',
            `${count(foreign.length, 'account')} of a workspace or tenant whose people are not taken: ${some(foreign.map(told))}`,
            [mend, ...allowing].join('; or '),
          ),
        ]),
    ...(gone.length === 0
      ? []
      : [
          warn(
            'ids',
            `${count(gone.length, 'account')} where nobody reads, as the platform says: ${some(gone.map((one) => `${told(one)} (${one.unreachable})`))}`,
            `${mend}; or people invite KEY`,
          ),
        ]),
    ...[...unasked].map(([platform, why]) =>
      warn(
        'ids',
        `nobody was asked whether the accounts on ${platform} are ours: ${why}`,
        'run doctor again where the platform can be reached, with the variables that the process has',
      ),
    ),
  ]
}

const told = ({ platform, tenant, user, person }: Linked) => `${person?.key ?? '-'}: ${platform} ${tenant}/${user}`

const some = (all: readonly string[]) =>
  all.length > named ? `${all.slice(0, named).join('; ')} and ${all.length - named} more` : all.join('; ')
