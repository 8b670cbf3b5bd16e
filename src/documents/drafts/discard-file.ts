import type { UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { endPreview } from '../../conversation/previews.ts'
import { previewOfFile } from './check-draft.ts'

/** Throws away a file that waits for its purpose. One that is gone already is no error. */
export const discardFile: UseCase<IntentOf<'file.discard'>> = async (ctx, intent) => {
  const text = ctx.texts.documents.discarded
  return {
    reply: { kind: 'message', message: { text, blocks: [{ kind: 'text', text }] }, replaces: true },
    writes: [
      ctx.db.incomingFile.deleteMany({ where: { id: intent.file, personId: ctx.actor.id } }),
      endPreview(ctx, previewOfFile(intent.file)),
    ],
    rests: [],
  }
}
