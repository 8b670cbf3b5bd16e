import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Host } from '../../src/contract/adapter.ts'
import { readJson } from './body.ts'
import { addressOf } from './receive.ts'
import { compressedJson, refuse } from './respond.ts'
import type { Session } from './sessions.ts'

const Asked = z.object({ id: z.uuid() })

/** A draft to be read whole. Asked by POST: what somebody reads is written down in no address. */
export async function tellDocument(host: Host, session: Session, request: IncomingMessage, response: ServerResponse) {
  const body = await readJson(request)
  if (!body.ok) return refuse(response, body.status, 'bad-body')
  const asked = Asked.safeParse(body.json)
  if (!asked.success) return refuse(response, 400, 'bad-body')
  const document = await host.document(addressOf(session.user), asked.data.id)
  if (document === undefined) return refuse(response, 404, 'no-such-document')
  await compressedJson(request, response, document)
}
