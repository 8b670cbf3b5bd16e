import { indexUnits } from '../names/units.ts'
import { BODIES } from '../words/bodies.ts'

/** Ministries and agencies by all of their names. */
export const BODY_INDEX = indexUnits(
  Object.entries(BODIES).map(([name, otherNames]) => ({ id: name, name, otherNames })),
)

/** Whether one word, folded, is a name of a ministry or agency. */
export const isBodyName = (folded: string): boolean => BODY_INDEX.byJoined.has(folded)
