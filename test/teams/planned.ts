import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { toInstant } from '../../src/calendar/zoned.ts'
import type { VisitState } from '../../src/contract/intent.ts'
import { commit } from '../../src/database/commit.ts'
import type { Db } from '../../src/database/open.ts'
import { createVisit } from '../../src/teams/change-visit.ts'
import { zone } from '../support/committee.ts'

const actor = { id: 'cli', key: 'cli' }

/** What a visit of a test is: team and unit as people name them, times as `2020-06-08T08:00` on the committee's clocks. */
export type Wanted = {
  readonly team: string
  readonly unit: string
  readonly starts?: string
  readonly ends?: string
  readonly state?: VisitState
  readonly place?: string
  readonly note?: string
  readonly report?: string
  readonly year?: number
}

/** Plans visits as a coordinator's change would, one transaction each; numbers go on from those there are. */
export async function planVisits(db: Db, wanted: readonly Wanted[], now = new Date('2020-01-02T02:00:00Z')) {
  const [teams, units, last] = await Promise.all([
    db.team.findMany(),
    db.unit.findMany(),
    db.visit.aggregate({ _max: { number: true } }),
  ])
  let number = last._max.number ?? 0
  for (const { team, unit, starts, ends, state, place, note, report, year = 2020 } of wanted) {
    number += 1
    const visit = {
      id: randomUUID(),
      number,
      year,
      teamId: idOf(teams.find((one) => one.key === team)),
      unitId: idOf(units.find((one) => one.name === unit)),
      starts: at(starts),
      ends: at(ends),
      place: place ?? null,
      note: note ?? null,
      report: report ?? null,
      ...(state === undefined ? {} : { state }),
    }
    expect(
      await commit(
        db,
        createVisit({ db, now, zone, actor }, visit, () => []),
      ),
    ).toBe(true)
  }
}

const at = (local: string | undefined) =>
  local === undefined ? null : toInstant(local.slice(0, 10), local.slice(11), zone)

function idOf(row: { readonly id: string } | undefined): string {
  if (row === undefined) throw new Error('no such team or unit')
  return row.id
}

/** The names of the units that the sample plan wants inspected, in its order; made so where they are not yet. */
export async function wantAllUnits(db: Db): Promise<readonly string[]> {
  const plan = await db.plan.findFirstOrThrow()
  const units = await db.unit.findMany({ where: { toDay: null }, orderBy: { name: 'asc' } })
  if ((await db.planUnit.count({ where: { planId: plan.id } })) === 0)
    await db.planUnit.createMany({
      data: units.map((unit, position) => ({ planId: plan.id, unitId: unit.id, position: position + 1 })),
    })
  const wanted = await db.planUnit.findMany({
    where: { planId: plan.id },
    orderBy: { position: 'asc' },
    include: { unit: true },
  })
  return wanted.map(({ unit }) => unit.name)
}
