import type { nudgeTexts as source } from '../vi/nudge.ts'

/** The same in English. */
export const nudgeTexts: typeof source = {}
