import type { Context } from '../../context.ts'
import type { Block, Message } from '../../contract/message.ts'
import type { Doubt } from '../doubt.ts'
import { type DraftItem, roundWithoutFile, standingFor } from '../drafts/draft-version.ts'
import type { Incoming } from '../drafts/incoming.ts'
import { quoted } from '../intake/file-words.ts'
import type { Provision } from '../provision.ts'
import type { ReadDocument } from '../read-document.ts'
import { draftFacts } from './draft-facts.ts'
import { outlineOf } from './outline.ts'

const mostOutline = 40
const mostDoubts = 10

/**
 * What was read of a file before it is kept as a version of an item's draft, and the way to keep it. `preview`: its id
 * among the person's previews.
 */
export function draftPreview(
  ctx: Pick<Context, 'texts'>,
  item: DraftItem,
  file: Pick<Incoming, 'id' | 'name' | 'sha256'>,
  document: ReadDocument,
  version: number,
  preview: string,
): Message {
  const { documents: t } = ctx.texts
  const standing = standingFor(item, version)
  const twin = item.documents.find((one) => one.sha256 === file.sha256 && one.liveKey !== null)
  const title = twin === undefined ? t.preview(item.key, version) : t.keptBefore(item.key, twin.version)
  const outline = outlineOf(document.provisions)
  const doubts = doubtsIn(ctx, document)
  const instead = standing === undefined ? {} : { instead: standing.id }
  const keep = { kind: 'draft.keep', file: file.id, item: item.key, version, ...instead, preview } as const
  const notes: readonly Block[] = [
    ...(standing !== undefined && twin === undefined
      ? [{ kind: 'text', text: t.replaces(version), tone: 'warning' } as const]
      : []),
    ...(roundWithoutFile(item, version) === undefined ? [] : [{ kind: 'text', text: t.joinsRound(version) } as const]),
  ]
  return {
    text: title,
    title,
    blocks: [
      twin === undefined
        ? { kind: 'text', text: t.notKeptYet }
        : { kind: 'text', text: t.sameFile(twin.version), tone: 'warning' },
      {
        kind: 'facts',
        facts: [{ label: t.fileName, value: quoted(ctx.texts, file.name) }, ...draftFacts(ctx, document)],
      },
      ...notes,
      ...(outline.length === 0
        ? []
        : [
            { kind: 'text', text: t.outline, tone: 'strong' } as const,
            { kind: 'list', items: listed(outline, mostOutline, t.moreOutline) } as const,
          ]),
      ...(doubts.length === 0
        ? []
        : [
            { kind: 'text', text: t.doubtful(doubts.length), tone: 'warning' } as const,
            { kind: 'list', items: listed(doubts, mostDoubts, t.moreDoubts) } as const,
          ]),
      {
        kind: 'buttons',
        buttons: [
          twin === undefined
            ? { label: t.keep, style: 'primary', intent: keep }
            : { label: t.show, style: 'primary', intent: { kind: 'draft.show', document: twin.id } },
          { label: t.otherItem, intent: { kind: 'draft.check.form', file: file.id, item: item.key } },
          { label: t.discard, intent: { kind: 'file.discard', file: file.id } },
        ],
      },
    ],
  }
}

function listed(lines: readonly string[], most: number, more: (left: number) => string): readonly string[] {
  const left = lines.length - most
  return left > 0 ? [...lines.slice(0, most), more(left)] : lines
}

/** What a reading is not sure of, a sentence each. */
export const doubtsIn = ({ texts }: Pick<Context, 'texts'>, document: ReadDocument): readonly string[] =>
  document.doubts.map((doubt) => texts.documents.doubts[doubt.kind](factsOf(doubt, document.provisions)))

/** What is said of a doubt: its figures, and a provision as people cite it. */
function factsOf(doubt: Doubt, provisions: readonly Provision[]): Readonly<Record<string, string | number>> {
  const id = 'provision' in doubt ? doubt.provision : null
  const path = id === null ? '' : (provisions.find((one) => one.id === id)?.path ?? id)
  return { ...doubt, provision: path }
}
