import type { IncomingMessage, ServerResponse } from 'node:http'
import { parse } from 'node:querystring'
import { type App, type Receiver, verifySlackRequest } from '@slack/bolt'
import type { Log } from '../../src/contract/adapter.ts'
import { readBody } from '../shared/body.ts'
import { respond } from '../shared/respond.ts'
import { isSlackPayload } from './incoming/payloads.ts'
import { processHeld } from './incoming/receiver.ts'

const megabyte = 1024 * 1024
const limits = { largest: megabyte, patience: 8 * megabyte }
const freshForSeconds = 5 * 60

export type HttpReceiver = {
  readonly receiver: Receiver
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
}

/**
 * Takes Slack's requests for Bolt. Not Bolt's own HTTPReceiver: that one ends the process on a signed `payload=null`,
 * takes timestamps from the future, answers 401 to every unreadable body, and acknowledges events before they are
 * stored; with a check in front of it everything would be read twice. Bolt still does the signature and the routing.
 */
export function httpReceiver(signingSecret: string, log: () => Log): HttpReceiver {
  let app: App | undefined
  return {
    receiver: {
      init(bolt) {
        app = bolt
      },
      start: async () => {},
      stop: async () => {},
    },
    async handle(request, response) {
      try {
        await take(request, response, signingSecret, app)
      } catch (error) {
        log().error({ error: error instanceof Error ? error.message : 'unknown' }, 'slack.request-failed')
        finish(response, 500)
      }
    },
  }
}

async function take(
  request: IncomingMessage,
  response: ServerResponse,
  secret: string,
  app: App | undefined,
): Promise<void> {
  const bytes = await readBody(request, limits)
  if (bytes === 'gone') return
  if (bytes === 'too-large') return finish(response, 413)
  const raw = bytes.toString('utf8')
  if (raw.length === 0) return finish(response, 400)
  // Slack tries the address of a command with this, unsigned, and wants no more than a 200.
  if (isSslCheck(request, raw)) return finish(response, 200)
  if (!signed(request, raw, secret, Date.now())) return finish(response, 401)
  const body = bodyOf(request, raw)
  if (isChallenge(body)) return finish(response, 200, { challenge: body.challenge })
  if (!isSlackPayload(body)) return finish(response, 400)
  if (app === undefined) return finish(response, 503)
  await processHeld(app, { body, ack: async (answer: unknown) => finish(response, 200, answer) })
  // No listener wanted it: a shortcut or a menu that this app does not have.
  finish(response, 404)
}

/** `nowMs`: the real time. Slack's rule is five minutes to either side; Bolt checks the past alone. */
function signed(request: IncomingMessage, body: string, signingSecret: string, nowMs: number): boolean {
  const signature = request.headers['x-slack-signature']
  const seconds = Number(request.headers['x-slack-request-timestamp'])
  if (typeof signature !== 'string' || !(Math.abs(nowMs / 1000 - seconds) <= freshForSeconds)) return false
  try {
    verifySlackRequest({
      signingSecret,
      body,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds },
      nowMilliseconds: nowMs,
    })
    return true
  } catch {
    return false
  }
}

/** Events come as JSON; interactions as a form with JSON in `payload`; commands as a form. Undefined: unreadable. */
function bodyOf(request: IncomingMessage, raw: string): unknown {
  try {
    if (!isForm(request)) return JSON.parse(raw)
    const form = parse(raw)
    return typeof form.payload === 'string' ? JSON.parse(form.payload) : form
  } catch {
    return undefined
  }
}

function isChallenge(body: unknown): body is { challenge: string } {
  if (typeof body !== 'object' || body === null || !('type' in body) || !('challenge' in body)) return false
  return body.type === 'url_verification' && typeof body.challenge === 'string'
}

function isSslCheck(request: IncomingMessage, raw: string): boolean {
  return raw.length < 1000 && isForm(request) && parse(raw).ssl_check === '1'
}

function isForm(request: IncomingMessage): boolean {
  return request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true
}

/** Slack takes an empty acknowledgement for nothing at all. */
const finish = (response: ServerResponse, status: number, body?: unknown): void =>
  respond(response, status, typeof body === 'object' && body !== null ? body : undefined)
