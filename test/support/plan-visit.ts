import { randomUUID } from 'node:crypto'
import { commit } from '../../src/database/commit.ts'
import { createVisit } from '../../src/teams/change-visit.ts'
import { type Committee, zone } from './committee.ts'

/** `2020-06-22T08:00` on the committee's clocks (UTC+7 all year). */
export const local = (at: string): Date => new Date(`${at}:00+07:00`)

/** Makes the sample's units those that its plan wants inspected, where the sample does not say so itself. */
export async function inspectAll({ db }: Committee): Promise<void> {
  if ((await db.planUnit.count()) > 0) return
  const plan = await db.plan.findFirstOrThrow()
  const units = await db.unit.findMany()
  await db.planUnit.createMany({ data: units.map(({ id }, position) => ({ planId: plan.id, unitId: id, position })) })
}

/** Plans a visit as the command line would, telling nobody; times on the committee's clocks, null: no date yet. */
export async function planVisit(
  { db, now }: Committee,
  team: string,
  unit: string,
  starts: string | null,
  ends: string | null = null,
): Promise<string> {
  const [found, visited, last] = await Promise.all([
    db.team.findUniqueOrThrow({ where: { key: team } }),
    db.unit.findUniqueOrThrow({ where: { name: unit } }),
    db.visit.aggregate({ _max: { number: true } }),
  ])
  const id = randomUUID()
  const ctx = { db, now: now(), zone, actor: { id: 'cli', key: 'cli' } }
  const place = { teamId: found.id, unitId: visited.id, place: 'Trụ sở đơn vị', note: null }
  const terms = { starts: starts === null ? null : local(starts), ends: ends === null ? null : local(ends) }
  const visit = { id, number: (last._max.number ?? 0) + 1, year: 2020, ...place, ...terms }
  if (
    !(await commit(
      db,
      createVisit(ctx, visit, () => []),
    ))
  )
    throw new Error('the visit could not be planned')
  return id
}

/** Makes somebody of the sample a coordinator as well. */
export async function alsoCoordinator({ db }: Committee, key: string): Promise<void> {
  const { id } = await db.person.findUniqueOrThrow({ where: { key } })
  await db.role.create({ data: { id: randomUUID(), personId: id, role: 'coordinator', fromDay: '2020-01-01' } })
}
