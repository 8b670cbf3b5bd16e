import type { Context } from '../../context.ts'
import { nameAndBody } from '../../people/members.ts'
import type { Details } from './read-details.ts'

type Known = string | number | boolean | null | undefined

/**
 * The names of everybody of whom the page tells, by id and by key: those asked by the body they speak for. One statement, for whoever was
 * not asked.
 */
export async function namesOn(
  { db, texts: t }: Pick<Context, 'db' | 'texts'>,
  { people, versions, nudges, board }: Details,
  more: { readonly ids: readonly (string | null)[]; readonly keys: readonly Known[] },
): Promise<(idOrKey: string) => string | undefined> {
  const names = new Map<string, string>()
  for (const person of people.values()) {
    const name = person.organisation === null ? person.name : t.called(person.organisation)
    names.set(person.id, name).set(person.key, nameAndBody(t, person))
  }
  const ids = [
    ...more.ids,
    ...versions.map(({ sentById }) => sentById),
    ...[...nudges.values()].map(({ byId }) => byId),
    ...board.rows.map(({ former }) => former?.successorId),
  ]
  const unknown = (all: readonly Known[]) => [
    ...new Set(all.filter((one): one is string => typeof one === 'string' && !names.has(one))),
  ]
  const wanted = { ids: unknown(ids), keys: unknown(more.keys) }
  if (wanted.ids.length + wanted.keys.length === 0) return (one) => names.get(one)
  const rows = await db.person.findMany({
    where: { OR: [{ id: { in: wanted.ids } }, { key: { in: wanted.keys } }] },
    select: { id: true, key: true, name: true },
  })
  for (const { id, key, name } of rows) names.set(id, name).set(key, name)
  return (one) => names.get(one)
}
