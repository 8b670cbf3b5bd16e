import type { IncomingMessage } from 'node:http'

const limit = 1024 * 1024
/** Beyond this nobody is sending a form by mistake, and reading on would only help whoever floods us. */
const patience = 16 * limit

export type Body =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly status: 400 | 413 | 415 }

/**
 * Reads a JSON body of at most 1 MiB. What is too long is read to its end and thrown away, because a browser that is
 * cut off while it sends shows a broken connection instead of our 413.
 */
export async function readJson(request: IncomingMessage): Promise<Body> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return { ok: false, status: 415 }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > patience) break
    if (size <= limit) chunks.push(bytes)
  }
  if (size > limit) return { ok: false, status: 413 }
  return parse(Buffer.concat(chunks))
}

function parse(bytes: Buffer): Body {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const json: unknown = JSON.parse(text)
    return { ok: true, json }
  } catch {
    return { ok: false, status: 400 }
  }
}
