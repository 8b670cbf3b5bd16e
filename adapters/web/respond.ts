import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/**
 * The page brings everything itself: nothing is loaded from elsewhere, no script stands in the page, and text can
 * become mark-up nowhere (trusted types: assigning to innerHTML throws).
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  // Pictures of answers: of bytes that the page holds, from nowhere.
  "img-src 'self' blob:",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** Goes with every answer of the web chat. */
export const guards: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Answers with JSON that no cache may keep. */
export function json(response: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}) {
  const body = JSON.stringify(value)
  response.writeHead(status, {
    ...guards,
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    // What is left of a body that is too large is not read.
    ...(status === 413 ? { connection: 'close' } : {}),
  })
  response.end(body)
}

/** Answers with much JSON, which a browser takes compressed: the words of a draft shrink to a sixth. */
export async function compressedJson(request: IncomingMessage, response: ServerResponse, value: unknown) {
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return json(response, 200, value)
  const body = await promisify(gzip)(JSON.stringify(value))
  response.writeHead(200, {
    ...guards,
    'content-type': 'application/json; charset=utf-8',
    'content-encoding': 'gzip',
    'content-length': body.length,
    'cache-control': 'no-store',
  })
  response.end(body)
}

/** Answers with a status and its reason as a word that the page turns into a sentence. */
export function refuse(response: ServerResponse, status: number, error: string) {
  json(response, status, { error })
}
