import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { addDays, isShownTwice } from '../../calendar/zoned.ts'
import type { Texts } from '../../texts/texts.ts'
import type { SeenVisit } from '../schedule/read-schedule.ts'
import { spanOf } from '../visits.ts'
import { type TimeZone, timeZoneOf } from './time-zone.ts'

/** A visit in a calendar. `gone`: it was in this one and no longer is, though it may take place elsewhere. */
export type Entry = SeenVisit & { readonly gone?: true }

type Head = {
  /** Under which the calendar program lists it. */
  readonly name: string
  /** The committee's IANA zone, in which times are told. */
  readonly zone: string
  readonly texts: Texts
  /** A feed is read again and again, a file once. */
  readonly as: 'feed' | 'file'
}

/** How long a calendar program may keep a feed, in seconds. */
const readAgainAfter = 3600

/**
 * Visits as an iCalendar file (RFC 5545), each as its reader may see it: with time, place, state, leaders and note, or
 * as a whole day that names unit and team. What has no date is left out. The same visits give the same bytes, since
 * every stamp is the moment of the visit's last change.
 */
export function calendarText(entries: readonly Entry[], { name, zone, texts, as }: Head): string {
  const found = timeZoneOf(zone)
  const dated = entries.flatMap((entry) => (entry.day === null ? [] : [{ ...entry, day: entry.day }]))
  const [only, ...others] = dated
  const calledOff = as === 'file' && only !== undefined && others.length === 0 && isOff(only)
  const calendar = ical({
    name: escaped(clean(name).replaceAll('\n', ' ')),
    prodId: { company: 'Don doc', product: 'Inspection visits', language: texts.locale },
    method: calledOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    ...(as === 'feed' ? { ttl: readAgainAfter } : {}),
    events: dated.map((entry) => eventOf(entry, { zone, found, texts })),
  })
  return `${withZone(calendar.toString(), found)}\r\n`
}

/**
 * The zone before the first event. The library would put it before properties of the calendar, which RFC 5545 (3.4)
 * wants ahead of every component; and a zone of the calendar itself would turn DTSTAMP into local time.
 */
function withZone(text: string, zone: TimeZone | undefined): string {
  // Whole lines: what somebody wrote may hold the same words.
  const before = text.indexOf('\r\nBEGIN:VEVENT\r\n')
  if (zone === undefined || before < 0) return text
  const at = before + 2
  return `${text.slice(0, at)}${zone.block.trim().replace(/\r?\n/g, '\r\n')}\r\n${text.slice(at)}`
}

type Dated = Entry & { readonly day: string }
type Means = { readonly zone: string; readonly found: TimeZone | undefined; readonly texts: Texts }

const isOff = (entry: Entry): boolean => entry.gone === true || entry.state === 'cancelled'

function eventOf(entry: Dated, means: Means): ICalEventData {
  const { id, sequence, changedAt, details } = entry
  const off = isOff(entry)
  const shared = {
    id: `${id}@dondoc`,
    sequence,
    stamp: changedAt,
    lastModified: changedAt,
    summary: clean(summaryOf(entry, means.texts)),
    // Nobody is taken up by what does not take place, nor by what others do.
    transparency: off || details === undefined ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  }
  if (details === undefined || details.starts === null) {
    const after = addDays(entry.lastDay ?? entry.day, 1)
    return {
      ...shared,
      allDay: true,
      start: Temporal.PlainDate.from(entry.day),
      end: Temporal.PlainDate.from(after),
      ...(off ? { status: ICalEventStatus.CANCELLED } : {}),
    }
  }
  const { starts, ends } = spanOf({ starts: details.starts, ends: details.ends }, means.zone)
  const place = clean(details.place ?? '')
  // Of a time that clocks show twice a local one names the first (RFC 5545) or, to some programs, the second.
  const found = [starts, ends].some((at) => isShownTwice(at, means.zone)) ? undefined : means.found
  return {
    ...shared,
    // A Date would be told in the zone of the machine.
    start: zoned(starts, found),
    end: zoned(ends, found),
    ...(found === undefined ? {} : { timezone: found.id }),
    status: off ? ICalEventStatus.CANCELLED : statusOf(entry.state),
    ...(place === '' ? {} : { location: place }),
    description: clean(describe(entry, details, means.texts)),
  }
}

const statusOf = (state: SeenVisit['state']): ICalEventStatus =>
  state === 'planned' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED

const zoned = (instant: Date, found: TimeZone | undefined) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(found?.id ?? 'UTC')

/** Programs that know no CANCELLED show the event like any other, so its name says it as well. */
function summaryOf({ gone, state, team, unit }: Entry, t: Texts): string {
  const summary = `${t.called(team.name)}: ${t.called(unit.name)}`
  if (state === 'cancelled') return t.calendarLink.off(summary)
  return gone === true ? t.calendarLink.gone(summary) : summary
}

function describe(entry: Entry, { leaders, note }: NonNullable<SeenVisit['details']>, t: Texts): string {
  const { columns, states } = t.schedule
  return [
    entry.code,
    ...(entry.gone === true ? [] : [`${columns.state}: ${states[entry.state]}`]),
    ...(leaders.length === 0 ? [] : [`${columns.leader}: ${t.list(leaders)}`]),
    ...(note === null || note === '' ? [] : [t.calendarLink.note(note)]),
  ].join('\n')
}

/** What a TEXT of RFC 5545 may hold: no control characters but tabs and line breaks, no half of a surrogate pair. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')

/** The library escapes what an event says, but not the calendar's own name. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`)
