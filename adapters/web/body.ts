import type { IncomingMessage } from 'node:http'
import { parseJson, readBody } from '../shared/body.ts'

/** In bytes. */
export const largestJson = 1024 * 1024
/** Beyond the patience nobody is sending a form by mistake, and reading on would only help whoever floods us. */
const limits = { largest: largestJson, patience: 16 * largestJson }

export type Body =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly status: 400 | 413 | 415 }

/** Reads a JSON body of at most 1 MiB. */
export async function readJson(request: IncomingMessage): Promise<Body> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return { ok: false, status: 415 }
  const body = await readBody(request, limits)
  if (body === 'too-large') return { ok: false, status: 413 }
  const json = body === 'gone' ? undefined : parseJson(body)
  return json === undefined ? { ok: false, status: 400 } : { ok: true, json }
}
