import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { otherNamesOf } from '../../people/bodies.ts'
import { namesOfUnit } from '../../understand/names/units.ts'
import { TEAM_WORDS } from '../../understand/words/teams.ts'
import type { Entry } from './entry.ts'

type Reading = Pick<Context, 'db' | 'now' | 'zone'>
type Span = { readonly role: string; readonly fromDay: string; readonly toDay: string | null }
type Person = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly title?: string | null
  readonly organisation: string | null
}
export type PersonWithSpans = Person & { readonly spans: readonly Span[] }

const inVietnamese = new Intl.Collator('vi', { numeric: true }).compare
/** Of a person, as they are found. */
export const personColumns = { id: true, key: true, name: true, title: true, organisation: true } as const

/** Everybody in the roster; whoever's roles have all ended has left. By organisation and name. */
export async function peopleEntries(ctx: Reading): Promise<readonly Entry[]> {
  const today = dayIn(ctx.now, ctx.zone)
  return (await peopleWithSpans(ctx)).map((person) => entryOn(person, today))
}

/** Somebody of the roster as an entry: on `today` they may have left. */
export function entryOn({ spans, ...person }: PersonWithSpans, today: string): Entry {
  const ends = spans.map(({ toDay }) => toDay)
  const isOver = spans.length > 0 && ends.every((end) => end !== null && end < today)
  return personEntry(person, isOver ? { day: latest(ends) } : undefined)
}

/** Today's members; whoever was one and is none any more has left. By organisation and name. */
export async function memberEntries(ctx: Reading): Promise<readonly Entry[]> {
  const today = dayIn(ctx.now, ctx.zone)
  const people = await peopleWithSpans(ctx)
  return people.flatMap(({ spans, ...person }) => {
    const seats = spans.filter(({ role, fromDay }) => role === 'member' && fromDay <= today)
    if (seats.length === 0) return []
    const isMember = seats.some(({ toDay }) => toDay === null || toDay >= today)
    return [personEntry(person, isMember ? undefined : { day: latest(seats.map(({ toDay }) => toDay)) })]
  })
}

/** A person with all that they are found by; `left`: they are not offered. */
export function personEntry(person: Person, left?: Entry['left']): Entry {
  const { id, key, name, title = null, organisation } = person
  const body: [] | [string] = organisation === null || organisation === name ? [] : [organisation]
  return {
    id,
    value: key,
    called: [name, ...body],
    apart: title ?? undefined,
    names: [[key], [name, ...body], otherNamesOf(organisation ?? name)],
    beside: title === null ? [] : [title],
    ...(left === undefined ? {} : { left }),
  }
}

/** In the order of the Vietnamese alphabet, which neither database knows; whoever has no organisation comes first. */
export const byOrganisation = (a: Person, b: Person): number =>
  inVietnamese(a.organisation ?? '', b.organisation ?? '') || inVietnamese(a.name, b.name) || inVietnamese(a.key, b.key)

/** All teams, by number. */
export async function teamEntries({ db }: Pick<Context, 'db'>): Promise<readonly Entry[]> {
  const teams = await db.team.findMany({ select: { id: true, key: true, name: true } })
  return teams.sort((a, b) => inVietnamese(a.key, b.key)).map(teamEntry)
}

/** A team with all that it is found by: its number above all. */
export function teamEntry({
  id,
  key,
  name,
}: {
  readonly id: string
  readonly key: string
  readonly name: string
}): Entry {
  const number = /(\d+)\s*$/.exec(key)?.[1] ?? /(\d+)\s*$/.exec(name)?.[1]
  const plain = number === undefined ? undefined : String(Number(number))
  const numbered = plain === undefined ? [] : [plain, ...TEAM_WORDS.map((word) => `${word} ${plain}`)]
  return { id, value: key, called: [name], names: [[key], [name], numbered] }
}

/** These units, in the order given, by their names, short names and English ones. */
export function unitEntries(
  units: readonly { readonly id: string; readonly name: string; readonly shortNames: string | null }[],
): readonly Entry[] {
  return units.map(({ id, name, shortNames }) => ({
    id,
    value: id,
    called: [name],
    names: [[], [name, ...(shortNames?.split('|') ?? [])], namesOfUnit({ id, name })],
  }))
}

/** Everybody in the roster with all the roles that they hold, held or will hold, by organisation and name. */
export async function peopleWithSpans({ db }: Pick<Context, 'db'>): Promise<readonly PersonWithSpans[]> {
  const [people, spans] = await Promise.all([
    db.person.findMany({ select: personColumns }),
    db.role.findMany({ select: { personId: true, role: true, fromDay: true, toDay: true } }),
  ])
  const byPerson = Map.groupBy(spans, ({ personId }) => personId)
  return people.sort(byOrganisation).map((person) => ({ ...person, spans: byPerson.get(person.id) ?? [] }))
}

const latest = (days: readonly (string | null)[]): string | undefined =>
  days
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1)
