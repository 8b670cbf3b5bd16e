import { randomUUID } from 'node:crypto'
import { record } from '../../audit/record.ts'
import type { Address } from '../../contract/address.ts'
import type { Identities } from '../../contract/identity.ts'
import { commit } from '../../database/commit.ts'
import type { Db } from '../../database/db.ts'
import { isGone } from '../../outbox/accounts.ts'
import { sendUnreached } from '../../outbox/doubt/resolve.ts'
import { canonicalPlace, wrongPlace } from '../place.ts'
import { type Ask, lookAt } from './ask-platform.ts'

export type LinkReport = {
  /** The person's key. */
  readonly person: string
  readonly platform: string
  /** `not-found`: the platform was asked. `not-asked`: it is set up and could not be. */
  readonly result:
    | 'linked'
    | 'already'
    | 'not-found'
    | 'not-asked'
    | 'not-possible'
    | 'not-configured'
    | 'ambiguous'
    | 'no-email'
    | 'taken'
    /** The ids are none of the platform's; the account is of another workspace or tenant; nobody reads there. */
    | 'wrong-id'
    | 'elsewhere'
    | 'gone'
    | 'no-such-person'
  readonly why: string
}

const reachableAgain = { unreachable: null, unreachableAt: null }
const accountIds = { id: true, platform: true, tenant: true, user: true } as const

export type LinkOptions = {
  readonly now: Date
  readonly actor: string
  readonly identities: Identities
  /** Without it no platform is asked whether there is such an account: it was found there a moment ago. */
  readonly ask?: Ask
}

/**
 * Links a person to one account by its ids, creating the account where the platform has not been heard from. An account
 * that another person holds is `taken` and stays theirs; the person's former account in the same tenant is let go, and so
 * are those of theirs whose ids are none. Refuses ids that the platform would not write, accounts that it says are of
 * another workspace or tenant, and those that are gone; where it cannot be asked, the account is linked and `why` says so.
 * One that is linked already stays so, and is told to be gone as well.
 */
export async function linkAccount(
  db: Db,
  personKey: string,
  address: Address,
  { now, actor, identities, ask }: LinkOptions,
): Promise<LinkReport> {
  const place = canonicalPlace(identities, address)
  const { platform, tenant, user } = place
  const told = (result: LinkReport['result'], why: string) => ({ person: personKey, platform, result, why })
  const person = await db.person.findUnique({
    where: { key: personKey },
    select: { id: true, accounts: { where: { platform }, select: accountIds } },
  })
  if (person === null) return told('no-such-person', `no person has the key "${personKey}"`)
  const wrong = wrongPlace(identities, place)
  if (wrong !== undefined) return told('wrong-id', `${place[wrong.half]} ${wrong.why}`)
  const account = await db.account.findUnique({
    where: { platform_tenant_user: place },
    select: { id: true, personId: true, unreachable: true, person: { select: { key: true } } },
  })
  const already = account?.person?.key === personKey ? ' is linked already' : ''
  if (account?.person && already === '') return told('taken', `${tenant}/${user} is linked to "${account.person.key}"`)
  const looked = ask === undefined ? undefined : await lookAt(ask, place)
  if (looked?.result === 'elsewhere' || looked?.result === 'gone')
    return told(looked.result, `${tenant}/${user}${already}: ${looked.why}`)
  if (already !== '') return told('already', `${tenant}/${user}${already}`)
  const misnamed = person.accounts.filter((one) => wrongPlace(identities, one) !== undefined).map((one) => one.id)
  // The platform has just said that somebody reads there.
  const back = looked?.result === 'fine' && isGone(account?.unreachable ?? null) ? reachableAgain : {}
  const conversation = address.conversation === undefined ? {} : { conversation: address.conversation }
  const audit = record(db, {
    at: now,
    actor,
    deed: 'people.link',
    subject: personKey,
    facts: { platform, tenant, user },
  })
  const linked = await commit(db, [
    db.account.updateMany({
      where: { personId: person.id, platform, OR: [{ tenant }, { id: { in: misnamed } }] },
      data: { personId: null },
    }),
    account === null
      ? db.account.create({ data: { id: randomUUID(), personId: person.id, ...place, ...conversation } })
      : db.account.update({
          where: { id: account.id, personId: null },
          data: { personId: person.id, ...conversation, ...back },
        }),
    // What could not reach them so far can now.
    sendUnreached(db, [person.id], now),
    audit,
  ])
  // Two links of one account at once: the unique address and `personId: null` let one of them through.
  if (!linked) return told('taken', `${tenant}/${user} was linked by somebody else a moment ago`)
  const note = looked?.result === 'unasked' ? `; nobody was asked whether there is such an account: ${looked.why}` : ''
  return told('linked', `${tenant}/${user}${note}`)
}
