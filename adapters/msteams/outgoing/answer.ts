import type { Delivery, Host, Log } from '../../../src/contract/adapter.ts'
import type { Address } from '../../../src/contract/address.ts'
import type { AnswerLater } from '../../../src/contract/answer-later.ts'
import { shownKey } from '../../../src/contract/delivery-key.ts'
import type { Directory } from '../../../src/contract/directory.ts'
import type { Field, Form, Option } from '../../../src/contract/form.ts'
import type { Message } from '../../../src/contract/message.ts'
import type { File, Reply } from '../../../src/contract/reply.ts'
import type { Once } from '../../shared/once.ts'
import { refusedWith } from '../../shared/picking.ts'
import type { Recent } from '../../shared/recent.ts'
import type { Connector, Outgoing } from '../connector/botbuilder.ts'
import { withLinks } from '../drawing/links.ts'
import { mostStanding } from '../drawing/picker.ts'
import {
  asActivity,
  type Card,
  cardResponse,
  messageResponse,
  renderForm,
  renderMessage,
  type Wrong,
  withValues,
} from '../drawing/render.ts'
import type { Received } from '../incoming/receive.ts'
import type { Reference } from '../reference.ts'
import { messageActivity, post, put } from './send.ts'

export type Answering = {
  readonly host: Host
  readonly connector: Connector
  /** Answers that were posted by this process, and conversations that were greeted. */
  readonly posted: Once
  readonly greeted: Recent<true>
  /** Shows what Teams does not take at once. */
  readonly later: AnswerLater
}

/** The body of the 200 that Teams gets, and what is to be done once it has been sent. */
export type Answered = {
  readonly body?: object
  readonly afterwards?: () => Promise<void>
  /** There was no answer to it yet. */
  readonly provisional?: true
}

/** Answers a pressed or filled card in the HTTP response, within Teams' few seconds. */
export async function answerInvoke(received: Received, to: Reference, with_: Answering): Promise<Answered> {
  const { host } = with_
  const answer = await host.receive(received.inbound)
  const { reply } = answer
  switch (reply.kind) {
    case 'message': {
      const { card: pressed } = received
      // A form that was taken is done: what is said about it stands in its place.
      if (reply.replaces !== true && received.inbound.input.kind !== 'filled') {
        const activity = messageActivity(...seen(reply, received))
        const afterwards = () =>
          once(shownKey(received.inbound, answer), to, with_, () => answered(activity, to, with_))
        return { body: messageResponse(reply.message.text), afterwards }
      }
      const card = renderMessage(...seen(reply, received))
      // The response changes the card on this screen alone, and until it is drawn again: the message is changed as well.
      const afterwards = async () => {
        if (pressed === undefined) return
        await once(shownKey(received.inbound, answer), to, with_, () =>
          updated(asActivity(card, reply.message.text), pressed, to, with_),
        )
      }
      return { body: cardResponse(card), afterwards }
    }
    case 'form':
      return { body: cardResponse(await formCard(received, reply.form, host)) }
    case 'invalid':
      return { body: cardResponse((await again(received, reply, host)).card) }
    case 'none':
      return { body: messageResponse('') }
    default:
      return reply satisfies never
  }
}

/** The files of an answer are for the one who asked: where others read along there are none. */
function seen(
  { message, files = [], documents = [] }: Extract<Reply, { kind: 'message' }>,
  { inbound }: Received,
): readonly [Message, readonly File[]] {
  return inbound.audience === 'private' ? [withLinks(message, documents), files] : [message, []]
}

/** Answers typed words, an arrival, or a card pressed on a client that knows no invokes: with a message of our own. */
export async function answerByPost(received: Received, to: Reference, with_: Answering): Promise<Answered> {
  const { host, greeted } = with_
  const { input } = received.inbound
  // Teams tells of one install twice, as conversationUpdate and as installationUpdate.
  const known = input.kind === 'arrived' && greeted.get(to.conversation.id) === true
  if (input.kind === 'arrived') greeted.set(to.conversation.id, true)
  if (input.kind === 'left') greeted.forget(to.conversation.id)
  const answer = await host.receive(received.inbound)
  const { reply } = answer
  const provisional = answer.provisional === true ? { provisional: true as const } : {}
  // Nobody is there to read a goodbye.
  if (reply.kind === 'none' || input.kind === 'left' || known) return provisional
  const { activity, instead } = await written(reply, received, host)
  const { card } = received
  await once(shownKey(received.inbound, answer), to, with_, async () => {
    const delivery = instead && card !== undefined ? await updated(activity, card, to, with_) : undefined
    // Only a card that can no longer be rewritten is answered by another message.
    return delivery === undefined || delivery.status === 'never' ? await answered(activity, to, with_) : delivery
  })
  return provisional
}

async function written(
  reply: Exclude<Reply, { kind: 'none' }>,
  received: Received,
  host: Host,
): Promise<{ activity: Outgoing; instead: boolean }> {
  switch (reply.kind) {
    case 'message': {
      const instead = reply.replaces === true || received.inbound.input.kind === 'filled'
      return { activity: messageActivity(...seen(reply, received)), instead }
    }
    case 'form':
      return { activity: asActivity(await formCard(received, reply.form, host), reply.form.title), instead: false }
    case 'invalid': {
      const { card, summary } = await again(received, reply, host)
      return { activity: asActivity(card, summary), instead: received.inbound.audience === 'private' }
    }
    default:
      return reply satisfies never
  }
}

/**
 * The form again, with what is wrong and the person's own values. It is asked for anew by its `opens`, under an id of
 * its own, so that nothing has to be remembered here: another replica, or this one after a restart, does the same.
 * Where there is no form any more, the words are shown, so that they can be copied.
 */
async function again(
  received: Received,
  wrong: Extract<Reply, { kind: 'invalid' }>,
  host: Host,
): Promise<{ card: Card; summary: string }> {
  const { inbound } = received
  const values = inbound.input.kind === 'filled' ? inbound.input.values : {}
  const asked =
    received.opens === undefined
      ? undefined
      : await host.receive({
          ...inbound,
          id: `${inbound.id}#form`,
          input: { kind: 'pressed', intent: received.opens },
        })
  if (asked?.reply.kind === 'form') {
    const { form } = asked.reply
    const filled = await namedPicks(withValues(form, values), inbound.from, host)
    const again = { ...filled, fields: refusedWith(filled.fields, wrong.clashes) }
    return { card: await formCard(received, again, host, wrong), summary: form.title }
  }
  const after = asked?.reply.kind === 'message' ? asked.reply.message : undefined
  const message: Message = {
    text: wrong.message,
    blocks: [
      { kind: 'text', text: wrong.message, tone: 'warning' },
      ...Object.values(wrong.fields).map((text) => ({ kind: 'text', text }) as const),
      ...(after === undefined ? [] : (after.blocks ?? [{ kind: 'text', text: after.text } as const])),
      ...(inbound.audience === 'shared'
        ? []
        : Object.values(values).map((value) => ({ kind: 'quote', text: [value].flat().join(', ') }) as const)),
    ],
  }
  return { card: renderMessage(message), summary: wrong.message }
}

/** A form's card, with what its pickers offer to whom it is shown. */
async function formCard(received: Received, form: Form, host: Host, wrong?: Wrong): Promise<Card> {
  const { inbound, asks = false } = received
  const offered = await Promise.all(
    form.fields
      .filter((field) => field.kind === 'pick')
      .map(async ({ name, from }) => [name, await host.options(inbound.from, from, '', mostStanding)] as const),
  )
  return renderForm(form, wrong, { offered: Object.fromEntries(offered), asks })
}

/** What came back from pickers with its labels again; what is no option's value is typed words. */
async function namedPicks(form: Form, of: Address, host: Host): Promise<Form> {
  const named = async (option: Option, from: Directory): Promise<Option> => {
    const { options } = await host.options(of, from, option.value, 1)
    return options.find(({ value }) => value === option.value) ?? option
  }
  const fields = form.fields.map(async (field): Promise<Field> => {
    if (field.kind !== 'pick') return field
    return { ...field, value: await Promise.all((field.value ?? []).map((option) => named(option, field.from))) }
  })
  return { ...form, fields: await Promise.all(fields) }
}

/**
 * A redelivery is shown its answer again only if this process did not show it: the first try may have died in between.
 * Else a card that has been rewritten since would go back to what it was. What may have arrived is not posted again.
 */
function once(key: string, to: Reference, { posted, later }: Answering, show: () => Promise<Delivery>): Promise<void> {
  return posted.each(key, () =>
    later.show(to.conversation.id, show, ({ status }) => {
      if (status !== 'sent' && status !== 'unsure') posted.forget(key)
    }),
  )
}

async function answered(activity: Outgoing, to: Reference, { connector, host }: Answering): Promise<Delivery> {
  const delivery = await post(connector, to, activity)
  note(host.log, 'teams.answer', delivery)
  return delivery
}

async function updated(
  activity: Outgoing,
  card: string,
  to: Reference,
  { connector, host }: Answering,
): Promise<Delivery> {
  const delivery = await put(connector, to, card, activity)
  note(host.log, 'teams.update', delivery)
  return delivery
}

function note(log: Log, event: string, delivery: Delivery): void {
  if (delivery.status === 'sent') log.debug({ status: delivery.status }, event)
  else log.warn({ delivery }, event)
}
