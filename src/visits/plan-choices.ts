import { dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import { teamEntry, unitEntries } from '../conversation/picking/directories.ts'
import type { Entry } from '../conversation/picking/entry.ts'

/** What a coordinator chooses from: the teams by number, and the units of the plan in its order. */
export type Choices = { readonly teams: readonly TeamChoice[]; readonly units: readonly UnitChoice[] }
export type TeamChoice = { readonly id: string; readonly key: string; readonly name: string }
export type UnitChoice = { readonly id: string; readonly name: string; readonly shortNames: string | null }

const byNumber = new Intl.Collator('vi', { numeric: true }).compare

/** Reads the choices; `unitId` is one of them even where the current plan does not name it. */
export async function readChoices(
  { db, now, zone }: Pick<Context, 'db' | 'now' | 'zone'>,
  unitId?: string,
): Promise<Choices> {
  const year = Number(dayIn(now, zone).slice(0, 4))
  const [teams, plans] = await Promise.all([
    db.team.findMany({ select: { id: true, key: true, name: true } }),
    db.plan.findMany({ select: { id: true, year: true }, orderBy: { year: 'desc' } }),
  ])
  const plan = plans.find((one) => one.year <= year) ?? plans.at(-1)
  const inspected = await db.planUnit.findMany({
    where: { planId: plan?.id ?? '' },
    orderBy: { position: 'asc' },
    select: { unit: { select: { id: true, name: true, shortNames: true } } },
  })
  const units = inspected.map(({ unit }) => unit)
  const missing = unitId !== undefined && units.every((unit) => unit.id !== unitId)
  const other = missing
    ? await db.unit.findUnique({ where: { id: unitId }, select: { id: true, name: true, shortNames: true } })
    : null
  return {
    teams: [...teams].sort((a, b) => byNumber(a.key, b.key)),
    units: other === null ? units : [...units, other],
  }
}

export const unitsOf = ({ units }: Choices): readonly Entry[] => unitEntries(units)
export const teamsOf = ({ teams }: Choices): readonly Entry[] => teams.map(teamEntry)
