import { dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import { reachable } from '../outbox/accounts.ts'
import { fold } from '../texts/fold.ts'

export type Member = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly organisation: string | null
  /** Whether any chat account by which they can be written to is linked. */
  readonly reachable: boolean
}

const columns = {
  id: true,
  key: true,
  name: true,
  organisation: true,
  accounts: { where: reachable, take: 1, select: { id: true } },
}

/** Everybody who holds the role today (a day in the committee's zone), by organisation and name. */
export async function peopleWithRole(
  ctx: Pick<Context, 'db' | 'now' | 'zone'>,
  role: string,
): Promise<readonly Member[]> {
  const today = dayIn(ctx.now, ctx.zone)
  const held = { role, fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }] }
  const rows = await ctx.db.person.findMany({
    where: { roles: { some: held } },
    select: columns,
    orderBy: [{ organisation: 'asc' }, { name: 'asc' }, { key: 'asc' }],
  })
  return rows.map(asMember)
}

/** These people, by id, in the same order as above. */
export async function peopleById(ctx: Pick<Context, 'db'>, ids: readonly string[]): Promise<readonly Member[]> {
  const rows = await ctx.db.person.findMany({
    where: { id: { in: [...ids] } },
    select: columns,
    orderBy: [{ organisation: 'asc' }, { name: 'asc' }, { key: 'asc' }],
  })
  return rows.map(asMember)
}

const asMember = (row: Omit<Member, 'reachable'> & { accounts: readonly unknown[] }): Member => ({
  id: row.id,
  key: row.key,
  name: row.name,
  organisation: row.organisation,
  reachable: row.accounts.length > 0,
})

/**
 * Today's members that words mean: a key, or a whole name or organisation with or without diacritics. Words that match
 * nobody, or several people, are given back: there is no guessing.
 */
export async function findMembers(ctx: Pick<Context, 'db' | 'now' | 'zone'>, words: readonly string[]) {
  const members = await peopleWithRole(ctx, 'member')
  const people = new Map<string, Member>()
  const unknown: string[] = []
  const ambiguous: string[] = []
  for (const word of words) {
    const wanted = fold(word)
    const byKey = members.filter((member) => member.key === word || fold(member.key) === wanted)
    const matches =
      byKey.length > 0
        ? byKey
        : members.filter((member) => fold(member.name) === wanted || fold(member.organisation ?? '') === wanted)
    const [first] = matches
    if (first === undefined) unknown.push(word)
    else if (matches.length > 1) ambiguous.push(`${word} (${matches.map((match) => match.key).join(', ')})`)
    else people.set(first.id, first)
  }
  return { people: [...people.values()], unknown, ambiguous }
}
