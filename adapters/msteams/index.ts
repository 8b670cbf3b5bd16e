import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChatAdapter, Host, Log } from '../../src/contract/adapter.ts'
import { answerLater, type Sleep } from '../../src/contract/answer-later.ts'
import { deliveryKey } from '../../src/contract/delivery-key.ts'
import { onceEach } from '../shared/once.ts'
import { recent } from '../shared/recent.ts'
import { respond } from '../shared/respond.ts'
import { answers } from './connector/alive.ts'
import { botConnector, type Cloud } from './connector/botbuilder.ts'
import { answered } from './drawing/picker.ts'
import { identity, platform } from './identity.ts'
import type { Activity } from './incoming/activity.ts'
import { teamsFetch } from './incoming/fetch-files.ts'
import { readActivity } from './incoming/http.ts'
import { type Received, readTyped, receive } from './incoming/receive.ts'
import { PACE } from './limits.ts'
import { checkOptions, type TeamsOptions } from './options.ts'
import { type Answering, answerByPost, answerInvoke } from './outgoing/answer.ts'
import { send, update } from './outgoing/send.ts'
import { type Reference, referenceOf } from './reference.ts'

export type { Cloud } from './connector/botbuilder.ts'
export type { TeamsOptions } from './options.ts'

const REMEMBERED = 2_000
const nothing = () => {}
const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing }

/**
 * Microsoft Teams through the Bot Framework: personal chats, group chats and channels. `cloud` sets other endpoints
 * than Microsoft's public ones. Throws when the options would leave the door open: see checkOptions.
 */
export function createTeams(options: TeamsOptions, cloud?: Cloud, sleep?: Sleep): ChatAdapter {
  checkOptions(options)
  const connector = botConnector(options, cloud)
  const posted = onceEach(REMEMBERED)
  const greeted = recent<true>(REMEMBERED)
  const withFiles = onceEach(REMEMBERED)
  const fetch = teamsFetch(connector, () => log)
  let host: Host | undefined
  let log: Log = silent
  const later = answerLater(platform, () => log, sleep)

  const working = new Set<Promise<void>>()

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Asked before start or after stop: Teams tries again.
    if (host === undefined) return respond(response, 503)
    const work = take(host, request, response).finally(() => working.delete(work))
    working.add(work)
    await work
  }

  /** `host` is the one that was there when the request came: a stop in between must not take it away. */
  async function take(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const activity = await readActivity(request, connector, options.auth)
      if ('error' in activity) {
        host.log.warn({ status: activity.status, error: activity.error }, 'teams.refused')
        return respond(response, activity.status, { error: activity.error })
      }
      if (activity.name === 'application/search') return respond(response, 200, await searched(activity, host))
      const received = receive(activity, options)
      if (received === 'ignored') return respond(response, 200)
      if (received === 'unknown') return respond(response, 501)
      const with_ = { host, connector, posted, greeted, later }
      const answer = received.answer === 'invoke' ? answerInvoke : received.files ? answerWithFiles : answerByPost
      const answered = await answer(received, referenceOf(activity), with_)
      respond(response, 200, answered.body)
      await answered.afterwards?.()
    } catch (error) {
      host.log.error({ err: error }, 'teams.failed')
      respond(response, 500)
    }
  }

  /** What a list of a card offers for what was typed; none to whom it is not for. */
  async function searched(activity: Activity, { options: search }: Host): Promise<object> {
    const asked = activity.type === 'invoke' ? readTyped(activity, options) : undefined
    const found = asked === undefined ? undefined : await search(asked.of, asked.from, asked.typed, asked.most - 1)
    const results = found === undefined || asked === undefined ? [] : answered(found, asked.typed)
    return { type: 'application/vnd.microsoft.search.searchResponse', value: { results } }
  }

  /** What Teams delivers again while files are fetched, and after it, is the same work. Of outsiders nothing is fetched. */
  async function answerWithFiles(received: Received, to: Reference, with_: Answering) {
    const { inbound, files = [] } = received
    if (inbound.outsider !== undefined) return await answerByPost(received, to, with_)
    const key = deliveryKey(inbound)
    await withFiles.each(key, () =>
      fetch.with(files, to.serviceUrl, async (fetched) => {
        const { provisional } = await answerByPost({ ...received, inbound: { ...inbound, files: fetched } }, to, with_)
        if (provisional === true) withFiles.forget(key)
      }),
    )
    return {}
  }

  return {
    name: platform,
    routes: [{ method: 'POST', path: '/api/messages', handle }],
    pace: PACE,
    async start(given) {
      host = given
      log = given.log
      if (options.auth === 'none') host.log.warn({}, 'teams.authentication-off')
    },
    async stop() {
      host = undefined
      // What Teams was answered is also shown: a card pressed a moment ago is still rewritten.
      await Promise.allSettled(working)
      await later.stop()
    },
    send: (to, message) => send(connector, options, to, message),
    update: (to, ref, message) => update(connector, options, to, ref, message),
    tenants: async () => (options.tenantId === undefined ? 'any' : [identity.canonical(options.tenantId)]),
    // Looking somebody up by e-mail needs a Graph permission that this app does not ask for.
    find: async () => 'not-possible',
    // Without authentication there is a playground instead of Microsoft.
    ...(options.auth === 'none' ? {} : { answers: () => answers(cloud?.openIdMetadataUrl) }),
  }
}
