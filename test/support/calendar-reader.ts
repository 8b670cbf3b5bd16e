import ICAL from 'ical.js'

export type ReadEvent = {
  readonly uid: string
  readonly sequence: number
  readonly status: string | null
  readonly summary: string
  readonly location: string | null
  readonly description: string | null
  /** ISO instants, or days of an event that lasts whole days (the last one excluded, as the file says it). */
  readonly starts: string
  readonly ends: string
  readonly stamp: string
  readonly modified: string
  /** Every property that the event has, by name. */
  readonly properties: readonly string[]
}

/** A calendar as a calendar program reads it, with times by the file's own VTIMEZONE. */
export function readCalendarText(text: string) {
  const calendar = ICAL.Component.fromString(text)
  const value = (of: ICAL.Component, name: string): string | null => {
    const found = of.getFirstPropertyValue(name)
    return found === null ? null : String(found)
  }
  const time = (of: ICAL.Component, name: string): string => {
    const found = of.getFirstPropertyValue(name)
    if (!(found instanceof ICAL.Time)) throw new Error(`${name} is no time`)
    return found.isDate ? found.toString() : found.toJSDate().toISOString()
  }
  const events = calendar.getAllSubcomponents('vevent').map(
    (event): ReadEvent => ({
      uid: value(event, 'uid') ?? '',
      sequence: Number(value(event, 'sequence')),
      status: value(event, 'status'),
      summary: value(event, 'summary') ?? '',
      location: value(event, 'location'),
      description: value(event, 'description'),
      starts: time(event, 'dtstart'),
      ends: time(event, 'dtend'),
      stamp: time(event, 'dtstamp'),
      modified: time(event, 'last-modified'),
      properties: event.getAllProperties().map((property) => property.name),
    }),
  )
  return {
    calendar,
    events,
    property: (name: string) => value(calendar, name),
    zones: calendar.getAllSubcomponents('vtimezone').map((one) => value(one, 'tzid')),
  }
}
