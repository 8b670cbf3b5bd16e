import type { importedVisitsTexts as source } from '../vi/imported-visits.ts'

const part = (n: number, what: string): readonly string[] => (n === 0 ? [] : [`${n} ${what}`])

/** The same in English. */
export const importedVisitsTexts: typeof source = {
  title: 'The schedule was updated',
  text: (created, changed, cancelled) =>
    `The schedule was updated: ${[...part(created, 'new'), ...part(changed, 'changed'), ...part(cancelled, 'called off')].join(', ')}.`,
  change: 'Change',
  created: 'new',
  cancelled: 'called off',
  was: (label, before) => `${label} before: ${before}`,
  placeIs: (now, before) => `Place: ${now ?? 'not stated'} (before: ${before ?? 'not stated'})`,
  leaves: (team) => `no longer a visit of ${team}`,
  notTheirDay: 'moved to a day on which you are not on the team',
  note: 'a new note',
  mine: 'My schedule',
}
