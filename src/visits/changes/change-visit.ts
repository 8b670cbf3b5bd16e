import { record } from '../../audit/record.ts'
import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { VisitState } from '../../contract/intent.ts'
import type { Write } from '../../database/db.ts'
import { type Post, put, refresh } from '../../outbox/put.ts'
import { covers, isMoved, liveKeyOf, type Terms, type Visit } from '../visits.ts'

/** A change of one visit: what it is to be, and why where a reason was given. */
export type VisitChange = Partial<Terms> & {
  /** Of a visit without a date; a dated one belongs to the year of its day. */
  readonly year?: number
  readonly state?: VisitState
  readonly report?: string | null
  readonly reason?: string
}

export type NewVisit = Terms & {
  readonly id: string
  readonly number: number
  readonly year: number
  readonly state?: VisitState
  readonly report?: string | null
}

/** Whose deed it is: somebody on the roster, or `cli`. */
export type Doer = Pick<Context, 'db' | 'now' | 'zone'> & { readonly actor: Pick<Context['actor'], 'id' | 'key'> }

/** How those concerned by a visit's revision are told; an import gathers them all (tell-import.ts). */
export type Tell = (doer: Doer, visit: string, revision: number, people: readonly string[]) => readonly Write[]

/** Who is told of a change of visits, by team and day: everybody whose duty covers the day (today, where it has none). */
export type Concerned = (teamId: string, starts: Date | null) => readonly string[]

/** Reads once who sits on these teams, for the changes of one use case or one import. */
export async function readConcerned(
  ctx: Pick<Context, 'db' | 'now' | 'zone'>,
  teamIds: readonly string[],
): Promise<Concerned> {
  const duties = await ctx.db.duty.findMany({
    where: { teamId: { in: [...new Set(teamIds)] } },
    select: { teamId: true, personId: true, fromDay: true, toDay: true },
  })
  return (teamId, starts) => {
    const today = dayIn(ctx.now, ctx.zone)
    const day = starts === null || dayIn(starts, ctx.zone) < today ? today : dayIn(starts, ctx.zone)
    const on = duties.filter((duty) => duty.teamId === teamId && covers(duty, day))
    return [...new Set(on.map((duty) => duty.personId))]
  }
}

/**
 * The writes that plan a visit: its row, its first version, the audit line, and the notifications to its team; none about one
 * that comes in done or cancelled, to which nobody has to go.
 */
export function createVisit(ctx: Doer, visit: NewVisit, concerned: Concerned, tell: Tell = tellEach): readonly Write[] {
  const { db, now } = ctx
  const { id, number, year, teamId, unitId, starts, ends, place, note, state = 'planned', report = null } = visit
  const terms = { teamId, unitId, starts, ends, place, note }
  const liveKey = state === 'cancelled' ? null : liveKeyOf(visit)
  return [
    db.visit.create({
      data: { id, number, liveKey, year, ...terms, state, report, revision: 1, changedAt: now },
      select: { id: true },
    }),
    version(ctx, id, 1, { ...terms, state }),
    audited(ctx, 'visit.plan', number, { teamId, unitId, starts: starts?.toISOString() ?? '', state }),
    ...(state === 'cancelled' || state === 'done' ? [] : tell(ctx, id, 1, concerned(teamId, starts))),
  ]
}

/**
 * The writes that change a visit, guarded by the revision that was read; none where nothing changes. What a calendar
 * shows raises its SEQUENCE. Another day or team asks for a new confirmation. Everybody on the team before and after is
 * told once, but the one who did it.
 */
export function changeVisit(
  ctx: Doer,
  before: Visit,
  change: VisitChange,
  concerned: Concerned,
  tell: Tell = tellEach,
): readonly Write[] {
  const { db, now } = ctx
  const { reason, ...given } = change
  const after = { ...before, ...given }
  const moved = isMoved(before, after)
  if (given.state === undefined && moved && before.state === 'confirmed') after.state = 'planned'
  const shown =
    moved || after.place !== before.place || after.note !== before.note || shownState(after) !== shownState(before)
  const year = after.starts === null ? after.year : Number(dayIn(after.starts, ctx.zone).slice(0, 4))
  if (!shown && after.state === before.state && after.report === before.report && year === before.year) return []
  const revision = before.revision + 1
  const terms = {
    teamId: after.teamId,
    unitId: after.unitId,
    starts: after.starts,
    ends: after.ends,
    place: after.place,
    note: after.note,
  }
  const liveKey = after.state === 'cancelled' ? null : liveKeyOf({ ...after, year })
  const people = peopleOf(concerned, before, after)
  const restated = shown || after.state !== before.state
  return [
    db.visit.update({
      where: { id: before.id, revision: before.revision },
      data: {
        ...terms,
        year,
        state: after.state,
        report: after.report,
        liveKey,
        revision,
        sequence: before.sequence + (restated ? 1 : 0),
        changedAt: now,
      },
      select: { id: true },
    }),
    version(ctx, before.id, revision, { ...terms, state: after.state, ...(reason === undefined ? {} : { reason }) }),
    audited(ctx, deedOf(before, after, moved), before.number, {
      teamId: after.teamId,
      unitId: after.unitId,
      starts: after.starts?.toISOString() ?? '',
      state: after.state,
    }),
    ...(shown ? tell(ctx, before.id, revision, people) : []),
    // Notifications and reminders that were sent about it stop asking, also those of whoever did this.
    ...(restated && people.length > 0 ? [refresh(db, before.id, people, `r${revision}`, now)] : []),
  ]
}

/** Who sits on the team before the change or after it. */
export const peopleOf = (concerned: Concerned, before: Place | null, after: Place): readonly string[] => [
  ...new Set([
    ...(before === null ? [] : concerned(before.teamId, before.starts)),
    ...concerned(after.teamId, after.starts),
  ]),
]
type Place = Pick<Terms, 'teamId' | 'starts'>

const shownState = (visit: { readonly state: string }) => visit.state === 'cancelled'

function deedOf(before: Visit, after: { readonly state: string }, moved: boolean): string {
  if (after.state !== before.state && after.state !== 'planned') return `visit.${after.state}`
  return moved ? 'visit.move' : 'visit.change'
}

function version(
  { db, now, actor }: Doer,
  visitId: string,
  revision: number,
  data: Terms & { readonly state: string; readonly reason?: string },
): Write {
  // Whoever sits at the command line is nobody on the roster.
  const byId = actor.id === 'cli' ? null : actor.id
  return db.visitVersion.create({ data: { visitId, revision, ...data, byId, at: now }, select: { visitId: true } })
}

function audited(
  { db, now, actor }: Doer,
  deed: string,
  number: number,
  facts: Readonly<Record<string, string>>,
): Write {
  return record(db, { at: now, actor: actor.key, deed, subject: `KT-${number}`, facts })
}

/** One notification a person and revision; see visit-notification.ts for what it says when several changes have come together. */
function tellEach(
  { db, now, actor }: Doer,
  visit: string,
  revision: number,
  people: readonly string[],
): readonly Write[] {
  const posts = people
    .filter((personId) => personId !== actor.id)
    .map((personId) => visitPost(visit, revision, personId))
  return posts.length === 0 ? [] : [put(db, posts, now)]
}

/** The notification about one visit's revision to one person: a card, which stops asking once the visit is confirmed or changes. */
export const visitPost = (visit: string, revision: number, personId: string): Post => ({
  key: visitNotificationKey(visit, revision, personId),
  personId,
  letter: { kind: 'visit-changed', visit, revision, card: true },
  subject: visit,
})

export const visitNotificationKey = (visit: string, revision: number, personId: string): string =>
  `visit:${visit}:r${revision}:${personId}`
