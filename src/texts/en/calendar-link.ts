import type { calendarLinkTexts as source } from '../vi/calendar-link.ts'

/** The same in English. */
export const calendarLinkTexts: typeof source = {}
