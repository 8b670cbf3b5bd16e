import { z } from 'zod'
import type { Inbound } from '../../../src/contract/inbound.ts'
import { EventBody, SpokenEvent } from './payloads.ts'
import type { Place } from './place.ts'

const Message = SpokenEvent.omit({ channel: true, channel_type: true, type: true }).extend({
  edited: z.looseObject({ ts: z.string() }).nullish(),
})

const Changed = z.looseObject({
  subtype: z.enum(['message_changed', 'message_deleted']),
  channel: z.string().min(1).max(100),
  channel_type: z.string().nullish(),
  message: Message.nullish().catch(undefined),
  previous_message: Message.nullish().catch(undefined),
})

/**
 * What somebody did to a message of theirs in their conversation with us. Slack tells of a change also when it draws the
 * preview of a link, when somebody answers in a thread, and when we rewrite a card: none of these is an edit.
 */
export function readChanged(
  body: unknown,
  own: readonly string[],
  from: (event: z.infer<typeof EventBody>, said: z.infer<typeof Message>, user: string) => Inbound['from'],
): { inbound: Inbound; place: Place } | undefined {
  const event = EventBody.parse(body)
  const changed = Changed.safeParse(event.event)
  if (!changed.success || changed.data.channel_type !== 'im') return undefined
  const { subtype, channel, message, previous_message: before } = changed.data
  const was = before ?? message
  if (was?.user == null || was.bot_id != null || own.includes(was.user) || was.user === 'USLACKBOT') return undefined
  const kind = subtype === 'message_deleted' || message?.subtype === 'tombstone' ? 'deleted' : 'edited'
  if (kind === 'edited' && (message == null || !isEdit(message, before))) return undefined
  return {
    inbound: {
      id: event.event_id,
      from: { ...from(event, was, was.user), conversation: channel },
      audience: 'private',
      message: messageName(channel, was.ts),
      input: { kind },
    },
    place: { channel, ...(was.thread_ts == null ? {} : { thread: was.thread_ts }) },
  }
}

/** Only an edit by the person moves `edited` and the words; where Slack gives no earlier state, `edited` alone tells. */
function isEdit(now: z.infer<typeof Message>, before: z.infer<typeof Message> | null | undefined): boolean {
  if (now.edited == null) return false
  return before == null || (now.edited.ts !== before.edited?.ts && now.text !== before.text)
}

/** Slack's name of a message, which an edit and a deletion repeat. */
export const messageName = (channel: string, ts: string): string => `${channel}:${ts}`
