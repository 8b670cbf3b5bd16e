import type { choiceTexts as source } from '../vi/choices.ts'

/** The same in English. */
export const choiceTexts: typeof source = {
  submit: 'Choose',
  missing: 'Please choose one from the list first.',
  item: 'Show which item?',
  team: 'Show which team?',
  visit: 'Show which visit?',
  unit: 'Assign a team or set a date for which unit?',
  link: 'Create which calendar link?',
}
