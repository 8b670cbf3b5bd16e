import type { Context } from '../../context.ts'
import type { Block, Button, Message } from '../../contract/message.ts'
import type { Draft, Seat, SentOpinion } from '../draft.ts'
import { phase, standing } from '../phase.ts'
import { type Round, titleOf, typeOf } from '../rounds.ts'
import { excerpt } from '../words.ts'
import {
  contentBlocks,
  documentButton,
  positionFact,
  readDraftButton,
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
 * shows the receipt, wherever it is drawn: answered, it stops asking.
 */
export function opinionCard(ctx: Reading, seat: Seat): Message {
  if (seat.draft !== undefined && isTaking(ctx, seat.round)) return draftCard(ctx, seat, seat.draft)
  if (seat.opinion !== undefined) return answeredCard(ctx, seat, seat.opinion)
  return requestCard(ctx, seat)
}

const isTaking = (ctx: Reading, round: Round) => ['open', 'late'].includes(phase(round, ctx.now))

function requestCard(ctx: Reading, { round, draft }: Seat): Message {
  const { texts: t, actor } = ctx
  const at = phase(round, ctx.now)
  const title = titleOf(round.item, ctx)
  const asking = t.letters.request(actor, round.item.draftingAgency, typeOf(round.item, ctx), title, round.draftVersion)
  if (at === 'open' || at === 'late') {
    const answer: Button = {
      label: t.buttons.answer,
      style: 'primary',
      intent: { kind: 'opinion.edit', round: round.id },
    }
    const agree: Button = {
      label: t.buttons.agree,
      intent: { kind: 'opinion.typed', item: round.item.key, position: 'agree' },
    }
    return {
      text: `${asking} ${t.opinion.deadline}: ${t.deadline(round.dueAt, ctx.zone)}.`,
      title: t.round.title(typeOf(round.item, ctx), title),
      blocks: [
        { kind: 'text', text: asking },
        { kind: 'facts', facts: roundFacts(ctx, round) },
        ...(at === 'late' ? [warning(t.opinion.lateNow)] : []),
        {
          kind: 'buttons',
          buttons: [
            answer,
            ...(round.positions.includes('agree') ? [agree] : []),
            ...documentButton(ctx, round),
            whyButton(ctx, round),
          ],
        },
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
      { kind: 'facts', facts: roundFacts(ctx, round) },
      { kind: 'text', text: ending, tone: 'strong' },
      // Words that never were sent stay theirs to copy.
      ...(draft === undefined
        ? []
        : [
            { kind: 'text', text: t.opinion.notSent } as const,
            ...contentBlocks(ctx, draft, 'full'),
            readDraftButton(ctx, round),
          ]),
      ...(round.draftUrl === null ? [] : [{ kind: 'buttons', buttons: documentButton(ctx, round) } as const]),
    ],
  }
}

function draftCard(ctx: Reading, { round, opinion }: Seat, draft: Draft): Message {
  const { texts: t } = ctx
  const title = titleOf(round.item, ctx)
  const lacking = whatIsLacking(ctx, draft)
  const send: Button = {
    label: t.buttons.send,
    style: 'primary',
    intent: { kind: 'opinion.submit', round: round.id, revision: draft.revision },
  }
  return {
    text: t.opinion.draftSummary(title),
    title: `${t.opinion.draftTitle}: ${title}`,
    blocks: [
      { kind: 'facts', facts: roundFacts(ctx, round) },
      { kind: 'divider' },
      { kind: 'facts', facts: [positionFact(ctx, draft)] },
      ...contentBlocks(ctx, draft),
      ...draft.comments.slice(0, 10).map(
        (comment): Block => ({
          kind: 'buttons',
          buttons: [
            {
              label: t.buttons.editComment(excerpt(comment.provision, 40)),
              intent: { kind: 'comment.edit', round: round.id, comment: comment.id },
            },
            {
              label: t.buttons.removeComment(excerpt(comment.provision, 40)),
              intent: { kind: 'comment.remove', round: round.id, comment: comment.id },
            },
          ],
        }),
      ),
      ...(lacking === undefined ? [] : [warning(lacking)]),
      ...(phase(round, ctx.now) === 'late' ? [warning(t.opinion.lateNow)] : []),
      {
        kind: 'buttons',
        buttons: [
          ...(lacking === undefined ? [send] : []),
          { label: t.buttons.editDraft, intent: { kind: 'opinion.edit', round: round.id } },
          { label: t.buttons.addComment, intent: { kind: 'comment.edit', round: round.id } },
          ...documentButton(ctx, round),
          {
            label: t.buttons.discardDraft,
            intent: { kind: 'opinion.discard', round: round.id, revision: draft.revision },
          },
        ],
      },
      ...(opinion === undefined
        ? []
        : [subtle(t.opinion.answered(t.positions[opinion.position], t.moment(opinion.at, ctx.zone)))]),
      subtle(t.opinion.draftKept),
    ],
  }
}

function answeredCard(ctx: Reading, { round, draft }: Seat, opinion: SentOpinion): Message {
  const { texts: t } = ctx
  const title = titleOf(round.item, ctx)
  const at = phase(round, ctx.now)
  const said = t.opinion.answered(t.positions[opinion.position], t.moment(opinion.at, ctx.zone))
  const own = opinion.recordedById === null && opinion.recordedSource === null
  const ending =
    at === 'open'
      ? t.opinion.canEdit(t.deadline(round.dueAt, ctx.zone))
      : at === 'late'
        ? t.opinion.canEditLate
        : at === 'withdrawn'
          ? t.opinion.withdrawn(round.changeReason ?? '')
          : t.opinion.closedAt(t.moment(round.closedAt ?? round.dueAt, ctx.zone))
  const edit: Button = {
    label: own ? t.buttons.edit : t.buttons.replaceRecorded,
    intent: { kind: 'opinion.edit', round: round.id },
  }
  return {
    text: t.opinion.answeredSummary(title),
    title: t.round.title(typeOf(round.item, ctx), title),
    blocks: [
      { kind: 'text', text: said, tone: 'strong' },
      { kind: 'facts', facts: receiptFacts(ctx, opinion) },
      ...contentBlocks(ctx, opinion),
      subtle(ending),
      ...(draft === undefined || at === 'open' || at === 'late'
        ? []
        : [
            { kind: 'text', text: t.opinion.notSent } as const,
            ...contentBlocks(ctx, draft, 'full'),
            readDraftButton(ctx, round),
          ]),
      {
        kind: 'buttons',
        buttons: [
          ...(at === 'open' || at === 'late' ? [edit] : []),
          { label: t.buttons.readFull, intent: { kind: 'opinion.read', round: round.id } },
          ...(opinion.version > 1
            ? [{ label: t.buttons.history, intent: { kind: 'opinion.history', round: round.id } } as const]
            : []),
          ...documentButton(ctx, round),
        ],
      },
    ],
  }
}
