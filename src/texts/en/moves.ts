import type { movesTexts as source } from '../vi/moves.ts'

/** The same in English. */
export const movesTexts: typeof source = {}
