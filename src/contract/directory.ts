import { z } from 'zod'

/**
 * A list of which a form's answer is picked: everybody in the roster who has not left, today's members, who may answer in a
 * round, the teams, the units that are inspected. One short word, so that every platform can carry it with a question.
 */
export const Directory = z.union([
  z.enum(['people', 'members', 'teams', 'units']),
  z.templateLiteral(['asked:', z.uuid()]),
])
export type Directory = z.infer<typeof Directory>

/** Under which name the answer to the clash at this place comes back; the core takes it for an answer of the field. */
export const clashName = (field: string, at: number): string => `${field}/${at}`
