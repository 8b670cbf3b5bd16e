import type { Context } from '../../context.ts'
import type { Line } from '../../contract/page.ts'
import { progressWords } from '../../opinions/known-remarks/count-answered.ts'
import { isUntold, progressOf, readAnswered } from '../../opinions/remarks/answers/answered-remarks.ts'
import { phase, takingAnswers } from '../../opinions/rounds/phase.ts'
import { findRounds, titleOf } from '../../opinions/rounds/rounds.ts'

/** Of the rounds that closed within a year the last ones: each is read whole. */
const mostRounds = 3
const yearMs = 366 * 24 * 60 * 60 * 1000

/** Rounds whose remarks are all answered and settled, and whose authors have not been told: a coordinator sends the answers. */
export async function toPublish(ctx: Context): Promise<readonly Line[]> {
  const { texts: t, now } = ctx
  const rounds = await findRounds(ctx, {
    NOT: [{ state: 'withdrawn' }, takingAnswers(now)],
    dueAt: { gte: new Date(now.getTime() - yearMs) },
    answers: { some: { state: 'settled', publishedIn: null, returned: null } },
  })
  const lines: Line[] = []
  for (const round of rounds.filter((one) => phase(one, now) === 'closed').slice(-mostRounds)) {
    const remarks = await readAnswered(ctx, round)
    const progress = progressOf(remarks)
    if (progress.open + progress.drafts > 0 || !remarks.some(isUntold)) continue
    lines.push({
      name: `${round.item.key}-${round.number}`,
      text: titleOf(round.item, ctx),
      place: { page: 'remarks', round: round.id },
      small: [progressWords(t, progress)],
      buttons: [{ label: t.answers.publish.button, intent: { kind: 'answer.publish.form', round: round.id } }],
    })
  }
  return lines
}
