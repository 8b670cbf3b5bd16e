import { ABSENCE } from './concepts/absence.ts'
import { ACTS } from './concepts/acts.ts'
import { ASKING } from './concepts/asking.ts'
import { OVERVIEW } from './concepts/overview.ts'
import { OWN_OPINION } from './concepts/own-opinion.ts'
import { POSITIONS } from './concepts/positions.ts'
import { RECORDS } from './concepts/records.ts'
import { REMINDING } from './concepts/reminding.ts'
import { STATES } from './concepts/states.ts'
import { THINGS } from './concepts/things.ts'
import { TROUBLE } from './concepts/trouble.ts'
import type { Phrases } from './phrases.ts'
import type { SCHEDULE_WORDS } from './schedules.ts'

/**
 * The words of which wishes are made, by what they contribute: a sense (`senses/`) names the concepts that must stand
 * together for it, in any order, and those that may stand beside them. One phrase may contribute to several concepts.
 */
const PLAIN = {
  ...ASKING,
  ...STATES,
  ...POSITIONS,
  ...THINGS,
  ...OWN_OPINION,
  ...ACTS,
  ...REMINDING,
  ...RECORDS,
  ...ABSENCE,
  ...OVERVIEW,
  ...TROUBLE,
} as const satisfies Readonly<Record<string, Phrases>>

type PlainConcept = keyof typeof PLAIN
/** The words of schedules are concepts of their own, since "where" asks there for a unit. */
export type ScheduleConcept = `v.${keyof typeof SCHEDULE_WORDS}`
export type Concept = PlainConcept | ScheduleConcept

/** Every concept of its own, with its phrases; those of schedules are the words of `schedules.ts`. */
export const CONCEPTS: Readonly<Record<PlainConcept, Phrases>> = PLAIN
