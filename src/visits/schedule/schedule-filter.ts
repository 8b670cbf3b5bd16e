import { dayIn, isDay } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { ScheduleQuery } from '../../contract/intent.ts'
import { Invalid, Refusal } from '../../contract/refusal.ts'
import { personCalled } from '../../people/members.ts'
import { type SuccessionNote, unitsBehind } from '../../plan/units/same-unit.ts'
import type { Sight } from '../sight.ts'
import type { ScheduleFilter } from './read-schedule.ts'

/** Whose schedule was asked for, as an answer speaks of it. */
export type Scope = {
  readonly team?: { readonly id: string; readonly key: string; readonly name: string }
  /** `ids`: itself, and units that were merged into it. */
  readonly unit?: {
    readonly id: string
    readonly name: string
    readonly ids: readonly string[]
    readonly notes: readonly SuccessionNote[]
  }
  readonly person?: { readonly id: string; readonly name: string }
  readonly mine?: true
}

export type Resolved =
  | { readonly kind: 'found'; readonly filter: ScheduleFilter; readonly scope: Scope }
  /** The name is nobody's and no unit's. */
  | { readonly kind: 'unknown'; readonly named: string }
  /** Several people are called so; their keys tell them apart. */
  | {
      readonly kind: 'several'
      readonly named: string
      readonly people: readonly { readonly key: string; readonly name: string }[]
    }

/**
 * Resolves what was asked into what is read. Without days the year goes on from its beginning for a team, a unit or a
 * person, and from today for everybody. Refuses an unknown team or unit, days that no calendar has, and days in the wrong
 * order; another person's schedule is for coordinators and the chair.
 */
export async function resolveSchedule(ctx: Context, query: ScheduleQuery, sight: Sight): Promise<Resolved> {
  const { from, to, next } = query
  const wrong = [from, to].find((day) => day !== undefined && !isDay(day))
  if (wrong !== undefined) throw new Refusal('no-such-day', { day: wrong })
  if (from !== undefined && to !== undefined && to < from) throw new Invalid(ctx.texts.leave.backwards)
  const scope: { -readonly [K in keyof Scope]: Scope[K] } = {}
  if (query.team !== undefined) scope.team = await findTeam(ctx, query.team)
  if (query.unit !== undefined) scope.unit = await findUnit(ctx, query.unit)
  if (query.mine === true) scope.mine = true
  if (query.named !== undefined) {
    const [person, ...others] = sight.all ? await personCalled(ctx, query.named) : []
    if (person === undefined) return { kind: 'unknown', named: query.named }
    if (others.length > 0) return { kind: 'several', named: query.named, people: [person, ...others] }
    scope.person = person
  }
  const personId = scope.person?.id ?? (scope.mine ? ctx.actor.id : undefined)
  const dated = from !== undefined || to !== undefined || next === true
  const today = dayIn(ctx.now, ctx.zone)
  const narrow = scope.team !== undefined || scope.unit !== undefined || personId !== undefined
  return {
    kind: 'found',
    scope,
    filter: {
      ...(scope.team === undefined ? {} : { teamIds: [scope.team.id] }),
      ...(scope.unit === undefined ? {} : { unitIds: scope.unit.ids }),
      ...(personId === undefined ? {} : { personId }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(next === undefined ? {} : { next }),
      ...(dated ? {} : { since: narrow ? `${today.slice(0, 4)}-01-01` : today }),
    },
  }
}

/** The filter of a query that names what there is. Refuses a name that is nobody's, or several people's. */
export async function filterOf(ctx: Context, query: ScheduleQuery, sight: Sight): Promise<ScheduleFilter> {
  const resolved = await resolveSchedule(ctx, query, sight)
  if (resolved.kind !== 'found') throw new Refusal('no-such-person', { person: resolved.named })
  return resolved.filter
}

/** A team by its key. Refuses one that does not exist. */
export async function findTeam({ db }: Pick<Context, 'db'>, key: string) {
  const team = await db.team.findUnique({ where: { key }, select: { id: true, key: true, name: true } })
  if (team === null) throw new Refusal('no-such-team', { team: key })
  return team
}

async function findUnit(ctx: Pick<Context, 'db' | 'now' | 'zone'>, id: string) {
  const unit = await ctx.db.unit.findUnique({ where: { id }, select: { id: true, name: true } })
  if (unit === null) throw new Refusal('no-such-unit')
  return { ...unit, ...(await unitsBehind(ctx, id)) }
}
