import type { Context } from '../context.ts'
import { reachable } from '../outbox/accounts.ts'
import type { Member } from './members.ts'

/** How many ids one statement asks for: SQLite's adapter takes fewer than 1,000 parameters. */
const idsAtOnce = 500

/** Those of these people, by id, who have an account on which they can be written to. */
export async function reachablePeople(
  { db, mustHear }: Pick<Context, 'db' | 'mustHear'>,
  ids: readonly string[],
): Promise<ReadonlySet<string | null>> {
  const found = new Set<string | null>()
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const accounts = await db.account.findMany({
      where: { AND: [reachable(mustHear), { personId: { in: ids.slice(at, at + idsAtOnce) } }] },
      select: { personId: true },
    })
    for (const { personId } of accounts) found.add(personId)
  }
  return found
}

/** These people, each with whether they can be written to. */
export async function withReach(
  ctx: Pick<Context, 'db' | 'mustHear'>,
  people: readonly Member[],
): Promise<readonly MemberInReach[]> {
  const found = await reachablePeople(
    ctx,
    people.map(({ id }) => id),
  )
  return people.map((person) => ({ ...person, reachable: found.has(person.id) }))
}

export type MemberInReach = Member & {
  /** Whether any chat account by which they can be written to is linked. */
  readonly reachable: boolean
}
