import type { OthersSee } from '../../src/context.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { calendarRoute } from '../../src/server/calendar-route.ts'
import { createServer } from '../../src/server/http.ts'
import { createMetrics } from '../../src/server/metrics.ts'
import { readCalendarText } from './calendar-reader.ts'
import { type Committee, messageOf, zone } from './committee.ts'

/** The committee's calendars over HTTP, as a calendar program reads them. */
export async function serveCalendars(committee: Committee, othersSee: OthersSee = 'dates') {
  const { db, now, host } = committee
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
