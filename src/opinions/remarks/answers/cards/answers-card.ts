import type { Context } from '../../../../context.ts'
import type { IntentOf } from '../../../../contract/intent.ts'
import type { Block, Button, Message } from '../../../../contract/message.ts'
import { openPageButton } from '../../../../conversation/open-page.ts'
import { pageOf, pageTurns } from '../../../../conversation/pages.ts'
import { progressWords } from '../../../known-remarks/count-answered.ts'
import { phase } from '../../../rounds/phase.ts'
import { type Round, titleOf } from '../../../rounds/rounds.ts'
import { excerpt } from '../../../words.ts'
import { type AnsweredRemark, isDraft, isObjected, isOpen, isUntold, progressOf } from '../answered-remarks.ts'
import { mayAnswer } from '../may-answer.ts'

/** Rows a page: each with its button, what a message of Slack holds beside the rest. */
const perPage = 10
const length = { where: 80, words: 160 }

/** The remarks of a round with how far each is answered: those without an answer first, then those whose author finds it
 * not enough, then drafts, then what is settled. */
export function answersCard(
  ctx: Context,
  round: Round,
  remarks: readonly AnsweredRemark[],
  shown: { readonly page?: number; readonly said?: string; readonly undo?: IntentOf<'answer.undo'> },
): Message {
  const { texts: t } = ctx
  const progress = progressOf(remarks)
  const { remarks: all, drafts } = progress
  const rank = (one: AnsweredRemark) => (isOpen(one) ? 0 : isObjected(one) ? 1 : isDraft(one) ? 2 : 3)
  const {
    shown: onPage,
    at,
    of,
  } = pageOf(
    remarks.toSorted((one, other) => rank(one) - rank(other)),
    perPage,
    shown.page,
  )
  const title = t.answers.title(titleOf(round.item, ctx))
  const counted = progressWords(t, progress)
  const answers = mayAnswer(ctx, round)
  const next = remarks.find(isOpen) ?? remarks.find(isObjected)
  const ways: readonly Button[] = [
    ...(shown.undo === undefined ? [] : [{ label: t.answers.several.undo, intent: shown.undo }]),
    ...(answers && next !== undefined
      ? [{ label: t.answers.begin, style: 'primary', intent: showing(round, next) } as const]
      : []),
    ...(answers && progress.open > 1
      ? [{ label: t.answers.several.button, intent: { kind: 'remark.answer.form', round: round.id } } as const]
      : []),
    ...(answers && drafts > 0 && phase(round, ctx.now) === 'closed'
      ? [{ label: t.answers.settle(drafts), intent: { kind: 'answer.check', round: round.id } } as const]
      : []),
    ...(ctx.actor.roles.has('coordinator') && phase(round, ctx.now) === 'closed' && remarks.some(isUntold)
      ? [{ label: t.answers.publish.button, intent: { kind: 'answer.publish.form', round: round.id } } as const]
      : []),
    ...(ctx.actor.roles.has('coordinator') && phase(round, ctx.now) !== 'withdrawn'
      ? [{ label: t.answers.due.button, intent: { kind: 'answer.due.form', round: round.id } } as const]
      : []),
    { label: t.remarks.button, intent: { kind: 'remark.list', round: round.id } },
    { label: t.buttons.back, intent: { kind: 'board.show', round: round.id } },
    openPageButton(t, { page: 'remarks', round: round.id }),
  ]
  return {
    text: shown.said ?? `${title}: ${counted}`,
    title,
    blocks: [
      ...(shown.said === undefined ? [] : [{ kind: 'text', text: shown.said, tone: 'strong' } as const]),
      { kind: 'text', text: all === 0 ? t.remarks.none : counted, tone: 'subtle' },
      ...(round.answersDueAt === null
        ? []
        : [
            {
              kind: 'text',
              text: t.answers.due.stands(t.deadline(round.answersDueAt, ctx.zone)),
              tone: 'subtle',
            } as const,
          ]),
      ...onPage.map((remark): Block => {
        const own: Button = {
          label: answers && (isOpen(remark) || isObjected(remark)) ? t.answers.answer : t.answers.see,
          intent: showing(round, remark),
        }
        return { kind: 'text', text: rowOf(ctx, remark), own: { row: t.answers.row(remark.number), buttons: [own] } }
      }),
      ...pageTurns(t, { at, of }, (page) => ({ kind: 'answer.list', round: round.id, page })),
      { kind: 'buttons', buttons: ways },
    ],
  }
}

/** The way to one remark and its answer. */
export const showing = (round: Round, { key }: AnsweredRemark) =>
  ({ kind: 'answer.show', round: round.id, remark: key }) as const

/** On which provision a remark is, and of one that was split which part. */
export const whereOf = ({ texts: t }: Pick<Context, 'texts'>, { provision, part }: AnsweredRemark): string => {
  const where = provision ?? t.recordTable.groups.general
  return part === undefined ? where : t.answers.parts.where(where, part.place, part.of)
}

/** How far its answer is. */
export const stateOf = ({ texts: t }: Pick<Context, 'texts'>, { answer }: AnsweredRemark): string =>
  answer === undefined
    ? t.answers.open
    : isObjected({ answer })
      ? t.answers.object.state(t.answers.outcomes[answer.outcome])
      : answer.returned === null
        ? t.answers.state(t.answers.outcomes[answer.outcome], answer.settled)
        : t.answers.returnedState(t.answers.outcomes[answer.outcome])

function rowOf(ctx: Context, remark: AnsweredRemark): string {
  const where = excerpt(whereOf(ctx, remark), length.where)
  const words = excerpt(remark.words.replace(/\s+/gu, ' ').trim(), length.words)
  return `${remark.number}. ${where}, ${remark.body}: ${words}\n${stateOf(ctx, remark)}`
}
