import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Host } from '../../src/contract/adapter.ts'
import type { Address } from '../../src/contract/address.ts'
import { Inbound, SentFile } from '../../src/contract/inbound.ts'
import { readJson } from './body.ts'
import { platform, webTenant } from './identity.ts'
import { json, refuse } from './respond.ts'
import type { Session } from './sessions.ts'

const values = z.record(z.string().max(200), z.union([z.string(), z.array(z.string()).max(10_000)]))

/** What a page may say; nobody installs a page or edits what they said there, so the other kinds are not among it. */
const Said = z.object({
  id: z.string().min(1).max(200),
  locale: z.enum(['vi', 'en']).optional(),
  files: z.array(SentFile).max(100).optional(),
  /** What of it stands in the conversation; absent for what the page asks for its panel. */
  keep: Inbound.shape.keep,
  input: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('typed'), text: z.string() }),
    z.object({ kind: z.literal('pressed'), intent: z.unknown() }),
    z.object({ kind: z.literal('filled'), intent: z.unknown(), values }),
  ]),
})

/** A person's address in the web chat. */
export function addressOf(user: string): Address {
  return { platform, tenant: webTenant, user }
}

/** Hands what a page said to the core and answers with the core's own answer. */
export async function receive(host: Host, session: Session, request: IncomingMessage, response: ServerResponse) {
  const body = await readJson(request)
  if (!body.ok) return refuse(response, body.status, body.status === 413 ? 'too-large' : 'bad-body')
  const said = Said.safeParse(body.json)
  if (!said.success) return refuse(response, 400, 'bad-body')
  const { id, locale, files, keep, input } = said.data
  const answer = await host.receive({
    // The page makes the ids: with the person in front, nobody can ask for the stored answer to somebody else's. The page
    // finds its turns in the history by it (`refOf` in server.js).
    id: `${session.user}/${id}`,
    from: addressOf(session.user),
    audience: 'private',
    name: session.name,
    ...(locale === undefined ? {} : { locale }),
    ...(files === undefined ? {} : { files }),
    ...(keep === undefined ? {} : { keep }),
    input,
  })
  json(response, 200, answer)
}
