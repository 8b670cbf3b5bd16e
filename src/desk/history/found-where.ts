import type { Context } from '../../context.ts'
import type { Entry } from '../../conversation/picking/entry.ts'
import { searchEntries } from '../../conversation/picking/search-entries.ts'
import type { Prisma } from '../../database/generated/sqlite/client.ts'
import { fold } from '../../texts/fold.ts'

/** How many people and items one search takes: SQLite's adapter takes fewer than 1,000 parameters. */
const most = 200

/** Which lines of the log typed words mean: by what was done, who did it, and the person, item or visit that it is about. */
export async function foundWhere(
  { texts: t, db }: Context,
  people: readonly Entry[],
  find: string,
): Promise<Prisma.AuditWhereInput> {
  const words = fold(find)
  if (words === '') return {}
  const deeds = Object.entries(t.desk.history.deeds).flatMap(([deed, said]) =>
    fold(said).includes(words) ? [deed] : [],
  )
  const keys = searchEntries(people, find)
    .slice(0, most)
    .map(({ entry }) => entry.value)
  const items = await db.workItem.findMany({ select: { id: true, key: true, title: true, titleEn: true } })
  const meant = items.filter(({ key, title, titleEn }) =>
    [key, title, titleEn ?? ''].some((name) => fold(name).includes(words)),
  )
  const rounds =
    meant.length === 0
      ? []
      : await db.round.findMany({
          where: { itemId: { in: meant.slice(0, most).map(({ id }) => id) } },
          orderBy: { openedAt: 'desc' },
          take: most,
          select: { id: true },
        })
  const visit = /^kt ?(\d+)$/u.exec(words)?.[1]
  const subjects = [...keys, ...rounds.map(({ id }) => id), ...(visit === undefined ? [] : [`KT-${visit}`])]
  return { OR: [{ deed: { in: deeds } }, { actor: { in: keys } }, { subject: { in: subjects } }] }
}
