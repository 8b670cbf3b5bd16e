import type { Context } from '../../context.ts'
import type { Line, Part, Section } from '../../contract/page.ts'
import { documentButton } from '../../opinions/cards/opinion-content.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import { excerpt } from '../../opinions/words.ts'
import type { Details } from './read-details.ts'

/** How many files of opinions are listed; the dossier has all. */
const mostFiles = 20

/** The draft as a file, as far as a page tells of it. */
export type DraftFile = { readonly name: string; readonly number: string | null; readonly dated: string | null }

/** A file of somebody's current opinion. */
export type OpinionFile = {
  readonly name: string
  readonly number: string | null
  readonly dated: string | null
  readonly sha256: string
  readonly opinion: { readonly personId: string }
}

/** The draft of a round with its provisions, for whoever may read it. */
export async function draftFile({ db }: Pick<Context, 'db'>, { documentId }: Round): Promise<DraftFile | undefined> {
  if (documentId === null) return undefined
  const select = { name: true, number: true, dated: true }
  return (await db.document.findUnique({ where: { id: documentId }, select })) ?? undefined
}

/** The files of the opinions that stand, one more than are listed; none are looked for where there are none. */
export async function opinionFiles(
  { db }: Pick<Context, 'db'>,
  { versions }: Details,
): Promise<readonly OpinionFile[]> {
  const current = new Map(versions.map((version) => [version.personId, version]))
  const ids = [...current.values()].filter(({ files }) => files > 0).map(({ id }) => id)
  if (ids.length === 0) return []
  return await db.opinionFile.findMany({
    where: { opinionId: { in: ids.slice(0, mostFiles + 1) } },
    orderBy: [{ opinionId: 'asc' }, { place: 'asc' }],
    take: mostFiles + 1,
    select: { name: true, number: true, dated: true, sha256: true, opinion: { select: { personId: true } } },
  })
}

/**
 * The draft to be read, what was sent with opinions, and the record; undefined where there is nothing for the reader.
 * `mayReadDraft`: whether the draft is theirs to read. `record`: the ways to the documents about the round.
 */
export function documentsSection(
  ctx: Context,
  round: Round,
  read: {
    readonly mayReadDraft: boolean
    readonly draft: DraftFile | undefined
    readonly files: readonly OpinionFile[]
    readonly record: readonly Part[]
    readonly nameOf: (id: string) => string | undefined
  },
): readonly Section[] {
  const { texts: t } = ctx
  const { mayReadDraft, draft, files, record, nameOf } = read
  const lines = files.slice(0, mostFiles).map(({ name, number, dated, sha256, opinion }): Line => {
    const whose = nameOf(opinion.personId) ?? opinion.personId
    return {
      name: `${excerpt(name, 50)}, ${whose}`,
      text: t.documents.attachedLine(name, number, dated === null ? null : t.day(dated)),
      small: [whose],
      buttons: [
        {
          label: t.documents.getShort,
          intent: { kind: 'attachment.get', round: round.id, person: opinion.personId, sha256 },
        },
      ],
    }
  })
  const buttons = documentButton(ctx, round).filter((button) => mayReadDraft || 'url' in button)
  const parts: readonly Part[] = [
    ...(mayReadDraft && draft !== undefined
      ? [
          {
            kind: 'text',
            text: t.documents.attachedLine(draft.name, draft.number, draft.dated === null ? null : t.day(draft.dated)),
            tone: 'strong',
          } as const,
        ]
      : []),
    ...(mayReadDraft && round.documentId !== null
      ? [{ kind: 'reader', document: round.documentId, label: t.documents.readAndRemark } as const]
      : []),
    ...(buttons.length === 0 ? [] : [{ kind: 'buttons', buttons } as const]),
    ...(lines.length === 0
      ? []
      : [{ kind: 'text', text: t.documents.attached, tone: 'strong' } as const, { kind: 'lines', lines } as const]),
    ...(files.length > mostFiles ? [{ kind: 'text', text: t.desk.round.moreFiles, tone: 'subtle' } as const] : []),
    ...record,
  ]
  return parts.length === 0 ? [] : [{ id: 'documents', title: t.desk.round.documents, parts }]
}
