import type { Address } from '../contract/address.ts'
import type { Db } from '../database/db.ts'

export const roles = ['member', 'coordinator', 'drafter', 'team', 'chair', 'operator'] as const
export type Role = (typeof roles)[number]
export const isRole = (word: string): word is Role => roles.some((role) => role === word)

/** Who acts, with the roles held on the day. */
export type Actor = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly honorific: string | null
  readonly title: string | null
  readonly organisation: string | null
  readonly locale: string | null
  readonly roles: ReadonlySet<Role>
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

type Row = {
  accountId: string
  conversation: string | null
  unreachable: string | null
  seenAt: Date | null
  platformLocale: string | null
  id: string | null
  key: string
  name: string
  honorific: string | null
  title: string | null
  organisation: string | null
  locale: string | null
  role: string | null
}

/**
 * Finds who is behind an address, with the roles held on `today` (a day in the committee's zone). One statement, since
 * every request begins with it: the ORM would take three.
 */
export async function findActor(db: Db, from: Address, today: string): Promise<Found | undefined> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT a."id" AS "accountId", a."conversation", a."unreachable", a."seenAt", a."locale" AS "platformLocale",
           p."id", p."key", p."name", p."honorific", p."title", p."organisation", p."locale", r."role"
    FROM "Account" a
    LEFT JOIN "Person" p ON p."id" = a."personId"
    LEFT JOIN "Role" r ON r."personId" = p."id" AND r."fromDay" <= ${today} AND (r."toDay" IS NULL OR r."toDay" >= ${today})
    WHERE a."platform" = ${from.platform} AND a."tenant" = ${from.tenant} AND a."user" = ${from.user}`
  const [first] = rows
  if (first === undefined) return undefined
  const {
    accountId,
    conversation,
    unreachable,
    seenAt,
    platformLocale,
    id,
    key,
    name,
    honorific,
    title,
    organisation,
    locale,
  } = first
  const held = new Set(rows.map((row) => row.role ?? '').filter(isRole))
  const actor = id === null ? undefined : { id, key, name, honorific, title, organisation, locale, roles: held }
  return { accountId, conversation, unreachable, seenAt, platformLocale, actor }
}

/** A person as an actor, with the roles held on `today` and the language their newest account speaks. */
export async function actorById(
  db: Db,
  personId: string,
  today: string,
): Promise<{ actor: Actor; platformLocale: string | null } | undefined> {
  const row = await db.person.findUnique({
    where: { id: personId },
    include: {
      roles: { where: { fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }] } },
      accounts: { where: { locale: { not: null } }, orderBy: { seenAt: 'desc' }, take: 1, select: { locale: true } },
    },
  })
  if (row === null) return undefined
  const { id, key, name, honorific, title, organisation, locale } = row
  const held = new Set(row.roles.map((role) => role.role).filter(isRole))
  return {
    actor: { id, key, name, honorific, title, organisation, locale, roles: held },
    platformLocale: row.accounts[0]?.locale ?? null,
  }
}
