import type { digestTexts as source } from '../vi/digest.ts'

/** The same in English. */
export const digestTexts: typeof source = {}
