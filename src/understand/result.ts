import type { Intent, IntentOf } from '../contract/intent.ts'
import type { VocabularyItem } from './names/items.ts'
import type { VocabularyTeam } from './names/teams.ts'
import type { VocabularyUnit } from './names/units.ts'

/** What the bot knows when it reads a sentence: the plan's items, units and teams, its year, and today `YYYY-MM-DD`. */
export type Vocabulary = {
  readonly items: readonly VocabularyItem[]
  readonly units: readonly VocabularyUnit[]
  readonly teams: readonly VocabularyTeam[]
  /** The whole names of the committee's people. */
  readonly people?: readonly string[]
  readonly year: number
  readonly today: string
  /** The roles of whoever types, and the bodies they speak for, by their whole names. */
  readonly roles?: ReadonlySet<string>
  readonly self?: readonly string[]
}

/** Without a label it is called by what it does. */
export type Choice = { readonly label?: string; readonly intent: Intent }

/** A day that can be read in two ways ("7/10", "thứ 5 ngày 26/6" where that is a Friday), as typed, and as it was taken. */
type ReadAs = { readonly typed: string; readonly day: string }

export type Understanding =
  /** `unused`: what was said and is not in it, as typed; it is told. */
  | {
      readonly kind: 'intent'
      readonly intent: Intent
      readonly unused?: readonly string[]
      readonly readAs?: readonly ReadAs[]
    }
  /** Two things match: they are asked about, never guessed between. */
  | {
      readonly kind: 'ask'
      readonly about: 'item' | 'meaning' | 'unit' | 'team'
      readonly options: readonly Choice[]
      readonly unused?: readonly string[]
      readonly readAs?: readonly ReadAs[]
    }
  /** Leads to help; `nearest` may be offered beside it, and changes nothing by itself. */
  | { readonly kind: 'unknown'; readonly nearest: readonly Intent[]; readonly left?: readonly string[] }
  /** A code was typed where the item stands, and no item has it; `options` are those with a code like it. */
  | { readonly kind: 'no-such-item'; readonly item: string; readonly options: readonly Choice[] }
  /** A day, month or quarter was typed that no calendar has, as it was typed: 31/06, tháng 13. */
  | { readonly kind: 'no-such-day'; readonly typed: string }
  /** The verb is plain, the item is not named; `options` are all there are, of which whoever asks leaves out and cuts. */
  | {
      readonly kind: 'missing'
      readonly what: 'item'
      readonly verb: Intent['kind']
      readonly options: readonly (Choice & { readonly item: string })[]
      /** What an opinion says, in full: a button may be too small for its words. */
      readonly opinion?: Omit<IntentOf<'opinion.type'>, 'kind' | 'item'>
      readonly unused?: readonly string[]
    }
