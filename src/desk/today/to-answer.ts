import type { Context } from '../../context.ts'
import type { Line, Section } from '../../contract/page.ts'
import { progressWords } from '../../opinions/known-remarks/count-answered.ts'
import { roundsToAnswer } from '../../opinions/remarks/answers/to-answer.ts'
import { titleOf } from '../../opinions/rounds/rounds.ts'
import { waitingRounds } from '../../opinions/rounds/waiting-rounds.ts'
import { answersBar } from '../parts/answers-bar.ts'
import { dueWords } from '../parts/due-words.ts'

/** The rounds in which the reader has not answered, and the remarks that their agency has not, each with the way to do it. */
export async function toAnswer(ctx: Context): Promise<readonly Section[]> {
  const [rounds, remarks] = await Promise.all([waitingRounds(ctx), roundsToAnswer(ctx)])
  const { texts: t } = ctx
  const begun = await draftsIn(
    ctx,
    rounds.map(({ id }) => id),
  )
  const asked = rounds.map((round): Line => {
    const { text, pill } = dueWords(ctx, round)
    return {
      name: round.item.key,
      text: titleOf(round.item, ctx),
      place: { page: 'round', round: round.id },
      small: begun.has(round.id) ? [text, t.opinion.draftWaiting] : [text],
      ...(pill === undefined ? {} : { pill }),
      buttons: [
        {
          ...{ label: t.buttons.answer, style: 'primary' },
          // What is begun is looked at before it is sent; what is not needs the form, and no second press.
          intent: { kind: begun.has(round.id) ? 'opinion.show' : 'opinion.save.form', round: round.id },
        },
      ],
    }
  })
  const left = remarks.map(({ round, progress }): Line => {
    return {
      name: `${round.item.key}-${round.number}`,
      text: titleOf(round.item, ctx),
      place: { page: 'remarks', round: round.id },
      small: [progressWords(t, progress)],
      bar: answersBar(ctx, progress),
      ways: [{ label: t.answers.button, place: { page: 'remarks', round: round.id } }],
    }
  })
  return [
    ...section('to-answer', t.desk.today.toAnswer, asked),
    ...section('remarks-to-answer', t.desk.today.remarksToAnswer, left),
  ]
}

async function draftsIn({ db, actor }: Context, rounds: readonly string[]): Promise<ReadonlySet<string>> {
  if (rounds.length === 0) return new Set()
  const where = { personId: actor.id, roundId: { in: [...rounds] } }
  const rows = await db.opinionDraft.findMany({ where, select: { roundId: true } })
  return new Set(rows.map((row) => row.roundId))
}

const section = (id: string, title: string, lines: readonly Line[]): readonly Section[] =>
  lines.length === 0
    ? []
    : [{ id, title, pill: { text: String(lines.length), tone: 'warning' }, parts: [{ kind: 'lines', lines }] }]
