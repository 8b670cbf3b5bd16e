import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library'

/** A zone as a calendar file tells it: its name there, and the VTIMEZONE that says what the name means. */
export type TimeZone = { readonly id: string; readonly block: string }

// Asked for one that it does not have, the library writes to the console.
const listed = new Set<string>(tzlib_get_timezones(false))
/** In Morocco clocks go back for Ramadan, year by year, and the library's rules are those of no year. */
const byMoon = new Set(['Africa/Casablanca', 'Africa/El_Aaiun'])
const found = new Map<string, TimeZone>()

/**
 * The VTIMEZONE of an IANA zone, with its name in the file: an old name (`Asia/Saigon`) gets the one in use today.
 * Undefined for UTC, which needs none, and for a zone that the library lacks or cannot tell. The block holds the rules of today: from
 * a file about the next months nobody reads those of the past.
 */
export function timeZoneOf(zone: string): TimeZone | undefined {
  const before = found.get(zone)
  if (before !== undefined || !listed.has(zone)) return before
  const [block, parameter] = tzlib_get_ical_block(zone, false)
  const id = parameter?.replace(/^TZID=/, '')
  if (block === undefined || id === undefined || byMoon.has(id) || /^(Etc\/)?(UTC|UCT|GMT|Zulu)$/.test(id))
    return undefined
  const made = { id, block }
  found.set(zone, made)
  return made
}
