import { randomUUID } from 'node:crypto'
import type { VisitState } from '../../src/contract/intent.ts'
import { commit } from '../../src/database/commit.ts'
import type { Db } from '../../src/database/db.ts'
import { changeVisit, createVisit, readConcerned, type VisitChange } from '../../src/visits/changes/change-visit.ts'
import { type Terms, visitColumns } from '../../src/visits/visits.ts'
import { type Committee, zone } from './committee.ts'

/** A moment on the committee's clocks (UTC+7 all year), as `2020-06-22T08:00`. */
export const at = (local: string): Date => new Date(`${local}:00+07:00`)

/** What a visit of a test is: team and unit as people name them, times as `at` takes them. */
export type Wanted = {
  readonly team: string
  readonly unit: string
  readonly starts?: string | null
  readonly ends?: string | null
  readonly place?: string
  readonly note?: string
  readonly state?: VisitState
  readonly report?: string
  readonly year?: number
}

const commandLine = { id: 'cli', key: 'cli' }
type Doer = { readonly db: Db; readonly now: Date; readonly actor: { readonly id: string; readonly key: string } }
type Planned = Partial<Terms> & Pick<Terms, 'teamId' | 'unitId'> & Pick<Wanted, 'state' | 'report' | 'year'>

/** The one way in which a test plans a visit: by the product's own writes. Its number goes on from those there are. */
async function plan({ db, now, actor }: Doer, { year = 2020, ...given }: Planned, told: boolean) {
  const { _max } = await db.visit.aggregate({ _max: { number: true } })
  const [id, number] = [randomUUID(), (_max.number ?? 0) + 1]
  const ctx = { db, now, zone, actor }
  const visit = { id, number, year, starts: null, ends: null, place: null, note: null, ...given }
  const concerned = told ? await readConcerned(ctx, [visit.teamId]) : () => []
  if (!(await commit(db, createVisit(ctx, visit, concerned)))) throw new Error('the visit could not be planned')
  return { id, code: `KT-${number}` }
}

async function placed(db: Db, { team, unit, starts = null, ends = null, ...more }: Wanted): Promise<Planned> {
  const [{ id: teamId }, { id: unitId }] = await Promise.all([
    db.team.findUniqueOrThrow({ where: { key: team } }),
    db.unit.findUniqueOrThrow({ where: { name: unit } }),
  ])
  const moment = (local: string | null) => (local === null ? null : at(local))
  return { teamId, unitId, starts: moment(starts), ends: moment(ends), ...more }
}

/** Plans visits as the command line would, telling nobody. */
export async function planVisits(db: Db, wanted: readonly Wanted[], now = new Date('2020-01-02T02:00:00Z')) {
  for (const one of wanted) await plan({ db, now, actor: commandLine }, await placed(db, one), false)
}

/** Plans one in the committee's present, telling nobody; null: no date yet. Gives its id. */
export async function planVisit(
  { db, now }: Committee,
  team: string,
  unit: string,
  starts: string | null,
  ends: string | null = null,
): Promise<string> {
  const terms = await placed(db, { team, unit, starts, ends, place: 'Trụ sở đơn vị' })
  return (await plan({ db, now: now(), actor: commandLine }, terms, false)).id
}

/** Plans and changes visits as the chat and an import do, by the command line or a person: everybody on the team is told. */
export function visitsOf(committee: Committee, by?: string) {
  const { db } = committee
  const doer = async () => {
    const actor =
      by === undefined
        ? commandLine
        : await db.person.findUniqueOrThrow({ where: { key: by }, select: { id: true, key: true } })
    return { db, now: committee.now(), zone, actor }
  }
  const team = (key: string) => db.team.findUniqueOrThrow({ where: { key } })
  const personId = async (key: string) => (await db.person.findUniqueOrThrow({ where: { key } })).id

  return {
    team,
    personId,

    /** A visit of team `key` to a unit that has none, in a room of its own. Gives its id and code. */
    async plan(key: string, starts: string | null, more: Partial<Terms> = {}) {
      const where = { plans: { some: {} }, visits: { none: {} } }
      const [units, { id: teamId }] = await Promise.all([
        db.unit.findMany({ where, orderBy: { name: 'asc' }, take: 1 }),
        team(key),
      ])
      const place = `Phòng họp số ${(await db.visit.count()) + 1}`
      const terms = { teamId, unitId: units[0]?.id ?? '', starts: starts === null ? null : at(starts), place, ...more }
      return await plan(await doer(), terms, true)
    },

    /** A visit of team `key` to the unit of this name. Gives its id. */
    async planAt(key: string, unit: string, terms: Partial<Terms> = {}): Promise<string> {
      return (await plan(await doer(), { ...(await placed(db, { team: key, unit })), ...terms }, true)).id
    },

    /** `team`: its key. False where somebody else was quicker. */
    async change(id: string, { team: key, ...to }: VisitChange & { readonly team?: string }): Promise<boolean> {
      const ctx = await doer()
      const before = await db.visit.findUniqueOrThrow({ where: { id }, ...visitColumns })
      const change = key === undefined ? to : { ...to, teamId: (await team(key)).id }
      const concerned = await readConcerned(ctx, [before.teamId, change.teamId ?? before.teamId])
      return await commit(db, changeVisit(ctx, before, change, concerned))
    },

    async join(
      key: string,
      person: string,
      duty: 'leader' | 'member',
      fromDay: string | null,
      toDay: string | null,
    ): Promise<void> {
      const [{ id: teamId }, id] = [await team(key), await personId(person)]
      await db.duty.create({ data: { id: randomUUID(), teamId, personId: id, duty, fromDay, toDay } })
    },

    async away(person: string, fromDay: string, toDay: string): Promise<void> {
      const id = await personId(person)
      await db.absence.create({ data: { id: randomUUID(), personId: id, fromDay, toDay, at: committee.now() } })
    },
  }
}

/** The names of the units that the sample's plan wants inspected, in its order. */
export async function inspectedUnits(db: Db): Promise<readonly string[]> {
  const wanted = await db.planUnit.findMany({ orderBy: { position: 'asc' }, include: { unit: true } })
  return wanted.map(({ unit }) => unit.name)
}
