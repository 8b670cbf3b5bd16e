import type { FoundItems } from '../names/items.ts'
import type { Concept } from '../words/concepts.ts'
import type { Cue } from './cue-book.ts'
import type { Sentence } from './sentence.ts'
import type { Found } from './span.ts'

/** From word to before word. */
export type Clause = { readonly start: number; readonly end: number }

/** A sentence with what was recognised in it. */
export type Recognised = Sentence & {
  /** Whether it is English rather than Vietnamese. */
  readonly english: boolean
  readonly values: readonly Found[]
  /** Signs of concepts; `inner`: inside a longer one, which then is what is said. */
  readonly cues: readonly (Cue<Concept> & { readonly inner: boolean })[]
  /** The concepts that are said, those inside longer ones aside. */
  readonly present: ReadonlySet<Concept>
  readonly items: FoundItems
  /** Where a harmless word or phrase begins, the word after it. */
  readonly idle: ReadonlyMap<number, number>
  /** The same, of phrases that say nothing beside an item: "đợt lấy ý kiến". */
  readonly noise: ReadonlyMap<number, number>
  /** Words that say what it is wanted for: "để trình Chủ nhiệm". */
  readonly purpose: ReadonlySet<number>
  /** Who wants it: "sếp cần biết". */
  /** Words of what is said beside, where an item is named without them. */
  readonly beside: ReadonlySet<number>
  readonly askers: readonly Clause[]
  /** The stretches between punctuation. */
  readonly clauses: readonly Clause[]
}
