import type { DueNudge } from '../ladder/due.ts'
import type { Planned } from '../planned.ts'
import type { AnswerRound } from './answer-dates.ts'
import type { AnswersEntry } from './answers-entry.ts'

/** The messages of what is due to those who draft: several rounds that are due for one person make one message. Pure. */
export function answerMessages(rounds: ReadonlyMap<string, AnswerRound>, due: readonly DueNudge[]): readonly Planned[] {
  return [...Map.groupBy(due, ({ person }) => person)].flatMap(([personId, mine]): readonly Planned[] => {
    const told = mine.flatMap(({ key, round: id, step, last }) => {
      const round = rounds.get(id)
      if (round === undefined) return []
      const entry: AnswersEntry = {
        ...{ round: round.round, step, due: round.dueAt.toISOString() },
        ...(last ? { last } : {}),
      }
      return [{ entry, reason: { key, kind: 'answers', roundId: round.round, step } as const }]
    })
    const [first] = told
    if (first === undefined) return []
    const letter = { kind: 'answers-nudge', card: true, entries: told.map(({ entry }) => entry) }
    // A reason is for one message alone, so its key is good for the message as well.
    const post = { key: `letter:${first.reason.key}`, personId, letter }
    const single = told.length === 1 ? { ...post, subject: first.entry.round } : post
    return [{ post: single, reasons: told.map(({ reason }) => reason) }]
  })
}
