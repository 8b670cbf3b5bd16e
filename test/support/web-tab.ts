import { request } from 'node:http'
import type { SentFile } from '../../src/contract/inbound.ts'

/** An answer read to its end. */
export type Got = { readonly status: number; readonly headers: Headers; readonly text: string; readonly json: unknown }

/** One browser tab as the server sees it: its session goes in a header. */
export function webTab(origin: string, session = '') {
  const headers = { authorization: `Bearer ${session}` }
  return {
    session,
    get: async (path: string, more: Record<string, string> = {}) =>
      read(await fetch(origin + path, { headers: { ...headers, ...more }, redirect: 'manual' })),
    post: async (path: string, body: unknown, more: Record<string, string> = {}) =>
      read(
        await fetch(origin + path, {
          method: 'POST',
          headers: { ...headers, ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }), ...more },
          body:
            typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData
              ? body
              : JSON.stringify(body),
        }),
      ),
    /** Listens; `next` waits for the next event. */
    async listen() {
      const stop = new AbortController()
      const response = await fetch(`${origin}/web/events`, { headers, signal: stop.signal })
      if (response.body === null) throw new Error('no stream')
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
      let rest = ''
      const chunk = async (): Promise<string | undefined> => {
        for (;;) {
          const end = rest.indexOf('\n\n')
          if (end >= 0) {
            const text = rest.slice(0, end)
            rest = rest.slice(end + 2)
            return text
          }
          const part = await reader.read()
          if (part.done) return undefined
          rest += part.value
        }
      }
      return {
        response,
        /** The next event or comment, as it was written; undefined when the stream has ended. */
        next: chunk,
        stop: () => stop.abort(),
      }
    },
  }
}

/** What a page says with files beside it, as it posts them. */
export function inParts(said: object, files: readonly SentFile[]): FormData {
  const form = new FormData()
  form.append('said', JSON.stringify(said))
  for (const { name = '', mediaType, bytes = new Uint8Array(1), field } of files)
    form.append(
      field === undefined ? 'file' : `file/${field}`,
      new File([bytes], name, mediaType === undefined ? {} : { type: mediaType }),
    )
  return form
}

async function read(response: Response): Promise<Got> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
  const json: unknown = isJson ? JSON.parse(text) : undefined
  return { status: response.status, headers: response.headers, text, json }
}

/** The status of a request with headers that `fetch` would not let through, such as a foreign Host. */
export function statusOf(
  port: number,
  method: 'GET' | 'POST',
  path: string,
  headers: Record<string, string>,
  body = '',
): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
