import type { Context } from '../context.ts'
import type { Intent } from '../contract/intent.ts'
import type { Block, Button } from '../contract/message.ts'
import { roundsWithAnswers } from '../opinions/remarks/answers/rounds-with-answers.ts'
import { type Round, titleOf } from '../opinions/rounds/rounds.ts'
import { excerpt } from '../opinions/words.ts'
import type { Spoken } from './last-spoken.ts'
import { takenAs } from './notes.ts'

/** Rounds of a question. */
const mostChoices = 8

/** The intent with its round, and what is told of how that was found; or the question which is meant. */
type Found =
  | { readonly intent: Intent; readonly notes?: readonly Block[] }
  | { readonly text: string; readonly choices: readonly Button[] }

/**
 * Which round is meant by somebody who asks about answers and names none: the only one that has any for them, the one of the
 * item just spoken of, or a question. Undefined of anything else, in a channel, and where there is none.
 */
export async function whichAnswers(
  ctx: Context,
  intent: Intent | undefined,
  spoken: () => Promise<Spoken>,
): Promise<Found | undefined> {
  if (intent?.kind !== 'answer.list' && intent?.kind !== 'answer.due.form') return undefined
  if (ctx.audience === 'shared') return undefined
  const { item: _, ...said } = intent
  const on = (round: Round): Intent => ({ ...said, round: round.id })
  const rounds = await roundsWithAnswers(ctx)
  const [only, ...others] = rounds
  if (only === undefined) return undefined
  if (others.length === 0) return { intent: on(only) }
  const { item: last } = await spoken()
  const taken = rounds.find(({ item }) => item.key === last)
  if (taken !== undefined) return { intent: on(taken), notes: [takenAs(ctx.texts, taken.item.key)] }
  const { help } = ctx.texts
  const left = rounds.length - mostChoices
  return {
    text: left > 0 ? `${help.whichAnswers} ${help.moreAnswers(left)}` : help.whichAnswers,
    choices: rounds.slice(0, mostChoices).map((round) => ({
      label: `${round.item.key} (${ctx.texts.round.number(round.number)}): ${excerpt(titleOf(round.item, ctx), 50)}`,
      intent: on(round),
    })),
  }
}
