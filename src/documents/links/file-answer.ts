import type { Context, Outcome } from '../../context.ts'
import type { Intent } from '../../contract/intent.ts'
import type { Block } from '../../contract/message.ts'
import type { Write } from '../../database/db.ts'
import type { Linked } from './file-links.ts'
import { documentType, linkedFile, plainFileName } from './linked-file.ts'

/**
 * The answer that brings a kept file to the actor alone, by a link that works for an hour. `again`: what asks for it once
 * more; a redelivery gets that in place of the link, which is a key.
 */
export async function fileAnswer(
  ctx: Context,
  linked: Linked,
  file: { readonly name: string; readonly mediaType: string },
  again: Intent,
  also: readonly Write[] = [],
): Promise<Outcome> {
  const { documents: t } = ctx.texts
  const { file: document, write } = await linkedFile(ctx, linked, {
    name: plainFileName(file.name, file.mediaType),
    mediaType: documentType(file.mediaType),
    alt: t.get(file.name),
    expires: t.until,
    instead: t.nowhere,
  })
  const text = t.ready(file.name)
  const once: Block = { kind: 'buttons', buttons: [{ label: t.getAgain, intent: again }] }
  return {
    reply: { kind: 'message', message: { text, blocks: [{ kind: 'text', text }] }, documents: [document] },
    again: { kind: 'message', message: { text: t.repeated, blocks: [{ kind: 'text', text: t.repeated }, once] } },
    writes: [write, ...also],
    rests: [],
  }
}
