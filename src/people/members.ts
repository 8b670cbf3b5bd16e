import { dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import type { Prisma } from '../database/generated/sqlite/client.ts'
import { fold } from '../texts/fold.ts'
import type { Texts } from '../texts/texts.ts'
import type { Role } from './actor.ts'
import { bodyCalled } from './bodies.ts'

export type Member = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly organisation: string | null
  readonly title?: string | null
}

/** Of a person, as they are named. */
export const memberColumns = { id: true, key: true, name: true, organisation: true, title: true } as const

/** As lists name them, with the body they speak for unless the name says it: two people may bear one name. */
export const nameAndBody = ({ called }: Pick<Texts, 'called'>, { name, organisation }: Member): string =>
  organisation === null || name.includes(organisation) ? name : `${name}, ${called(organisation)}`

/** How many ids one statement asks for: SQLite's adapter takes fewer than 1,000 parameters. */
const idsAtOnce = 500

/** Everybody who holds the role today (a day in the committee's zone), by organisation and name. */
export async function peopleWithRole(
  ctx: Pick<Context, 'db' | 'now' | 'zone'>,
  role: string,
): Promise<readonly Member[]> {
  return (await membersWhere(ctx, holding(ctx, [role]))).sort(byOrganisation)
}

/** The same for whoever needs no names: everybody who holds one of the roles today, each once, in no order. */
export function holdersOf(ctx: Pick<Context, 'db' | 'now' | 'zone'>, ...roles: readonly Role[]) {
  return ctx.db.person.findMany({
    where: holding(ctx, roles),
    select: { id: true, organisation: true, timeZone: true },
  })
}

function holding({ now, zone }: Pick<Context, 'now' | 'zone'>, roles: readonly string[]): Prisma.PersonWhereInput {
  const today = dayIn(now, zone)
  const held = { fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }] }
  return { roles: { some: { role: { in: [...roles] }, ...held } } }
}

/** These people, by id, in the same order as above. */
export async function peopleById(ctx: Pick<Context, 'db'>, ids: readonly string[]): Promise<readonly Member[]> {
  const found: Member[] = []
  for (let at = 0; at < ids.length; at += idsAtOnce)
    found.push(...(await membersWhere(ctx, { id: { in: ids.slice(at, at + idsAtOnce) } })))
  return found.sort(byOrganisation)
}

const membersWhere = ({ db }: Pick<Context, 'db'>, where: Prisma.PersonWhereInput): Promise<Member[]> =>
  db.person.findMany({ where, select: memberColumns })

const inVietnamese = new Intl.Collator('vi').compare

/** In the order of the Vietnamese alphabet, which neither database knows; whoever has no organisation comes first. */
const byOrganisation = (a: Member, b: Member): number =>
  inVietnamese(a.organisation ?? '', b.organisation ?? '') || inVietnamese(a.name, b.name) || inVietnamese(a.key, b.key)

/**
 * Says which of these people a word means: a key, or a whole name or organisation with or without diacritics, also by
 * another name under which the organisation is known: "BTC", "Ministry of Finance".
 */
export function peopleCalled(members: readonly Member[]): (word: string) => readonly Member[] {
  const exactly = new Map(members.map((member) => [member.key, [member]]))
  const byKey = Map.groupBy(members, (member) => fold(member.key))
  const byName = new Map<string, Set<Member>>()
  for (const member of members)
    for (const name of [fold(member.name), fold(member.organisation ?? '')])
      byName.set(name, (byName.get(name) ?? new Set()).add(member))
  return (word) => {
    const wanted = fold(word)
    if (wanted === '') return []
    const found = exactly.get(word) ?? byKey.get(wanted) ?? byName.get(wanted)
    if (found !== undefined) return [...found]
    const body = bodyCalled(word)
    return body === undefined ? [] : members.filter(({ organisation }) => bodyCalled(organisation ?? '') === body)
  }
}

/** Everybody in the roster, whatever roles they hold, in no order. */
export const everybody = (ctx: Pick<Context, 'db'>): Promise<readonly Member[]> => membersWhere(ctx, {})

/** Everybody in the roster whom a word means, whatever roles they hold: see `peopleCalled`. */
export async function personCalled(ctx: Pick<Context, 'db'>, word: string): Promise<readonly Member[]> {
  return peopleCalled(await everybody(ctx))(word)
}

/** A word and the keys of those it may mean, to choose from. */
export const clash = (word: string, matches: readonly Member[]): string =>
  `${word} (${matches.map((match) => match.key).join(', ')})`
