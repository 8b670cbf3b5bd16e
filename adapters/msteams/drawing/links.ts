import type { Block, Message } from '../../../src/contract/message.ts'
import type { LinkedFile } from '../../../src/contract/reply.ts'

/**
 * A message with a link to each document that goes with it, and until when it works, since a bot sends files only by a consent and OneDrive; where
 * no link would open, how else to get it.
 */
export function withLinks(message: Message, documents: readonly LinkedFile[]): Message {
  if (documents.length === 0) return message
  const buttons = documents.flatMap(({ url, alt }) => (url === undefined ? [] : [{ label: alt, url }]))
  const instead = documents.flatMap(({ url, instead: text }) => (url !== undefined || text === undefined ? [] : [text]))
  const expires = documents.flatMap((document) => (document.url === undefined ? [] : [document.expires]))
  const links: readonly Block[] = [
    ...(buttons.length === 0 ? [] : [{ kind: 'buttons', buttons } as const]),
    ...[...new Set(expires)].map((text): Block => ({ kind: 'text', text, tone: 'subtle' })),
    ...[...new Set(instead)].map((text): Block => ({ kind: 'text', text })),
  ]
  return { ...message, blocks: [...(message.blocks ?? [{ kind: 'text', text: message.text }]), ...links] }
}
