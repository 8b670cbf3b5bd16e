import type { Context } from '../../context.ts'
import { type Board, countBoard } from '../../opinions/boards/read-board.ts'
import { type Reach, reachOfWaiting } from '../../opinions/boards/read-reach.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import { formerIn } from '../../opinions/rounds/who-counts.ts'
import { type Member, memberColumns } from '../../people/members.ts'
import { type LastNudge, lastNudges } from './last-nudges.ts'
import { type Hindrances, readHindrances } from './read-hindrances.ts'

/** A version of an opinion as the page tells of it: never its words. */
export type Version = {
  readonly id: string
  readonly personId: string
  readonly version: number
  readonly position: string
  readonly at: Date
  readonly late: boolean
  readonly recordedSource: string | null
  readonly sentById: string | null
  /** How many remarks it makes: on provisions, and one for its general words. */
  readonly remarks: number
  readonly files: number
}

/** Who stands where in a round by name, for whoever may read what others wrote in it. */
export type Details = Hindrances & {
  readonly board: Board
  readonly people: ReadonlyMap<string, Member>
  /** All of them, each person's in the order in which they were sent. */
  readonly versions: readonly Version[]
  /** Of those who have not answered; for coordinators. */
  readonly reach: ReadonlyMap<string, Reach>
  readonly nudges: ReadonlyMap<string, LastNudge>
}

/** Reads all of it. What only coordinators may know (messages, drafts begun, leave) is read for them alone. */
export async function readDetails(ctx: Context, round: Round): Promise<Details> {
  const { db } = ctx
  const coordinates = ctx.actor.roles.has('coordinator')
  const [former, asked, versions, nudges] = await Promise.all([
    formerIn(ctx, round),
    db.asked.findMany({
      where: { roundId: round.id },
      select: { personId: true, person: { select: { ...memberColumns, timeZone: true } } },
    }),
    versionsOf(ctx, round.id),
    coordinates ? lastNudges(ctx, round.id) : new Map<string, LastNudge>(),
  ])
  const board = countBoard(ctx, round, { asked, versions, former })
  const [reach, hindrances] = await Promise.all([
    reachOfWaiting(ctx, round, board),
    coordinates
      ? readHindrances(ctx, round, asked)
      : { begun: new Set<string>(), leave: new Map(), delegates: new Map() },
  ])
  const people = new Map(asked.map(({ person }) => [person.id, person]))
  return { board, people, versions, reach, nudges, ...hindrances }
}

/** Every version of every opinion in a round, in the order in which they were sent: one statement, which counts remarks and files. */
async function versionsOf({ db }: Pick<Context, 'db'>, round: string): Promise<readonly Version[]> {
  const rows = await db.$queryRaw<(Omit<Version, 'remarks' | 'files'> & Record<'remarks' | 'files', bigint>)[]>`
    SELECT o."id", o."personId", o."version", o."position", o."at", o."late", o."recordedSource", o."sentById",
           (SELECT COUNT(*) FROM "OpinionComment" c WHERE c."opinionId" = o."id")
             + CASE WHEN o."body" = '' THEN 0 ELSE 1 END AS "remarks",
           (SELECT COUNT(*) FROM "OpinionFile" f WHERE f."opinionId" = o."id") AS "files"
    FROM "Opinion" o WHERE o."roundId" = ${round} ORDER BY o."version", o."at", o."id"`
  return rows.map((row) => ({ ...row, remarks: Number(row.remarks), files: Number(row.files) }))
}
