import { createHash } from 'node:crypto'
import type { Route } from '../contract/adapter.ts'
import { type CalendarSource, openCalendar } from '../visits/calendars/open-calendar.ts'
import { answer } from './answer.ts'

/**
 * `/calendar/<token>.ics`, where calendar programs read. Whatever is wrong with a token, the answer is that of a path that
 * does not exist. What has not changed since it was read last (ETag) is not sent again.
 */
export function calendarRoute(source: Omit<CalendarSource, 'now'> & { readonly now: () => Date }): Route {
  return {
    method: 'GET',
    path: '/calendar/*',
    async handle(request, response) {
      const [, token] = /^\/calendar\/([A-Za-z0-9_-]{43})\.ics(?:\?|$)/.exec(request.url ?? '') ?? []
      const calendar = token === undefined ? undefined : await openCalendar({ ...source, now: source.now() }, token)
      if (calendar === undefined) return answer(response, 404, { error: 'not-found' })
      const bytes = Buffer.from(calendar.text)
      const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`
      const headers = {
        etag,
        // Kept by one person's program alone, and asked for anew each time: it may have been revoked.
        'cache-control': 'private, no-cache',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      }
      if (knows(request.headers['if-none-match'], etag)) {
        response.writeHead(304, headers).end()
        return
      }
      response
        .writeHead(200, {
          ...headers,
          'content-type': 'text/calendar; charset=utf-8',
          'content-length': bytes.length,
          'content-disposition': `inline; filename="${calendar.file}"`,
        })
        .end(bytes)
    },
  }
}

/** Whether If-None-Match (RFC 9110, compared weakly, since a proxy that compresses weakens it) names this version. */
const knows = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
