import type { Context } from '../context.ts'
import { Position } from '../contract/intent.ts'
import type { Round } from './rounds/rounds.ts'

/**
 * One current opinion, as it is handed to people and programs outside the chat; a stable shape. `person` is a key, `at`
 * is ISO 8601 in UTC, comments stand in the member's order. `recordedBy` is the key of the coordinator who recorded it
 * for somebody absent, null where it was sent here; `recordedSource` is whence it came (a letter, a telephone call).
 * `sentBy` is the key of the delegate who sent it under a delegation, null where the member did.
 */
export type ExportedOpinion = {
  readonly person: string
  readonly position: Position
  readonly body: string
  readonly comments: readonly {
    readonly provision: string
    readonly remark: string
    readonly proposal: string | null
  }[]
  readonly draftVersion: number
  readonly receipt: string
  readonly at: string
  readonly late: boolean
  readonly recordedBy: string | null
  readonly recordedSource: string | null
  readonly sentBy: string | null
}

/** Everybody's current opinion in a round (the highest version), by the person's key. */
export async function exportOpinions(
  ctx: Pick<Context, 'db'>,
  round: Pick<Round, 'id'>,
): Promise<readonly ExportedOpinion[]> {
  const versions = await ctx.db.opinion.findMany({
    where: { roundId: round.id },
    select: { id: true, personId: true, version: true },
  })
  const current = new Map<string, { id: string; version: number }>()
  for (const { id, personId, version } of versions)
    if (version > (current.get(personId)?.version ?? 0)) current.set(personId, { id, version })
  // Unordered, so that thousands of ids are read in parts: SQLite takes a limited number of parameters.
  const rows = await ctx.db.opinion.findMany({
    where: { id: { in: [...current.values()].map((opinion) => opinion.id) } },
    include: { person: { select: { key: true } }, comments: true },
  })
  const hands = [...new Set(rows.flatMap((row) => [row.recordedById ?? [], row.sentById ?? []].flat()))]
  const people = await ctx.db.person.findMany({ where: { id: { in: hands } }, select: { id: true, key: true } })
  const keys = new Map(people.map((person) => [person.id, person.key]))
  const exported = rows.map((row) => ({
    person: row.person.key,
    position: Position.parse(row.position),
    body: row.body,
    comments: row.comments
      .toSorted((one, other) => one.place - other.place)
      .map(({ provision, remark, proposal }) => ({ provision, remark, proposal })),
    draftVersion: row.draftVersion,
    receipt: row.receipt,
    at: row.at.toISOString(),
    late: row.late,
    // The coordinator may have left the roster since: then the id is all that is known.
    recordedBy: row.recordedById === null ? null : (keys.get(row.recordedById) ?? row.recordedById),
    recordedSource: row.recordedSource,
    sentBy: row.sentById === null ? null : (keys.get(row.sentById) ?? row.sentById),
  }))
  return exported.sort((one, other) => (one.person < other.person ? -1 : 1))
}
