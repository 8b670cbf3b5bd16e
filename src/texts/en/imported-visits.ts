import type { importedVisitsTexts as source } from '../vi/imported-visits.ts'
import { inSentence } from './names.ts'

const part = (n: number, what: string): readonly string[] => (n === 0 ? [] : [`${n} ${what}`])

/** The same in English. */
export const importedVisitsTexts: typeof source = {
  title: 'Visit schedule updated',
  text: (created, changed, cancelled) =>
    `The visit schedule has been updated: ${[...part(created, 'new'), ...part(changed, 'changed'), ...part(cancelled, 'cancelled')].join(', ')}.`,
  change: 'Change',
  created: 'new',
  cancelled: 'cancelled',
  was: (label, before) => `previous ${label.charAt(0).toLowerCase()}${label.slice(1)}: ${before}`,
  placeIs: (now, before) => `Place: ${now ?? 'not stated'} (previously: ${before ?? 'not stated'})`,
  leaves: (team) => `no longer a visit by ${inSentence(team)}`,
  notTheirDay: 'moved to a day on which you are not on the team',
  note: 'a new note',
  mine: 'My schedule',
}
