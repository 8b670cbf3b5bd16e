import { createSlack } from '../../../adapters/slack/index.ts'
import type { ChatAdapter } from '../../../src/contract/adapter.ts'
import { type SlackAnswer, slackApi } from '../../support/slack-api.ts'
import { eventBody, messageEvent, postSigned, pressPayload, signingSecret } from '../../support/slack-requests.ts'
import type { Driver, Fault, Platform } from './driver.ts'
import { rateLimitSeconds } from './driver.ts'
import { scriptedHost } from './host.ts'
import { deadPort, serveRoutes } from './server.ts'
import { type Modal, modalForm, modalOf, withErrors } from './slack-form.ts'
import { cardOf, type Element, fileOf } from './slack-screen.ts'

const user = 'U1'
const channels = { private: `D${user}`, shared: 'C1' } as const
const person = { platform: 'slack', tenant: 'T1', user }

const faults: Readonly<Partial<Record<Fault, SlackAnswer>>> = {
  'rate limit': { status: 429, retryAfter: rateLimitSeconds },
  'server error': { status: 502 },
  'lost answer': 'reset',
  nobody: { error: 'user_not_found' },
  blocked: { error: 'restricted_action' },
  gone: { error: 'message_not_found' },
}

/** Before the first message of the stand-in. */
const slackEpoch = new Date(1_600_000_000_000)

/** Slack over HTTP, in front of `U1`. Installing the app tells it nothing, so nobody arrives or leaves. */
export const slack: Platform = { name: 'slack', gaps: ['arrived', 'left'], open }

async function open(): Promise<Driver> {
  const [api, server] = await Promise.all([slackApi(), serveRoutes()])
  const host = scriptedHost()
  const make = (apiUrl = api.url) => createSlack({ botToken: 'xoxb-test', signingSecret, apiUrl })
  const url = `${server.origin}/slack/events`
  let adapter = make()
  let sender = adapter
  let planned: SlackAnswer | undefined
  let last = async (): Promise<Posted> => ({ status: 0, body: '' })
  let modal: Modal | undefined
  let seen = 0
  let typed: Typed = { channel: channels.private, user, text: '', ts: '0', team: 'T1', type: 'message' }
  let count = 0
  const next = (what: string) => `${what}-${++count}`

  async function start(): Promise<void> {
    await adapter.start(host)
    server.use(adapter)
  }

  const post = async (body: string, contentType: string): Promise<Posted> => {
    last = () => postSigned(url, body, { contentType })
    return last()
  }
  const postEvent = (body: object) => post(JSON.stringify(body), 'application/json')
  const interact = (payload: object) =>
    post(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), 'application/x-www-form-urlencoded')

  /** Opens and changes the dialogue as Slack was told to since it was last looked at. */
  function lookForModals(): void {
    for (const { method, args } of api.calls.slice(seen)) {
      if (method === 'views.open') modal = modalOf(args.view, next('V'))
      if (method === 'views.update' && modal !== undefined) modal = modalOf(args.view, modal.id)
    }
    seen = api.calls.length
  }

  /** What Slack does with the answer to a form: it closes, shows the next one, or stays with its errors. */
  function answered(sent: Modal, { status, body }: Posted): number {
    if (status !== 200) return status
    const answer: Element = body === '' ? {} : JSON.parse(body)
    if (answer.response_action === 'errors') modal = withErrors(sent, answer.errors)
    else if (answer.response_action === 'update') modal = modalOf(answer.view, sent.id)
    else modal = undefined
    return status
  }

  /** What Slack is given for what stands in a menu that it fills by asking. */
  async function suggest(element: Element, typedSoFar: string): Promise<Element> {
    const { status, body } = await interact({
      ...{ type: 'block_suggestion', api_app_id: 'A1', token: 'legacy', container: { type: 'view', view_id: 'V1' } },
      ...{ user: { id: user, name: 'thanh.vien', team_id: 'T1' }, team: { id: 'T1', domain: 'committee' } },
      ...{ action_id: element.action_id, block_id: 'b', value: typedSoFar, view: { id: 'V1', type: 'modal' } },
    })
    if (status !== 200) throw new Error(`no options: ${status}`)
    return JSON.parse(body)
  }

  async function press(at: { channel: string; ts: string }, control: Element, option?: Element): Promise<number> {
    const { type, action_id, value } = control
    const given = option === undefined ? { value } : { selected_option: option }
    const action = { type, block_id: 'b', action_ts: '1.1', action_id, ...given }
    const payload = pressPayload({}, api.responseUrl, {
      trigger_id: next('press'),
      channel: { id: at.channel },
      message: { type: 'message', ts: at.ts },
      container: { type: 'message', channel_id: at.channel, message_ts: at.ts, is_ephemeral: false },
      actions: [action],
    })
    return (await interact(payload)).status
  }

  /** The adapter to send with, and the call that is made to fail where one was asked for. */
  function sending(method: string): ChatAdapter {
    const [once, fault] = [sender, planned]
    sender = adapter
    planned = undefined
    if (fault !== undefined) api.next(method, fault)
    return once
  }

  await start()
  return {
    host,
    person,
    async type(text, audience = 'private', files = []) {
      // Slack escapes these three; a mention that somebody chose from its list arrives unescaped.
      const written = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
      const attached = files.map((file) => api.keep(file))
      const ts = `1592269200.${String(++count).padStart(6, '0')}`
      typed = { channel: channels[audience], user, text: written, ts, team: 'T1', type: 'message' }
      const said = messageEvent(audience === 'shared' ? `<@UBOT> ${written}` : written, {
        channel: channels[audience],
        ts,
        event_ts: ts,
        ...(attached.length === 0 ? {} : { files: attached, upload: false, subtype: 'file_share' }),
        ...(audience === 'shared' ? { type: 'app_mention', channel_type: undefined } : {}),
      })
      return (await postEvent(eventBody(said, next('Ev')))).status
    },
    async change(kind) {
      const { channel, ...before } = typed
      const at = `1592269300.${String(++count).padStart(6, '0')}`
      const edited = { ...before, text: `${before.text} sửa`, edited: { user, ts: at } }
      if (kind === 'edited') typed = { ...typed, ...edited }
      const changed = {
        type: 'message',
        subtype: kind === 'edited' ? 'message_changed' : 'message_deleted',
        hidden: true,
        channel,
        channel_type: 'im',
        previous_message: before,
        ...(kind === 'edited' ? { message: edited } : { deleted_ts: before.ts }),
        ts: at,
        event_ts: at,
      }
      return (await postEvent(eventBody(changed, next('Ev')))).status
    },
    async preview() {
      const { channel, ...before } = typed
      const unfurled = { ...before, attachments: [{ from_url: 'https://a.vn', title: 'Trang', id: 1 }] }
      const changed = {
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        channel,
        channel_type: 'im',
        message: unfurled,
        previous_message: before,
        ts: '1592269400.000001',
      }
      return (await postEvent(eventBody(changed, next('Ev')))).status
    },
    move: () => Promise.reject(new Error('Slack tells nobody of this')),
    redeliver: async () => (await last()).status,
    async shown(audience = 'private') {
      await server.settled()
      lookForModals()
      const standing = [...api.messages.values()].filter((message) => message.channel === channels[audience])
      return {
        cards: standing.map((message) => cardOf(message, (control, option) => press(message, control, option))),
        files: api.files.filter((file) => file.channel === channels[audience]).map(fileOf),
        form:
          modal &&
          modalForm(modal, async (sent, payload) => answered(sent, await interact(payload)), api.keep, suggest),
      }
    },
    send: (message, key = next('key')) => sending('chat.postMessage').send(person, message, key),
    sought: async (key, lastRef) =>
      await adapter.sought?.(person, { key, since: slackEpoch, ...(lastRef === undefined ? {} : { lastRef }) }),
    update: (ref, message) => sending('chat.update').update(person, ref, message),
    fails(fault) {
      if (fault === 'sent file') api.next('file', { status: 503 })
      else if (fault === 'file') api.next('files.getUploadURLExternal', { error: 'missing_scope' })
      else if (fault === 'refused connection') sender = make(`http://127.0.0.1:${deadPort}/api/`)
      else planned = faults[fault]
    },
    async forge() {
      const body = JSON.stringify(eventBody(messageEvent('giả mạo'), next('Ev')))
      // Far enough ahead: on a busy machine seconds pass until it is judged.
      const tries = [{ secret: 'another' }, { signature: '' }, { secondsOff: -301 }, { secondsOff: 900 }]
      return Promise.all(tries.map(async (options) => (await postSigned(url, body, options)).status))
    },
    deliver: async (body, contentType = 'application/json') => (await postSigned(url, body, { contentType })).status,
    underWay: server.underWay,
    halt: () => adapter.stop(),
    async restart() {
      adapter = make()
      sender = adapter
      await start()
    },
    async stop() {
      await adapter.stop()
      await server.stop()
      await api.stop()
    },
  }
}

type Posted = { readonly status: number; readonly body: string }
/** A message of the person as Slack keeps it. */
type Typed = {
  readonly channel: string
  readonly user: string
  readonly text: string
  readonly ts: string
  readonly team: string
  readonly type: string
  readonly edited?: { readonly user: string; readonly ts: string }
}
