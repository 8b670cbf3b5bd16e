import type { Place } from '../../contract/place.ts'

/** Where somebody is among the remarks of a round. */
export type RemarksPlace = Extract<Place, { page: 'remarks' }>
