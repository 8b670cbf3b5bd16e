import { addDays, dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Button, Message } from '../../contract/message.ts'
import { forWhom, maySend, mayWrite } from '../answering/acting.ts'
import type { Draft, Seat, SentOpinion } from '../answering/seat.ts'
import { phase, standing } from '../rounds/phase.ts'
import { type Round, titleOf, typeOf } from '../rounds/rounds.ts'
import { seatDay } from '../rounds/seat-day.ts'
import { excerpt } from '../words.ts'
import type { Paged } from './content-pages.ts'
import {
  actingNote,
  contentBlocks,
  documentButton,
  fileGet,
  isCut,
  notInDraft,
  type OwnOf,
  positionFact,
  readDraftButton,
  readerBlock,
  receiptFacts,
  roundFacts,
  subtle,
  warning,
  whatIsLacking,
  whyButton,
} from './opinion-content.ts'

type Reading = Pick<Context, 'texts' | 'zone' | 'now' | 'actor'>

/**
 * The one card of a person in a round. It is a function of what is stored, so the same card asks, shows the draft and
 * shows the receipt, wherever it is drawn: answered, it stops asking. `at`: which page of a draft's comments and files.
 */
export function opinionCard(ctx: Reading, seat: Seat, at: At = {}): Message {
  const current = { kind: 'opinion.show', round: seat.round.id, ...forWhom(seat) } as const
  return { ...drawn(ctx, seat, at), current }
}

type At = Omit<Paged, 'turn'>

function drawn(ctx: Reading, seat: Seat, shown: At): Message {
  if (seat.opinion === undefined && endedBefore(seat, seatDay(seat.round, ctx.now, ctx.zone)))
    return formerCard(ctx, seat)
  if (seat.draft !== undefined && isTaking(ctx, seat.round) && !hasLeft(ctx, seat))
    return draftCard(ctx, seat, seat.draft, shown)
  if (seat.opinion !== undefined) return answeredCard(ctx, seat, seat.opinion)
  return requestCard(ctx, seat)
}

const isTaking = (ctx: Reading, round: Round) => ['open', 'late'].includes(phase(round, ctx.now))

const endedBefore = ({ memberUntil }: Seat, day: string): boolean => memberUntil !== undefined && memberUntil < day

/** Whether whose seat it is can answer no more, also where they were a member when the round's silence counted. */
const hasLeft = (ctx: Reading, seat: Seat): boolean => endedBefore(seat, dayIn(ctx.now, ctx.zone))

/** To somebody who left before answering: nothing is asked any more; what they had written stays theirs to copy. */
function formerCard(ctx: Reading, seat: Seat): Message {
  const { texts: t } = ctx
  const { round, draft, memberUntil } = seat
  const title = titleOf(round.item, ctx)
  const said = t.opinion.former(t.day(addDays(memberUntil ?? '', 1)))
  return {
    text: `${title}: ${said}`,
    title: t.round.title(typeOf(round.item, ctx), title),
    blocks: [
      ...actingNote(ctx, seat),
      { kind: 'facts', facts: roundFacts(ctx, round) },
      { kind: 'text', text: said, tone: 'strong' },
      ...(draft === undefined
        ? []
        : [
            { kind: 'text', text: t.opinion.notSent } as const,
            ...contentBlocks(ctx, draft, 'full'),
            readDraftButton(ctx, seat),
          ]),
    ],
  }
}

function requestCard(ctx: Reading, seat: Seat): Message {
  const { texts: t, actor } = ctx
  const { round, draft, holder } = seat
  const at = phase(round, ctx.now)
  const title = titleOf(round.item, ctx)
  const asking = t.notifications.request(
    holder ?? actor,
    round.item.draftingAgency === null ? null : t.called(round.item.draftingAgency),
    typeOf(round.item, ctx),
    title,
    round.draftVersion,
  )
  if (isTaking(ctx, round) && !hasLeft(ctx, seat)) {
    const answer: Button = {
      label: t.buttons.answer,
      style: 'primary',
      intent: { kind: 'opinion.save.form', round: round.id, ...forWhom(seat) },
    }
    const agree: Button = {
      label: t.buttons.agree,
      intent: { kind: 'opinion.type', item: round.item.key, position: 'agree' },
    }
    return {
      text: `${asking} ${t.opinion.deadline}: ${t.deadline(round.dueAt, ctx.zone)}.`,
      title: t.round.title(typeOf(round.item, ctx), title),
      blocks: [
        { kind: 'text', text: asking },
        ...actingNote(ctx, seat),
        ...(mayWrite(seat) ? [] : [subtle(t.delegation.noDraftYet(holder?.name ?? ''))]),
        { kind: 'facts', facts: roundFacts(ctx, round) },
        ...(at === 'late' ? [warning(t.opinion.lateNow)] : []),
        {
          kind: 'buttons',
          buttons: [
            ...(mayWrite(seat) ? [answer] : []),
            ...(holder === undefined && round.positions.includes('agree') ? [agree] : []),
            ...documentButton(ctx, round),
            whyButton(ctx, round),
          ],
        },
        // Below what is asked, as on the card of a draft.
        ...readerBlock(ctx, round),
      ],
    }
  }
  const deemed = standing(round, undefined, ctx.now) === 'deemed'
  const ending =
    at === 'withdrawn'
      ? t.opinion.withdrawn(round.changeReason ?? '')
      : deemed
        ? t.opinion.deemed(round.silenceBasis ?? '')
        : t.opinion.closedNoAnswer
  return {
    text: `${title}: ${ending}`,
    title: t.round.title(typeOf(round.item, ctx), title),
    blocks: [
      ...actingNote(ctx, seat),
      { kind: 'facts', facts: roundFacts(ctx, round) },
      { kind: 'text', text: ending, tone: 'strong' },
      // Words that never were sent stay theirs to copy.
      ...(draft === undefined
        ? []
        : [
            { kind: 'text', text: t.opinion.notSent } as const,
            ...contentBlocks(ctx, draft, 'full'),
            readDraftButton(ctx, seat),
          ]),
      ...(documentButton(ctx, round).length === 0
        ? []
        : [{ kind: 'buttons', buttons: documentButton(ctx, round) } as const]),
    ],
  }
}

function draftCard(ctx: Reading, seat: Seat, draft: Draft, at: At): Message {
  const { texts: t } = ctx
  const { round, opinion, holder } = seat
  const whose = forWhom(seat)
  const writes = mayWrite(seat)
  const title = titleOf(round.item, ctx)
  const lacking = whatIsLacking(ctx, draft)
  const send: Button = {
    label: t.buttons.send,
    style: 'primary',
    intent: { kind: 'opinion.submit', round: round.id, revision: draft.revision, ...whose },
  }
  const form = { kind: 'opinion.save.form', round: round.id, ...whose } as const
  const edit: Button =
    draft.position === undefined
      ? { label: t.buttons.choosePosition, style: 'primary', intent: form }
      : { label: t.buttons.editDraft, intent: form }
  const approve: Button = {
    label: t.delegation.approve,
    intent: { kind: 'draft.approve', round: round.id, revision: draft.revision },
  }
  const sends = maySend(seat, draft)
  const unapproved = !sends && holder?.rights.includes('transmit') === true
  return {
    text: t.opinion.draftSummary(title),
    title: `${t.opinion.draftTitle}: ${title}`,
    blocks: [
      ...actingNote(ctx, seat),
      { kind: 'facts', facts: roundFacts(ctx, round) },
      { kind: 'divider' },
      ...(draft.byId === null
        ? []
        : [{ kind: 'text', text: t.delegation.writtenBy(seat.writer ?? ''), tone: 'strong' } as const]),
      { kind: 'facts', facts: [positionFact(ctx, draft)] },
      ...contentBlocks(ctx, draft, 'cut', writes ? ownOf(ctx, seat) : { file: fileGet(ctx, personIn(seat)) }, {
        ...at,
        turn: (page) => ({ kind: 'opinion.show', round: round.id, page, ...whose }),
      }),
      ...notInDraft(ctx, round, draft),
      ...(lacking === undefined ? [] : [warning(lacking)]),
      ...(unapproved ? [warning(t.delegation.notApproved(holder.name))] : []),
      ...(phase(round, ctx.now) === 'late' ? [warning(t.opinion.lateNow)] : []),
      {
        kind: 'buttons',
        buttons: [
          ...(lacking === undefined && sends ? [send] : []),
          ...(holder === undefined && draft.byId !== null ? [approve] : []),
          ...(writes
            ? ([
                edit,
                { label: t.buttons.addComment, intent: { kind: 'comment.save.form', round: round.id, ...whose } },
              ] as const)
            : []),
          ...documentButton(ctx, round),
          ...(holder === undefined && !isCut(draft)
            ? []
            : [
                {
                  label: t.buttons.readDraft,
                  intent: { kind: 'version.read', round: round.id, draft: true, ...whose },
                } as const,
              ]),
          ...(writes
            ? [
                {
                  label: t.buttons.discardDraft,
                  intent: { kind: 'opinion.discard', round: round.id, revision: draft.revision, ...whose },
                } as const,
              ]
            : []),
        ],
      },
      // Below what it is about: the one thing to do here is to send.
      ...readerBlock(ctx, round),
      ...(opinion === undefined
        ? []
        : [subtle(t.opinion.inForce(t.positions[opinion.position], t.moment(opinion.at, ctx.zone)))]),
      subtle(t.opinion.draftKept),
    ],
  }
}

/** What whoever writes the draft can do to each comment and file of it. */
function ownOf(ctx: Reading, seat: Seat): OwnOf {
  const { texts: t } = ctx
  const { round } = seat
  const whose = forWhom(seat)
  const get = fileGet(ctx, personIn(seat))
  return {
    comment: ({ id, provision }) => ({
      row: excerpt(provision, 40),
      buttons: [
        { label: t.buttons.editComment, intent: { kind: 'comment.save.form', round: round.id, comment: id, ...whose } },
        { label: t.buttons.removeComment, intent: { kind: 'comment.remove', round: round.id, comment: id, ...whose } },
      ],
    }),
    file: (file) => ({
      row: excerpt(file.name, 50),
      buttons: [
        ...get(file).buttons,
        {
          label: t.documents.remove,
          intent: { kind: 'attachment.remove', round: round.id, attachment: file.id, ...whose },
        },
      ],
    }),
  }
}

const personIn = ({ round, holder }: Seat) => ({
  round: round.id,
  ...(holder === undefined ? {} : { person: holder.id }),
})

function answeredCard(ctx: Reading, seat: Seat, opinion: SentOpinion): Message {
  const { texts: t } = ctx
  const { round, draft, holder } = seat
  const whose = forWhom(seat)
  const title = titleOf(round.item, ctx)
  const at = phase(round, ctx.now)
  const said = t.opinion.answered(t.positions[opinion.position], t.moment(opinion.at, ctx.zone))
  const own = opinion.recordedById === null && opinion.recordedSource === null && opinion.sentById === null
  const sent =
    opinion.sentById === null ? undefined : { of: (holder ?? ctx.actor).name, by: seat.sender ?? opinion.sentById }
  const ending =
    at === 'open'
      ? t.opinion.canEdit(t.deadline(round.dueAt, ctx.zone))
      : at === 'late'
        ? t.opinion.canEditLate
        : at === 'withdrawn'
          ? t.opinion.withdrawn(round.changeReason ?? '')
          : t.opinion.closedAt(t.moment(round.closedAt ?? round.dueAt, ctx.zone))
  const edit: Button = {
    label: own || holder !== undefined ? t.buttons.edit : t.buttons.replaceRecorded,
    intent: { kind: 'opinion.save.form', round: round.id, ...whose },
  }
  return {
    text: t.opinion.answeredSummary(title),
    title: t.round.title(typeOf(round.item, ctx), title),
    blocks: [
      { kind: 'text', text: said, tone: 'strong' },
      ...actingNote(ctx, seat),
      { kind: 'facts', facts: receiptFacts(ctx, opinion, sent) },
      ...contentBlocks(ctx, opinion, 'cut', { file: fileGet(ctx, personIn(seat)) }),
      subtle(ending),
      ...(draft === undefined || at === 'open' || at === 'late'
        ? []
        : [
            { kind: 'text', text: t.opinion.notSent } as const,
            ...contentBlocks(ctx, draft, 'full'),
            readDraftButton(ctx, seat),
          ]),
      {
        kind: 'buttons',
        buttons: [
          ...((at === 'open' || at === 'late') && mayWrite(seat) && !hasLeft(ctx, seat) ? [edit] : []),
          { label: t.buttons.readFull, intent: { kind: 'version.read', round: round.id, ...whose } },
          ...(opinion.version > 1 && holder === undefined
            ? [{ label: t.buttons.history, intent: { kind: 'version.list', round: round.id } } as const]
            : []),
          ...documentButton(ctx, round),
        ],
      },
    ],
  }
}
