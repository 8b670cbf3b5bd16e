import type { Log, Route } from '../contract/adapter.ts'
import { answer } from './answer.ts'
import type { Metrics } from './metrics.ts'

/** One thing that must work before requests are sent here. `why` gives undefined when it does, else what is missing. */
export type Check = { readonly name: string; why(): Promise<string | undefined> }

const longestCheckMs = 2000

/** The three addresses for those who run the server: alive, ready, counted. None tells anything about a person. */
export function healthRoutes(checks: readonly Check[], metrics: Metrics, log: Log): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/healthz',
      handle: (_request, response) => answer(response, 200, { status: 'up' }),
    },
    {
      method: 'GET',
      path: '/readyz',
      async handle(_request, response) {
        const parts = await Promise.all(
          checks.map(async (check) => [check.name, (await whyNot(check, log)) ?? 'ready'] as const),
        )
        const ready = parts.every(([, state]) => state === 'ready')
        answer(response, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', parts: Object.fromEntries(parts) })
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      async handle(_request, response) {
        const text = await metrics.text()
        response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text)
      },
    },
  ]
}

async function whyNot(check: Check, log: Log): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined
  const slow = new Promise<string>((done) => {
    timer = setTimeout(() => done('does not answer'), longestCheckMs)
  })
  try {
    return await Promise.race([check.why(), slow])
  } catch (error) {
    // The reason may name servers and users, so it goes to the log alone.
    log.warn({ part: check.name, err: error }, 'server.not-ready')
    return 'failed'
  } finally {
    clearTimeout(timer)
  }
}
