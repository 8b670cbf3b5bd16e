import { z } from 'zod'

/**
 * Where a person is on one platform. `tenant` is Slack's team id, Teams' tenant id, or `local` for the web chat;
 * `user` is Slack's user id, Teams' aadObjectId, or the person's key in the web chat. `conversation` is whatever
 * the adapter needs to write first (a DM id, a serialised conversation reference); the core stores it unread.
 */
export const Address = z.object({
  platform: z.string().min(1).max(40),
  tenant: z.string().min(1).max(200),
  user: z.string().min(1).max(200),
  conversation: z.string().max(8000).optional(),
})
export type Address = z.infer<typeof Address>
