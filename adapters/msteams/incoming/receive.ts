import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Directory } from '../../../src/contract/directory.ts'
import type { Inbound } from '../../../src/contract/inbound.ts'
import { readCardData } from '../drawing/card-data.ts'
import { mostAnswered } from '../drawing/picker.ts'
import { identity, platform } from '../identity.ts'
import { referenceOf, tenantsOf } from '../reference.ts'
import { type Activity, entities } from './activity.ts'
import { notGiven, sentFiles, type TeamsFile } from './sent-files.ts'

/** How an activity wants to be answered, beside what it says. */
export type Received = {
  readonly inbound: Inbound
  /** `invoke`: in the HTTP response, as a card in place. `post`: as a message of its own. */
  readonly answer: 'invoke' | 'post'
  /** The card that was pressed. */
  readonly card?: string
  /** What came beside the words, to be fetched for the core. */
  readonly files?: readonly TeamsFile[]
  /** For a form: the intent that gives it again. */
  readonly opens?: unknown
  /** The client asks us for what is typed into a list: see picker.ts. */
  readonly asks?: true
}

/** What somebody typed into a list of a card, and which directory it searches. */
export type Typed = {
  readonly of: Inbound['from']
  readonly from: Directory
  readonly typed: string
  /** At most so many are shown. */
  readonly most: number
}

const Search = z.object({
  queryText: z.string().catch(''),
  queryOptions: z
    .object({ top: z.number().int().positive().max(1_000) })
    .optional()
    .catch(undefined),
  dataset: Directory,
})

/** Reads what was typed; undefined where it is no search of ours, or not somebody of ours who types. */
export function readTyped(activity: Activity, admits: Admits): Typed | undefined {
  const { from, outsider } = speaker(activity, admits)
  const search = Search.safeParse(activity.value)
  if (outsider !== undefined || !search.success) return undefined
  const { dataset, queryText, queryOptions } = search.data
  return { of: from, from: dataset, typed: queryText, most: Math.min(queryOptions?.top ?? mostAnswered, mostAnswered) }
}

/** Clients that are known to ask, and to show what is answered: not those on phones. */
const asksUs = (activity: Activity): boolean =>
  entities(activity).some(
    ({ type, platform: client = '' }) => type === 'clientInfo' && /^(?:web|windows|mac|linux)/i.test(client),
  )

const CardAction = z.object({ action: z.object({ data: z.unknown().optional() }) })

/** Who may speak: people of this tenant, or of any where the bot is not bound to one. */
export type Admits = { readonly tenantId?: string }

/**
 * An activity in our words, or why there is none: `ignored` (Teams sends reactions, typing and more), `unknown`
 * (an invoke that we offer nothing for). Nothing in it is trusted beyond the token check that went before.
 */
export function receive(activity: Activity, admits: Admits = {}): Received | 'ignored' | 'unknown' {
  const received = read(activity, admits)
  return typeof received === 'string' || !asksUs(activity) ? received : { ...received, asks: true }
}

function read(activity: Activity, admits: Admits): Received | 'ignored' | 'unknown' {
  switch (activity.type) {
    case 'message':
      return message(activity, admits)
    case 'messageUpdate':
    case 'messageDelete':
      return changed(activity, admits)
    case 'invoke':
      return invoke(activity, admits)
    case 'conversationUpdate':
    case 'installationUpdate': {
      const kind = movement(activity)
      return kind === undefined ? 'ignored' : { inbound: inbound(activity, { kind }, admits), answer: 'post' }
    }
    default:
      return 'ignored'
  }
}

function message(activity: Activity, admits: Admits): Received {
  const { value } = activity
  // Clients without Action.Execute fall back to Action.Submit, which comes as a message with the data and no words.
  if (typeof value === 'object' && value !== null && !activity.text) return pressed(activity, value, 'post', admits)
  const said = inbound(activity, { kind: 'typed', text: words(activity) }, admits)
  const files = sentFiles(activity)
  const told = { ...said, ...named(activity) }
  if (files.length === 0) return { inbound: told, answer: 'post' }
  return personal(activity)
    ? { inbound: told, answer: 'post', files }
    : { inbound: { ...told, ...notGiven(files) }, answer: 'post' }
}

/** An earlier message of theirs, edited or deleted. What they take back into being changes nothing either way. */
function changed(activity: Activity, admits: Admits): Received | 'ignored' {
  const message = named(activity)
  if (activity.channelData?.eventType === 'undeleteMessage' || !('message' in message)) return 'ignored'
  const kind = activity.type === 'messageDelete' ? 'deleted' : 'edited'
  // The activity has the id of the message: each edit of it is a delivery of its own.
  const about = inbound(activity, { kind }, admits)
  const id = `${hash(about.id)}#${kind}-${hash(JSON.stringify([activity.timestamp, activity.text]))}`
  return { inbound: { ...about, ...message, id }, answer: 'post' }
}

/** Teams' name of a message, which an edit and a deletion repeat. */
function named(activity: Activity): { message: string } | object {
  return activity.id === undefined ? {} : { message: deliveryId(activity) }
}

function invoke(activity: Activity, admits: Admits): Received | 'unknown' {
  if (activity.name !== 'adaptiveCard/action') return 'unknown'
  const parsed = CardAction.safeParse(activity.value)
  return pressed(activity, parsed.success ? parsed.data.action.data : undefined, 'invoke', admits)
}

function pressed(activity: Activity, data: unknown, answer: Received['answer'], admits: Admits): Received {
  const { intent, opens, values } = readCardData(data)
  const input: Inbound['input'] =
    values === undefined ? { kind: 'pressed', intent } : { kind: 'filled', intent, values }
  return {
    inbound: inbound(activity, input, admits),
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

function inbound(activity: Activity, input: Inbound['input'], admits: Admits): Inbound {
  const name = activity.from.name?.trim().slice(0, 300)
  const locale = (activity.locale ?? entities(activity).find((each) => each.type === 'clientInfo')?.locale)?.slice(
    0,
    40,
  )
  return {
    id: deliveryId(activity),
    ...speaker(activity, admits),
    audience: personal(activity) ? 'private' : 'shared',
    ...(name ? { name } : {}),
    ...(locale ? { locale } : {}),
    input,
  }
}

/**
 * Who acted, and whether they are one of ours: by the tenant wherever Teams names one, and by the object id of Microsoft
 * Entra. Without it nobody is named: `from.id` is a number towards this bot, and no stand-in for it. `conversation` only
 * from a personal chat: what is stored there is where this person's own nudges go, and a group would read them.
 */
function speaker(activity: Activity, admits: Admits): Pick<Inbound, 'from' | 'outsider'> {
  const tenants = tenantsOf(activity)
  const ours = admits.tenantId === undefined ? tenants[0] : identity.canonical(admits.tenantId)
  const foreign = tenants.find((tenant) => tenant !== ours)
  const user = identity.canonical(activity.from.aadObjectId ?? '')
  const outsider =
    ours === undefined || tenants.length === 0 || foreign !== undefined
      ? 'other-tenant'
      : identity.wrongUser(user) !== undefined || identity.wrongTenant(ours) !== undefined
        ? 'unnamed'
        : undefined
  const from = {
    platform,
    tenant: (foreign ?? ours ?? 'unknown').slice(0, 200),
    user: outsider === undefined ? user : 'unknown',
    ...(personal(activity) ? { conversation: JSON.stringify(referenceOf(activity)) } : {}),
  }
  return outsider === undefined ? { from } : { from, outsider }
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
