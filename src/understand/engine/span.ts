import type { Position, RecordFormat } from '../../contract/intent.ts'
import type { Moment } from '../moments/moments.ts'
import type { VocabularyTeam } from '../names/teams.ts'
import type { VocabularyUnit } from '../names/units.ts'

/** What a stretch of a sentence stands for, whatever the sentence wants with it. */
export type Value =
  | { readonly kind: 'moment'; readonly moment: Moment }
  | { readonly kind: 'visit'; readonly number: number }
  | { readonly kind: 'team'; readonly teams: readonly VocabularyTeam[] }
  | { readonly kind: 'unit'; readonly units: readonly VocabularyUnit[] }
  /** A ministry or agency that members speak for: its whole name. */
  | { readonly kind: 'body'; readonly name: string }
  /** Somebody by name, as typed, without what they are addressed by. */
  | { readonly kind: 'person'; readonly name: string }
  /** The key of an item. */
  | { readonly kind: 'key'; readonly item: string }
  | { readonly kind: 'position'; readonly position: Position }
  | { readonly kind: 'provision'; readonly typed: string }
  | { readonly kind: 'format'; readonly format: RecordFormat }
  /** "bản 3", "version 2" of a draft. */
  | { readonly kind: 'version'; readonly number: number }
  /** Words to the end of the sentence that say why; `text` to the letter. */
  | { readonly kind: 'reason'; readonly text: string }

export type ValueKind = Value['kind'] | 'item'

/** A value with its place: from word `start` to before word `end`. */
export type Found = { readonly value: Value; readonly start: number; readonly end: number }
export type FoundOf<K extends Value['kind']> = Found & { readonly value: Extract<Value, { kind: K }> }
