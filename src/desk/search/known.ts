import type { Context } from '../../context.ts'
import { peopleEntries, teamEntries, unitEntries } from '../../conversation/picking/directories.ts'
import type { Entry } from '../../conversation/picking/entry.ts'
import { keepEntries } from '../../conversation/picking/kept-entries.ts'
import type { Db } from '../../database/db.ts'

type Reading = Pick<Context, 'db' | 'now' | 'zone'>
type Kind = 'item' | 'person' | 'team' | 'unit'
/** What an import brings, by kind, each with all that it is found by. */
export type Known = Readonly<Record<Kind, readonly Entry[]>>

const kept = new WeakMap<Db, ReturnType<typeof keepEntries>>()
const sorted = new WeakMap<readonly Entry[], Known>()

/** Read and folded once between two imports, as pickers keep it: else each letter that is typed would do it all again. */
export async function readKnown(ctx: Reading): Promise<Known> {
  const keep = kept.get(ctx.db) ?? keepEntries()
  kept.set(ctx.db, keep)
  const all = await keep(ctx, 'search', readAll)
  return sorted.get(all) ?? { item: [], person: [], team: [], unit: [] }
}

async function readAll(ctx: Reading): Promise<readonly Entry[]> {
  const { db } = ctx
  const [items, person, team, units] = await Promise.all([
    db.workItem.findMany({
      orderBy: [{ plan: { year: 'desc' } }, { position: 'asc' }],
      select: { id: true, key: true, title: true, titleEn: true },
    }),
    peopleEntries(ctx),
    teamEntries(ctx),
    db.unit.findMany({ select: { id: true, name: true, shortNames: true }, orderBy: { name: 'asc' } }),
  ])
  const known: Known = { item: items.map(itemEntry), person, team, unit: unitEntries(units) }
  const all = Object.values(known).flat()
  sorted.set(all, known)
  return all
}

type Item = { readonly id: string; readonly key: string; readonly title: string; readonly titleEn: string | null }
const itemEntry = ({ id, key, title, titleEn }: Item): Entry => ({
  id,
  value: key,
  called: [title],
  names: [[key], [title], titleEn === null ? [] : [titleEn]],
})
