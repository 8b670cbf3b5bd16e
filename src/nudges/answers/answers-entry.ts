import { z } from 'zod'
import type { AnswerProgress } from '../../opinions/known-remarks/count-answered.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'

const AnswersEntry = z.object({
  round: z.uuid(),
  /** `T-14` ... `T+10`. */
  step: z.string(),
  /** The date that it is about, in ISO 8601 and UTC. */
  due: z.string(),
  /** The last step before the date: leave does not hold it back. */
  last: z.literal(true).optional(),
})
export type AnswersEntry = z.infer<typeof AnswersEntry>

/** A nudge by rule to whoever drafts for an agency, about the remarks of one round or several. */
export const AnswersNudgeNotification = z.object({
  kind: z.literal('answers-nudge'),
  card: z.literal(true),
  entries: z.array(AnswersEntry).min(1),
})
export type AnswersNudgeNotification = z.infer<typeof AnswersNudgeNotification>

/** What an entry is about as it stands now. */
export type AnswersItem = { readonly entry: AnswersEntry; readonly round: Round; readonly progress: AnswerProgress }
