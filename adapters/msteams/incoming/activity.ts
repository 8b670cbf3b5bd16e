import { z } from 'zod'

const account = z.object({
  id: z.string().min(1).max(500),
  name: z.string().optional(),
  aadObjectId: z.string().optional(),
})

const conversation = z.object({
  id: z.string().min(1).max(1000),
  conversationType: z.string().optional(),
  isGroup: z.boolean().optional(),
  tenantId: z.string().optional(),
})

const entity = z.object({
  type: z.string(),
  text: z.string().optional(),
  mentioned: z.object({ id: z.string() }).optional(),
  locale: z.string().optional(),
  platform: z.string().optional(),
})

const attachment = z.object({
  contentType: z.string(),
  contentUrl: z.string().nullish().catch(undefined),
  name: z.string().nullish(),
  content: z.unknown().optional(),
})

/** What we read of an activity that Teams posts to us. Anything else in it is ignored. */
export const Activity = z.object({
  type: z.string().min(1).max(100),
  id: z.string().max(1000).optional(),
  name: z.string().optional(),
  action: z.string().optional(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(2000),
  from: account,
  recipient: account,
  conversation,
  channelData: z
    .object({ tenant: z.object({ id: z.string() }).optional(), eventType: z.string().optional() })
    .nullish(),
  timestamp: z.string().optional(),
  locale: z.string().optional(),
  text: z.string().nullish(),
  entities: z.array(z.unknown()).nullish(),
  attachments: z.array(z.unknown()).nullish(),
  replyToId: z.string().optional(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  value: z.unknown().optional(),
})
export type Activity = z.infer<typeof Activity>

/** The entities that we can read; Teams adds new sorts at will. */
export function entities(activity: Activity): readonly z.infer<typeof entity>[] {
  return (activity.entities ?? []).flatMap((each) => {
    const parsed = entity.safeParse(each)
    return parsed.success ? [parsed.data] : []
  })
}

/** The attachments that we can read. */
export function attachments(activity: Activity): readonly z.infer<typeof attachment>[] {
  return (activity.attachments ?? []).flatMap((each) => {
    const parsed = attachment.safeParse(each)
    return parsed.success ? [parsed.data] : []
  })
}
