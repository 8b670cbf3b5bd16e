import { shownKey } from '../../../src/contract/delivery-key.ts'
import { presentName } from '../../../src/contract/former-intents.ts'
import type { Inbound } from '../../../src/contract/inbound.ts'
import type { Answer, Reply } from '../../../src/contract/reply.ts'
import { type Aside, renderForm } from '../drawing/forms.ts'
import { renderMessage, renderModal } from '../drawing/render.ts'
import type { Place } from '../incoming/place.ts'
import type { readCommand, readPress, readSubmission } from '../incoming/receive.ts'
import { sendFiles } from './files.ts'
import { refusedForm, type StaysOpen } from './refused.ts'
import { respond } from './respond.ts'
import { post } from './send.ts'
import {
  asCard,
  type Connection,
  eventually,
  inPlaceOf,
  logged,
  messageOf,
  nonce,
  opened,
  publish,
  settled,
  toPerson,
  tried,
} from './show.ts'

type Ack = () => Promise<void>

/**
 * Typed words are answered before Slack is told that they arrived: if this process ends in between, Slack delivers them
 * again and the core gives the same answer. What this process has posted already is not posted twice.
 */
export async function answerTyped(connection: Connection, inbound: Inbound, place: Place): Promise<Answer> {
  const answer = await connection.host.receive(inbound)
  const { reply } = answer
  const rendered = asCard(reply)
  if (rendered === undefined) return answer
  await connection.once.each(shownKey(inbound, answer), async () => {
    settled(await post(connection.client, place, rendered, connection.host.log), connection)
    sendFiles(connection, inbound, reply, place.thread)
  })
  return answer
}

/** The home tab is published anew whenever somebody opens it; a file would come each time. */
export async function answerHome(connection: Connection, inbound: Inbound): Promise<void> {
  const answer = await connection.host.receive(inbound)
  const { reply } = answer
  if (reply.kind !== 'message') return
  await connection.once.each(shownKey(inbound, answer), async () =>
    settled(await publish(connection, inbound.from.user, reply.message), connection),
  )
}

/** Only the person sees the answer to a command, wherever it was given. */
export async function answerCommand(
  connection: Connection,
  command: ReturnType<typeof readCommand>,
  ack: Ack,
): Promise<void> {
  const answer = await connection.host.receive(command.inbound)
  const { reply } = answer
  await ack()
  await connection.once.each(shownKey(command.inbound, answer), async () => {
    const aside = asideOf(command.responseUrl, command.channel)
    if (reply.kind === 'form' && (await opened(connection, command.trigger, reply.form, undefined, aside))) return
    const rendered = asCard(reply)
    if (rendered !== undefined) await toPerson(connection, command.inbound, rendered, { url: command.responseUrl })
    sendFiles(connection, command.inbound, reply)
  })
}

type Press = ReturnType<typeof readPress>

/** A press that is delivered twice is acknowledged twice, and its answer shown once. */
export async function answerPress(connection: Connection, press: Press, ack: Ack): Promise<void> {
  const answer = await connection.host.receive(press.inbound)
  const { reply } = answer
  await ack()
  await connection.once.each(shownKey(press.inbound, answer), async () => {
    await showAnswer(connection, press, reply)
    sendFiles(connection, press.inbound, reply, press.pressed.kind === 'card' ? press.pressed.thread : undefined)
    if (asksFor(press.inbound, 'language.set')) await homeAnew(connection, press.inbound)
  })
}

/**
 * The home tab in the language that was chosen: it may be on the screen, and Slack asks for it only when it is opened.
 * After typed words it is opened anew, since it is another tab than the conversation.
 */
async function homeAnew(connection: Connection, inbound: Inbound): Promise<void> {
  const input = { kind: 'pressed', intent: { kind: 'home.show' } } as const
  const { reply } = await connection.host.receive({ ...inbound, id: `${inbound.id}#home`, input })
  if (reply.kind !== 'message') return
  const { user } = inbound.from
  await eventually(connection, user, () => publish(connection, user, reply.message))
}

/** A press is answered where it was made: in place of the card, below it, in the dialogue, or over the home tab. */
async function showAnswer(connection: Connection, press: Press, reply: Reply): Promise<void> {
  const { inbound, pressed, trigger } = press
  if (reply.kind === 'none') return
  if (pressed.kind === 'dialogue') {
    const view =
      reply.kind === 'form'
        ? renderForm(reply.form, nonce(), { ...pressed, takesFiles: connection.takesFiles() })
        : renderModal(messageOf(reply))
    const shown = { view_id: pressed.view, ...(pressed.hash === undefined ? {} : { hash: pressed.hash }), view }
    if (await tried(connection, () => connection.client.views.update(shown))) return
  } else if (reply.kind === 'form') {
    const origin = pressed.kind === 'card' ? { channel: pressed.channel, ts: pressed.ts } : undefined
    const aside = pressed.kind === 'shown-to-one' ? asideOf(press.responseUrl, pressed.channel) : undefined
    if (await opened(connection, trigger, reply.form, origin, aside)) return
  } else if (pressed.kind === 'home') {
    if (reply.kind === 'message' && asksFor(inbound, 'home.show'))
      return eventually(connection, inbound.from.user, () => publish(connection, inbound.from.user, reply.message))
    // Over the tab, which stays as it is: a card in its place would hide the other requests.
    const view = renderModal(messageOf(reply))
    if (await tried(connection, () => connection.client.views.open({ trigger_id: trigger, view }))) return
  }
  const rendered = asCard(reply)
  if (rendered === undefined) return
  const replaces = reply.kind === 'message' && reply.replaces === true
  if (pressed.kind === 'card') {
    if (replaces) await inPlaceOf(connection, pressed, rendered)
    else
      await eventually(connection, pressed.channel, () =>
        post(connection.client, pressed, rendered, connection.host.log),
      )
    return
  }
  const replace = replaces && pressed.kind === 'shown-to-one' && pressed.replaceable
  await toPerson(
    connection,
    inbound,
    rendered,
    press.responseUrl === undefined ? undefined : { url: press.responseUrl, replace },
  )
}

const asideOf = (url: string | undefined, channel: string | undefined): Aside | undefined =>
  url === undefined ? undefined : { url, ...(channel === undefined ? {} : { channel }) }

const kindOf = (intent: unknown): unknown =>
  typeof intent === 'object' && intent !== null && 'kind' in intent ? intent.kind : undefined

/** Whichever version the button is of: those in conversations stay for ever. */
function asksFor({ input }: Inbound, kind: 'home.show' | 'language.set'): boolean {
  return input.kind === 'pressed' && kindOf(presentName('pressed', input.intent)) === kind
}

/** What Slack is told about a form that was sent: it closes, changes, or stays open with what is wrong. */
export type SubmissionAck = (response?: StaysOpen) => Promise<void>

/** A form is acknowledged when its answer is stored, never before: until then it stays open with the words in it. */
export async function answerSubmission(
  connection: Connection,
  submission: ReturnType<typeof readSubmission>,
  ack: SubmissionAck,
): Promise<Reply> {
  const { inbound, origin, aside } = submission
  const answer = await connection.host.receive(inbound)
  const { reply } = answer
  switch (reply.kind) {
    case 'none':
      await ack()
      break
    case 'form':
      await ack({
        response_action: 'update',
        view: renderForm(reply.form, nonce(), { origin, aside, takesFiles: connection.takesFiles() }),
      })
      break
    case 'invalid':
      await ack(refusedForm(reply, submission))
      break
    case 'message': {
      const rendered = renderMessage(reply.message)
      await ack()
      const replaced = reply.replaces === true ? origin : undefined
      await connection.once.each(shownKey(inbound, answer), async () => {
        const sent =
          aside && answer.elsewhere !== undefined ? tellAside(connection, aside, answer.elsewhere) : undefined
        if (replaced === undefined) await toPerson(connection, inbound, rendered, undefined, sent)
        else await inPlaceOf(connection, replaced, rendered)
        sendFiles(connection, inbound, reply)
      })
      break
    }
    default:
      return reply satisfies never
  }
  return reply
}

/** Says where the form was opened that its answer stands in another conversation: to the person alone, and once it does. */
function tellAside(connection: Connection, { url, channel }: Aside, words: string): (ref: string) => void {
  return (ref) => {
    if (channel !== undefined && ref.startsWith(`${channel}:`)) return
    const told = respond(url, renderMessage({ text: words }), false, connection.host.log)
    connection.afterwards(told.then((delivery) => logged(connection, delivery)))
  }
}
