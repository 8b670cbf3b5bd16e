import { randomUUID } from 'node:crypto'
import type { webApi } from '@slack/bolt'
import type { Delivery, Host } from '../../../src/contract/adapter.ts'
import type { AnswerLater } from '../../../src/contract/answer-later.ts'
import type { Form } from '../../../src/contract/form.ts'
import type { Inbound } from '../../../src/contract/inbound.ts'
import type { Message } from '../../../src/contract/message.ts'
import type { Reply } from '../../../src/contract/reply.ts'
import type { Once } from '../../shared/once.ts'
import { type Aside, type Origin, renderForm } from '../drawing/forms.ts'
import { type Rendered, renderHome, renderMessage, renderOpener } from '../drawing/render.ts'
import { failure, platformCode } from './errors.ts'
import { respond } from './respond.ts'
import { post, rewrite } from './send.ts'

/** What answering needs; `client` is not the one the outbox sends with. */
export type Connection = {
  readonly host: Host
  readonly client: webApi.WebClient
  readonly once: Once
  readonly later: AnswerLater
  /** Whether forms may ask for files. */
  readonly takesFiles: () => boolean
  /** Takes work that no answer waits for, and that never rejects. */
  readonly afterwards: (work: Promise<void>) => void
}

/** New in every view, so that Slack carries nothing typed from one form into the next. */
export const nonce = () => randomUUID().slice(0, 8)

/** The answer as a message, where no dialogue can show it. */
export function asCard(reply: Reply): Rendered | undefined {
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

export function messageOf(reply: Extract<Reply, { kind: 'message' | 'invalid' }>): Message {
  if (reply.kind === 'message') return reply.message
  return { text: [reply.message, ...Object.values(reply.fields)].filter((words) => words !== '').join('\n') }
}

/** Whether the form could be opened; a trigger is good for three seconds and for one use. */
export function opened(
  connection: Connection,
  trigger: string,
  form: Form,
  origin?: Origin,
  aside?: Aside,
): Promise<boolean> {
  const view = renderForm(form, nonce(), { origin, aside, takesFiles: connection.takesFiles() })
  return tried(connection, () => connection.client.views.open({ trigger_id: trigger, view }))
}

export async function tried(connection: Connection, call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call()
    return true
  } catch (error) {
    if (platformCode(error) === 'expired_trigger_id') connection.host.log.info({}, 'slack.trigger-expired')
    else logged(connection, failure(error, connection.host.log))
    return false
  }
}

export function inPlaceOf(connection: Connection, card: Origin, rendered: Rendered): Promise<void> {
  return eventually(connection, card.channel, async () => {
    const delivery = await rewrite(
      connection.client,
      { channel: card.channel, ts: card.ts },
      rendered,
      connection.host.log,
    )
    // The card is gone or too old to be changed: the answer must be seen all the same.
    return delivery.status === 'never'
      ? await post(connection.client, { channel: card.channel }, rendered, connection.host.log)
      : delivery
  })
}

/**
 * By the response_url where there is one, else (or where that is used up) in the person's own conversation. `sent` hears
 * the `ref` of what was shown.
 */
export function toPerson(
  connection: Connection,
  inbound: Inbound,
  rendered: Rendered,
  at?: { readonly url: string; readonly replace?: boolean },
  sent?: (ref: string) => void,
): Promise<void> {
  const channel = inbound.from.conversation ?? inbound.from.user
  const show = async () => {
    const aside = at && (await respond(at.url, rendered, at.replace === true, connection.host.log))
    return aside === undefined || aside.status === 'never'
      ? await post(connection.client, { channel }, rendered, connection.host.log)
      : aside
  }
  return eventually(connection, channel, show, sent)
}

/**
 * Slack was told that the press arrived, and does not deliver it again: what it certainly did not take is shown later. An
 * event is refused instead, see `settled`.
 */
export function eventually(
  connection: Connection,
  conversation: string,
  show: () => Promise<Delivery>,
  sent: (ref: string) => void = () => {},
): Promise<void> {
  return connection.later.show(conversation, show, (delivery) => {
    logged(connection, delivery)
    if (delivery.status === 'sent') sent(delivery.ref)
  })
}

export async function publish(connection: Connection, user: string, message: Message): Promise<Delivery> {
  try {
    await connection.client.views.publish({ user_id: user, view: renderHome(message) })
    return { status: 'sent', ref: user }
  } catch (error) {
    return failure(error, connection.host.log)
  }
}

/** An event whose answer can come later is refused: Slack delivers it again after a minute, and after five. */
export function settled(delivery: Delivery, connection: Connection): void {
  logged(connection, delivery)
  if (delivery.status === 'later') throw new Error(`slack: the answer must wait (${delivery.why})`)
}

export function logged(connection: Connection, delivery: Delivery): void {
  if (delivery.status === 'sent') return
  const why = delivery.status === 'never' ? delivery.detail : delivery.why
  connection.host.log.warn({ status: delivery.status, why }, 'slack.answer-not-shown')
}
