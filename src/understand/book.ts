import type { Word } from '../texts/fold.ts'
import { positionAt } from './intents/opinion.ts'
import { type Match, phraseAt, phrasebook } from './phrases.ts'
import { VERBS, type Verb } from './words/verbs.ts'

export const VERB_BOOK = phrasebook<Verb>([
  ['help', VERBS.help],
  ['home', VERBS.home],
  ['language.vi', VERBS['language.vi']],
  ['language.en', VERBS['language.en']],
  ['plan', VERBS.plan],
  ['plan.none', VERBS['plan.none']],
  ['item', VERBS.item],
  ['status', VERBS.status],
  ['digest', VERBS.digest],
  ['rehearse', VERBS.rehearse],
  ['opinion', VERBS.opinion],
  ['mine', VERBS.mine],
  ['history', VERBS.history],
  ['round.propose.form', VERBS['round.propose.form']],
  ['extend', VERBS.extend],
  ['close', VERBS.close],
  ['reopen', VERBS.reopen],
  ['withdraw', VERBS.withdraw],
  ['open', VERBS.open],
  ['record', VERBS.record],
  ['explain', VERBS.explain],
  ['remind', VERBS.remind],
  ['reminders', VERBS.reminders],
  ['leave', VERBS.leave],
  ['leaves', VERBS.leaves],
  ['delegate', VERBS.delegate],
  ['delegations', VERBS.delegations],
  ['later', VERBS.later],
])

/** The verb at word `at`; none where a longer position stands there, since "đồng ý" folds to more than "đóng". */
export function verbAt(text: readonly Word[], at: number): Match<Verb> | undefined {
  // The bot's own name, in one word, calls it; "đôn đốc" in two asks for something.
  if (text[at]?.folded === 'dondoc') return undefined
  const verb = phraseAt(VERB_BOOK, text, at)
  if (verb === undefined) return undefined
  const position = positionAt(text, at)
  return position !== undefined && position.end > verb.end ? undefined : verb
}
