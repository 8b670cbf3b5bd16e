import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChatAdapter, Host, Route } from '../../src/contract/adapter.ts'
import { heldBytes, sharesOf } from '../shared/held-bytes.ts'
import { tellDocument } from './document.ts'
import { followElsewhere } from './elsewhere.ts'
import { load, loadStyle, scripts, serve } from './files.ts'
import { mayEnter } from './gate.ts'
import { tellHistory } from './history.ts'
import { platform } from './identity.ts'
import { createLive } from './live.ts'
import type { WebOptions } from './options.ts'
import { tellOptions } from './options-route.ts'
import { tellPage } from './pages-route.ts'
import { receive } from './receive.ts'
import { refuse } from './respond.ts'
import { changeSession, enter, tellSession } from './session-routes.ts'
import { createSessions, memoryStore, type Session } from './sessions.ts'

export type { Seat, WebOptions } from './options.ts'

/** Bytes of bodies with files that are held at once, of all people together. */
const mostHeld = 256 * 1024 * 1024
/** Of one person: one delivery as large as they come, which counts twice, and not all of it. */
const mostHeldByOne = mostHeld / 2

type Handle = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>
type Known = (host: Host, session: Session, request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/**
 * The built-in web chat: a page, and the few addresses it talks to. It keeps no message: the core does, and a page
 * reads them there when it opens, so `send` succeeds whether or not the person has a page open.
 */
export function createWeb(options: WebOptions): ChatAdapter {
  const sessions = createSessions(options.sessions ?? memoryStore(options.signIn))
  const live = createLive()
  let elsewhere: ReturnType<typeof followElsewhere> | undefined
  const working = new Set<Promise<void>>()
  let host: Host | undefined

  function route(method: Route['method'], path: string, handle: Handle): Route {
    return {
      method,
      path,
      async handle(request, response) {
        if (!mayEnter(request, options.seats !== undefined)) return refuse(response, 403, 'wrong-origin')
        const work = answer(path, handle, request, response).finally(() => working.delete(work))
        working.add(work)
        await work
      },
    }
  }

  async function answer(path: string, handle: Handle, request: IncomingMessage, response: ServerResponse) {
    const { log } = host ?? {}
    try {
      await handle(request, response)
    } catch (cause) {
      log?.error({ err: cause, path }, 'web.failed')
      if (response.headersSent) response.destroy()
      else refuse(response, 500, 'failed')
    }
  }

  const known = (handle: Known): Handle => {
    return async (request, response) => {
      if (host === undefined) return refuse(response, 503, 'not-started')
      const session = await sessions.of(request)
      if (session === undefined) return refuse(response, 401, 'unknown-session')
      await handle(host, session, request, response)
    }
  }

  const page = load('index.html', 'html')
  const style = loadStyle()
  const icon = load('icon.svg', 'svg')

  return {
    name: platform,
    routes: [
      route('GET', '/', (request, response) => serve(page, request, response)),
      route('GET', '/web/style.css', (request, response) => serve(style, request, response)),
      route('GET', '/web/icon.svg', (request, response) => serve(icon, request, response)),
      ...scripts.map((name) => {
        const script = load(name, 'js')
        return route('GET', `/web/${name}`, (request, response) => serve(script, request, response))
      }),
      route(
        'GET',
        '/enter/*',
        enter(options, (request, response, status) => serve(page, request, response, status)),
      ),
      route('GET', '/web/session', tellSession(options, sessions)),
      route('POST', '/web/session', changeSession(options, sessions)),
      route('POST', '/web/inbound', known(receive(options, sharesOf(heldBytes(mostHeld), mostHeldByOne)))),
      route('POST', '/web/history', known(tellHistory(options))),
      route('POST', '/web/document', known(tellDocument)),
      route('POST', '/web/options', known(tellOptions)),
      route('POST', '/web/page', known(tellPage)),
      route(
        'GET',
        '/web/events',
        known((_running, session, request, response) => {
          live.listen(session.user, response, async () => (await sessions.of(request)) !== undefined)
        }),
      ),
    ],
    pace: { perSecond: 1000, inFlight: 32, local: true },
    async start(running) {
      host = running
      if (options.sentSince !== undefined) elsewhere = followElsewhere(live, options.sentSince, running.log)
    },
    async stop() {
      live.stop()
      await elsewhere?.stop()
      elsewhere = undefined
      host = undefined
      // What was said a moment ago is still answered.
      await Promise.allSettled(working)
    },
    async send(to, message, key) {
      elsewhere?.pushed(to.user, key)
      live.push(to.user, { kind: 'sent', ref: key, message })
      return { status: 'sent', ref: key }
    },
    // Nothing is kept here: the ledger is the history, and a page shows a message from there once it counts as sent.
    sought: async () => ({ status: 'not-there' }),
    async update(to, ref, message) {
      live.push(to.user, { kind: 'updated', ref, message })
      return { status: 'sent', ref }
    },
    async find() {
      return undefined
    },
  }
}
