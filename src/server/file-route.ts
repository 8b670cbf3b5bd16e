import type { Log, Route } from '../contract/adapter.ts'
import type { DocumentType } from '../contract/reply.ts'
import { answer } from './answer.ts'

type Made = { readonly name: string; readonly mediaType: DocumentType; readonly bytes: Uint8Array }

/**
 * `/files/<token>/<name>`, where somebody fetches a document that they asked for. Whatever is wrong with a token, the
 * answer is that of a path that does not exist. It is saved and never shown within our pages: what people wrote is in it.
 */
export function fileRoute(make: (token: string) => Promise<Made | undefined>, log: Pick<Log, 'error'>): Route {
  return {
    method: 'GET',
    path: '/files/*',
    async handle(request, response) {
      const [, token] = /^\/files\/([A-Za-z0-9_-]{43})\/[a-z0-9.-]+(?:\?|$)/.exec(request.url ?? '') ?? []
      try {
        const made = token === undefined ? undefined : await make(token)
        if (made === undefined) return answer(response, 404, { error: 'not-found' })
        response
          .writeHead(200, {
            'content-type': made.mediaType.startsWith('text/') ? `${made.mediaType}; charset=utf-8` : made.mediaType,
            'content-length': made.bytes.length,
            'content-disposition': `attachment; filename="${made.name}"`,
            'cache-control': 'private, no-store',
            'content-security-policy': "default-src 'none'; sandbox",
            'referrer-policy': 'no-referrer',
            'x-content-type-options': 'nosniff',
            'x-robots-tag': 'noindex',
          })
          .end(made.bytes)
      } catch (error) {
        log.error({ err: error }, 'file.not-made')
        answer(response, 503, { error: 'not-made' }, { 'retry-after': '30' })
      }
    },
  }
}
