import type { overviewTexts as source } from '../vi/overview.ts'

/** The same in English. */
export const overviewTexts: typeof source = {}
