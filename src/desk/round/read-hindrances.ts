import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { onLeave } from '../../nudges/on-leave.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import { inForce } from '../../people/delegated.ts'

/** What coordinators know of those asked before they remind them, by person. */
export type Hindrances = {
  /** Who has begun to write and not sent it: only that they have. */
  readonly begun: ReadonlySet<string>
  /** The last day of a leave that is running, `YYYY-MM-DD`. */
  readonly leave: ReadonlyMap<string, string>
  /** Who may act for them in this round today, by name. */
  readonly delegates: ReadonlyMap<string, readonly string[]>
}

/** Reads it for everybody asked in the round. */
export async function readHindrances(
  ctx: Context,
  round: Round,
  asked: readonly { readonly personId: string; readonly person: { readonly timeZone: string | null } }[],
): Promise<Hindrances> {
  const { db, now, zone } = ctx
  const zones = new Map(asked.map(({ personId, person }) => [personId, person.timeZone ?? zone]))
  const [drafts, leave, grants] = await Promise.all([
    db.opinionDraft.findMany({ where: { roundId: round.id }, select: { personId: true } }),
    onLeave(ctx, (person) => zones.get(person) ?? zone),
    db.delegation.findMany({
      where: {
        ...inForce(dayIn(now, zone)),
        OR: [{ itemId: null }, { itemId: round.itemId }],
        person: { asked: { some: { roundId: round.id } } },
      },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      select: { personId: true, taker: { select: { name: true } } },
    }),
  ])
  const delegates = new Map<string, string[]>()
  for (const { personId, taker } of grants) {
    const names = delegates.get(personId) ?? []
    if (!names.includes(taker.name)) delegates.set(personId, [...names, taker.name])
  }
  return { begun: new Set(drafts.map(({ personId }) => personId)), leave, delegates }
}
