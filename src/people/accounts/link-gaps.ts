import { mustHear, type Platform } from '../../contract/platform.ts'
import type { Db } from '../../database/db.ts'
import { takesMessages } from '../../outbox/accounts.ts'

/** What is told of a platform here. */
type Described = Pick<Platform, 'name' | 'hearsFirst'>

/** Somebody who holds a role and cannot be written to on a platform. */
export type UnlinkedPerson = {
  readonly person: string
  readonly name: string
  readonly platform: string
  readonly why: 'no-account' | 'no-email' | 'unreachable'
  /** What to know or do about it; for `unreachable`, what the platform last said. */
  readonly detail: string
}

/** An account that wrote to the bot and that nobody holds. */
export type UnlinkedAccount = {
  readonly platform: string
  readonly tenant: string
  readonly user: string
  readonly name: string | null
  readonly email: string | null
  readonly seenAt: Date | null
}

export type LinkGaps = { readonly people: readonly UnlinkedPerson[]; readonly accounts: readonly UnlinkedAccount[] }

/**
 * Who is not linked on which of `platforms`, and why; and the accounts that wait for a person. Only people who hold a role
 * on `today` (a day in the committee's zone) count. `no-email`: there is not even an address to find them by.
 */
export async function unlinkedPeople(db: Db, platforms: readonly Described[], today: string): Promise<LinkGaps> {
  const holds = { fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }] }
  const [people, accounts] = await Promise.all([
    db.person.findMany({
      where: { roles: { some: holds } },
      select: {
        key: true,
        name: true,
        email: true,
        accounts: { select: { platform: true, tenant: true, user: true, unreachable: true, conversation: true } },
      },
      orderBy: { key: 'asc' },
    }),
    db.account.findMany({
      where: { personId: null },
      select: { platform: true, tenant: true, user: true, name: true, email: true, seenAt: true },
      orderBy: [{ platform: 'asc' }, { user: 'asc' }],
    }),
  ])
  return { people: people.flatMap((person) => platforms.flatMap((platform) => gap(person, platform) ?? [])), accounts }
}

type Row = {
  readonly key: string
  readonly name: string
  readonly email: string | null
  readonly accounts: readonly {
    readonly platform: string
    readonly tenant: string
    readonly user: string
    readonly unreachable: string | null
    readonly conversation: string | null
  }[]
}

function gap({ key, name, email, accounts }: Row, described: Described): UnlinkedPerson | undefined {
  const { name: platform, hearsFirst } = described
  const told = (why: UnlinkedPerson['why'], detail: string) => ({ person: key, name, platform, why, detail })
  const mine = accounts.filter((account) => account.platform === platform)
  const [first] = mine
  if (first === undefined && email === null) return told('no-email', 'no account, and no e-mail address to find one by')
  if (first === undefined) return told('no-account', `no account is linked; link by id, or by ${email}`)
  if (mine.some((account) => takesMessages(account, mustHear([described])))) return undefined
  const why = first.unreachable ?? hearsFirst ?? ''
  return told('unreachable', `${first.tenant}/${first.user}: ${why}`)
}
