import type { Delivery } from '../../../src/contract/adapter.ts'
import type { Address } from '../../../src/contract/address.ts'
import { isLoopbackUrl } from '../../../src/contract/loopback.ts'
import type { Message } from '../../../src/contract/message.ts'
import type { File } from '../../../src/contract/reply.ts'
import type { Connector, Outgoing } from '../connector/botbuilder.ts'
import { ConnectorFailure, failed } from '../connector/failure.ts'
import { asActivity, renderMessage } from '../drawing/render.ts'
import { identity } from '../identity.ts'
import type { TeamsOptions } from '../options.ts'
import { parsePlace, parseReference, placeRef, type Reference } from '../reference.ts'

const NO_CONVERSATION =
  'no conversation is stored: the person has to write to the bot once, or the app has to be installed for them'

/** The message as a card, with the pictures that go with it, and its summary for the notification. */
export const messageActivity = (message: Message, files: readonly File[] = []): Outgoing =>
  asActivity(renderMessage(message, files), message.text)

/** Writes into a conversation. `ref` names the conversation and the activity. */
export async function post(connector: Connector, to: Reference, activity: Outgoing): Promise<Delivery> {
  return attempt(false, async () => {
    const id = await connector.post(to, activity)
    return { status: 'sent', ref: placeRef({ conversation: to.conversation.id, activity: id || 'unknown' }) }
  })
}

/** Rewrites an activity in a conversation. */
export async function put(connector: Connector, to: Reference, id: string, activity: Outgoing): Promise<Delivery> {
  return attempt(true, async () => {
    await connector.put(to, id, activity)
    return { status: 'sent', ref: placeRef({ conversation: to.conversation.id, activity: id }) }
  })
}

/** Sends to a person by the reference that is stored with them. */
export async function send(connector: Connector, options: TeamsOptions, to: Address, message: Message) {
  const reference = usable(to, options)
  return 'status' in reference ? reference : post(connector, reference, messageActivity(message))
}

/** Rewrites what was sent, in the conversation it was sent to, through the newest service address. */
export async function update(
  connector: Connector,
  options: TeamsOptions,
  to: Address,
  ref: string,
  message: Message,
): Promise<Delivery> {
  const reference = usable(to, options)
  if ('status' in reference) return reference
  const place = parsePlace(ref)
  if (place === undefined) return { status: 'never', why: 'gone', detail: 'the reference of the message is not ours' }
  const there = { ...reference, conversation: { ...reference.conversation, id: place.conversation } }
  return put(connector, there, place.activity, messageActivity(message))
}

const nobody = (detail: string) => ({ status: 'never', why: 'no-such-person', detail }) as const

/** Group chats and channels have ids of this form, whatever type they are said to be. */
const isPrivate = ({ conversation }: Reference): boolean =>
  (conversation.conversationType ?? 'personal') === 'personal' && !conversation.id.startsWith('19:')

function usable(to: Address, options: TeamsOptions): Reference | Extract<Delivery, { status: 'never' }> {
  const wrong = identity.wrongUser(to.user)
  if (wrong !== undefined) return nobody(`${to.user} ${wrong}`)
  if (options.tenantId !== undefined && to.tenant !== identity.canonical(options.tenantId))
    return nobody(`${to.tenant} is not the tenant whose people are taken here`)
  const reference = parseReference(to.conversation)
  if (reference !== undefined && !isPrivate(reference)) return nobody('the stored conversation is a group or a channel')
  if (reference === undefined) return { status: 'never', why: 'no-such-person', detail: NO_CONVERSATION }
  if (options.auth === 'none' && !isLoopbackUrl(reference.serviceUrl))
    return {
      status: 'never',
      why: 'refused',
      detail: 'without authentication, only a service on this machine is written to',
    }
  return reference
}

async function attempt(repeatable: boolean, work: () => Promise<Delivery>): Promise<Delivery> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ConnectorFailure) return failed(error.failure, repeatable)
    throw error
  }
}
