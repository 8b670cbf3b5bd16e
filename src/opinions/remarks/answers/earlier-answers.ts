import type { Context } from '../../../context.ts'
import type { AnswerOutcome } from '../../../contract/intent.ts'
import { findRounds, type Round } from '../../rounds/rounds.ts'
import { type AnsweredRemark, readAnswered } from './answered-remarks.ts'
import { likest } from './likeness.ts'

/** What the agency answered to a remark that is like another. `key` names it in the form; `round`: its number, of an earlier one. */
export type EarlierAnswer = {
  readonly key: string
  readonly round?: number
  readonly remark: AnsweredRemark
  readonly outcome: AnswerOutcome
  readonly words: string
}

/** So many are offered, and so many earlier rounds of the item are looked through, the latest first: each is read whole. */
const mostOffered = 5
const mostRounds = 2

/**
 * Answers with words to remarks like this one, the likest first: those of this round, drafts too, then what was settled in
 * earlier rounds of the same item. The same words are offered once.
 */
export async function earlierAnswers(
  ctx: Context,
  round: Round,
  remark: AnsweredRemark,
  remarks: readonly AnsweredRemark[],
): Promise<readonly EarlierAnswer[]> {
  const here = answersLike(
    remark,
    remarks.filter(({ key }) => key !== remark.key),
  )
  const found = new Map(here.map((one) => [one.words, one]))
  if (found.size < mostOffered) {
    const earlier = await findRounds(ctx, {
      itemId: round.itemId,
      number: { lt: round.number },
      state: { not: 'withdrawn' },
      answers: { some: { state: 'settled' } },
    })
    for (const one of earlier.toSorted((a, b) => b.number - a.number).slice(0, mostRounds)) {
      const settled = (await readAnswered(ctx, one)).filter(({ answer }) => answer?.settled === true)
      for (const answer of answersLike(remark, settled, one.number))
        if (!found.has(answer.words)) found.set(answer.words, answer)
    }
  }
  return [...found.values()].slice(0, mostOffered)
}

const answersLike = (
  remark: AnsweredRemark,
  all: readonly AnsweredRemark[],
  round?: number,
): readonly EarlierAnswer[] =>
  likest(
    remark.words,
    all.filter(({ answer }) => answer !== undefined && answer.words !== ''),
    ({ words }) => words,
  ).flatMap((one) => {
    if (one.answer === undefined) return []
    const { outcome, words } = one.answer
    const key = round === undefined ? one.key : `${round}-${one.key}`
    return [{ key, remark: one, outcome, words, ...(round === undefined ? {} : { round }) }]
  })
