import type { Address } from '../contract/address.ts'
import type { Db } from '../database/db.ts'
import { Prisma } from '../database/generated/sqlite/client.ts'

export const roles = ['member', 'coordinator', 'drafter', 'team', 'chair', 'operator'] as const
export type Role = (typeof roles)[number]
export const isRole = (word: string): word is Role => roles.some((role) => role === word)

/** Who acts, with the roles held on the day. */
export type Actor = Person & { readonly roles: ReadonlySet<Role> }

type Person = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly honorific: string | null
  readonly title: string | null
  readonly organisation: string | null
  readonly locale: string | null
  /** IANA zone in which they keep office hours; null: the committee's. */
  readonly timeZone: string | null
}

/** The account behind an address, with its person where it is linked to one. */
export type Found = {
  readonly accountId: string
  readonly conversation: string | null
  readonly unreachable: string | null
  readonly seenAt: Date | null
  /** The language the platform gave when the account was last heard from. */
  readonly platformLocale: string | null
  readonly actor: Actor | undefined
}

/** A person with one of their roles. */
type PersonRow = Person & { readonly role: string | null }
type AccountRow = Omit<Found, 'actor'> & (PersonRow | { readonly id: null })

const personColumns = Prisma.raw(
  ['id', 'key', 'name', 'honorific', 'title', 'organisation', 'locale', 'timeZone']
    .map((name) => `p."${name}"`)
    .join(', '),
)

/** To be joined to a person `p`. */
const heldRoles = (today: string): Prisma.Sql => Prisma.sql`
  LEFT JOIN "Role" r ON r."personId" = p."id" AND r."fromDay" <= ${today} AND (r."toDay" IS NULL OR r."toDay" >= ${today})`

/**
 * Finds who is behind an address, with the roles held on `today` (a day in the committee's zone). One statement, since
 * every request begins with it: the ORM would take three.
 */
export async function findActor(db: Db, from: Address, today: string): Promise<Found | undefined> {
  const rows = await db.$queryRaw<AccountRow[]>`
    SELECT a."id" AS "accountId", a."conversation", a."unreachable", a."seenAt", a."locale" AS "platformLocale",
           ${personColumns}, r."role"
    FROM "Account" a
    LEFT JOIN "Person" p ON p."id" = a."personId"
    ${heldRoles(today)}
    WHERE a."platform" = ${from.platform} AND a."tenant" = ${from.tenant} AND a."user" = ${from.user}`
  const [first] = rows
  if (first === undefined) return undefined
  const { accountId, conversation, unreachable, seenAt, platformLocale } = first
  const people = rows.flatMap((row) => (row.id === null ? [] : [row]))
  return { accountId, conversation, unreachable, seenAt, platformLocale, actor: actorOf(people) }
}

/** A person as an actor, with the roles held on `today` and the language their newest account speaks. One statement. */
export async function actorById(
  db: Db,
  personId: string,
  today: string,
): Promise<{ actor: Actor; platformLocale: string | null } | undefined> {
  const rows = await db.$queryRaw<(PersonRow & { readonly platformLocale: string | null })[]>`
    SELECT ${personColumns}, r."role",
           (SELECT a."locale" FROM "Account" a WHERE a."personId" = p."id" AND a."locale" IS NOT NULL
            ORDER BY a."seenAt" IS NULL, a."seenAt" DESC LIMIT 1) AS "platformLocale"
    FROM "Person" p
    ${heldRoles(today)}
    WHERE p."id" = ${personId}`
  const actor = actorOf(rows)
  return actor === undefined ? undefined : { actor, platformLocale: rows[0]?.platformLocale ?? null }
}

function actorOf(rows: readonly PersonRow[]): Actor | undefined {
  const [first] = rows
  if (first === undefined) return undefined
  const { id, key, name, honorific, title, organisation, locale, timeZone } = first
  const roles = new Set(rows.map((row) => row.role ?? '').filter(isRole))
  return { id, key, name, honorific, title, organisation, locale, timeZone, roles }
}
