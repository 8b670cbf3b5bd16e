import { record } from '../../audit/record.ts'
import type { UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { fileAnswer } from '../../documents/links/file-answer.ts'
import { findAttachment } from './attachment-access.ts'

/** A file that goes with an opinion, for whoever may read that. Each reading leaves a line in the log. */
export const getAttachment: UseCase<IntentOf<'attachment.get'>> = async (ctx, intent) => {
  const { round: id, sha256, person = ctx.actor.id } = intent
  const file = await findAttachment(ctx, { round: id, person, sha256 })
  const facts = { person, sha256 }
  const line = record(ctx.db, { at: ctx.now, actor: ctx.actor.key, deed: 'attachment.get', subject: id, facts })
  return await fileAnswer(ctx, { kind: 'attachment', round: id, person, sha256 }, file, intent, [line])
}
