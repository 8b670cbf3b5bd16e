import type { Context } from '../../context.ts'
import { type Board, countBoard, outline } from '../../opinions/boards/read-board.ts'
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
  /** All of them, in the order in which they were sent. */
  readonly versions: readonly Version[]
  /** Of those who have not answered; for coordinators. */
  readonly reach: ReadonlyMap<string, Reach>
  readonly nudges: ReadonlyMap<string, LastNudge>
}

/** Reads all of it. What only coordinators may know (messages, drafts begun, leave) is read for them alone. */
export async function readDetails(ctx: Context, round: Round): Promise<Details> {
  const { db } = ctx
  const of = { roundId: round.id }
  const coordinates = ctx.actor.roles.has('coordinator')
  const [former, asked, opinions, spoken, nudges] = await Promise.all([
    formerIn(ctx, round),
    db.asked.findMany({
      where: of,
      select: { personId: true, person: { select: { ...memberColumns, timeZone: true } } },
    }),
    db.opinion.findMany({
      where: of,
      orderBy: { version: 'asc' },
      select: { ...outline, id: true, _count: { select: { comments: true, files: true } } },
    }),
    db.opinion.findMany({ where: { ...of, NOT: { body: '' } }, select: { id: true } }),
    coordinates ? lastNudges(ctx, round.id) : new Map<string, LastNudge>(),
  ])
  const withWords = new Set(spoken.map(({ id }) => id))
  const versions = opinions.map(
    ({ _count: { comments, files }, ...one }): Version => ({
      ...one,
      files,
      remarks: comments + (withWords.has(one.id) ? 1 : 0),
    }),
  )
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
