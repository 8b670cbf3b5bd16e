import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Host } from '../../src/contract/adapter.ts'
import { Place } from '../../src/contract/place.ts'
import { readJson } from './body.ts'
import { addressOf } from './receive.ts'
import { compressedJson, json, refuse } from './respond.ts'
import type { Session } from './sessions.ts'

const Asked = z.object({ place: z.unknown().optional(), locale: z.enum(['vi', 'en']).optional() })

/**
 * A page as it stands now, for its script to draw; without a place the pages that there are. Asked by POST: what somebody
 * reads is written down in no address. An address that no page has is answered as a page that there is not.
 */
export async function tellPage(host: Host, session: Session, request: IncomingMessage, response: ServerResponse) {
  const body = await readJson(request)
  if (!body.ok) return refuse(response, body.status, 'bad-body')
  const asked = Asked.safeParse(body.json)
  if (!asked.success) return refuse(response, 400, 'bad-body')
  const { place: named, locale } = asked.data
  const reader = addressOf(session.user)
  if (named === undefined) return json(response, 200, await host.ways(reader, locale))
  const place = Place.safeParse(named)
  const page = place.success ? await host.page(reader, place.data, locale) : undefined
  if (page === undefined) return refuse(response, 404, 'no-such-page')
  await compressedJson(request, response, page)
}
