import type { Context } from '../../context.ts'
import type { Button } from '../../contract/message.ts'
import type { Part, Section } from '../../contract/page.ts'
import { type AnswerProgress, progressWords } from '../../opinions/known-remarks/count-answered.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import { answersBar } from '../parts/answers-bar.ts'
import type { Details } from './read-details.ts'

/**
 * How many remarks there are, and once the round has closed how far the drafting agency has answered them; for whoever
 * may read what others wrote.
 */
export function remarksSection(
  ctx: Context,
  { id }: Round,
  { versions }: Details,
  answering: AnswerProgress | undefined,
  buttons: readonly Button[],
): Section {
  const { texts: t } = ctx
  const coordinates = ctx.actor.roles.has('coordinator')
  const current = new Map(versions.map(({ personId, remarks }) => [personId, remarks]))
  const count = answering?.remarks ?? [...current.values()].reduce((all, one) => all + one, 0)
  const publish: readonly Button[] =
    coordinates && answering !== undefined && count > 0
      ? [{ label: t.answers.publish.button, intent: { kind: 'answer.publish.form', round: id } }]
      : []
  return {
    id: 'remarks',
    title: t.desk.round.remarks,
    pill: { text: String(count), tone: 'plain' },
    ...(count === 0 ? {} : { ways: [{ label: t.desk.round.allRemarks, place: { page: 'remarks', round: id } }] }),
    parts: [
      ...(answering === undefined
        ? [
            {
              kind: 'text',
              text: count === 0 ? t.desk.round.noRemarks : t.desk.round.answeredLater,
              tone: 'subtle',
            } as const,
          ]
        : progress(ctx, answering)),
      { kind: 'buttons', buttons: [...buttons, ...publish] },
    ],
  }
}

function progress({ texts: t }: Context, answering: AnswerProgress): readonly Part[] {
  const { remarks, objected } = answering
  if (remarks === 0) return [{ kind: 'text', text: t.desk.round.noRemarks, tone: 'subtle' }]
  return [
    { kind: 'bar', bar: answersBar({ texts: t }, answering), legend: true },
    ...(objected === 0 ? [] : [{ kind: 'text', text: progressWords(t, answering), tone: 'warning' } as const]),
  ]
}
