import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import { readForm } from '../../conversation/form-values.ts'
import { draftForm } from '../cards/draft-form.ts'
import { draftPreview } from '../cards/draft-preview.ts'
import { mayBring } from './draft-rights.ts'
import { loadDraftItem, nextDraftVersion } from './draft-version.ts'
import { loadIncoming } from './incoming.ts'

/** The form that asks of which item a file that was sent is the draft. */
export const startDraft: UseCase<IntentOf<'draft.check.form'>> = async (ctx, intent) => {
  const file = await loadIncoming(ctx, intent.file)
  const all = await ctx.db.workItem.findMany({ orderBy: [{ plan: { year: 'desc' } }, { position: 'asc' }] })
  const items = all.filter((item) => mayBring(ctx, item))
  if (items.length === 0) throw new Refusal('not-allowed')
  return { reply: { kind: 'form', form: draftForm(ctx, file, items, intent.item) } }
}

/**
 * Shows what was read of a file as the draft of an item: so many articles, the outline, what is doubtful. Nothing is kept
 * by it. Refuses who may not bring the item's draft, and a file that is no text.
 */
export const checkDraft: UseCase<IntentOf<'draft.check'>> = async (ctx, intent, values) => {
  const file = await loadIncoming(ctx, intent.file)
  const { item: key, version } = intent.item === undefined ? read(ctx, values) : { ...intent, item: intent.item }
  const item = await loadDraftItem(ctx, key)
  if (!mayBring(ctx, item)) throw new Refusal('not-allowed')
  if (file.document === undefined) throw new Refusal('no-draft-text')
  const message = draftPreview(ctx, item, file, file.document, version ?? nextDraftVersion(item))
  return { reply: { kind: 'message', message, replaces: true } }
}

function read({ texts: t }: Pick<Context, 'texts'>, values: Parameters<UseCase>[2]) {
  const form = readForm(values, t)
  const item = form.text('item', 40, true)
  const version = form.text('version', 10)
  if (version !== '' && !/^[1-9]\d{0,2}$/.test(version)) form.fail('version', t.documents.badVersion)
  form.check()
  return { item, version: version === '' ? undefined : Number(version) }
}
