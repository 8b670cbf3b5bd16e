import type { Context } from '../../context.ts'
import type { Part } from '../../contract/page.ts'
import {
  mayObject,
  publishedTo,
  readAnswered,
  type ToldRemark,
} from '../../opinions/remarks/answers/answered-remarks.ts'
import { whereOf } from '../../opinions/remarks/answers/cards/answers-card.ts'
import { readingRefusal } from '../../opinions/remarks/reading-refusal.ts'
import { type Round, titleOf } from '../../opinions/rounds/rounds.ts'
import type { PageBody } from '../page-body.ts'

/** To an author: what they were told last of their own remarks. There is none for who has made no remark there. */
export async function ownRemarksPage(ctx: Context, round: Round): Promise<PageBody | undefined> {
  const { texts: t, db, actor } = ctx
  if (readingRefusal(ctx, round).code !== 'not-allowed') return undefined
  const own = await db.opinion.count({ where: { roundId: round.id, personId: actor.id } })
  if (own === 0) return undefined
  const told = publishedTo(actor.id, await readAnswered(ctx, round))
  const counted = told.length === 0 ? t.answers.nonePublished : t.answers.published(told.length)
  return {
    under: 'rounds',
    title: t.answers.title(titleOf(round.item, ctx)),
    trail: [],
    lead: [{ text: counted }],
    buttons: [],
    main: told.map((remark) => ({
      id: remark.key,
      title: whereOf(ctx, remark),
      pill: { text: t.answers.outcomes[remark.told.outcome], tone: 'plain' } as const,
      parts: [
        { kind: 'quote', text: remark.words } as const,
        ...(remark.proposal === null || remark.proposal.trim() === ''
          ? []
          : [{ kind: 'quote', text: remark.proposal, by: t.opinion.proposal } as const]),
        ...(remark.told.words === ''
          ? []
          : [{ kind: 'quote', text: remark.told.words, by: t.answers.agency } as const]),
        ...(remark.answer.publishedIn === null
          ? [{ kind: 'text', text: t.answers.revising, tone: 'subtle' } as const]
          : []),
        ...objection(ctx, round, remark),
      ] satisfies Part[],
    })),
    aside: [],
  }
}

/** What its author said against an answer, or the way to say it. */
function objection({ texts: t, zone }: Context, { id: round }: Round, remark: ToldRemark): readonly Part[] {
  const { key, answer } = remark
  if (answer.objection !== null)
    return [
      { kind: 'quote', text: answer.objection.words, by: t.answers.object.own(t.moment(answer.objection.at, zone)) },
    ]
  return mayObject(remark)
    ? [
        {
          kind: 'buttons',
          label: t.answers.object.ask,
          buttons: [{ label: t.answers.object.button, intent: { kind: 'answer.object.form', round, remark: key } }],
        },
      ]
    : []
}
