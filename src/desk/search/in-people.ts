import type { Context } from '../../context.ts'
import type { Section } from '../../contract/page.ts'
import { labelOf } from '../../conversation/picking/entry.ts'
import { searchEntries } from '../../conversation/picking/search-entries.ts'
import { oversees } from '../parts/oversees.ts'
import { group, most } from './group.ts'
import type { Known } from './known.ts'

/** The people whom the words may mean, for who has the page of people; others are not told who there is. */
export function foundPeople(ctx: Context, known: Known, find: string): readonly Section[] {
  const { texts: t } = ctx
  if (!oversees(ctx.actor)) return []
  const found = searchEntries(known.person, find)
  return group(ctx, {
    id: 'people',
    title: t.desk.people.name,
    total: found.length,
    lines: found.slice(0, most).map(({ entry }) => ({
      name: entry.value,
      text: labelOf(ctx, entry),
      place: { page: 'people', find: entry.value },
      ...(entry.apart === undefined ? {} : { small: [t.called(entry.apart)] }),
    })),
    way: { label: t.desk.search.all, place: { page: 'people', find } },
  })
}
