import type { webApi } from '@slack/bolt'
import type { Sought, SoughtAbout } from '../../../src/contract/adapter.ts'
import type { Address } from '../../../src/contract/address.ts'

/** What a message carries so that it can be found again. Ids only: apps of the workspace may read it. */
export const metadataOf = (key: string) => ({ event_type: 'dondoc', event_payload: { key } })

/** Slack's clock and ours may differ by so much. */
const marginMs = 2 * 60_000
/** Of one page. Nobody has so many messages from us within minutes; if so, we do not know. */
const most = 200

/**
 * Looks for a message of ours by its key in the conversation with the person: the stored one, or the one of the last
 * message that arrived. Without either Slack would have to open it, for which the app asks no permission.
 * Rejects when Slack cannot be asked now.
 */
export async function sought(client: webApi.WebClient, to: Address, about: SoughtAbout): Promise<Sought> {
  const channel = to.conversation ?? about.lastRef?.split(':')[0]
  if (channel === undefined) return { status: 'unknown', why: 'no conversation is known' }
  const { messages = [], has_more } = await client.conversations.history({
    channel,
    oldest: String((about.since.getTime() - marginMs) / 1000),
    include_all_metadata: true,
    limit: most,
  })
  for (const { ts, metadata } of messages) {
    if (ts === undefined || metadata?.event_type !== 'dondoc') continue
    const payload: unknown = metadata.event_payload
    if (isKeyed(payload) && payload.key === about.key) return { status: 'there', ref: `${channel}:${ts}` }
  }
  return has_more === true ? { status: 'unknown', why: 'too many messages since' } : { status: 'not-there' }
}

const isKeyed = (payload: unknown): payload is { key: unknown } =>
  typeof payload === 'object' && payload !== null && 'key' in payload
