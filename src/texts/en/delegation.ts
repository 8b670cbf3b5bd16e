import type { delegationTexts as source } from '../vi/delegation.ts'

/** The same in English. */
export const delegationTexts: typeof source = {}
