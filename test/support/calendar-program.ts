import type { OthersSee } from '../../src/context.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { commit } from '../../src/database/commit.ts'
import { createMetrics } from '../../src/metrics.ts'
import { calendarRoute } from '../../src/server/calendar-route.ts'
import { createServer } from '../../src/server.ts'
import { changeVisit, createVisit, readConcerned, type VisitChange } from '../../src/teams/change-visit.ts'
import { type Terms, visitColumns } from '../../src/teams/visits.ts'
import { readCalendarText } from './calendar-reader.ts'
import { type Committee, coordinator, messageOf, zone } from './committee.ts'

/** Local time in Hanoi, `2020-06-22T08:00`. */
export const at = (local: string): Date => new Date(`${local}:00+07:00`)

/** Plans and changes visits as a coordinator's forms do, by the same writes. */
export function planner(house: Committee) {
  const doer = async () => {
    const { db } = house
    const actor = await db.person.findUniqueOrThrow({ where: { key: coordinator }, select: { id: true, key: true } })
    return { db, now: house.now(), zone, actor }
  }
  const idOf = async (team: string) => (await house.db.team.findUniqueOrThrow({ where: { key: team } })).id
  let number = 0

  return {
    /** Gives the visit's id. */
    async plan(team: string, unit: string, terms: Partial<Terms> = {}): Promise<string> {
      const ctx = await doer()
      const { id: unitId } = await house.db.unit.findUniqueOrThrow({ where: { name: unit } })
      const teamId = await idOf(team)
      number += 1
      const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
      const stated = { starts: null, ends: null, place: null, note: null, ...terms, teamId, unitId }
      const concerned = await readConcerned(ctx, [teamId])
      if (!(await commit(house.db, createVisit(ctx, { id, number, year: 2020, ...stated }, concerned))))
        throw new Error('not planned')
      return id
    },
    async change(visit: string, { team, ...change }: VisitChange & { readonly team?: string }): Promise<void> {
      const ctx = await doer()
      const before = await house.db.visit.findUniqueOrThrow({ where: { id: visit }, ...visitColumns })
      const teamId = team === undefined ? before.teamId : await idOf(team)
      const concerned = await readConcerned(ctx, [before.teamId, teamId])
      if (!(await commit(house.db, changeVisit(ctx, before, { ...change, teamId }, concerned))))
        throw new Error('not changed')
    },
  }
}

/** The committee's calendars over HTTP, as a calendar program reads them. */
export async function serveCalendars(house: Committee, othersSee: OthersSee = 'dates') {
  const { db, now, host } = house
  const route = calendarRoute({ db, now, zone, locale: 'vi', othersSee })
  const metrics = createMetrics(async () => new Map())
  const server = createServer({ routes: [route], checks: [], metrics, log: host.log })
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 })
  const get = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, init)
  return {
    get,
    async read(path: string) {
      const response = await get(path)
      if (response.status !== 200) throw new Error(`${response.status} instead of a calendar`)
      return readCalendarText(await response.text())
    },
    close: () => server.close(0),
  }
}

/** The path of the calendar whose address an answer shows. */
export function pathIn(reply: Reply): string {
  const found = /http:\/\/127\.0\.0\.1:3978(\/calendar\/[\w-]{43}\.ics)/.exec(JSON.stringify(messageOf(reply)))
  if (found?.[1] === undefined) throw new Error('no address in the answer')
  return found[1]
}
