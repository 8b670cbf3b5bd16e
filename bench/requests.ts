import { createHmac } from 'node:crypto'
import type { Intent } from '../src/contract/intent.ts'

export const signingSecret = 'a-signing-secret-of-the-benchmark'
export const tenant = 'T1'
/** The Slack user of the member with this number, and the conversation with them. */
export const userOf = (number: number) => `U${number}`
export const conversationOf = (number: number) => `D${number}`

const form = 'application/x-www-form-urlencoded'
let count = 0

export type Body = { readonly contentType: string; readonly text: string }

/** A press of a button in the person's own conversation, as Slack tells it, with the card it was pressed on. */
export function press(user: string, conversation: string, intent: Intent): Body {
  count += 1
  return interaction({
    type: 'block_actions',
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: tenant },
    api_app_id: 'A1',
    token: 'legacy',
    container: { type: 'message', message_ts: '1592269200.000200', channel_id: conversation, is_ephemeral: false },
    trigger_id: `bench.${process.pid}.${count}`,
    team: { id: tenant, domain: 'committee' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: conversation, name: 'directmessage' },
    message: { type: 'message', user: 'UBOT', ts: '1592269200.000200', text: 'Góp ý của đồng chí', blocks: cardBlocks },
    response_url: 'http://127.0.0.1:9/response',
    actions: [
      {
        type: 'button',
        action_id: 'intent/0',
        block_id: 'b',
        value: JSON.stringify(intent),
        action_ts: '1592269201.1',
      },
    ],
  })
}

// Slack sends the whole card back with every press.
const cardBlocks = Array.from({ length: 8 }, (_, at) => ({
  type: 'section',
  block_id: `b${at}`,
  text: { type: 'plain_text', text: 'Hạn góp ý: 17:00, thứ Ba, ngày 30/06/2020 (giờ Việt Nam). '.repeat(3) },
}))

/** A slash command with its words. */
export function command(user: string, words: string, responseUrl: string): Body {
  count += 1
  const text = new URLSearchParams({
    token: 'legacy',
    team_id: tenant,
    channel_id: 'C1',
    user_id: user,
    user_name: user.toLowerCase(),
    command: '/dondoc',
    text: words,
    api_app_id: 'A1',
    response_url: responseUrl,
    trigger_id: `bench.${process.pid}.${count}`,
  }).toString()
  return { contentType: form, text }
}

/** A form sent off: its intent, and the values of its fields by name. */
export function submission(user: string, conversation: string, intent: Intent, values: readonly FormValue[]): Body {
  count += 1
  const state: Record<string, Record<string, object>> = {}
  for (const { name, element } of values) state[`field/${count}/0/${name}`] = { value: element }
  return interaction({
    type: 'view_submission',
    team: { id: tenant, domain: 'committee' },
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: tenant },
    api_app_id: 'A1',
    token: 'legacy',
    trigger_id: `bench.${process.pid}.${count}`,
    view: {
      id: `V${count}`,
      team_id: tenant,
      type: 'modal',
      callback_id: 'form',
      hash: `1592269200.${count}`,
      private_metadata: JSON.stringify({ intent, origin: { channel: conversation, ts: '1592269200.000200' } }),
      state: { values: state },
    },
  })
}

export type FormValue = { readonly name: string; readonly element: object }

function interaction(payload: object): Body {
  return { contentType: form, text: new URLSearchParams({ payload: JSON.stringify(payload) }).toString() }
}

/** The headers with which Slack sends a body: its kind, the instant, and the signature over both. */
export function signed({ contentType, text }: Body): Record<string, string | number> {
  const seconds = Math.floor(Date.now() / 1000)
  const digest = createHmac('sha256', signingSecret).update(`v0:${seconds}:${text}`).digest('hex')
  return {
    'content-type': contentType,
    'content-length': Buffer.byteLength(text),
    'x-slack-request-timestamp': String(seconds),
    'x-slack-signature': `v0=${digest}`,
  }
}
