import type { Context } from '../../context.ts'
import { byOrganisation, personColumns, personEntry } from '../../conversation/picking/directories.ts'
import type { Entry } from '../../conversation/picking/entry.ts'
import type { Round } from './rounds.ts'
import { formerIn } from './who-counts.ts'

type Reading = Pick<Context, 'db' | 'now' | 'zone'>

/**
 * Who was asked in a round, for whoever records an opinion for one of them. Also who is no member any more: their letter may
 * have come before they left. Whoever has a successor in the round is not offered: that one answers for the seat. By
 * organisation and name.
 */
export async function askedEntries(ctx: Reading, round: Pick<Round, 'id'> & Parameters<typeof formerIn>[1]) {
  const [asked, former] = await Promise.all([
    ctx.db.asked.findMany({ where: { roundId: round.id }, select: { person: { select: personColumns } } }),
    formerIn(ctx, round),
  ])
  const people = asked.map(({ person }) => person).sort(byOrganisation)
  const entries = people.map((person): Entry => {
    const gone = former.get(person.id)
    const entry = personEntry(person, gone?.successorId === undefined ? undefined : { day: undefined })
    return gone === undefined ? entry : { ...entry, past: true }
  })
  return { entries, former }
}
