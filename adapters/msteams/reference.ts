import { z } from 'zod'
import { identity } from './identity.ts'
import type { Activity } from './incoming/activity.ts'

/**
 * Where to write to: Teams' conversation reference without names. The service address changes in a tenant's life, so
 * the newest one is stored on every delivery.
 */
export const Reference = z.object({
  serviceUrl: z.url({ protocol: /^https?$/ }),
  channelId: z.string(),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  /** The person, as Teams numbers people towards this bot (`29:...`). */
  user: z.string().min(1),
  /** The bot itself (`28:<app id>`). */
  bot: z.string().min(1),
})
export type Reference = z.infer<typeof Reference>

/** Where the activity came from, so that an answer goes there. */
export function referenceOf(activity: Activity): Reference {
  const { id, conversationType } = activity.conversation
  const [tenantId] = tenantsOf(activity)
  return {
    serviceUrl: activity.serviceUrl,
    channelId: activity.channelId,
    conversation: {
      id,
      ...(conversationType === undefined ? {} : { conversationType }),
      ...(tenantId === undefined ? {} : { tenantId }),
    },
    user: activity.from.id,
    bot: activity.recipient.id,
  }
}

/** Teams says the tenant in one of two places, or in both; where people of two meet they can differ. */
export function tenantsOf({ conversation, channelData }: Activity): readonly string[] {
  return [conversation.tenantId, channelData?.tenant?.id].flatMap((id) =>
    id === undefined || id === '' ? [] : [identity.canonical(id)],
  )
}

/** Reads a stored reference; undefined when it is not one. */
export function parseReference(text: string | undefined): Reference | undefined {
  const parsed = Reference.safeParse(parseJson(text))
  return parsed.success ? parsed.data : undefined
}

/** A sent message's place, for `update`: the conversation and the activity in it. */
const Place = z.object({ conversation: z.string().min(1), activity: z.string().min(1) })
export type Place = z.infer<typeof Place>

export const placeRef = (place: Place): string => JSON.stringify(place)

export function parsePlace(ref: string): Place | undefined {
  const parsed = Place.safeParse(parseJson(ref))
  return parsed.success ? parsed.data : undefined
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
