import type { Inbound } from '../contract/inbound.ts'
import type { Message } from '../contract/message.ts'
import { plain } from '../contract/plain.ts'
import type { Reply } from '../contract/reply.ts'
import type { Db, Write } from '../database/db.ts'
import type { Found } from '../people/actor.ts'
import { fold } from '../texts/fold.ts'
import type { Texts } from '../texts/texts.ts'

/**
 * The write that keeps what was said and what answered it, where the adapter asks for it: see `Inbound.keep`. An answer
 * that takes the place of a card is kept in that card's turn; a card of the ledger is made anew whenever it is read. A
 * form that stays open, and somebody who is linked to nobody, leave nothing. Harmless twice.
 */
export function keepTurn(
  db: Db,
  inbound: Inbound,
  found: Found | undefined,
  reply: Reply,
  { now, texts }: { readonly now: Date; readonly texts: Texts },
): readonly Write[] {
  const { keep, id: delivery } = inbound
  if (keep === undefined || found?.actor === undefined || reply.kind === 'invalid') return []
  const { accountId } = found
  const personId = found.actor.id
  const said = inbound.input.kind === 'typed' ? inbound.input.text || undefined : keep.said
  const message = reply.kind === 'message' ? shown(reply, texts) : undefined
  const answer = {
    reply: message === undefined ? null : JSON.stringify(message),
    replyFolded: message === undefined ? '' : fold(plain(message)),
  }
  if (reply.kind === 'message' && reply.replaces && keep.card !== undefined) {
    if (keep.card === 'sent') return []
    return [db.turn.updateMany({ where: { accountId, delivery: keep.card, personId }, data: answer })]
  }
  if (message === undefined && said === undefined) return []
  const turn = { personId, at: now, said: said ?? null, saidFolded: fold(said ?? ''), ...answer }
  const where = { accountId_delivery: { accountId, delivery } }
  return [db.turn.upsert({ where, create: { accountId, delivery, ...turn }, update: answer, select: { at: true } })]
}

/** A message as it is kept: without the bytes of its files, which are named instead. */
function shown({ message, files = [] }: Extract<Reply, { kind: 'message' }>, texts: Texts): Message {
  if (files.length === 0) return message
  const text = texts.conversation.filesGone(files.map((file) => file.name))
  const blocks = message.blocks ?? [{ kind: 'text', text: message.text } as const]
  return { ...message, blocks: [...blocks, { kind: 'text', text, tone: 'subtle' }] }
}
