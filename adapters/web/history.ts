import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Host } from '../../src/contract/adapter.ts'
import { readJson } from './body.ts'
import type { WebOptions } from './options.ts'
import { addressOf } from './receive.ts'
import { json, refuse } from './respond.ts'
import type { Session } from './sessions.ts'
import { spoken } from './spoken.ts'

/** How many entries a page shows when it opens, and with each step back. */
const limit = 100

const Asked = z.object({
  // Years that a database keeps: PostgreSQL has no year 0.
  upTo: z.iso
    .datetime()
    .regex(/^[12]\d{3}-/)
    .optional(),
  find: z.string().trim().min(1).max(200).optional(),
  /** What was chosen in the page and is not known here yet. */
  locale: z.enum(['vi', 'en']).optional(),
})

/**
 * What the person said and was told, the newest first to come; back from an instant, or where words occur. Asked by POST:
 * what somebody looks for is written down in no address.
 */
export function tellHistory(options: WebOptions) {
  return async (host: Host, session: Session, request: IncomingMessage, response: ServerResponse) => {
    const body = await readJson(request)
    if (!body.ok) return refuse(response, body.status, 'bad-body')
    const asked = Asked.safeParse(body.json)
    if (!asked.success) return refuse(response, 400, 'bad-body')
    const { upTo, find, locale: chosen } = asked.data
    const wanted = { limit, ...(upTo === undefined ? {} : { upTo }), ...(find === undefined ? {} : { find }) }
    const history = await host.history(addressOf(session.user), wanted)
    const locale = await spoken(options, request, { user: session.user, chosen })
    json(response, 200, { ...history, locale, banner: options.banner?.(locale) ?? null })
  }
}
