import { dayIn } from '../../calendar/zoned.ts'
import { holdsSeat } from '../../opinions/rounds/who-counts.ts'
import { absencesNear } from '../on-leave.ts'
import type { NudgeContext } from '../planned.ts'
import { atWork } from './at-work.ts'
import { ladderSteps, nudgeKey, type RoundFacts, type SeatFacts } from './due.ts'
import type { LiveRound } from './open-rounds.ts'

/** How many ids one statement asks for: SQLite's adapter takes fewer than 1,000 parameters. */
const idsAtOnce = 500

/**
 * Today's members who were asked in these rounds and have not answered, where somebody could be due something: who has
 * had the nudge of the furthest step that has come is left out, unless they asked to be reminded. So a wake-up between
 * two steps reads next to nothing. `own`: the zones of `ownZones`.
 */
export async function seatsToNudge(
  ctx: NudgeContext,
  rounds: ReadonlyMap<string, LiveRound>,
  own: ReadonlyMap<string, string>,
): Promise<readonly SeatFacts[]> {
  const zones = [...new Set([ctx.zone, ...own.values()])].filter((zone) => atWork(ctx.calendar, zone, ctx.now))
  if (zones.length === 0) return []
  const found: Omit<SeatFacts, 'absences' | 'planned' | 'zone'>[] = []
  for (const round of rounds.values()) {
    const step = furthestStep(ctx, round, zones)
    for (const { personId, askedAt, untilDay } of await waitingIn(ctx, round, step)) {
      const since = askedAt === null ? {} : { askedAt }
      const seat = { round: round.id, person: personId, answered: false, ...since }
      found.push(untilDay === null ? seat : { ...seat, snoozedUntil: untilDay })
    }
  }
  const [away, planned] = await Promise.all([absencesNear(ctx), plannedFor(ctx, found)])
  return found.map((seat) => ({
    ...seat,
    zone: own.get(seat.person) ?? ctx.zone,
    absences: away.get(seat.person) ?? [],
    planned: planned.get(`${seat.round} ${seat.person}`) ?? new Set(),
  }))
}

/** The last step of a round that has come for readers in any of the zones. */
function furthestStep(ctx: NudgeContext, round: RoundFacts, zones: readonly string[]): string | undefined {
  const steps = zones.flatMap((zone) =>
    ladderSteps(ctx, round, zone).filter(({ at }) => at <= ctx.now && at > round.startsAt),
  )
  return steps.sort((a, b) => a.day.localeCompare(b.day) || a.at.getTime() - b.at.getTime()).at(-1)?.step
}

type Waiting = { readonly personId: string; readonly askedAt: Date | null; readonly untilDay: string | null }

async function waitingIn({ db, now, zone }: NudgeContext, round: LiveRound, step: string | undefined) {
  const start = nudgeKey(round, '', '').slice(0, -1)
  const end = `:${step ?? ''}`
  const rows = await db.$queryRaw<Waiting[]>`
    SELECT a."personId", a."askedAt", s."untilDay"
    FROM "Asked" a
    LEFT JOIN "Snooze" s ON s."personId" = a."personId" AND s."roundId" = a."roundId"
    WHERE a."roundId" = ${round.id}
      AND NOT EXISTS (SELECT 1 FROM "Opinion" o WHERE o."roundId" = a."roundId" AND o."personId" = a."personId")
      AND ${holdsSeat(dayIn(now, zone))}
      AND (s."untilDay" IS NOT NULL
        OR NOT EXISTS (SELECT 1 FROM "Nudge" n WHERE n."key" = ${start} || a."personId" || ${end}))`
  // Before the first step only those who asked for a morning can be due.
  return step === undefined ? rows.filter((row) => row.untilDay !== null) : rows
}

/** Keys of the nudges there are already, by round and person. */
async function plannedFor({ db }: NudgeContext, seats: readonly Pick<SeatFacts, 'round' | 'person'>[]) {
  const rounds = new Set(seats.map((seat) => seat.round))
  const people = [...new Set(seats.map((seat) => seat.person))]
  const planned = new Map<string, Set<string>>()
  for (let at = 0; at < people.length; at += idsAtOnce) {
    const rows = await db.nudge.findMany({
      where: {
        personId: { in: people.slice(at, at + idsAtOnce) },
        kind: { in: ['step', 'snooze'] },
        round: { state: 'open' },
      },
      select: { key: true, roundId: true, personId: true },
    })
    for (const { key, roundId, personId } of rows) {
      if (roundId === null || !rounds.has(roundId)) continue
      const place = `${roundId} ${personId}`
      planned.set(place, (planned.get(place) ?? new Set()).add(key))
    }
  }
  return planned
}
