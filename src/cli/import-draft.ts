import { randomUUID } from 'node:crypto'
import { takeTurn } from '../database/turns.ts'
import { countsOf } from '../documents/cards/draft-facts.ts'
import { doubtsIn } from '../documents/cards/draft-preview.ts'
import { outlineOf } from '../documents/cards/outline.ts'
import { loadDraftItem, nextDraftVersion, standingFor } from '../documents/drafts/draft-version.ts'
import { storeDraft } from '../documents/drafts/keep-draft.ts'
import { examineFile } from '../documents/intake/examine-file.ts'
import { quoted } from '../documents/intake/file-words.ts'
import { keepFile } from '../documents/store/keep-file.ts'
import { carryOut, readAs } from './carry-out.ts'
import type { Io } from './io.ts'
import { CliRefused } from './refused.ts'

/** What was read of a draft; a stable shape. `date` is YYYY-MM-DD; `counts`, `outline` and `doubts` are for people. */
export type DraftReport = {
  readonly file: string
  readonly item: string
  readonly version: number
  readonly number: string | null
  readonly date: string | null
  readonly title: string | null
  readonly provisions: number
  readonly counts: string
  readonly outline: readonly string[]
  readonly doubts: readonly string[]
  readonly kept: 'kept' | 'same' | 'no'
}

/** Reads a file as the draft of an item and, unless it is a dry run, keeps it: by the rules of the chat, in the same words. */
export async function importDraft(
  io: Io,
  key: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
  flags: { readonly version?: number; readonly dryRun?: boolean },
): Promise<DraftReport> {
  const { en } = await import('../texts/en.ts')
  const { documents: t } = en
  const found = await examineFile(file.name, file.bytes)
  if (found.refused !== undefined) throw new CliRefused(t.refused[found.refused](quoted(en, file.name)))
  const { document } = found
  if (document === undefined) throw new CliRefused(`${file.name}: ${t.notADraft}`)
  const report = (version: number, kept: DraftReport['kept']): DraftReport => ({
    file: file.name,
    item: key,
    version,
    number: document.number,
    date: document.date,
    title: document.title,
    provisions: document.provisions.length,
    counts: t.counts(countsOf(document.provisions)),
    outline: outlineOf(document.provisions),
    doubts: doubtsIn({ texts: en }, document),
    kept,
  })
  if (flags.dryRun === true)
    return await readAs(io, async (ctx) =>
      report(flags.version ?? nextDraftVersion(await loadDraftItem(ctx, key)), 'no'),
    )
  const done = { version: 0, kept: 'kept' as DraftReport['kept'] }
  await carryOut(
    io,
    async (ctx) => {
      const turns = await takeTurn(ctx.db, 'drafts')
      const item = await loadDraftItem(ctx, key)
      const { sha256 } = await keepFile(ctx.db, file.bytes, found.mediaType, ctx.now)
      const twin = item.documents.find((one) => one.sha256 === sha256 && one.liveKey !== null)
      const version = flags.version ?? twin?.version ?? nextDraftVersion(item)
      done.version = version
      done.kept = standingFor(item, version)?.sha256 === sha256 ? 'same' : 'kept'
      if (done.kept === 'same') return {}
      const stored = { id: randomUUID(), version, name: file.name, sha256, document }
      return { writes: [...turns, ...(await storeDraft(ctx, item, stored))], rests: [] }
    },
    async () => undefined,
  )
  return report(done.version, done.kept)
}
