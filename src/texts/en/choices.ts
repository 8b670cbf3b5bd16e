import type { choiceTexts as source } from '../vi/choices.ts'

/** The same in English. */
export const choiceTexts: typeof source = {
  submit: 'Choose',
  missing: 'Please choose one from the list first.',
  item: 'Which item?',
  team: 'Which team?',
  visit: 'Which visit?',
  unit: 'Assign a team or set a date for which unit?',
  link: 'Which calendar link?',
}
