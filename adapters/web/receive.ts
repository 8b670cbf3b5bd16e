import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Host } from '../../src/contract/adapter.ts'
import type { Address } from '../../src/contract/address.ts'
import { Inbound, SentFile } from '../../src/contract/inbound.ts'
import type { HeldBytes } from '../shared/held-bytes.ts'
import { mostFiles } from '../shared/sent-file.ts'
import { readJson } from './body.ts'
import { platform, webTenant } from './identity.ts'
import type { WebOptions } from './options.ts'
import { isInParts, readParts } from './parts.ts'
import { json, refuse } from './respond.ts'
import type { Session } from './sessions.ts'

const values = z.record(z.string().max(200), z.union([z.string(), z.array(z.string()).max(10_000)]))

/** What a page may say; nobody installs a page or edits what they said there, so the other kinds are not among it. */
const Said = z.object({
  id: z.string().min(1).max(200),
  locale: z.enum(['vi', 'en']).optional(),
  /** Told by name alone, as pages of before do. */
  files: z
    .array(SentFile.pick({ name: true, mediaType: true, size: true }))
    .max(100)
    .optional(),
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

const reasons = { 400: 'bad-body', 413: 'too-large', 415: 'bad-body', 503: 'busy' } as const

/**
 * Hands what a page said to the core, files too, and answers with the core's own answer and the language that its person
 * has chosen by now.
 */
export const receive =
  (options: WebOptions, heldBy: (user: string) => HeldBytes) =>
  async (host: Host, session: Session, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isInParts(request)) {
      const body = await readJson(request)
      return body.ok
        ? tell(options, host, session, body.json, response)
        : refuse(response, body.status, reasons[body.status])
    }
    const parts = await readParts(request, heldBy(session.user))
    if (!parts.ok) return refuse(response, parts.status, reasons[parts.status])
    try {
      await tell(options, host, session, parts.json, response, parts.files)
    } finally {
      parts.release()
    }
  }

async function tell(
  options: WebOptions,
  host: Host,
  session: Session,
  body: unknown,
  response: ServerResponse,
  sent: SentFile[] = [],
) {
  const said = Said.safeParse(body)
  if (!said.success) return refuse(response, 400, 'bad-body')
  const { id, locale, keep, input } = said.data
  const files = [...sent, ...(said.data.files ?? []).map((file) => ({ ...file, missing: 'not-fetched' as const }))]
  const answer = await host.receive({
    // The page makes the ids: with the person in front, nobody can ask for the stored answer to somebody else's. The page
    // finds its turns in the history by it (`refOf` in server.js).
    id: `${session.user}/${id}`,
    from: addressOf(session.user),
    audience: 'private',
    name: session.name,
    ...(locale === undefined ? {} : { locale }),
    ...(files.length === 0 ? {} : { files: files.slice(0, mostFiles) }),
    ...(keep === undefined ? {} : { keep }),
    input,
  })
  const own = await options.languageOf?.(session.user)
  json(response, 200, { ...answer, ...(own === undefined ? {} : { locale: own }) })
}
