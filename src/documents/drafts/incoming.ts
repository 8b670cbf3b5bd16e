import type { Context } from '../../context.ts'
import { Refusal } from '../../contract/refusal.ts'
import type { ReadDocument } from '../read-document.ts'
import { StoredDocument } from './stored-document.ts'

export type Incoming = {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly size: number
  readonly document: ReadDocument | undefined
}

/** A file that the actor sent and that waits for its purpose. Refuses one that is used, discarded, forgotten or another's. */
export async function loadIncoming(ctx: Pick<Context, 'db' | 'actor'>, id: string): Promise<Incoming> {
  const row = await ctx.db.incomingFile.findFirst({
    where: { id, personId: ctx.actor.id },
    include: { content: { select: { size: true } } },
  })
  if (row === null) throw new Refusal('no-such-file')
  const { name, sha256, content, document } = row
  return {
    id,
    name,
    sha256,
    size: content.size,
    document: document === null ? undefined : StoredDocument.parse(JSON.parse(document)),
  }
}
