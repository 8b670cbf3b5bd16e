import { entriesOf } from '../phrases.ts'
import { CONCEPTS, type Concept, type ScheduleConcept } from '../words/concepts.ts'
import type { Phrases } from '../words/phrases.ts'
import { SCHEDULE_WORDS } from '../words/schedules.ts'

/** Every concept with its phrases: those of all senses, and the words of schedules as concepts of their own. */
export const ALL_CONCEPTS: readonly (readonly [Concept, Phrases])[] = [
  ...entriesOf(CONCEPTS),
  ...entriesOf(SCHEDULE_WORDS).map(([name, phrases]): readonly [ScheduleConcept, Phrases] => [`v.${name}`, phrases]),
]
