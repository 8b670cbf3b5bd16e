import { createSlack } from '../../adapters/slack/index.ts'
import { sealAudit } from '../../src/audit/seal.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import type { Host } from '../../src/contract/adapter.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { openDatabase } from '../../src/database/open.ts'
import { countOutbox } from '../../src/outbox/count.ts'
import { createWake, startDelivery } from '../../src/outbox/delivery/loop.ts'
import { createPace } from '../../src/outbox/delivery/pace.ts'
import { createCompose } from '../../src/requests/compose-notification.ts'
import { createApp } from '../../src/requests/receive.ts'
import { createServer } from '../../src/server/http.ts'
import { createMetrics } from '../../src/server/metrics.ts'
import { signingSecret } from '../requests.ts'
import { answerAtOnce } from './answer-at-once.ts'
import { card } from './card.ts'
import { databaseUrlOf, failing } from './given.ts'
import { serveParent } from './tell.ts'

// The real app behind the real Slack adapter on the real server, put together as main.ts does it. The third argument
// says how much of it runs:
// - `nothing`: the adapter alone, for a core that answers every press with nothing;
// - `card`: the adapter alone, for a core that answers every press with the same card;
// - `stored`: the way of a press up to its acknowledgement; the answer is made and kept, and not shown;
// - `shown`: the answer is rendered and handed to the Web API's client as well;
// - `whole`: the outbox is delivered and the audit log sealed beside it.
// Calls to Slack's Web API are answered in this process at once, those of `whole` by the stand-in whose address is the
// fourth argument.
const [, , , extent, apiUrl = 'http://127.0.0.1:9/api/'] = process.argv
if (extent !== 'whole') answerAtOnce()
const { db, close } = await openDatabase(databaseUrlOf(process.argv), failing, 'created')
const now = () => new Date()
const zone = 'Asia/Ho_Chi_Minh'
const log = failing
const options = {
  db,
  now,
  zone,
  publicUrl: 'http://127.0.0.1:3978',
  calendar: VIETNAM,
  mustHear: [],
  locale: 'vi',
  log,
} as const
const metrics = createMetrics(() => countOutbox(db))
const wake = createWake()
const app = createApp({
  ...options,
  wake: wake.ring,
  handled: ({ platform, intent, outcome, ms }) => metrics.request({ platform, kind: intent, outcome }, ms / 1000),
})
const slack = createSlack({ botToken: 'xoxb-bench', signingSecret, apiUrl })
const compose = createCompose(options)
await slack.start({
  receive: receiver(),
  history: async () => ({ entries: [] }),
  file: async () => undefined,
  page: async () => undefined,
  ways: async () => [],
  document: async () => undefined,
  options: async () => ({ options: [], more: 0 }),
  log,
})
const server = createServer({ routes: slack.routes, checks: [], metrics, log })
const { port } = await server.listen({ host: '127.0.0.1', port: 0 })

const adapters = new Map([[slack.name, slack]])
const background = extent === 'whole' ? startBackground() : { stop: async () => undefined }

serveParent(port, async () => {
  await server.close(1000)
  await slack.stop()
  await background.stop()
  await close()
})

function receiver(): Host['receive'] {
  if (extent === 'nothing' || extent === 'card') return canned(extent)
  if (extent !== 'stored') return app.receive
  return async (inbound) => {
    const { repeated } = await app.receive(inbound)
    return { reply: { kind: 'none' }, repeated }
  }
}

function canned(kind: 'nothing' | 'card'): Host['receive'] {
  const reply: Reply = kind === 'nothing' ? { kind: 'none' } : { kind: 'message', message: card, replaces: true }
  return async () => ({ reply, repeated: false })
}

function startBackground() {
  const delivery = startDelivery({ db, adapters, compose, now, log, worker: 'bench', pace: createPace(adapters) }, wake)
  const sealing = setInterval(() => void sealAudit(db), 10_000)
  return {
    stop: async () => {
      clearInterval(sealing)
      await delivery.stop()
    },
  }
}
