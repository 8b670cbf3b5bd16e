import type { UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { fileAnswer } from '../links/file-answer.ts'
import { loadDraft } from './load-draft.ts'

/** The file of a draft, for whoever may read it. */
export const getDraft: UseCase<IntentOf<'draft.get'>> = async (ctx, intent) => {
  const { id, name, content } = await loadDraft(ctx, intent.document)
  return await fileAnswer(ctx, { kind: 'draft', document: id }, { name, mediaType: content.mediaType }, intent)
}
