import type { FoundItems } from '../names/items.ts'
import type { Understanding } from '../result.ts'
import type { Concept } from '../words/concepts.ts'
import type { Phrases } from '../words/phrases.ts'
import type { Reading } from './reading.ts'

import type { Found, ValueKind } from './span.ts'

/** What must be there: a concept, a value (`#item`), or not (`!notYet`). `own`: one of the sense's strong phrases; `weak`: a weak one; `#more`: so many days more; `#otherBody`: a body that is not the speaker's own; `#itemHere`: an item in the clause of the place that is visited. */
export type Need =
  | Concept
  | `!${Concept}`
  | `#${ValueKind}`
  | `!#${ValueKind}`
  | 'own'
  | 'weak'
  | '#more'
  | '#itemHere'
  | '!#itemHere'
  | '#otherBody'
  | '!#otherBody'

/** An understanding, with the words that it has no use for where they are not those of the fit. */
export type Built =
  | Understanding
  | { readonly meant: Understanding; readonly left: Fit['left']; readonly aside?: Fit['aside']; readonly sure?: true }
  | undefined

/**
 * One thing that people want, as data: the words that are signs of it, and what it leads to. How it is found in a sentence,
 * the engine knows alone (`fit.ts`); whether it or another is meant, `choose.ts`.
 */
export type Sense = {
  readonly id: string
  /** `shows`: it changes nothing. `forms`: it leads to a form or a preview of a change. `ends`: to one that ends something for others. */
  readonly does: 'shows' | 'forms' | 'ends'
  /** Phrases that say it by themselves. */
  readonly own?: Phrases
  /** Words that say it only beside what it is done to. */
  readonly weak?: Phrases
  /** The sets of things any of which is enough. */
  readonly patterns: readonly (readonly Need[])[]
  /** Concepts that may stand beside without being needed. */
  readonly helps?: readonly Concept[]
  readonly takes?: readonly ValueKind[]
  /** What stands behind a position is somebody's own words: nothing in it turns the sentence round. */
  readonly quotes?: true
  /** Words that nothing accounts for may be names here. */
  readonly names?: true
  /** Added to the score: for what people mean more often, of two that fit alike. */
  readonly prior?: number
  /** How it reads a sentence, where the order of the words decides: opinions. */
  readonly fit?: (reading: Reading) => Fit | undefined
  /** What it leads to; undefined where what was said is not enough after all. */
  readonly build: (fit: Fit, reading: Reading) => Built
  /** What a question about it leads to ("đóng ND-DLCN chưa?"); undefined: to nothing. */
  readonly asked?: (fit: Fit, reading: Reading) => Understanding | undefined
}

/** How a sense accounts for a sentence. */
export type Fit = {
  readonly sense: Sense
  readonly score: number
  /** The values that it uses, in order. */
  readonly values: readonly Found[]
  readonly items: FoundItems
  /** Stretches of words with content that it does not account for, from word to before word. */
  readonly left: readonly { readonly start: number; readonly end: number }[]
  /** Clauses of which it accounts for no word: said beside. */
  readonly aside: readonly { readonly start: number; readonly end: number }[]
  /** Values that were recognised and are not used. */
  readonly unused: readonly Found[]
  /** The word places that it accounts for, harmless ones aside. */
  readonly used: ReadonlySet<number>
  /** The concepts of the words that it accounts for. */
  readonly signs: ReadonlySet<Concept>
  /** Where its own signs begin. */
  readonly verbs: readonly number[]
  /** Where its first sign begins, and the word after its last. */
  readonly at: number
  readonly end: number
  readonly locale: 'vi' | 'en'
  /** Words of an opinion, a name or the like that a sense's own reading took. */
  readonly words?: string
}
