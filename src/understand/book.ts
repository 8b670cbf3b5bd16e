import type { Word } from '../texts/fold.ts'
import { positionAt } from './intents/opinion.ts'
import { bookOf, type Match, phraseAt } from './phrases.ts'
import { VERBS, type Verb } from './words/verbs.ts'

export const VERB_BOOK = bookOf<Verb>(VERBS)

/** The verb at word `at`; none where a longer position stands there, since "đồng ý" folds to more than "đóng". */
export function verbAt(text: readonly Word[], at: number): Match<Verb> | undefined {
  // The bot's own name, in one word, calls it; "đôn đốc" in two asks for something.
  if (text[at]?.folded === 'dondoc') return undefined
  const verb = phraseAt(VERB_BOOK, text, at)
  if (verb === undefined) return undefined
  const position = positionAt(text, at)
  return position !== undefined && position.end > verb.end ? undefined : verb
}
