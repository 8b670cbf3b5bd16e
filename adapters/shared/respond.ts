import type { ServerResponse } from 'node:http'

/** Answers a platform with JSON; without a body, with the bare status. The first answer counts; another one is dropped. */
export function respond(response: ServerResponse, status: number, body?: object): void {
  if (response.headersSent || response.destroyed) return
  // What is left of a body that is too large is not read.
  const close = status === 413 ? { connection: 'close' } : {}
  if (body === undefined) {
    response.writeHead(status, { 'content-length': 0, ...close }).end()
    return
  }
  const text = JSON.stringify(body)
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }
  response.writeHead(status, { ...headers, ...close }).end(text)
}
