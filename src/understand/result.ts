import type { Intent, IntentOf } from '../contract/intent.ts'
import type { VocabularyItem } from './readings/items.ts'
import type { VocabularyUnit } from './readings/names.ts'
import type { VocabularyTeam } from './readings/teams.ts'

/** What the bot knows when it reads a sentence: the plan's items, units and teams, its year, and today `YYYY-MM-DD`. */
export type Vocabulary = {
  readonly items: readonly VocabularyItem[]
  readonly units: readonly VocabularyUnit[]
  readonly teams: readonly VocabularyTeam[]
  readonly year: number
  readonly today: string
}

export type Choice = { readonly label: string; readonly intent: Intent }

/**
 * What may be offered beside a sentence that was not understood: it only shows something. Each has its button's label in
 * `src/requests/suggestion-label.ts`.
 */
export type Suggestion =
  | IntentOf<
      'plan.show' | 'status.show' | 'item.show' | 'opinion.list' | 'leave.list' | 'schedule.show' | 'digest.show'
    >
  | (IntentOf<'visit.show'> & { readonly number: number })

export type Understanding =
  | { readonly kind: 'intent'; readonly intent: Intent }
  /** Two things match: they are asked about, never guessed between. */
  | { readonly kind: 'ask'; readonly about: 'item' | 'meaning' | 'unit' | 'team'; readonly options: readonly Choice[] }
  /** Leads to help; `nearest` may be offered beside it, and changes nothing by itself. */
  | { readonly kind: 'unknown'; readonly nearest: readonly Suggestion[] }
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
    }
