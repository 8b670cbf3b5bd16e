import type { rehearseTexts as source } from '../vi/rehearse.ts'

/** The same in English. */
export const rehearseTexts: typeof source = {}
