import type { Db } from '../../database/db.ts'

export type ListedPerson = {
  readonly key: string
  readonly name: string
  readonly honorific: string | null
  readonly title: string | null
  readonly organisation: string | null
  readonly email: string | null
  readonly locale: string | null
  readonly sample: boolean
  /** The roles held on the day asked about. */
  readonly roles: readonly string[]
  readonly accounts: readonly { readonly platform: string; readonly tenant: string; readonly user: string }[]
}

/** Everybody by key, with the roles held on `today` (a day in the committee's zone) and the accounts. */
export async function listPeople(db: Db, today: string): Promise<ListedPerson[]> {
  const rows = await db.person.findMany({
    select: {
      key: true,
      name: true,
      honorific: true,
      title: true,
      organisation: true,
      email: true,
      locale: true,
      sample: true,
      roles: {
        where: { fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }] },
        select: { role: true },
      },
      accounts: { select: { platform: true, tenant: true, user: true } },
    },
    orderBy: { key: 'asc' },
  })
  // Sorted here: an ordered relation cannot be read in parts, and fails beyond 1,000 people on SQLite.
  return rows.map((row) => ({
    ...row,
    roles: [...new Set(row.roles.map((held) => held.role))].sort(),
    accounts: row.accounts.toSorted((one, other) => one.platform.localeCompare(other.platform)),
  }))
}
