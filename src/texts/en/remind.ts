import type { remindTexts as source } from '../vi/remind.ts'

/** The same in English. */
export const remindTexts: typeof source = {}
