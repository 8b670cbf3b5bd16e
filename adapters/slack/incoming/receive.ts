import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Address } from '../../../src/contract/address.ts'
import type { Inbound } from '../../../src/contract/inbound.ts'
import type { Aside, Origin } from '../drawing/forms.ts'
import { searchedBy } from '../drawing/picker.ts'
import { commands } from '../drawing/surface.ts'
import { platform } from '../identity.ts'
import { messageName, readChanged } from './changed.ts'
import {
  CommandBody,
  EventBody,
  HomeEvent,
  PressBody,
  SpokenEvent,
  SubmissionBody,
  SuggestionBody,
} from './payloads.ts'
import type { Place } from './place.ts'
import { notGiven, type SlackFile, sentFiles } from './sent-files.ts'
import { json, metadataOf, valuesOf } from './submission.ts'
import { typedText } from './typed-text.ts'

// No payload of Slack's carries a locale or an e-mail; only users.info does, and that call has no place before an answer.

/** What was pressed: a card in the person's own conversation, one in a channel, the home tab, or a dialogue. */
export type Pressed =
  | { readonly kind: 'card'; readonly channel: string; readonly ts: string; readonly thread?: string }
  | { readonly kind: 'shown-to-one'; readonly replaceable: boolean; readonly channel?: string }
  | { readonly kind: 'home' }
  | {
      readonly kind: 'dialogue'
      readonly view: string
      readonly hash?: string
      readonly origin?: Origin
      readonly aside?: Aside
    }

/** Subtypes under which somebody says something: with a file, as `/me` does, and from a thread to the conversation too. */
const spoken: ReadonlySet<string> = new Set(['file_share', 'me_message', 'thread_broadcast'])

type Said = { readonly inbound: Inbound; readonly place: Place; readonly files?: readonly SlackFile[] }

/**
 * `own` are the bot's user ids where known; `files` are those to be fetched for it. Undefined: nobody said anything to us.
 */
export function readMessage(body: unknown, own: readonly string[]): Said | undefined {
  const event = EventBody.parse(body)
  const said = SpokenEvent.safeParse(event.event)
  if (!said.success || said.data.channel_type !== 'im') return undefined
  const { user, subtype, bot_id, channel, ts, thread_ts } = said.data
  // Joins, bots and the like. For edits see changed.ts.
  if (user == null || bot_id != null || (subtype != null && !spoken.has(subtype))) return undefined
  const ids = ownIds(event, own)
  if (ids.includes(user) || user === 'USLACKBOT') return undefined
  return {
    inbound: {
      id: event.event_id,
      from: { ...address(speakersTeam(event, said.data), user), conversation: channel },
      audience: 'private',
      message: messageName(channel, ts),
      input: { kind: 'typed', text: typedText(said.data.text ?? '', ids) },
    },
    files: sentFiles(said.data),
    place: { channel, ...(thread_ts == null ? {} : { thread: thread_ts }) },
  }
}

/** An earlier message of theirs, edited or deleted. Undefined: nothing of the kind. */
export function readChange(body: unknown, own: readonly string[]): Said | undefined {
  const ids = ownIds(EventBody.parse(body), own)
  return readChanged(body, ids, (event, said, user) => address(speakersTeam(event, said), user))
}

/** A mention in a channel: everybody there sees the answer, in the thread of the question. */
export function readMention(body: unknown, own: readonly string[]): Said | undefined {
  const event = EventBody.parse(body)
  const said = SpokenEvent.safeParse(event.event)
  if (!said.success) return undefined
  const { user, bot_id, channel, ts, thread_ts } = said.data
  const ids = ownIds(event, own)
  // In the person's own conversation the same words arrive as a message as well.
  if (user == null || bot_id != null || ids.includes(user) || channel.startsWith('D')) return undefined
  return {
    inbound: {
      id: event.event_id,
      from: address(speakersTeam(event, said.data), user),
      audience: 'shared',
      message: messageName(channel, ts),
      ...notGiven(sentFiles(said.data)),
      input: { kind: 'typed', text: typedText(said.data.text ?? '', ids) },
    },
    place: { channel, thread: thread_ts ?? ts },
  }
}

/** Somebody looks at the bot's home tab; its other tab is the conversation. */
export function readHome(body: unknown): Inbound | undefined {
  const event = EventBody.parse(body)
  const opened = HomeEvent.safeParse(event.event)
  if (!opened.success || opened.data.tab !== 'home') return undefined
  return {
    id: event.event_id,
    from: address(speakersTeam(event), opened.data.user),
    audience: 'private',
    input: { kind: 'pressed', intent: { kind: 'home.show' } },
  }
}

export function readCommand(body: unknown): {
  inbound: Inbound
  trigger: string
  responseUrl: string
  channel?: string
} {
  const command = CommandBody.parse(body)
  const text = [commands[command.command] ?? '', typedText(command.text ?? '')].join(' ').trim()
  return {
    inbound: {
      id: command.trigger_id,
      from: address(command.team_id, command.user_id),
      audience: 'private',
      ...nameOf(command.user_name),
      input: text === '' ? { kind: 'pressed', intent: { kind: 'home.show' } } : { kind: 'typed', text },
    },
    trigger: command.trigger_id,
    responseUrl: command.response_url,
    ...(command.channel_id == null ? {} : { channel: command.channel_id }),
  }
}

export function readPress(body: unknown): {
  inbound: Inbound
  trigger: string
  pressed: Pressed
  responseUrl?: string
} {
  const press = PressBody.parse(body)
  const pressed = pressedOf(press)
  const [action] = press.actions
  return {
    inbound: {
      id: press.trigger_id,
      from: {
        ...address(speakersTeamOf(press), press.user.id),
        // A card that only one person sees may stand in a conversation that the bot is no part of.
        ...(pressed.kind === 'card' ? { conversation: pressed.channel } : {}),
      },
      audience: 'private',
      ...nameOf(press.user.name ?? press.user.username),
      input: { kind: 'pressed', intent: json(action?.selected_option?.value ?? action?.value ?? '') },
    },
    trigger: press.trigger_id,
    pressed,
    ...(press.response_url == null ? {} : { responseUrl: press.response_url }),
  }
}

function pressedOf(press: z.infer<typeof PressBody>): Pressed {
  const { view, channel, message, container } = press
  if (view != null) {
    if (view.type === 'home') return { kind: 'home' }
    const { origin, aside } = metadataOf(view.private_metadata ?? '')
    return {
      kind: 'dialogue',
      view: view.id,
      ...(view.hash == null ? {} : { hash: view.hash }),
      ...(origin === undefined ? {} : { origin }),
      ...(aside === undefined ? {} : { aside }),
    }
  }
  const ephemeral = container?.is_ephemeral === true
  if (ephemeral || channel == null || message == null || !channel.id.startsWith('D'))
    // A card in a channel belongs to everybody there: one person's answer never takes its place.
    return { kind: 'shown-to-one', replaceable: ephemeral, ...(channel == null ? {} : { channel: channel.id }) }
  return {
    kind: 'card',
    channel: channel.id,
    ts: message.ts,
    ...(message.thread_ts == null ? {} : { thread: message.thread_ts }),
  }
}

/** `files` are to be fetched; `fields` finds the block under which an error of a field is shown; `view` is the form as it stands on the screen. */
export function readSubmission(body: unknown): {
  inbound: Inbound
  fields: ReadonlyMap<string, string>
  files: readonly SlackFile[]
  view: z.infer<typeof SubmissionBody>['view']
  origin?: Origin
  aside?: Aside
} {
  const { view, ...submission } = SubmissionBody.parse(body)
  const { intent, origin, aside, hash = view.hash ?? '' } = metadataOf(view.private_metadata)
  const { values, fields, files } = valuesOf(view.state.values)
  // After an error the view keeps its id and the hash it had first; what was typed tells the corrected form from a repeated one.
  const chosen = files.length === 0 ? values : [values, files.map(({ id, url }) => id ?? url)]
  const digest = createHash('sha256').update(JSON.stringify(chosen)).digest('hex').slice(0, 16)
  return {
    inbound: {
      id: `${view.id}:${hash}:${digest}`,
      from: {
        ...address(speakersTeamOf(submission), submission.user.id),
        ...(origin === undefined ? {} : { conversation: origin.channel }),
      },
      audience: 'private',
      ...nameOf(submission.user.name ?? submission.user.username),
      input: { kind: 'filled', intent, values },
    },
    fields,
    files,
    view,
    ...(origin === undefined ? {} : { origin }),
    ...(aside === undefined ? {} : { aside }),
  }
}

/** Who types into a picker, what, and which directory it searches. */
export function readSuggestion(body: unknown): { inbound: Inbound; from: string; typed: string } {
  const { action_id: action, value, ...suggestion } = SuggestionBody.parse(body)
  const from = address(speakersTeamOf(suggestion), suggestion.user.id)
  // As a delivery only to be told whether they are one of ours: it goes to nobody.
  const inbound: Inbound = { id: action, from, audience: 'private', input: { kind: 'typed', text: '' } }
  return { inbound, from: searchedBy(action), typed: value }
}

function ownIds(event: z.infer<typeof EventBody>, own: readonly string[]): string[] {
  const bots = (event.authorizations ?? []).filter((one) => one.is_bot === true).map((one) => one.user_id)
  return [...own, ...bots.filter((user) => typeof user === 'string')]
}

/**
 * The speaker's own workspace: in a channel that two of them share the outer `team_id` is the one that the delivery goes
 * to, whoever spoke.
 */
function speakersTeam(
  event: z.infer<typeof EventBody>,
  said: Pick<z.infer<typeof SpokenEvent>, 'user_team' | 'team'> = {},
): string {
  return said.user_team ?? said.team ?? event.team_id ?? event.enterprise_id ?? 'unknown'
}

/** The workspaces and organisations for which Slack delivers this: where our app is installed. */
export function installationsOf(body: unknown): readonly string[] {
  const { authorizations, team_id, enterprise_id } = EventBody.parse(body)
  const named = (authorizations ?? []).flatMap((one) => [one.team_id, one.enterprise_id])
  return [...named, team_id, enterprise_id].filter((id) => typeof id === 'string')
}

/** An app installed for a whole organisation gets no team in some payloads. */
function speakersTeamOf(body: Pick<z.infer<typeof PressBody>, 'team' | 'enterprise' | 'user'>): string {
  return body.user.team_id ?? body.team?.id ?? body.enterprise?.id ?? 'unknown'
}

function address(tenant: string, user: string): Address {
  return { platform, tenant, user }
}

function nameOf(name: string | null | undefined): { name?: string } {
  return name == null || name === '' ? {} : { name: name.slice(0, 300) }
}
