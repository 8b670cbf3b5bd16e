import { setImmediate } from 'node:timers/promises'
import type { Context } from '../../context.ts'

/** So many opinions are read at once, since SQLite is read on the thread that answers everybody. */
const atOnce = 8

/** Everybody's current version in a round, with its comments. */
export async function* currentOpinions({ db }: Pick<Context, 'db'>, round: string) {
  const versions = await db.opinion.findMany({
    where: { roundId: round },
    orderBy: { version: 'asc' },
    select: { id: true, personId: true },
  })
  // Later versions overwrite earlier ones.
  const current = [...new Map(versions.map(({ id, personId }) => [personId, id])).values()]
  for (let from = 0; from < current.length; from += atOnce) {
    yield* await db.opinion.findMany({
      where: { id: { in: current.slice(from, from + atOnce) } },
      select: { id: true, personId: true, body: true, comments: { orderBy: { place: 'asc' } } },
    })
    await setImmediate()
  }
}
