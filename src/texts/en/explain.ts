import type { explainTexts as source } from '../vi/explain.ts'

/** The same in English. */
export const explainTexts: typeof source = {}
