import type { webApi } from '@slack/bolt'
import type { Delivery, Log } from '../../../src/contract/adapter.ts'
import type { Address } from '../../../src/contract/address.ts'
import type { Message } from '../../../src/contract/message.ts'
import { type Rendered, renderMessage } from '../drawing/render.ts'
import { isPrivate } from '../identity.ts'
import { conversationGone, failure } from './errors.ts'
import { metadataOf } from './sought.ts'

/** Nothing is looked up or expanded in what we send: a link in somebody's text stays a text. */
const asWritten = { unfurl_links: false, unfurl_media: false, mrkdwn: false, parse: 'none' } as const

/**
 * Posts to a person: to the stored conversation, or by the person's own id. Slack documents no idempotency key for
 * chat.postMessage, so a lost answer is `unsure` and never repeated here; by its `key` the message is found again.
 */
export async function send(
  client: webApi.WebClient,
  to: Address,
  message: Message,
  key: string,
  log: Log,
): Promise<Delivery> {
  const rendered = { ...renderMessage(message), metadata: metadataOf(key) }
  if (to.conversation === undefined || !isPrivate(to.conversation))
    return post(client, { channel: to.user }, rendered, log)
  const first = await post(client, { channel: to.conversation }, rendered, log)
  if (first.status === 'sent' || !conversationGone(first)) return first
  return post(client, { channel: to.user }, rendered, log)
}

/** Posts once. `ref` is `channel:ts`. */
export async function post(
  client: webApi.WebClient,
  place: { readonly channel: string; readonly thread?: string },
  rendered: Rendered & { readonly metadata?: ReturnType<typeof metadataOf> },
  log: Log,
): Promise<Delivery> {
  try {
    const posted = await client.chat.postMessage({
      channel: place.channel,
      ...rendered,
      ...asWritten,
      link_names: false,
      ...(place.thread === undefined ? {} : { thread_ts: place.thread }),
    })
    if (posted.channel === undefined || posted.ts === undefined) return { status: 'unsure', why: 'no ts in the answer' }
    return { status: 'sent', ref: `${posted.channel}:${posted.ts}` }
  } catch (error) {
    return failure(error, log)
  }
}

/** Rewrites the message that `send` named `ref`. Doing it twice changes nothing, so it may be repeated. */
export async function update(client: webApi.WebClient, ref: string, message: Message, log: Log): Promise<Delivery> {
  const [channel, ts] = ref.split(':')
  // What was once posted into a channel by a wrong id stays as it is: there is nothing private to be added to it.
  if (channel === undefined || ts === undefined || ts === '' || !isPrivate(channel))
    return { status: 'never', why: 'gone', detail: 'no message is called so' }
  return rewrite(client, { channel, ts }, renderMessage(message), log)
}

export async function rewrite(
  client: webApi.WebClient,
  at: { readonly channel: string; readonly ts: string },
  rendered: Rendered,
  log: Log,
): Promise<Delivery> {
  try {
    await client.chat.update({ channel: at.channel, ts: at.ts, ...rendered, parse: 'none', link_names: false })
    return { status: 'sent', ref: `${at.channel}:${at.ts}` }
  } catch (error) {
    const failed = failure(error, log)
    // There is no person to be missed here: the message or its conversation is no more.
    if (failed.status === 'never' && failed.why === 'no-such-person') return { ...failed, why: 'gone' }
    return failed
  }
}
