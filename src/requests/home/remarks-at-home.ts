import type { Context } from '../../context.ts'
import type { Block, Button } from '../../contract/message.ts'
import { progressWords } from '../../opinions/known-remarks/count-answered.ts'
import { roundsToAnswer } from '../../opinions/remarks/answers/to-answer.ts'
import { titleOf } from '../../opinions/rounds/rounds.ts'

/** For whoever drafts for an agency: the rounds whose remarks it has not answered, with how many. */
export async function remarksAtHome(ctx: Context): Promise<readonly Block[]> {
  const { answers: t } = ctx.texts
  const waiting = await roundsToAnswer(ctx)
  if (waiting.length === 0) return []
  return [
    { kind: 'text', text: t.home, tone: 'strong' },
    ...waiting.map(({ round, progress }): Block => {
      const answer: Button = {
        ...{ label: t.button, style: 'primary' },
        intent: { kind: 'answer.list', round: round.id },
      }
      const due =
        round.answersDueAt === null ? '' : ` ${t.due.stands(ctx.texts.deadline(round.answersDueAt, ctx.zone))}`
      const text = t.homeLine(titleOf(round.item, ctx), `${progressWords(ctx.texts, progress)}.${due}`)
      return { kind: 'text', text, own: { row: `${round.item.key}-${round.number}`, buttons: [answer] } }
    }),
  ]
}
