import type { Context } from '../../context.ts'
import { readBoard } from '../../opinions/boards/read-board.ts'
import { takesAnswers } from '../../opinions/rounds/phase.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import { type Member, peopleById } from '../../people/members.ts'
import { withReach } from '../../people/reachable.ts'
import { onLeave, zonesOf } from '../on-leave.ts'
import { pairOf, type Reminded, remindedBefore } from './reminded-before.ts'
import { reminderTime } from './reminder-hours.ts'

/**
 * Why somebody gets no reminder. `former`: holds no seat any more, and could not answer; `not-asked`: named, and not
 * asked in any of the rounds.
 */
export const whys = ['answered', 'deemed', 'leave', 'reminded', 'unreachable', 'former', 'not-asked'] as const
export type Why = (typeof whys)[number]

/** Somebody who is to be reminded, of these rounds, in one message at `at`: now, or in the morning. */
export type Due = { readonly person: Member; readonly rounds: readonly Round[]; readonly at: Date }

/** Somebody who is left out of a reminder about these rounds. */
export type LeftOut = {
  readonly person: Member
  readonly rounds: readonly Round[]
  readonly why: Why
  /** `leave`: its last day, `YYYY-MM-DD`. */
  readonly until?: string
  /** `reminded`: the message that holds this one up. */
  readonly before?: Reminded
}

export type WhoToRemind = {
  readonly due: readonly Due[]
  readonly left: readonly LeftOut[]
  /** How many reminders by hand there have been, by `pairOf`. */
  readonly counts: ReadonlyMap<string, number>
}

/**
 * Who gets a reminder about these rounds now, and who is left out and why; of `named` people alone where they are given.
 * One entry a person among the due, however many rounds. Reads only.
 */
export async function whoToRemind(
  ctx: Pick<Context, 'db' | 'now' | 'zone' | 'mustHear'>,
  given: readonly Round[],
  named?: readonly Member[],
): Promise<WhoToRemind> {
  const rounds = given.filter((round) => takesAnswers(round, ctx.now))
  const zoneOf = await zonesOf(ctx)
  const [boards, leave, { cooling, counts }] = await Promise.all([
    Promise.all(rounds.map(async (round) => ({ round, board: await readBoard(ctx, round) }))),
    onLeave(ctx, zoneOf),
    remindedBefore(
      ctx,
      rounds.map((round) => round.id),
    ),
  ])
  const ids = new Set(boards.flatMap(({ board }) => board.rows.map((row) => row.personId)))
  const people = await withReach(ctx, named ?? (await peopleById(ctx, [...ids])))
  const standings = new Map(
    boards.flatMap(({ round, board }) =>
      board.rows.map((row) => [pairOf(round.id, row.personId), row.standing] as const),
    ),
  )
  const due: Due[] = []
  const left: LeftOut[] = []
  for (const person of people) {
    const asked = rounds.filter((round) => standings.has(pairOf(round.id, person.id)))
    const standingIs = (...wanted: readonly string[]) =>
      asked.filter((round) => wanted.includes(standings.get(pairOf(round.id, person.id)) ?? ''))
    const missing = standingIs('missing')
    const before = (round: Round) => cooling.get(pairOf(round.id, person.id))
    const out = (why: Why, of: readonly Round[], more: Partial<LeftOut> = {}) => {
      if (of.length > 0 || why === 'not-asked') left.push({ person, rounds: of, why, ...more })
    }
    if (asked.length === 0) out('not-asked', [])
    out('answered', standingIs('answered', 'late'))
    out('deemed', standingIs('deemed'))
    const until = leave.get(person.id)
    out('former', standingIs('former'))
    if (until !== undefined) out('leave', missing, { until })
    else if (!person.reachable) out('unreachable', missing)
    else {
      for (const round of missing) {
        const last = before(round)
        if (last !== undefined) out('reminded', [round], { before: last })
      }
      const free = missing.filter((round) => before(round) === undefined)
      if (free.length > 0) due.push({ person, rounds: free, at: reminderTime(ctx.now, zoneOf(person.id)) })
    }
  }
  return { due, left, counts }
}
