import { z } from 'zod'
import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { readSeat } from '../../opinions/answering/read-seat.ts'
import type { Seat } from '../../opinions/answering/seat.ts'
import { phase, standing, takesAnswers } from '../../opinions/rounds/phase.ts'
import type { Composed, Purpose } from '../../outbox/delivery/compose.ts'
import { forItem, grantsTo } from '../../people/delegated.ts'
import { type NudgeItem, nudgeCard } from '../cards/nudge-card.ts'
import { readerOnLeave, readerZone } from '../on-leave.ts'
import { waitForOffice } from '../wait-for-office.ts'
import { nextAtWork } from './at-work.ts'
import { ladderSteps, nudgeKey } from './due.ts'
import { ladderFacts } from './open-rounds.ts'

const NudgeEntry = z.object({
  round: z.uuid(),
  /** `T-14` ... `T+10`, or a snooze's morning, `YYYY-MM-DD`. */
  step: z.string(),
  /** The deadline that it is about, in ISO 8601 and UTC. */
  due: z.string(),
  /** The last step before the deadline: neither leave nor a snooze holds it back. */
  last: z.literal(true).optional(),
  /** To a delegate: the member it is for. */
  for: z.uuid().optional(),
})
export type NudgeEntry = z.infer<typeof NudgeEntry>

/** A nudge by rule, about one round or several. */
export const NudgeNotification = z.object({
  kind: z.literal('nudge'),
  card: z.literal(true),
  entries: z.array(NudgeEntry).min(1),
})
export type NudgeNotification = z.infer<typeof NudgeNotification>

type Found = { readonly entry: NudgeEntry; readonly seat: Seat }

/**
 * The words of a nudge as things stand at `ctx.now`. Before it goes out, whatever needs no nudging any more falls out;
 * outside the reader's office hours it waits, but not past the deadline. Read again, it shows where each round stands.
 */
export async function composeNudge(ctx: Context, letter: NudgeNotification, purpose: Purpose): Promise<Composed> {
  const read = await Promise.all(
    letter.entries.map(async (entry) => ({
      entry,
      seat: await readSeat(ctx.db, entry.round, entry.for ?? ctx.actor.id),
    })),
  )
  const found = read.flatMap(({ entry, seat }): readonly Found[] => (seat?.asked === true ? [{ entry, seat }] : []))
  const card = async (of: readonly Found[]) => ({ message: await nudgeCard(ctx, await itemsOf(ctx, of)) })
  if (purpose === 'reread') return await card(found)
  const still = await stillDue(ctx, found)
  if (still.length === 0) return { drop: 'answered, changed or put off since' }
  const wait = waitForOffice(ctx, purpose)
  if (wait === undefined) return await card(still)
  // What would come only past the deadline is left to the overdue steps.
  const opens = nextAtWork(ctx.calendar, readerZone(ctx), ctx.now)
  const keeps = still.some(({ seat: { round } }) => ctx.now >= round.dueAt || opens < round.dueAt)
  return keeps ? wait : { drop: 'it would come past the deadline' }
}

/** Beside each entry of a delegate the name of the member it is for. */
async function itemsOf({ db }: Pick<Context, 'db'>, found: readonly Found[]): Promise<readonly NudgeItem[]> {
  const ids = [...new Set(found.flatMap(({ entry }) => entry.for ?? []))]
  const rows =
    ids.length === 0
      ? []
      : await db.person.findMany({
          where: { id: { in: ids.slice(0, 500) } },
          select: { id: true, name: true, honorific: true },
        })
  const members = new Map(rows.map((row) => [row.id, row]))
  return found.map(({ entry, seat }) => {
    const member = members.get(entry.for ?? '')
    return { ...entry, seat, ...(member === undefined ? {} : { member }) }
  })
}

async function stillDue(ctx: Context, found: readonly Found[]): Promise<readonly Found[]> {
  const open = found.filter(({ entry, seat: { round, opinion } }) => {
    const isOverdue = entry.step.startsWith('T+')
    const takes = isOverdue ? takesAnswers(round, ctx.now) : phase(round, ctx.now) === 'open'
    return takes && round.dueAt.toISOString() === entry.due && standing(round, opinion, ctx.now) === 'missing'
  })
  const [own, delegated] = await Promise.all([
    ownDue(
      ctx,
      open.filter(({ entry }) => entry.for === undefined),
    ),
    delegatedDue(
      ctx,
      open.filter(({ entry }) => entry.for !== undefined),
    ),
  ])
  return open.filter((one) => own.has(one) || delegated.has(one))
}

async function ownDue(ctx: Context, own: readonly Found[]): Promise<ReadonlySet<Found>> {
  if (own.length === 0 || !ctx.actor.roles.has('member')) return new Set()
  const { id } = ctx.actor
  const where = { personId: id, round: { state: 'open' } }
  const [away, snoozes, nudges] = await Promise.all([
    readerOnLeave(ctx),
    ctx.db.snooze.findMany({ where, select: { roundId: true, untilDay: true } }),
    ctx.db.nudge.findMany({
      where: { ...where, subject: null, kind: { in: ['step', 'snooze'] } },
      select: { key: true, roundId: true, at: true },
    }),
  ])
  const zone = readerZone(ctx)
  const today = dayIn(ctx.now, zone)
  const putOff = new Set(snoozes.flatMap((one) => (one.untilDay > today ? [one.roundId] : [])))
  const still = new Set<Found>()
  for (const found of own) {
    const { entry, seat } = found
    const isOverdue = entry.step.startsWith('T+')
    const planned = nudges.find((one) => one.key === nudgeKey(seat.round, id, entry.step))
    // A later one for the same round says what this one would: after a rest of the platform one comes, not two.
    const isOvertaken = nudges.some(
      (one) =>
        planned !== undefined &&
        one.roundId === entry.round &&
        one.at > planned.at &&
        // Planned past the deadline by a clock that has been set right since.
        (isOverdue || !one.key.startsWith(nudgeKey(seat.round, id, 'T+'))),
    )
    if (isOvertaken) continue
    if (entry.last !== true && (away || (putOff.has(entry.round) && !isOverdue))) continue
    const hasWaited = planned !== undefined && dayIn(planned.at, zone) < today
    if (entry.last !== true && hasWaited && (await nextComesToday(ctx, seat, zone, planned.at))) continue
    still.add(found)
  }
  return still
}

/** Whether the ladder has a step later than `since` on this very day, before the deadline or past it as today is. */
async function nextComesToday(ctx: Context, { round }: Seat, zone: string, since: Date): Promise<boolean> {
  const today = dayIn(ctx.now, zone)
  const facts = await ladderFacts(ctx, round)
  const over = ctx.now >= round.dueAt
  return ladderSteps(ctx, facts, zone).some(({ day, at }) => day === today && at > since && at > round.dueAt === over)
}

async function delegatedDue(ctx: Context, others: readonly Found[]): Promise<ReadonlySet<Found>> {
  if (others.length === 0) return new Set()
  const grants = await grantsTo(ctx, ctx.actor.id)
  return new Set(
    others.filter(({ entry, seat }) =>
      forItem(grants, seat.round.itemId).some((grant) => grant.giver.id === entry.for),
    ),
  )
}
