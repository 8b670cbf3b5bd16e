import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Address } from '../../src/contract/address.ts'
import type { Inbound } from '../../src/contract/inbound.ts'
import { type Activity, entities } from './activity.ts'
import { readCardData } from './card-data.ts'
import { referenceOf, tenantOf } from './reference.ts'

/** How an activity wants to be answered, beside what it says. */
export type Received = {
  readonly inbound: Inbound
  /** `invoke`: in the HTTP response, as a card in place. `post`: as a message of its own. */
  readonly answer: 'invoke' | 'post'
  /** The card that was pressed. */
  readonly card?: string
  /** For a form: the intent that gives it again. */
  readonly opens?: unknown
}

const CardAction = z.object({ action: z.object({ data: z.unknown().optional() }) })

/**
 * An activity in our words, or why there is none: `ignored` (Teams sends reactions, typing, edits and more), `unknown`
 * (an invoke that we offer nothing for). Nothing in it is trusted beyond the token check that went before.
 */
export function receive(activity: Activity): Received | 'ignored' | 'unknown' {
  switch (activity.type) {
    case 'message':
      return message(activity)
    case 'invoke':
      return invoke(activity)
    case 'conversationUpdate':
    case 'installationUpdate': {
      const kind = movement(activity)
      return kind === undefined ? 'ignored' : { inbound: inbound(activity, { kind }), answer: 'post' }
    }
    default:
      return 'ignored'
  }
}

function message(activity: Activity): Received {
  const { value } = activity
  // Clients without Action.Execute fall back to Action.Submit, which comes as a message with the data and no words.
  if (typeof value === 'object' && value !== null && !activity.text) return pressed(activity, value, 'post')
  return { inbound: inbound(activity, { kind: 'typed', text: words(activity) }), answer: 'post' }
}

function invoke(activity: Activity): Received | 'unknown' {
  if (activity.name !== 'adaptiveCard/action') return 'unknown'
  const parsed = CardAction.safeParse(activity.value)
  return pressed(activity, parsed.success ? parsed.data.action.data : undefined, 'invoke')
}

function pressed(activity: Activity, data: unknown, answer: Received['answer']): Received {
  const { intent, opens, values } = readCardData(data)
  const input: Inbound['input'] =
    values === undefined ? { kind: 'pressed', intent } : { kind: 'filled', intent, values }
  return {
    inbound: inbound(activity, input),
    answer,
    ...(activity.replyToId === undefined ? {} : { card: activity.replyToId }),
    ...(opens === undefined ? {} : { opens }),
  }
}

/** Other people come and go in a group too; only the bot's own coming and going counts. */
function movement(activity: Activity): 'arrived' | 'left' | undefined {
  // `add-upgrade` and `remove-upgrade` are a new version of the app: nobody came or went.
  if (activity.type === 'installationUpdate')
    return activity.action === 'add' ? 'arrived' : activity.action === 'remove' ? 'left' : undefined
  const us = activity.recipient.id
  if (activity.membersAdded?.some((member) => member.id === us) === true) return 'arrived'
  return activity.membersRemoved?.some((member) => member.id === us) === true ? 'left' : undefined
}

function inbound(activity: Activity, input: Inbound['input']): Inbound {
  const name = activity.from.name?.trim().slice(0, 300)
  const locale = (activity.locale ?? entities(activity).find((each) => each.type === 'clientInfo')?.locale)?.slice(
    0,
    40,
  )
  return {
    id: deliveryId(activity),
    from: address(activity),
    audience: personal(activity) ? 'private' : 'shared',
    ...(name ? { name } : {}),
    ...(locale ? { locale } : {}),
    input,
  }
}

/**
 * Who acted. `conversation` only from a personal chat: what is stored there is where this person's own nudges go, and
 * a group would read them.
 */
function address(activity: Activity): Address {
  return {
    platform: 'teams',
    tenant: (tenantOf(activity) || 'unknown').slice(0, 200),
    user: (activity.from.aadObjectId || activity.from.id).slice(0, 200),
    ...(personal(activity) ? { conversation: JSON.stringify(referenceOf(activity)) } : {}),
  }
}

/** Teams leaves the type out for old personal chats, never for groups and channels. */
function personal(activity: Activity): boolean {
  const { conversationType, isGroup } = activity.conversation
  return conversationType === 'personal' || (conversationType === undefined && isGroup !== true)
}

/** Activity ids are unique within a conversation alone. Too long a pair, or no id at all, is told by its hash. */
function deliveryId(activity: Activity): string {
  const whole = `${activity.conversation.id}|${activity.id ?? `-${hash(JSON.stringify(activity))}`}`
  return whole.length <= 400 ? whole : hash(whole)
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** What was typed, without the mention of us; mentions of others stay, as they are part of the words. */
function words(activity: Activity): string {
  let text = activity.text ?? ''
  for (const entity of entities(activity))
    if (entity.type === 'mention' && entity.mentioned?.id === activity.recipient.id && entity.text)
      text = text.replace(entity.text, () => ' ')
  return text.replaceAll('&nbsp;', ' ').trim()
}
