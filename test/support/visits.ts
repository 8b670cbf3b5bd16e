import { randomUUID } from 'node:crypto'
import { commit } from '../../src/database/commit.ts'
import { changeVisit, createVisit, readConcerned, type VisitChange } from '../../src/teams/change-visit.ts'
import { type Terms, visitColumns } from '../../src/teams/visits.ts'
import { type Committee, zone } from './committee.ts'

export const at = (local: string) => new Date(`${local}:00+07:00`)

/** Plans and changes visits as the chat and an import do, by the command line: everybody on the team is told. */
export function visitsOf(house: Committee) {
  const { db } = house
  const doer = () => ({ db, now: house.now(), zone, actor: { id: 'cli', key: 'cli' } })
  const team = (key: string) => db.team.findUniqueOrThrow({ where: { key } })
  const personId = async (key: string) => (await db.person.findUniqueOrThrow({ where: { key } })).id

  /** A visit of team `key`, on a unit of its own; times as `2020-06-10T08:00` of the committee. Gives its id and code. */
  async function plan(key: string, starts: string | null, more: Partial<Terms> = {}) {
    const number = (await db.visit.count()) + 1
    const units = await db.unit.findMany({
      where: { plans: { some: {} }, visits: { none: {} } },
      orderBy: { name: 'asc' },
      take: 1,
    })
    const { id: teamId } = await team(key)
    const terms = {
      teamId,
      unitId: units[0]?.id ?? '',
      ends: null,
      place: `Phòng họp số ${number}`,
      note: null,
      ...more,
    }
    const id = randomUUID()
    const visit = { id, number, year: 2020, starts: starts === null ? null : at(starts), ...terms }
    const writes = createVisit(doer(), visit, await readConcerned(doer(), [teamId]))
    if (!(await commit(db, writes))) throw new Error('not planned')
    return { id, code: `KT-${number}` }
  }

  /** False where somebody else was quicker. */
  async function change(id: string, to: VisitChange): Promise<boolean> {
    const before = await db.visit.findUniqueOrThrow({ where: { id }, ...visitColumns })
    const teams = [before.teamId, ...(to.teamId === undefined ? [] : [to.teamId])]
    return await commit(db, changeVisit(doer(), before, to, await readConcerned(doer(), teams)))
  }

  async function join(
    key: string,
    person: string,
    duty: 'leader' | 'member',
    fromDay: string | null,
    toDay: string | null,
  ) {
    const [{ id: teamId }, id] = [await team(key), await personId(person)]
    await db.duty.create({ data: { id: randomUUID(), teamId, personId: id, duty, fromDay, toDay } })
  }

  async function away(person: string, fromDay: string, toDay: string) {
    const id = await personId(person)
    await db.absence.create({ data: { id: randomUUID(), personId: id, fromDay, toDay, at: house.now() } })
  }

  return { plan, change, join, away, team, personId }
}
