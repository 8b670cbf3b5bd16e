import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { onLeave } from '../../nudges/on-leave.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'

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
  const { db, zone } = ctx
  const zones = new Map(asked.map(({ personId, person }) => [personId, person.timeZone ?? zone]))
  const [drafts, leave, grants] = await Promise.all([
    db.opinionDraft.findMany({ where: { roundId: round.id }, select: { personId: true } }),
    onLeave(ctx, (person) => zones.get(person) ?? zone),
    grantsIn(ctx, round),
  ])
  const delegates = new Map<string, string[]>()
  for (const { personId, taker } of grants) {
    const names = delegates.get(personId) ?? []
    if (!names.includes(taker)) delegates.set(personId, [...names, taker])
  }
  return { begun: new Set(drafts.map(({ personId }) => personId)), leave, delegates }
}

/** Who may act for whom in the round today, as `inForce` says it (people/delegated.ts), with the name: one statement. */
async function grantsIn({ db, now, zone }: Context, round: Round) {
  const today = dayIn(now, zone)
  return await db.$queryRaw<{ personId: string; taker: string }[]>`
    SELECT d."personId", p."name" AS "taker" FROM "Delegation" d JOIN "Person" p ON p."id" = d."takerId"
    WHERE d."endedAt" IS NULL AND d."fromDay" <= ${today} AND d."toDay" >= ${today}
      AND (d."itemId" IS NULL OR d."itemId" = ${round.itemId})
      AND EXISTS (SELECT 1 FROM "Asked" a WHERE a."roundId" = ${round.id} AND a."personId" = d."personId")
    ORDER BY d."at", d."id"`
}
