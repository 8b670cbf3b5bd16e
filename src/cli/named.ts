import type { Context } from '../context.ts'
import { nearestUnits, readVocabulary } from '../conversation/vocabulary.ts'
import { personCalled } from '../people/members.ts'
import { unitsBehind } from '../plan/units/same-unit.ts'
import { shortNamesOf } from '../plan/units/short-names.ts'
import { fold } from '../texts/fold.ts'
import { byNumber } from '../visits/schedule/read-overview.ts'
import type { Io } from './io.ts'

/** Names that a refusal lists at the most. */
const mostNear = 12

/** The id of the team with this key. Refuses one that there is not, and names those that there are. */
export async function teamNamed({ db }: Context, io: Io, key: string): Promise<string> {
  const teams = await db.team.findMany({ select: { id: true, key: true } })
  const team = teams.find((one) => one.key === key)
  if (team !== undefined) return team.id
  const keys = teams.map((one) => one.key).sort(byNumber)
  return io.fail(keys.length === 0 ? 'there is no team yet' : `there is no team "${key}"; there are ${listed(keys)}`)
}

/**
 * The ids of the units that a name stands for: its own, and of those merged into it. Names and short names count, with or
 * without diacritics. Refuses what is none or several, and names what comes near.
 */
export async function unitNamed(ctx: Context, io: Io, name: string): Promise<readonly string[]> {
  const units = await ctx.db.unit.findMany({
    select: { id: true, name: true, shortNames: true },
    orderBy: { name: 'asc' },
  })
  const exact = units.filter((unit) => unit.name === name.normalize('NFC'))
  const wanted = fold(name)
  const [unit, ...others] = exact.length > 0 ? exact : units.filter((one) => namesOf(one).includes(wanted))
  if (unit !== undefined && others.length === 0) return (await unitsBehind(ctx, unit.id)).ids
  if (unit !== undefined)
    return io.fail(
      `"${name}" may be any of: ${listed([unit, ...others].map((one) => one.name))}; write it with its diacritics`,
    )
  const near = nearestUnits(await readVocabulary(ctx), name, 5).map((one) => one.name)
  return io.fail(`there is no unit "${name}"${near.length === 0 ? '' : `; near it: ${listed(near)}`}`)
}

/** The id of whoever this key or whole name means. Refuses nobody and several, and names what comes near. */
export async function personNamed(ctx: Context, io: Io, word: string): Promise<string> {
  const [person, ...others] = await personCalled(ctx, word)
  if (person !== undefined && others.length === 0) return person.id
  if (person !== undefined)
    return io.fail(`"${word}" may be any of: ${listed([person, ...others].map((one) => one.key))}; write the key`)
  const people = await ctx.db.person.findMany({ select: { key: true, name: true }, orderBy: { key: 'asc' } })
  const wanted = fold(word)
  const near = people.filter((one) => wanted !== '' && fold(`${one.key} ${one.name}`).includes(wanted))
  return io.fail(
    `there is no person "${word}"${near.length === 0 ? '' : `; near it: ${listed(near.map((one) => one.key))}`}`,
  )
}

type Named = { readonly name: string; readonly shortNames: string | null }

const namesOf = ({ name, shortNames }: Named): readonly string[] =>
  [name, ...(shortNames ?? '').split('|'), ...shortNamesOf(name)].map(fold).filter((one) => one !== '')

const listed = (names: readonly string[]) =>
  names.length <= mostNear
    ? names.join(', ')
    : `${names.slice(0, mostNear).join(', ')} and ${names.length - mostNear} more`
