import type { teamsTexts as source } from '../vi/teams.ts'

/** The same in English. */
export const teamsTexts: typeof source = {}
