import type { Context, Outcome, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import { readForm } from '../../conversation/form-values.ts'
import { newPreview } from '../../conversation/previews.ts'
import { draftForm } from '../cards/draft-form.ts'
import { draftPreview } from '../cards/draft-preview.ts'
import type { ReadDocument } from '../read-document.ts'
import { mayBring } from './draft-rights.ts'
import { type DraftItem, loadDraftItem, nextDraftVersion } from './draft-version.ts'
import { type Incoming, loadIncoming } from './incoming.ts'

/** The form that asks of which item a file that was sent is the draft. */
export const startDraft: UseCase<IntentOf<'draft.check.form'>> = async (ctx, intent) => {
  const file = await loadIncoming(ctx, intent.file)
  const all = await ctx.db.workItem.findMany({ orderBy: [{ plan: { year: 'desc' } }, { position: 'asc' }] })
  const items = all.filter((item) => mayBring(ctx, item))
  if (items.length === 0) throw new Refusal('not-allowed')
  return { reply: { kind: 'form', form: draftForm(ctx, file, items, intent.item) } }
}

/**
 * Shows what was read of a file as the draft of an item: so many articles, the outline, what is doubtful. Nothing of the
 * file is kept by it. Refuses who may not bring the item's draft, and a file that is no text.
 */
export const checkDraft: UseCase<IntentOf<'draft.check'>> = async (ctx, intent, values) => {
  const file = await loadIncoming(ctx, intent.file)
  const { item: key, version } = intent.item === undefined ? read(ctx, values) : { ...intent, item: intent.item }
  const item = await loadDraftItem(ctx, key)
  if (!mayBring(ctx, item)) throw new Refusal('not-allowed')
  if (file.document === undefined) throw new Refusal('no-draft-text')
  return previewDraft(ctx, item, file, file.document, version ?? nextDraftVersion(item))
}

/**
 * The preview of a file as a version of an item's draft. It takes the place of the person's previews of the same file, as
 * whatever they showed it, and of those of other files as that version.
 */
export function previewDraft(
  ctx: Context,
  item: DraftItem,
  file: Incoming,
  document: ReadDocument,
  version: number,
): Outcome {
  const preview = newPreview(ctx, ...previewsOf(file.id, item.id, version))
  const message = draftPreview(ctx, item, file, document, version, preview.id)
  return { reply: { kind: 'message', message, replaces: true }, writes: preview.writes, rests: [] }
}

/** What a preview of a draft is about: the file, and the version that it would be. */
export const previewsOf = (file: string, item: string, version: number): readonly string[] => [
  previewOfFile(file),
  `draft:${item}:${version}`,
]

export const previewOfFile = (file: string): string => `file:${file}`

function read({ texts: t }: Pick<Context, 'texts'>, values: Parameters<UseCase>[2]) {
  const form = readForm(values, t)
  const item = form.text('item', 40, true)
  const version = form.text('version', 10)
  if (version !== '' && !/^[1-9]\d{0,2}$/.test(version)) form.fail('version', t.documents.badVersion)
  form.check()
  return { item, version: version === '' ? undefined : Number(version) }
}
