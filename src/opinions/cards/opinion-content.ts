import type { Context } from '../../context.ts'
import type { Block, Button, Fact, Own } from '../../contract/message.ts'
import { pageTurns } from '../../conversation/pages.ts'
import { findReferences } from '../../documents/provision-reference.ts'
import { forWhom } from '../answering/acting.ts'
import type { AttachedFile, Content, Seat, SentOpinion } from '../answering/seat.ts'
import { needsWords } from '../rounds/phase.ts'
import { agencyOf, type Round } from '../rounds/rounds.ts'
import { excerpt } from '../words.ts'
import { type Paged, pageShown, rowPages, shown } from './content-pages.ts'

/** That comments name provisions which the round's draft does not have: they go as they are written. */
export function notInDraft(
  { texts: t }: Pick<Context, 'texts'>,
  round: Pick<Round, 'documentId'>,
  { comments }: Pick<Content, 'comments'>,
): readonly Block[] {
  if (round.documentId === null) return []
  const named = comments.filter((one) => one.provisionKey === null && findReferences(one.provision).length > 0)
  const names = [...new Set(named.map(({ provision }) => `“${excerpt(provision, 60)}”`))]
  return names.length === 0 ? [] : [warning(t.documents.notInDraft(names))]
}

/** Whether a card shows only a part of it, so that there must be a way to read it whole. */
export const isCut = (content: Content): boolean =>
  [...content.body].length > shown.body ||
  content.comments.some(
    ({ remark, proposal }) => [...remark].length > shown.remark || [...(proposal ?? '')].length > shown.remark,
  ) ||
  rowPages(content).length > 1

/** Any character that can be seen: spaces of no width and marks of direction say nothing. */
const saysSomething = /[^\s\p{C}]/u

/** What keeps a draft from being sent, in words; undefined when nothing does. */
export function whatIsLacking({ texts: t }: Pick<Context, 'texts'>, content: Content): string | undefined {
  if (content.position === undefined) return t.errors.needsPosition
  const wordless = !saysSomething.test(content.body) && content.comments.length === 0
  return needsWords(content.position) && wordless ? t.errors.needsWords : undefined
}

/**
 * What somebody wrote: words, then each comment on a provision; in full where the person is to copy it, else cut to what a
 * card holds, and of many comments and files a page, or where no page can be turned the first, with how many are left.
 */
export function contentBlocks(
  { texts: t }: Pick<Context, 'texts'>,
  content: Content,
  length: 'cut' | 'full' = 'cut',
  own: OwnOf = {},
  paged?: Paged,
): readonly Block[] {
  const cut = (text: string, limit: number) => (length === 'full' ? text : excerpt(text, limit))
  const pages = length === 'full' ? [content] : rowPages(content)
  const at = paged === undefined ? 0 : pageShown(pages, paged)
  const { comments: listed, files } = pages[at] ?? content
  const left = paged === undefined ? content.comments.length - listed.length : 0
  return [
    ...(content.body.trim() === '' || at > 0
      ? []
      : [{ kind: 'quote', by: t.opinion.words, text: cut(content.body, shown.body) } as const]),
    ...(listed.length === 0
      ? []
      : [{ kind: 'text', text: t.opinion.comments(content.comments.length), tone: 'strong' } as const]),
    ...listed.map((comment): Block => {
      const remark = cut(comment.remark, shown.remark)
      const proposal = comment.proposal && `\n${t.opinion.proposal}: ${cut(comment.proposal, shown.remark)}`
      return {
        ...{ kind: 'quote', by: comment.provision, text: remark + (proposal ?? '') },
        ...(own.comment === undefined ? {} : { own: own.comment(comment) }),
      }
    }),
    ...(left > 0 ? [subtle(t.opinion.moreComments(left))] : []),
    ...fileBlocks({ texts: t }, paged === undefined ? content.files : files, own.file),
    ...(paged === undefined ? [] : pageTurns(t, { at, of: pages.length }, paged.turn)),
  ]
}

/** What can be done about each comment, and each file. */
export type OwnOf = {
  readonly comment?: (comment: Content['comments'][number]) => Own
  readonly file?: (file: AttachedFile) => Own
}

/** The way to each file of what `person` wrote in a round; without a person, of what the reader wrote. */
export const fileGet =
  ({ texts: t }: Pick<Context, 'texts'>, whose: { readonly round: string; readonly person?: string }) =>
  ({ name, sha256 }: AttachedFile): Own => ({
    row: excerpt(name, 50),
    buttons: [{ label: t.documents.getShort, intent: { kind: 'attachment.get', ...whose, sha256 } }],
  })

/** The files that go with an opinion, by number, day and name. */
export const fileBlocks = (
  { texts }: Pick<Context, 'texts'>,
  files: readonly AttachedFile[],
  own?: OwnOf['file'],
): readonly Block[] =>
  files.length === 0
    ? []
    : [
        { kind: 'text', text: texts.documents.attached, tone: 'strong' },
        {
          kind: 'list',
          items: files.map((file) => {
            const day = file.dated === null ? null : texts.day(file.dated)
            const text = texts.documents.attachedLine(file.name, file.number, day)
            return own === undefined ? text : { text, own: own(file) }
          }),
        },
      ]

/**
 * Code, position, draft version and time: proof that an opinion is stored. `sent`: the names of the member and of the
 * delegate who sent it for them.
 */
export function receiptFacts(
  ctx: Pick<Context, 'texts' | 'zone'>,
  opinion: SentOpinion,
  sent?: { readonly of: string; readonly by: string },
): readonly Fact[] {
  const { texts: t } = ctx
  return [
    { label: t.opinion.receipt, value: opinion.receipt },
    positionFact(ctx, opinion),
    { label: t.opinion.version, value: String(opinion.draftVersion) },
    { label: t.opinion.time, value: t.moment(opinion.at, ctx.zone) + (opinion.late ? ` (${t.opinion.late})` : '') },
    ...(opinion.recordedSource === null
      ? []
      : [{ label: t.record.source, value: t.opinion.recordedBy(opinion.recordedSource) }]),
    ...(sent === undefined ? [] : [{ label: t.delegation.sender, value: t.delegation.sentBy(sent.of, sent.by) }]),
  ]
}

export const positionFact = ({ texts: t }: Pick<Context, 'texts'>, content: Content): Fact => ({
  label: t.opinion.position,
  value: content.position === undefined ? t.opinion.notChosen : t.positions[content.position],
})

/** What a round is about, as every card of it says: agency, version, deadline with weekday and zone. */
export function roundFacts(ctx: Pick<Context, 'texts' | 'zone'>, round: Round): readonly Fact[] {
  const { texts: t } = ctx
  return [
    { label: t.plan.key, value: round.item.key },
    { label: t.opinion.agency, value: agencyOf(round.item, t) },
    { label: t.opinion.version, value: String(round.draftVersion) },
    { label: t.opinion.deadline, value: t.deadline(round.dueAt, ctx.zone) },
    ...(round.dueBefore === null
      ? []
      : [{ label: t.opinion.deadlineBefore, value: t.deadline(round.dueBefore, ctx.zone) }]),
    // Whoever gives an opinion shall know who reads it when.
    ...(round.answersFrom === 'opening' ? [{ label: t.round.answersFrom, value: t.round.fromOpening }] : []),
  ]
}

export const documentButton = ({ texts: t }: Pick<Context, 'texts'>, round: Round): readonly Button[] =>
  round.documentId === null
    ? round.draftUrl === null
      ? []
      : [{ label: t.buttons.document, url: round.draftUrl }]
    : [
        { label: t.documents.show, intent: { kind: 'draft.show', document: round.documentId } },
        { label: t.documents.open, intent: { kind: 'draft.get', document: round.documentId } },
        ...(round.draftUrl === null ? [] : [{ label: t.buttons.document, url: round.draftUrl }]),
      ]

/** The way to read the document of a round whole and to remark on it there, on a platform that can show one. */
export const readerBlock = ({ texts: t }: Pick<Context, 'texts'>, { documentId }: Round): readonly Block[] =>
  documentId === null ? [] : [{ kind: 'reader', document: documentId, label: t.documents.readAndRemark }]

/** The way to how a round's deadline came about. */
export const whyButton = ({ texts: t }: Pick<Context, 'texts'>, round: Round): Button => ({
  label: t.explain.why,
  intent: { kind: 'date.explain', round: round.id },
})

/** The way to all of a draft's words, where a card may have to cut them. */
export const readDraftButton = (
  { texts: t }: Pick<Context, 'texts'>,
  place: Pick<Seat, 'round' | 'holder'>,
): Block => ({
  kind: 'buttons',
  buttons: [
    {
      label: t.buttons.readDraft,
      intent: { kind: 'version.read', round: place.round.id, draft: true, ...forWhom(place) },
    },
  ],
})

/** Says to a delegate in whose seat they act, and what they may do there. */
export const actingNote = ({ texts: t }: Pick<Context, 'texts'>, { holder }: Pick<Seat, 'holder'>): readonly Block[] =>
  holder === undefined
    ? []
    : [
        {
          kind: 'text',
          text: t.delegation.acting(holder.name, t.list(holder.rights.map((right) => t.delegation.rights[right]))),
          tone: 'strong',
        },
      ]

export const warning = (text: string): Block => ({ kind: 'text', text, tone: 'warning' })
export const subtle = (text: string): Block => ({ kind: 'text', text, tone: 'subtle' })
