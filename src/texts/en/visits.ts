import type { visitsTexts as source } from '../vi/visits.ts'

/** The same in English. */
export const visitsTexts: typeof source = {
  noDay: 'no date yet',
  which: (unit) => `${unit} has several visits. Please choose one:`,
}
