import type { leaveTexts as source } from '../vi/leave.ts'

/** The same in English. */
export const leaveTexts: typeof source = {}
