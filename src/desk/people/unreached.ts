import type { Context } from '../../context.ts'
import type { Button } from '../../contract/message.ts'
import type { Section } from '../../contract/page.ts'
import { isGone, lookedAt, reachable } from '../../outbox/accounts.ts'
import { may } from '../../people/may.ts'
import { type Member, nameAndBody } from '../../people/members.ts'

/** How many are shown before the table, which has them all. */
const most = 8

/** How many ids one statement asks for: SQLite's adapter takes fewer than 1,000 parameters. */
const idsAtOnce = 500

export type ShownAccount = {
  readonly personId: string | null
  readonly platform: string
  readonly conversation: string | null
  readonly unreachable: string | null
}
export type Accounts = ReadonlyMap<string | null, readonly ShownAccount[]>

/** Those who hold a role on `today` and have no account that takes messages, by id. */
export async function unreachedIds(
  { db, mustHear }: Pick<Context, 'db' | 'mustHear'>,
  today: string,
): Promise<ReadonlySet<string>> {
  const held = { fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }] }
  const rows = await db.person.findMany({
    where: { roles: { some: held }, accounts: { none: reachable(mustHear) } },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}

/** The accounts of these people by which they are told things; what an account is called on its platform is not read. */
export async function accountsToShow(
  { db }: Pick<Context, 'db'>,
  people: readonly { readonly id: string }[],
): Promise<Accounts> {
  const ids = [...new Set(people.map(({ id }) => id))]
  const rows: ShownAccount[] = []
  for (let at = 0; at < ids.length; at += idsAtOnce)
    rows.push(
      ...(await db.account.findMany({
        where: { personId: { in: ids.slice(at, at + idsAtOnce) }, ...lookedAt },
        select: { personId: true, platform: true, conversation: true, unreachable: true },
        orderBy: [{ platform: 'asc' }, { id: 'asc' }],
      })),
    )
  return Map.groupBy(rows, ({ personId }) => personId)
}

/** Whom no message reaches, each with why and with what a coordinator can do about it; nothing where there is nobody. */
export function unreachedSection(ctx: Context, people: readonly Member[], accounts: Accounts): readonly Section[] {
  if (people.length === 0) return []
  const { texts: t } = ctx
  const lines = people.slice(0, most).map((person) => ({
    name: person.key,
    text: nameAndBody(t, person),
    small: [t.digest.unreachableWhy[whyOf(accounts.get(person.id) ?? [])]],
    buttons: accessButton(ctx, person),
  }))
  return [
    {
      id: 'unreached',
      title: t.desk.people.unreached,
      pill: { text: String(people.length), tone: 'warning' },
      ...(people.length > most
        ? { ways: [{ label: t.desk.people.allUnreached, place: { page: 'people', show: 'unreached' } }] }
        : {}),
      parts: [{ kind: 'lines', lines }],
    },
  ]
}

/** The way to an access link for somebody, for who may make one. */
const accessButton = ({ texts: t, actor }: Context, { id }: { readonly id: string }): readonly Button[] =>
  may(actor, 'access.make') ? [{ label: t.buttons.access, intent: { kind: 'access.make.form', person: id } }] : []

const whyOf = (accounts: readonly ShownAccount[]) =>
  accounts.length === 0
    ? 'no-account'
    : accounts.every(({ unreachable }) => isGone(unreachable))
      ? 'gone'
      : 'takes-no-letters'
