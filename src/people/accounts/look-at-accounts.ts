import { record } from '../../audit/record.ts'
import type { Context } from '../../context.ts'
import type { ChatAdapter, Log, Standing } from '../../contract/adapter.ts'
import { commit } from '../../database/commit.ts'
import type { Write } from '../../database/db.ts'
import { type GoneWord, isGone } from '../../outbox/accounts.ts'
import { sendUnreached } from '../../outbox/doubt/resolve.ts'
import { put } from '../../outbox/put.ts'
import { peopleWithRole } from '../members.ts'
import { type AccountToLookAt, accountsToLookAt } from './accounts-to-look-at.ts'

type Reading = Pick<Context, 'db' | 'now' | 'zone'> & { readonly log: Log }

/** How many accounts one turn looks at: with a turn a minute, well below the 100 a minute that Slack allows (Tier 4). */
const aTurn = 40

/**
 * Asks the platforms that can tell whether people still read at their accounts: each account daily, and when a round is
 * opened. A turn of it marks accounts that are gone, clears the marks of those that are active again, and tells the
 * coordinators; what was not sent for that reason goes out then. What was looked at is remembered in the process: another
 * replica looks as well, and whoever marks first tells. Resolves to how many accounts changed.
 */
export function createLook(adapters: ReadonlyMap<string, ChatAdapter>): (ctx: Reading) => Promise<number> {
  const looked = new Map<string, Date>()
  return async (ctx) => {
    const asks = new Map([...adapters].filter(([, adapter]) => adapter.standing !== undefined))
    const changes: { readonly account: AccountToLookAt; readonly mark: GoneWord | null }[] = []
    for (const account of (await accountsToLookAt(ctx, [...asks.keys()], looked)).slice(0, aTurn)) {
      const standing = await ask(asks, account, ctx.log)
      if (standing === undefined) continue
      const mark = markOf(standing)
      if (mark === null ? isGone(account.unreachable) : mark !== account.unreachable) changes.push({ account, mark })
      looked.set(account.id, ctx.now)
    }
    if (changes.length === 0) return 0
    // Somebody was quicker: looked at once more at the next turn, as things stand then.
    if (await commit(ctx.db, await writesOf(ctx, changes))) return changes.length
    for (const { account } of changes) looked.delete(account.id)
    return 0
  }
}

/** Undefined where the platform cannot be asked; it is left in peace until the next turn. */
async function ask(
  asks: Map<string, ChatAdapter>,
  { platform, tenant, user }: AccountToLookAt,
  log: Log,
): Promise<Standing | undefined> {
  try {
    return await asks.get(platform)?.standing?.({ platform, tenant, user })
  } catch (error) {
    asks.delete(platform)
    log.warn({ platform, why: error instanceof Error ? error.message : String(error) }, 'accounts.not-asked')
    return undefined
  }
}

function markOf(standing: Standing): GoneWord | null {
  switch (standing.status) {
    case 'active':
      return null
    case 'gone':
      return standing.why === 'deactivated' ? 'deactivated' : 'unknown-person'
    case 'elsewhere':
      return 'elsewhere'
    default:
      return standing satisfies never
  }
}

type Changed = readonly { readonly account: AccountToLookAt; readonly mark: GoneWord | null }[]

async function writesOf(ctx: Reading, changes: Changed): Promise<readonly Write[]> {
  const { db, now } = ctx
  const gone = changes.filter(({ mark }) => mark !== null).map(({ account }) => account.id)
  const back = changes.filter(({ mark }) => mark === null).map(({ account }) => account.personId)
  const coordinators = gone.length === 0 ? [] : await peopleWithRole(ctx, 'coordinator')
  const posts = coordinators.map(({ id }) => ({
    key: `accounts-gone:${gone[0]}:${now.toISOString()}:${id}`,
    personId: id,
    letter: { kind: 'accounts-gone', accounts: gone },
  }))
  return [
    ...changes.map(({ account: { id, unreachable }, mark }) =>
      db.account.update({
        where: { id, unreachable },
        data: { unreachable: mark, unreachableAt: mark === null ? null : now },
        select: { id: true },
      }),
    ),
    ...changes.map(({ account: { platform, tenant, user }, mark }) =>
      record(db, {
        at: now,
        actor: 'schedule',
        deed: mark === null ? 'account.active' : 'account.gone',
        subject: `${platform} ${tenant}/${user}`,
        facts: mark === null ? {} : { why: mark },
      }),
    ),
    ...(posts.length === 0 ? [] : [put(db, posts, now)]),
    ...(back.length === 0 ? [] : [sendUnreached(db, back, now)]),
  ]
}
