import type { Context } from '../../../../context.ts'
import type { Block, Message } from '../../../../contract/message.ts'
import { pageOf, pageTurns } from '../../../../conversation/pages.ts'
import { type Round, titleOf } from '../../../rounds/rounds.ts'
import { excerpt } from '../../../words.ts'
import { mayObject, type ToldRemark } from '../answered-remarks.ts'
import { whereOf } from './answers-card.ts'

/** Remarks a page, each with its answer whole; characters of the remark, which its author knows. */
const perPage = 5
const remarkLength = 500

/** To an author: their own remarks with the answers that they were told last, together. */
export function ownAnswersCard(
  ctx: Context,
  round: Round,
  remarks: readonly ToldRemark[],
  shown: { readonly page?: number; readonly said?: string } = {},
): Message {
  const { texts: t } = ctx
  const { shown: onPage, at, of } = pageOf(remarks, perPage, shown.page)
  const title = t.answers.title(titleOf(round.item, ctx))
  const counted = remarks.length === 0 ? t.answers.nonePublished : t.answers.published(remarks.length)
  return {
    text: shown.said ?? `${title}: ${counted}`,
    title,
    blocks: [
      { kind: 'text', text: shown.said ?? counted, tone: 'strong' },
      ...onPage.flatMap((remark): readonly Block[] => [
        { kind: 'quote', text: excerpt(remark.words, remarkLength), by: whereOf(ctx, remark) },
        { kind: 'text', text: t.answers.outcomes[remark.told.outcome], tone: 'strong' },
        ...(remark.told.words === ''
          ? []
          : [{ kind: 'quote', text: remark.told.words, by: t.answers.agency } as const]),
        ...(remark.answer.publishedIn === null
          ? [{ kind: 'text', text: t.answers.revising, tone: 'subtle' } as const]
          : []),
        ...objection(ctx, round, remark),
      ]),
      ...pageTurns(t, { at, of }, (page) => ({ kind: 'answer.list', round: round.id, page })),
    ],
  }
}

/** What its author said against an answer, or the way to say it. */
function objection({ texts: t, zone }: Context, round: Round, remark: ToldRemark): readonly Block[] {
  const { answer, key, number } = remark
  if (answer.objection !== null)
    return [
      { kind: 'quote', text: answer.objection.words, by: t.answers.object.own(t.moment(answer.objection.at, zone)) },
    ]
  if (!mayObject(remark)) return []
  const button = {
    label: t.answers.object.button,
    intent: { kind: 'answer.object.form', round: round.id, remark: key },
  } as const
  return [
    {
      kind: 'text',
      text: t.answers.object.ask,
      tone: 'subtle',
      own: { row: t.answers.row(number), buttons: [button] },
    },
  ]
}
