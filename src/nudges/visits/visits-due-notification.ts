import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Composed, Purpose } from '../../outbox/delivery/compose.ts'
import { readSchedule } from '../../visits/schedule/read-schedule.ts'
import { leads, sightOf } from '../../visits/sight.ts'
import { codeOf } from '../../visits/visits.ts'
import { type VisitItem, visitsDueCard } from '../cards/visits-due-card.ts'
import { nextAtWork } from '../ladder/at-work.ts'
import { absencesNear, readerZone } from '../on-leave.ts'
import { waitForOffice } from '../wait-for-office.ts'
import { standsAt, type TeamSeat, visitKeys, visitSteps } from './visit-steps.ts'
import { type Teammate, teamOn } from './visit-team.ts'
import { dutiesOf, type LiveVisit, liveVisits, remindersAmong } from './visits-to-remind.ts'

const VisitEntry = z.object({
  visit: z.uuid(),
  /** Its beginning that this is about, in ISO 8601 and UTC. */
  starts: z.string(),
  step: z.enum(visitSteps),
})
export type VisitEntry = z.infer<typeof VisitEntry>

/** A reminder of visits by rule, of one or several: they are near, or their report is missing. */
export const VisitsDueNotification = z.object({
  kind: z.literal('visits-due'),
  card: z.literal(true),
  entries: z.array(VisitEntry).min(1),
})
export type VisitsDueNotification = z.infer<typeof VisitsDueNotification>

/** What an entry is about as it stands now; `mate` is the reader's place on its team on its day. */
type Found = { readonly entry: VisitEntry; readonly visit: LiveVisit; readonly mate: Teammate | undefined }

/**
 * The words of a reminder as things stand at `ctx.now`. Before it goes out, whatever is called off, done, moved, begun,
 * or no longer the reader's falls out; outside their office hours it waits, but not past the beginning of a visit. Read
 * again, it shows where each visit stands.
 */
export async function composeVisitsDue(
  ctx: Context,
  letter: VisitsDueNotification,
  purpose: Purpose,
): Promise<Composed> {
  const found = await findAll(ctx, letter.entries)
  if (purpose === 'reread') return { message: await cardOf(ctx, found, letter.entries) }
  const standing = await standingOf(ctx, found)
  const due = standing.filter(({ stands }) => stands === 'due').map((one) => one.found)
  if (due.length === 0) {
    const early = standing.flatMap(({ stands }) => (typeof stands === 'object' ? [stands.early.getTime()] : []))
    if (early.length === 0) return { drop: 'called off, moved, done, begun or no longer theirs' }
    return { wait: new Date(Math.min(...early)), why: 'the visit has not ended' }
  }
  const wait = waitForOffice(ctx, purpose)
  if (wait === undefined) return { message: await cardOf(ctx, due, []) }
  const opens = nextAtWork(ctx.calendar, readerZone(ctx), ctx.now)
  const keeps = due.some(({ entry, visit }) => entry.step === 'report' || opens < visit.starts)
  return keeps ? wait : { drop: 'it would come when the visit has begun' }
}

async function findAll(ctx: Context, entries: readonly VisitEntry[]): Promise<readonly Found[]> {
  const visits = await liveVisits(ctx, { id: { in: entries.map(({ visit }) => visit).slice(0, 500) } })
  const duties = await dutiesOf(
    ctx,
    visits.map((visit) => visit.teamId),
  )
  return entries.flatMap((entry) => {
    const visit = visits.find(({ id }) => id === entry.visit)
    if (visit === undefined) return []
    const mate = teamOn(duties, visit.teamId, visit.day).find(({ person }) => person === ctx.actor.id)
    return [{ entry, visit, mate }]
  })
}

async function standingOf(ctx: Context, found: readonly Found[]) {
  const { id } = ctx.actor
  const zone = readerZone(ctx)
  const [away, planned] = await Promise.all([
    absencesNear(ctx, id),
    remindersAmong(
      ctx,
      found.flatMap(({ visit }) => visitKeys(visit, id)),
    ),
  ])
  return found.map((one) => {
    const { entry, visit, mate } = one
    if (mate === undefined || visit.starts.toISOString() !== entry.starts)
      return { found: one, stands: 'over' as const }
    const seat: TeamSeat = { ...mate, visit: visit.id, zone, absences: away.get(id) ?? [], planned }
    return { found: one, stands: standsAt(ctx, visit, seat, entry.step, ctx.now) }
  })
}

/** The card about these; `entries` besides: what has no date any more is told of too. */
async function cardOf(ctx: Context, found: readonly Found[], entries: readonly VisitEntry[]) {
  const ids = [...new Set([...found.map(({ visit }) => visit.id), ...entries.map(({ visit }) => visit)])].slice(0, 500)
  const sight = await sightOf(ctx)
  const filter = { visitIds: ids, undated: true, cancelled: true }
  const { visits } = await readSchedule(ctx, filter, sight, { skip: 0, take: ids.length })
  const seen = new Map(visits.map((visit) => [visit.id, visit]))
  const items = found.map(({ entry, visit, mate }): VisitItem => {
    const shown = mate === undefined ? undefined : seen.get(visit.id)
    const moved = visit.starts.toISOString() !== entry.starts
    const confirms = ctx.actor.roles.has('coordinator') || leads(sight, visit)
    const item = {
      step: entry.step,
      code: codeOf(visit),
      moved,
      confirms,
      reports: confirms || mate?.leads === true,
      leaderless: mate?.reports === true && !mate.leads,
    }
    return shown === undefined ? item : { ...item, visit: shown }
  })
  const known = new Set(found.map(({ entry }) => entry.visit))
  const undated = entries.flatMap(({ visit, step }): readonly VisitItem[] => {
    const shown = seen.get(visit)
    if (shown === undefined || known.has(visit)) return []
    const item = { step, code: shown.code, moved: true, confirms: false, reports: false, leaderless: false }
    return [shown.own ? { ...item, visit: shown } : item]
  })
  return visitsDueCard(ctx, [...items, ...undated])
}
