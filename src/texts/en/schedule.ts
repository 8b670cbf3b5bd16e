import type { scheduleTexts as source } from '../vi/schedule.ts'

/** The same in English. */
export const scheduleTexts: typeof source = {}
