import { randomUUID } from 'node:crypto'
import { record } from '../audit/record.ts'
import type { Address } from '../contract/address.ts'
import { commit } from '../database/commit.ts'
import type { Db } from '../database/open.ts'
import { sendUnreached } from '../outbox/resolve.ts'

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
    | 'no-such-person'
  readonly why: string
}

export type LinkOptions = { readonly now: Date; readonly actor: string }

/**
 * Links a person to one account by its ids, creating the account where the platform has not been heard from. An account
 * that another person holds is `taken` and stays theirs; the person's former account in the same tenant is let go.
 */
export async function linkAccount(
  db: Db,
  personKey: string,
  address: Address,
  { now, actor }: LinkOptions,
): Promise<LinkReport> {
  const { platform, tenant, user } = address
  const told = (result: LinkReport['result'], why: string) => ({ person: personKey, platform, result, why })
  const person = await db.person.findUnique({ where: { key: personKey }, select: { id: true } })
  if (person === null) return told('no-such-person', `no person has the key "${personKey}"`)
  const place = { platform, tenant, user }
  const account = await db.account.findUnique({
    where: { platform_tenant_user: place },
    select: { id: true, personId: true, person: { select: { key: true } } },
  })
  if (account?.person?.key === personKey) return told('already', `${tenant}/${user} is linked already`)
  if (account?.person) return told('taken', `${tenant}/${user} is linked to "${account.person.key}"`)
  const conversation = address.conversation === undefined ? {} : { conversation: address.conversation }
  const audit = record(db, {
    at: now,
    actor,
    deed: 'people.link',
    subject: personKey,
    facts: { platform, tenant, user },
  })
  const linked = await commit(db, [
    db.account.updateMany({ where: { personId: person.id, platform, tenant }, data: { personId: null } }),
    account === null
      ? db.account.create({ data: { id: randomUUID(), personId: person.id, ...place, ...conversation } })
      : db.account.update({
          where: { id: account.id, personId: null },
          data: { personId: person.id, ...conversation },
        }),
    // What could not reach them so far can now.
    sendUnreached(db, [person.id], now),
    audit,
  ])
  // Two links of one account at once: the unique address and `personId: null` let one of them through.
  if (!linked) return told('taken', `${tenant}/${user} was linked by somebody else a moment ago`)
  return told('linked', `${tenant}/${user}`)
}
