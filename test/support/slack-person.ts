import { createHash, randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import type { SlackApi, SlackMessage } from './slack-api.ts'
import {
  commandBody,
  eventBody,
  messageEvent,
  postCommand,
  postEvent,
  postInteraction,
  pressPayload,
  submissionPayload,
} from './slack-requests.ts'

/** Something with buttons or fields that a person looks at: a message, an answer to a command, a dialogue, the home tab. */
export type Seen = { readonly blocks: unknown; readonly channel?: string; readonly ts?: string }
export type View = Seen & { readonly private_metadata?: unknown; readonly type?: unknown; readonly title?: unknown }
/** What is put into fields; into one for files what `SlackApi.keep` gave. */
export type Typed = Readonly<Record<string, string | readonly string[] | readonly object[]>>

/**
 * A person of the workspace `T1` in front of Slack: what they do arrives at the app signed, as Slack sends it, and what
 * they see is read from the stand-in. `url` is the app's server.
 */
export function slackPerson(url: string, api: SlackApi, user: string) {
  const to = `${url}/slack/events`
  const channel = `D${user}`
  const who = { user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: 'T1' } }
  const response = (trigger: string) => `${api.responseUrl}?${trigger}`
  let count = 0
  const next = (what: string) => `${what}-${user}-${++count}-${randomUUID().slice(0, 8)}`

  const inbox = (): SlackMessage[] => [...api.messages.values()].filter((message) => message.channel === channel)

  /** The payload of a press of the button with this label; posted twice, it is one delivery that Slack repeats. */
  function pressOf(seen: Seen, label: string, trigger = next('press')) {
    const value = JSON.parse(String(buttonOf(seen, label).value))
    const place =
      seen.ts === undefined
        ? {
            channel: { id: 'C1' },
            container: { type: 'message', is_ephemeral: true, channel_id: 'C1', message_ts: '1.1' },
          }
        : {
            channel: { id: seen.channel },
            message: { type: 'message', ts: seen.ts, text: 'card' },
            container: { type: 'message', channel_id: seen.channel, message_ts: seen.ts, is_ephemeral: false },
          }
    const home = 'type' in seen && seen.type === 'home'
    const view = {
      channel: undefined,
      message: undefined,
      container: { type: 'view' },
      view: { id: 'VHOME', type: 'home' },
    }
    return {
      trigger,
      payload: pressPayload(value, response(trigger), { ...who, trigger_id: trigger, ...(home ? view : place) }),
    }
  }

  return {
    user,
    inbox,
    pressOf,
    /** The private message that says all this, once it is there: the newest of several. */
    card: (...words: readonly string[]): Promise<SlackMessage> =>
      seenSoon(
        () => inbox().findLast((message) => words.every((word) => wordsOf(message).includes(word))),
        words,
        inbox,
      ),
    async command(command: string, text: string) {
      const trigger = next('command')
      const body = { ...commandBody(command, text, response(trigger)), user_id: user, trigger_id: trigger }
      return { trigger, answer: await postCommand(to, body) }
    },
    /** Writes to the bot. The same `id` again is Slack's redelivery. */
    say: (text: string, id = next('Ev'), more: object = {}) =>
      postEvent(to, eventBody(messageEvent(text, { user, channel, ts: `1592269200.${number(id)}`, ...more }), id)),
    mention: (text: string, id = next('Ev'), more: object = {}) =>
      postEvent(
        to,
        eventBody(
          {
            ...messageEvent(`<@UBOT> ${text}`, { user, channel: 'C1' }),
            type: 'app_mention',
            channel_type: undefined,
            ...more,
          },
          id,
        ),
      ),
    async openHome(): Promise<View> {
      const before = api.of('views.publish').length
      await postEvent(to, eventBody({ type: 'app_home_opened', user, channel, tab: 'home' }, next('Ev')))
      return await seenSoon(() => api.of('views.publish').slice(before).map(viewOf)[0], ['home'])
    },
    /** Presses the button with this label; gives the delivery's trigger. */
    async press(seen: Seen, label: string): Promise<string> {
      const { trigger, payload } = pressOf(seen, label)
      const { status } = await postInteraction(to, payload)
      if (status !== 200) throw new Error(`the press was answered ${status}`)
      return trigger
    },
    /** The dialogue that opened for this trigger. */
    view: (trigger: string): Promise<View> =>
      seenSoon(
        () =>
          api
            .of('views.open')
            .filter((call) => call.args.trigger_id === trigger)
            .map(viewOf)[0],
        [trigger],
      ),
    /** What a command or a press was answered at its response_url, for this person alone. */
    aside: (trigger: string): Promise<Seen> =>
      seenSoon(
        () =>
          api
            .of('response_url')
            .filter((call) => call.args.trigger === trigger)
            .map(({ args }) => ({ blocks: args.blocks }))[0],
        [trigger],
      ),
    /** Sends a dialogue with these values in its fields; the others keep what they began with. */
    async submit(view: View, typed: Typed, more: object = {}) {
      const id = next('V')
      const shown = { id, hash: id, ...view }
      const sent = submissionPayload(shown, (field, part, element) => state(element, part, typed[field]), {
        ...who,
        ...more,
      })
      const { status, body } = await postInteraction(to, sent)
      return { status, body: body === '' ? undefined : JSON.parse(body) }
    },
  }
}

/** A message has a ts of its own, and the same one when it is delivered again. */
const number = (id: string) => createHash('sha256').update(id).digest().readUInt32BE(0)

export type SlackPerson = ReturnType<typeof slackPerson>

async function seenSoon<T>(
  look: () => T | undefined,
  what: readonly string[],
  there?: () => readonly SlackMessage[],
): Promise<T> {
  try {
    return await vi.waitUntil(look, { timeout: 8_000, interval: 10 })
  } catch {
    throw new Error(`never seen: ${what.join(' | ')}\n${there?.().map(wordsOf).join('\n----\n') ?? ''}`)
  }
}

const viewOf = (call: { readonly args: Record<string, unknown> }): View => {
  const { view } = call.args
  return typeof view === 'object' && view !== null && 'blocks' in view ? view : { blocks: [] }
}

/** Everything with a `type` in blocks, in order. */
function elements(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(elements)
  if (typeof value !== 'object' || value === null) return []
  return [...('type' in value ? [{ ...value }] : []), ...Object.values(value).flatMap(elements)]
}

/** All that blocks say, a block a line. */
export function wordsOf(seen: { readonly blocks: unknown }): string {
  const blocks = Array.isArray(seen.blocks) ? seen.blocks : []
  return blocks
    .map((block) =>
      elements(block)
        .flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
        .join(''),
    )
    .join('\n')
}

export const labelsOf = (seen: Seen): string[] => buttonsOf(seen).map((button) => wordsOf({ blocks: [button] }))

const buttonsOf = (seen: Seen) => elements(seen.blocks).filter((element) => element.type === 'button')

function buttonOf(seen: Seen, label: string): Record<string, unknown> {
  const named = buttonsOf(seen).map((button) => ({ button, words: wordsOf({ blocks: [button] }) }))
  // One of a row is asked for as it is heard alone; one of many alike by the words of its option, which is pressed alike.
  const found =
    named.find(({ button }) => button.accessibility_label === label)?.button ??
    named.find(({ words }) => words === label)?.button ??
    elements(seen.blocks)
      .flatMap(({ type, options }) => (type === 'static_select' ? elements(options) : []))
      .find((option) => wordsOf({ blocks: [option] }) === label)
  if (found === undefined) throw new Error(`no button ${label} among ${labelsOf(seen).join(', ')}\n${wordsOf(seen)}`)
  return found
}

/** A field's state in a submission, as Slack tells it: what was given, else what the field began with. */
function state(element: object, part: number, given: Typed[string] | undefined): object {
  const field: Record<string, unknown> = { ...element }
  const option = (value: unknown) => ({ selected_option: { value } })
  switch (field.type) {
    case 'plain_text_input':
      return { value: given === undefined ? (field.initial_value ?? null) : part === 0 ? given : null }
    case 'static_select':
    case 'radio_buttons':
    case 'external_select':
      return given === undefined ? { selected_option: field.initial_option ?? null } : option(given)
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return {
        selected_options:
          given === undefined ? (field.initial_options ?? []) : [given].flat().map((value) => ({ value })),
      }
    case 'datepicker':
      return { selected_date: given ?? field.initial_date ?? null }
    case 'timepicker':
      return { selected_time: given ?? field.initial_time ?? null }
    case 'file_input':
      // What was left without a file has an empty list.
      return { files: given ?? [] }
    default:
      throw new Error(`an input of type ${String(field.type)}`)
  }
}
