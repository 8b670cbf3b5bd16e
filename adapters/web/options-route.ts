import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Host } from '../../src/contract/adapter.ts'
import { Directory } from '../../src/contract/directory.ts'
import { readJson } from './body.ts'
import { addressOf } from './receive.ts'
import { json, refuse } from './respond.ts'
import type { Session } from './sessions.ts'

/** A page shows so many; whoever wants another types more. */
const limit = 60

const Asked = z.object({ from: Directory, typed: z.string().max(1_000) })

/** What a picker offers for what was typed so far. Asked by POST: what somebody looks for is written down in no address. */
export async function tellOptions(host: Host, session: Session, request: IncomingMessage, response: ServerResponse) {
  const body = await readJson(request)
  if (!body.ok) return refuse(response, body.status, 'bad-body')
  const asked = Asked.safeParse(body.json)
  if (!asked.success) return refuse(response, 400, 'bad-body')
  json(response, 200, await host.options(addressOf(session.user), asked.data.from, asked.data.typed, limit))
}
