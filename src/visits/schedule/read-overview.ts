import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../contract/refusal.ts'
import { covers } from '../visits.ts'
import { stateOf } from './read-schedule.ts'

type Reading = Pick<Context, 'db' | 'now' | 'zone'>

/** How many visits a team has, counted apart: by the quarter of their first day, and by how far they have come. */
export type Load = {
  readonly visits: number
  readonly quarters: readonly [first: number, second: number, third: number, fourth: number]
  readonly undated: number
  /** Dated, but in another year than the plan's. */
  readonly elsewhere: number
  readonly planned: number
  readonly confirmed: number
  readonly done: number
}

export type TeamLoad = Load & {
  readonly key: string
  readonly name: string
  /** Who leads it today, by name. */
  readonly leaders: readonly string[]
  /** How many sit on it today. */
  readonly people: number
}

type PlacedUnit = { readonly id: string; readonly name: string }

/** Where a plan's inspections stand. */
export type Overview = {
  readonly plan: { readonly year: number; readonly sample: boolean }
  readonly units: {
    readonly total: number
    /** Units with a visit that has a date. */
    readonly dated: number
    /** In the plan's order: a team goes there, but no visit of it has a date. */
    readonly undated: readonly (PlacedUnit & { readonly teams: readonly string[] })[]
    /** In the plan's order: no team goes there. */
    readonly unassigned: readonly PlacedUnit[]
  }
  readonly teams: readonly TeamLoad[]
  readonly totals: Load
}

/**
 * The plan of this year (by default that of today's, else the latest before it, else the first to come) with its units,
 * and every team with its visits of that year; cancelled ones count nowhere. Undefined while there is no plan; refuses a
 * year that has none. As many statements on 26 visits as on a thousand.
 */
export async function readOverview(ctx: Reading, year?: number): Promise<Overview | undefined> {
  const { db, zone } = ctx
  const plan = await planOf(ctx, year)
  if (plan === null) return undefined
  const today = dayIn(ctx.now, zone)
  const [wanted, visits, teams] = await Promise.all([
    db.planUnit.findMany({
      where: { planId: plan.id },
      orderBy: [{ position: 'asc' }, { unitId: 'asc' }],
      select: { unit: { select: { id: true, name: true } } },
    }),
    db.visit.findMany({
      where: { year: plan.year, state: { in: ['planned', 'confirmed', 'done'] } },
      select: { teamId: true, unitId: true, starts: true, state: true },
    }),
    db.team.findMany({
      select: {
        id: true,
        key: true,
        name: true,
        duties: {
          select: { duty: true, fromDay: true, toDay: true, personId: true, person: { select: { name: true } } },
        },
      },
    }),
  ])
  const ordered = teams.toSorted((a, b) => byNumber(a.key, b.key))
  const places = Map.groupBy(visits, (visit) => visit.unitId)
  const units = wanted.map(({ unit }) => ({ ...unit, visits: places.get(unit.id) ?? [] }))
  const byTeam = Map.groupBy(visits, (visit) => visit.teamId)
  return {
    plan: { year: plan.year, sample: plan.sample },
    units: {
      total: units.length,
      dated: units.filter((unit) => unit.visits.some((visit) => visit.starts !== null)).length,
      undated: units
        .filter((unit) => unit.visits.length > 0 && unit.visits.every((visit) => visit.starts === null))
        .map(({ id, name, visits: some }) => {
          const going = new Set(some.map((visit) => visit.teamId))
          return { id, name, teams: ordered.filter((team) => going.has(team.id)).map((team) => team.name) }
        }),
      unassigned: units.filter((unit) => unit.visits.length === 0).map(({ id, name }) => ({ id, name })),
    },
    teams: ordered.map(({ id, key, name, duties }) => {
      const on = duties.filter((duty) => covers(duty, today))
      const leaders = on.filter((duty) => duty.duty === 'leader').map((duty) => duty.person.name)
      const people = new Set(on.map((duty) => duty.personId)).size
      return {
        key,
        name,
        leaders: [...new Set(leaders)].sort(),
        people,
        ...loadOf(byTeam.get(id) ?? [], plan.year, zone),
      }
    }),
    totals: loadOf(visits, plan.year, zone),
  }
}

/** The plan that is meant; see `readOverview`. */
async function planOf({ db, now, zone }: Reading, year: number | undefined) {
  const select = { id: true, year: true, sample: true } as const
  if (year !== undefined) {
    const plan = await db.plan.findUnique({ where: { year }, select })
    if (plan === null) throw new Refusal('no-such-plan', { year: String(year) })
    return plan
  }
  const thisYear = Number(dayIn(now, zone).slice(0, 4))
  const past = await db.plan.findFirst({ where: { year: { lte: thisYear } }, orderBy: { year: 'desc' }, select })
  return past ?? (await db.plan.findFirst({ orderBy: { year: 'asc' }, select }))
}

type Counted = { readonly starts: Date | null; readonly state: string }

function loadOf(visits: readonly Counted[], year: number, zone: string): Load {
  const quarters: [number, number, number, number] = [0, 0, 0, 0]
  const states = { planned: 0, confirmed: 0, done: 0, cancelled: 0 }
  let [undated, elsewhere] = [0, 0]
  for (const { starts, state } of visits) {
    states[stateOf(state)] += 1
    if (starts === null) undated += 1
    else {
      const day = dayIn(starts, zone)
      const quarter = quarterIndex(day)
      if (Number(day.slice(0, 4)) === year) quarters[quarter] += 1
      else elsewhere += 1
    }
  }
  const { planned, confirmed, done } = states
  return { visits: visits.length, quarters, undated, elsewhere, planned, confirmed, done }
}

/** 0 to 3, of a day `YYYY-MM-DD`. */
function quarterIndex(day: string): 0 | 1 | 2 | 3 {
  const month = Number(day.slice(5, 7))
  if (month <= 6) return month <= 3 ? 0 : 1
  return month <= 9 ? 2 : 3
}

/** Team 2 before team 10; keys that hold no number as people sort words. */
export const byNumber = (a: string, b: string): number =>
  a.localeCompare(b, 'vi', { numeric: true }) || (a < b ? -1 : Number(a > b))
