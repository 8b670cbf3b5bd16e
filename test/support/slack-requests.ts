import { createHmac } from 'node:crypto'

export const signingSecret = 'a-signing-secret-of-the-tests'

/** Posts a body to the app as Slack does. `secondsOff` moves the timestamp; `secret` signs with another secret. */
export async function postSigned(
  url: string,
  body: string,
  options: { contentType?: string; secondsOff?: number; secret?: string; signature?: string } = {},
): Promise<{ status: number; body: string }> {
  const timestamp = Math.floor(Date.now() / 1000) + (options.secondsOff ?? 0)
  const digest = createHmac('sha256', options.secret ?? signingSecret)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex')
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': options.contentType ?? 'application/json',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': options.signature ?? `v0=${digest}`,
    },
    body,
  })
  return { status: response.status, body: await response.text() }
}

const form = 'application/x-www-form-urlencoded'

export const postEvent = (url: string, body: object) => postSigned(url, JSON.stringify(body))
export const postCommand = (url: string, body: Record<string, string>) =>
  postSigned(url, new URLSearchParams(body).toString(), { contentType: form })
export const postInteraction = (url: string, payload: unknown) =>
  postSigned(url, new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), { contentType: form })

/** An event as Slack wraps it. */
export function eventBody(event: object, id = 'Ev1'): object {
  return {
    token: 'legacy',
    team_id: 'T1',
    api_app_id: 'A1',
    type: 'event_callback',
    event_id: id,
    event_time: 1592269200,
    authorizations: [
      { enterprise_id: null, team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false },
    ],
    event,
  }
}

export function messageEvent(text: string, more: object = {}): object {
  return {
    type: 'message',
    channel: 'D1',
    channel_type: 'im',
    user: 'U1',
    text,
    ts: '1592269200.000100',
    event_ts: '1592269200.000100',
    ...more,
  }
}

export function commandBody(command: string, text: string, responseUrl: string): Record<string, string> {
  return {
    token: 'legacy',
    team_id: 'T1',
    team_domain: 'committee',
    channel_id: 'C1',
    channel_name: 'general',
    user_id: 'U1',
    user_name: 'thanh.vien',
    command,
    text,
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: '13345224609.738474920.8088930838d88f008e0',
  }
}

/** A press of a button in a message of the person's own conversation; `more` overrides. */
export function pressPayload(intent: unknown, responseUrl: string, more: object = {}): object {
  return {
    type: 'block_actions',
    user: { id: 'U1', username: 'thanh.vien', name: 'thanh.vien', team_id: 'T1' },
    api_app_id: 'A1',
    token: 'legacy',
    container: { type: 'message', message_ts: '1592269200.000200', channel_id: 'D1', is_ephemeral: false },
    trigger_id: '98765.43210.abcdef',
    team: { id: 'T1', domain: 'committee' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: 'D1', name: 'directmessage' },
    message: { type: 'message', ts: '1592269200.000200', text: 'card' },
    response_url: responseUrl,
    actions: [
      {
        type: 'button',
        action_id: 'intent/0',
        block_id: 'b',
        value: JSON.stringify(intent),
        action_ts: '1592269201.1',
      },
    ],
    ...more,
  }
}

/** The submission of a view as the adapter rendered it, with what was typed into it: values by field and part. */
export function submissionPayload(
  view: { blocks?: unknown; private_metadata?: unknown },
  typed: (field: string, part: number, element: object) => object | undefined,
  more: object = {},
): object {
  const values: Record<string, Record<string, object>> = {}
  for (const block of Array.isArray(view.blocks) ? view.blocks : []) {
    const [, part, field] = /^field\/[^/]*\/(\d+)\/(.*)$/s.exec(String(block.block_id)) ?? []
    if (part === undefined || field === undefined) continue
    values[String(block.block_id)] = {
      value: { type: block.element.type, ...typed(field, Number(part), block.element) },
    }
  }
  return {
    type: 'view_submission',
    team: { id: 'T1', domain: 'committee' },
    user: { id: 'U1', username: 'thanh.vien', name: 'thanh.vien', team_id: 'T1' },
    api_app_id: 'A1',
    token: 'legacy',
    trigger_id: '1.2.3',
    is_enterprise_install: false,
    enterprise: null,
    response_urls: [],
    view: {
      id: 'V1',
      team_id: 'T1',
      type: 'modal',
      callback_id: 'form',
      hash: '1592269200.abc',
      ...view,
      state: { values },
    },
    ...more,
  }
}
