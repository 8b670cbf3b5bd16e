import type { IncomingMessage, ServerResponse } from 'node:http'
import { App } from '@slack/bolt'
import type { ChatAdapter, Host, Log } from '../../src/contract/adapter.ts'
import type { Address } from '../../src/contract/address.ts'
import { answerLater, type Sleep } from '../../src/contract/answer-later.ts'
import { onceEach } from '../shared/once.ts'
import { onceClient, patientClient } from './client.ts'
import { slackHome } from './drawing/home.ts'
import { httpReceiver } from './http.ts'
import { identity, platform } from './identity.ts'
import { slackFetch } from './incoming/fetch-files.ts'
import { listen } from './incoming/listen.ts'
import { slackLogger } from './incoming/log.ts'
import { HeldSocketModeReceiver } from './incoming/receiver.ts'
import { standing } from './incoming/standing.ts'
import type { SlackOptions } from './options.ts'
import { bring } from './outgoing/bring.ts'
import { isDeadInstallation, platformCode, reasonOf } from './outgoing/errors.ts'
import { send, update } from './outgoing/send.ts'
import { sought } from './outgoing/sought.ts'

/** Answers remembered against redeliveries, which stop after about an hour. */
const rememberedAnswers = 5_000
const firstCallMs = 5_000
const firstConnectionMs = 10_000
const nothing = () => {}
const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing }

export function createSlack(options: SlackOptions, sleep?: Sleep): ChatAdapter {
  let log = silent
  const later = answerLater(platform, () => log, sleep)
  const known = { ...options, log: () => log }
  const sending = onceClient(known)
  const answering = onceClient(known)
  const http = options.appToken === undefined ? httpReceiver(secretOf(options), () => log) : undefined
  const fetch = slackFetch(options, onceClient(known, firstCallMs), () => log, sleep)
  let socket: HeldSocketModeReceiver | undefined
  const home = slackHome(onceClient(known, firstCallMs), partnersOf(options))
  let idle = async () => {}

  async function start(host: Host): Promise<void> {
    log = host.log
    await home.start(log)
    const receiver = http?.receiver ?? newSocket()
    const app = new App({
      receiver,
      // The token is one and known: Bolt would ask auth.test again with every delivery.
      authorize: async () => ({ botToken: options.botToken }),
      // We tell our own messages by the payload, and keep no conversation state in memory.
      ignoreSelf: false,
      convoStore: false,
      logger: slackLogger(() => log),
    })
    // Logged once where the request ends; the words of Bolt's own handler would only repeat it.
    app.error(async (error) => {
      throw error
    })
    const connection = {
      host,
      client: answering,
      once: onceEach(rememberedAnswers),
      later,
      takesFiles: home.takesFiles,
    }
    idle = listen(app, connection, home, fetch)
    if (socket !== undefined) await connect(socket, log)
  }

  function newSocket(): HeldSocketModeReceiver {
    socket = new HeldSocketModeReceiver({
      appToken: options.appToken ?? '',
      logger: slackLogger(() => log),
      installerOptions: {
        clientOptions: options.apiUrl === undefined ? {} : { slackApiUrl: options.apiUrl },
      },
    })
    return socket
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await http?.handle(request, response)
    // A route ends when what it left to be done has ended too.
    await idle()
  }

  return {
    name: platform,
    routes: http === undefined ? [] : [{ method: 'POST', path: '/slack/events', handle }],
    // Just under 600 messages a minute: Slack allows "several hundred" to a workspace, and one a second to a conversation.
    pace: { perSecond: 9.7, inFlight: 8, perConversation: 1100 },
    start,
    async stop() {
      await socket?.stop()
      // What was acknowledged is also shown: a press stored a moment ago still gets its answer.
      await idle()
      await later.stop()
    },
    send: async (to, message, key) => home.refuses(to) ?? (await send(sending, to, message, key, log)),
    files: {
      // Two calls of Slack's tier 4, which takes a hundred and more of each a minute; answers of others bring files as well.
      pace: { perSecond: 1.2, inFlight: 2 },
      bring: async (to, file, ref) => home.refuses(to) ?? (await bring(sending, file, ref, log)),
    },
    sought: (to, about) => sought(sending, to, about),
    update: (_to, ref, message) => update(sending, ref, message, log),
    tenants: () => home.tenants(),
    standing: (of) => standing(sending, of),
    find: (email) => find(patientClient(known), email),
    answers: () => answers(onceClient(known, firstCallMs)),
  }
}

function secretOf(options: SlackOptions): string {
  if (options.signingSecret === undefined || options.signingSecret === '')
    throw new Error('SLACK_SIGNING_SECRET is needed unless SLACK_APP_TOKEN chooses Socket Mode')
  return options.signingSecret
}

function partnersOf({ partnerTeams = [] }: SlackOptions): readonly string[] {
  for (const team of partnerTeams) {
    const wrong = identity.wrongTenant(team)
    if (wrong !== undefined) throw new Error(`SLACK_PARTNER_TEAMS: "${team}" ${wrong}`)
  }
  return partnerTeams
}

type Client = ReturnType<typeof onceClient>

/** Slack's answer to the question who we are; one that refuses our token, or comes too late, is no sign of life. */
async function answers(client: Client): Promise<string | undefined> {
  try {
    await client.auth.test()
    return undefined
  } catch (error) {
    const why = reasonOf(error)
    // It is there, and tells us to come more slowly.
    return why === 'ratelimited' ? undefined : why
  }
}

/** Waits a little for the first connection and leaves the rest to Bolt's retries, which go on in the background. */
async function connect(socket: HeldSocketModeReceiver, log: Log): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), firstConnectionMs)
  })
  const started = socket.start()
  try {
    if ((await Promise.race([started, late])) === 'late') {
      log.warn({}, 'slack.not-connected-yet')
      started.catch((error: unknown) =>
        log.error({ error: platformCode(error), variable: 'SLACK_APP_TOKEN' }, 'slack.not-connected'),
      )
    }
  } catch (error) {
    const code = platformCode(error)
    if (isDeadInstallation(code)) throw new Error(`SLACK_APP_TOKEN is refused by Slack (${code})`)
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** The person with this e-mail address in the workspace; undefined where nobody has it. Throws where Slack cannot say. */
async function find(client: Client, email: string): Promise<Address | undefined> {
  try {
    const { user } = await client.users.lookupByEmail({ email })
    if (user?.id === undefined || user.team_id === undefined || user.deleted === true) return undefined
    return { platform, tenant: user.team_id, user: user.id }
  } catch (error) {
    const code = platformCode(error)
    if (code === 'users_not_found') return undefined
    throw new Error(`Slack does not say who has an e-mail address: ${code ?? 'it cannot be reached'}`, { cause: error })
  }
}
