import { randomUUID } from 'node:crypto'
import type { types, webApi } from '@slack/bolt'
import type { Delivery, Host } from '../../src/contract/adapter.ts'
import type { Form } from '../../src/contract/form.ts'
import type { Inbound } from '../../src/contract/inbound.ts'
import type { Message } from '../../src/contract/message.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { failure, platformCode } from './errors.ts'
import { type Origin, renderForm } from './forms.ts'
import { limits } from './limits.ts'
import type { onceEach } from './once.ts'
import type { Place, readPress, readSubmission } from './receive.ts'
import { type Rendered, renderHome, renderMessage, renderModal, renderOpener } from './render.ts'
import { respond } from './respond.ts'
import { post, rewrite } from './send.ts'
import { label } from './split.ts'

/** What answering needs; `client` is not the one the outbox sends with. */
export type Desk = {
  readonly host: Host
  readonly client: webApi.WebClient
  readonly once: ReturnType<typeof onceEach>
}

type Ack = () => Promise<void>

/** New in every view, so that Slack carries nothing typed from one form into the next. */
const nonce = () => randomUUID().slice(0, 8)

/**
 * Typed words are answered before Slack is told that they arrived: if this process ends in between, Slack delivers them
 * again and the core gives the same answer. What this process has posted already is not posted twice.
 */
export async function answerTyped(desk: Desk, inbound: Inbound, place: Place): Promise<void> {
  const { reply } = await desk.host.receive(inbound)
  const rendered = asCard(reply)
  if (rendered === undefined) return
  await desk.once(inbound.id, async () => settled(await post(desk.client, place, rendered, desk.host.log), desk))
}

/** The home tab is published anew whenever somebody opens it. */
export async function answerHome(desk: Desk, inbound: Inbound): Promise<void> {
  const { reply } = await desk.host.receive(inbound)
  if (reply.kind !== 'message') return
  await desk.once(inbound.id, async () => settled(await publish(desk, inbound.from.user, reply.message), desk))
}

/** Only the person sees the answer to a command, wherever it was given. */
export async function answerCommand(
  desk: Desk,
  command: { readonly inbound: Inbound; readonly trigger: string; readonly responseUrl: string },
  ack: Ack,
): Promise<void> {
  const { reply } = await desk.host.receive(command.inbound)
  await ack()
  if (reply.kind === 'form' && (await opened(desk, command.trigger, reply.form))) return
  const rendered = asCard(reply)
  if (rendered !== undefined) await toPerson(desk, command.inbound, rendered, { url: command.responseUrl })
}

/** A press is answered where it was made: in place of the card, below it, in the dialogue, or over the home tab. */
export async function answerPress(desk: Desk, press: ReturnType<typeof readPress>, ack: Ack): Promise<void> {
  const { inbound, pressed, trigger } = press
  const { reply } = await desk.host.receive(inbound)
  await ack()
  if (reply.kind === 'none') return
  if (pressed.kind === 'dialogue') {
    const view = reply.kind === 'form' ? renderForm(reply.form, nonce(), pressed.origin) : renderModal(messageOf(reply))
    const shown = { view_id: pressed.view, ...(pressed.hash === undefined ? {} : { hash: pressed.hash }), view }
    if (await tried(desk, () => desk.client.views.update(shown))) return
  } else if (reply.kind === 'form') {
    const origin = pressed.kind === 'card' ? { channel: pressed.channel, ts: pressed.ts } : undefined
    if (await opened(desk, trigger, reply.form, origin)) return
  } else if (pressed.kind === 'home') {
    if (reply.kind === 'message' && asksForHome(inbound))
      return logged(desk, await publish(desk, inbound.from.user, reply.message))
    // Over the tab, which stays as it is: a card in its place would hide the other requests.
    const view = renderModal(messageOf(reply))
    if (await tried(desk, () => desk.client.views.open({ trigger_id: trigger, view }))) return
  }
  const rendered = asCard(reply)
  if (rendered === undefined) return
  const replaces = reply.kind === 'message' && reply.replaces === true
  if (pressed.kind === 'card') {
    if (replaces) await inPlaceOf(desk, pressed, rendered)
    else logged(desk, await post(desk.client, pressed, rendered, desk.host.log))
    return
  }
  const replace = replaces && pressed.kind === 'shown-to-one' && pressed.replaceable
  await toPerson(
    desk,
    inbound,
    rendered,
    press.responseUrl === undefined ? undefined : { url: press.responseUrl, replace },
  )
}

function asksForHome({ input }: Inbound): boolean {
  if (input.kind !== 'pressed' || typeof input.intent !== 'object' || input.intent === null) return false
  return 'kind' in input.intent && input.intent.kind === 'home'
}

/** What Slack is told about a form that was sent: it closes, changes, or stays open with what is wrong. */
export type SubmissionAck = (
  response?:
    | { response_action: 'update'; view: types.ModalView }
    | { response_action: 'errors'; errors: Record<string, string> },
) => Promise<void>

/** A form is acknowledged when its answer is stored, never before: until then it stays open with the words in it. */
export async function answerSubmission(
  desk: Desk,
  submission: ReturnType<typeof readSubmission>,
  ack: SubmissionAck,
): Promise<void> {
  const { inbound, fields, origin } = submission
  const { reply } = await desk.host.receive(inbound)
  switch (reply.kind) {
    case 'none':
      return ack()
    case 'form':
      return ack({ response_action: 'update', view: renderForm(reply.form, nonce(), origin) })
    case 'invalid': {
      const errors = errorsOf(reply, fields)
      if (Object.keys(errors).length > 0) return ack({ response_action: 'errors', errors })
      // A form without a single field can show no error under one.
      return ack({ response_action: 'update', view: renderModal({ text: reply.message }) })
    }
    case 'message': {
      const rendered = renderMessage(reply.message)
      await ack()
      if (origin !== undefined && reply.replaces === true) return inPlaceOf(desk, origin, rendered)
      return toPerson(desk, inbound, rendered)
    }
    default:
      return reply satisfies never
  }
}

/** Errors by block id; what concerns the whole form stands under its first field. */
export function errorsOf(
  reply: Extract<Reply, { kind: 'invalid' }>,
  fields: ReadonlyMap<string, string>,
): Record<string, string> {
  const errors: Record<string, string> = {}
  const general = [reply.message]
  for (const [field, words] of Object.entries(reply.fields)) {
    const block = fields.get(field)
    if (block === undefined) general.push(words)
    else errors[block] = label(words, limits.inputError)
  }
  const [first] = fields.values()
  const all = general.filter((words) => words.trim() !== '')
  if (first !== undefined && (all.length > 0 || Object.keys(errors).length === 0)) {
    const own = errors[first]
    errors[first] = label([...all, ...(own === undefined ? [] : [own])].join('\n'), limits.inputError)
  }
  return errors
}

/** The answer as a message, where no dialogue can show it. */
function asCard(reply: Reply): Rendered | undefined {
  switch (reply.kind) {
    case 'message':
      return renderMessage(reply.message)
    case 'form':
      return renderOpener(reply.form)
    case 'invalid':
      return renderMessage(messageOf(reply))
    case 'none':
      return undefined
    default:
      return reply satisfies never
  }
}

function messageOf(reply: Extract<Reply, { kind: 'message' | 'invalid' }>): Message {
  if (reply.kind === 'message') return reply.message
  return { text: [reply.message, ...Object.values(reply.fields)].filter((words) => words !== '').join('\n') }
}

/** Whether the form could be opened; a trigger is good for three seconds and for one use. */
function opened(desk: Desk, trigger: string, form: Form, origin?: Origin): Promise<boolean> {
  const view = renderForm(form, nonce(), origin)
  return tried(desk, () => desk.client.views.open({ trigger_id: trigger, view }))
}

async function tried(desk: Desk, call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call()
    return true
  } catch (error) {
    if (platformCode(error) === 'expired_trigger_id') desk.host.log.info({}, 'slack.trigger-expired')
    else logged(desk, failure(error, desk.host.log))
    return false
  }
}

async function inPlaceOf(desk: Desk, card: Origin, rendered: Rendered): Promise<void> {
  const delivery = await rewrite(desk.client, { channel: card.channel, ts: card.ts }, rendered, desk.host.log)
  // The card is gone or too old to be changed: the answer must be seen all the same.
  if (delivery.status === 'never')
    logged(desk, await post(desk.client, { channel: card.channel }, rendered, desk.host.log))
  else logged(desk, delivery)
}

/** By the response_url where there is one, else (or where that is used up) in the person's own conversation. */
async function toPerson(
  desk: Desk,
  inbound: Inbound,
  rendered: Rendered,
  at?: { readonly url: string; readonly replace?: boolean },
): Promise<void> {
  if (at !== undefined && (await respond(at.url, rendered, at.replace === true, desk.host.log))) return
  const channel = inbound.from.conversation ?? inbound.from.user
  logged(desk, await post(desk.client, { channel }, rendered, desk.host.log))
}

async function publish(desk: Desk, user: string, message: Message): Promise<Delivery> {
  try {
    await desk.client.views.publish({ user_id: user, view: renderHome(message) })
    return { status: 'sent', ref: user }
  } catch (error) {
    return failure(error, desk.host.log)
  }
}

/** An event whose answer can come later is refused: Slack delivers it again after a minute, and after five. */
function settled(delivery: Delivery, desk: Desk): void {
  logged(desk, delivery)
  if (delivery.status === 'later') throw new Error(`slack: the answer must wait (${delivery.why})`)
}

function logged(desk: Desk, delivery: Delivery): void {
  if (delivery.status === 'sent') return
  const why = delivery.status === 'never' ? delivery.detail : delivery.why
  desk.host.log.warn({ status: delivery.status, why }, 'slack.answer-not-shown')
}
