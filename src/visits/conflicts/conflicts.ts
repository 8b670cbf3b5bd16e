import { type Calendar, type DayExplanation, explainDay } from '../../calendar/calendar.ts'
import { addDays, dayIn } from '../../calendar/zoned.ts'
import { fold } from '../../texts/fold.ts'
import { covers, lastDayOf, spanOf, surelySpanOf } from '../visits.ts'

/** Another visit, as a conflict names it. */
export type Other = {
  readonly id: string
  readonly number: number
  /** What it is called where it has no number yet; else `KT-` and its number. */
  readonly code?: string
  readonly teamId: string
  readonly team: string
  readonly unitId: string
  readonly unit: string
  readonly starts: Date
  readonly ends: Date | null
  /** `ends` is where it is taken to end, since that is not stated. */
  readonly endAssumed?: true
}

/** What speaks against a visit as it is proposed. All of it is shown, none of it forbids: coordinators know more. */
export type Conflict =
  | { readonly kind: 'past'; readonly day: string }
  | { readonly kind: 'outside-year'; readonly day: string; readonly years: readonly number[] }
  | { readonly kind: 'not-inspected' }
  | { readonly kind: 'unit-gone'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'day-off'; readonly day: string; readonly why: DayExplanation }
  /** `perhaps`: at the same time only if what has no stated end lasts until 17:00. */
  | { readonly kind: 'team-elsewhere'; readonly other: Other; readonly perhaps?: true }
  | { readonly kind: 'unit-twice'; readonly other: Other }
  | { readonly kind: 'person-elsewhere'; readonly person: string; readonly other: Other; readonly perhaps?: true }
  | { readonly kind: 'on-leave'; readonly person: string; readonly from: string; readonly to: string }
  | { readonly kind: 'no-leader' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'own-side'; readonly person: string; readonly organisation: string }

type Seat = {
  readonly teamId: string
  readonly duty: string
  readonly fromDay: string | null
  readonly toDay: string | null
  readonly personId: string
}

export type Proposal = {
  /** The visit that is changed; it is in nobody's way. */
  readonly visitId?: string
  readonly teamId: string
  readonly unitId: string
  /** Null: no date yet; then only team and unit are looked at, as of today. */
  readonly starts: Date | null
  readonly ends: Date | null
}

/** Everything that conflicts are found in; days are `YYYY-MM-DD` of `zone`. */
export type World = {
  readonly now: Date
  readonly zone: string
  readonly calendar: Calendar
  /** The years whose plans want this unit inspected. */
  readonly years: readonly number[]
  readonly unit: { readonly fromDay: string | null; readonly toDay: string | null; readonly names: readonly string[] }
  readonly people: ReadonlyMap<string, { readonly name: string; readonly organisation: string | null }>
  /** Places on this team and on those of `others`. */
  readonly seats: readonly Seat[]
  /** Visits that are not cancelled and may touch the proposal's days. */
  readonly others: readonly Other[]
  readonly absences: readonly { readonly personId: string; readonly fromDay: string; readonly toDay: string }[]
}

/** Nobody looks through a longer list of days off. */
const mostDays = 31

/** Finds every conflict of a proposal, the day's first, then the team's and its people's. Pure. */
export function findConflicts(proposal: Proposal, world: World): readonly Conflict[] {
  const { teamId, starts } = proposal
  const { zone, now } = world
  const first = starts === null ? dayIn(now, zone) : dayIn(starts, zone)
  const team = world.seats.filter((seat) => seat.teamId === teamId && covers(seat, first))
  const people = [...new Set(team.map((seat) => seat.personId))]
  return [
    ...ofUnit(proposal, world, first),
    ...(starts === null ? [] : ofTime({ ...proposal, starts }, world, people)),
    ...(people.length === 0 ? [{ kind: 'nobody' } as const] : []),
    ...(people.length > 0 && !team.some((seat) => seat.duty === 'leader') ? [{ kind: 'no-leader' } as const] : []),
    ...people.flatMap((personId) => ownSide(personId, world)),
  ]
}

function ofUnit({ starts }: Proposal, { unit, years }: World, day: string): readonly Conflict[] {
  const { fromDay, toDay } = unit
  const exists = covers({ fromDay, toDay }, day)
  const year = Number(day.slice(0, 4))
  return [
    ...(exists ? [] : [{ kind: 'unit-gone', from: fromDay, to: toDay } as const]),
    ...(years.length === 0 ? [{ kind: 'not-inspected' } as const] : []),
    ...(starts !== null && years.length > 0 && !years.includes(year)
      ? [{ kind: 'outside-year', day, years } as const]
      : []),
  ]
}

function ofTime(
  proposal: Proposal & { readonly starts: Date },
  world: World,
  people: readonly string[],
): readonly Conflict[] {
  const { zone, calendar, now, seats, absences } = world
  const { starts, ends } = spanOf(proposal, zone)
  const [first, last] = [dayIn(starts, zone), lastDayOf({ starts, ends }, zone)]
  const others = world.others.filter((other) => other.id !== proposal.visitId)
  const meanwhile = others.filter((other) => {
    const span = spanOf(other, zone)
    return span.starts < ends && span.ends > starts
  })
  const sameDay = others.filter((other) => {
    if (other.unitId !== proposal.unitId) return false
    const span = spanOf(other, zone)
    return dayIn(span.starts, zone) <= last && lastDayOf(span, zone) >= first
  })
  return [
    ...(starts < now ? [{ kind: 'past', day: first } as const] : []),
    ...daysOf(first, last).flatMap((day): readonly Conflict[] => {
      const why = explainDay(calendar, day)
      return why.working ? [] : [{ kind: 'day-off', day, why }]
    }),
    ...meanwhile
      .filter((other) => other.teamId === proposal.teamId)
      .map((other) => ({ kind: 'team-elsewhere', other, ...certainty(proposal, other) }) as const),
    ...sameDay.map((other) => ({ kind: 'unit-twice', other }) as const),
    ...meanwhile
      .filter((other) => other.teamId !== proposal.teamId)
      .flatMap((other) =>
        people
          .filter((personId) => isOn(seats, other, personId, zone))
          .map(
            (personId) =>
              ({
                kind: 'person-elsewhere',
                person: nameOf(world, personId),
                other,
                ...certainty(proposal, other),
              }) as const,
          ),
      ),
    ...absences
      .filter((leave) => people.includes(leave.personId) && leave.fromDay <= last && leave.toDay >= first)
      .map(
        ({ personId, fromDay, toDay }) =>
          ({ kind: 'on-leave', person: nameOf(world, personId), from: fromDay, to: toDay }) as const,
      ),
  ]
}

/** Whether two visits overlap by what is stated of them, or perhaps. */
function certainty(proposal: Parameters<typeof surelySpanOf>[0], other: Other): { readonly perhaps?: true } {
  const [mine, theirs] = [surelySpanOf(proposal), surelySpanOf(stated(other))]
  return mine.starts < theirs.ends && theirs.starts < mine.ends ? {} : { perhaps: true }
}

/** A visit with no end where none is stated. */
export const stated = ({ starts, ends, endAssumed }: Other) => ({ starts, ends: endAssumed === true ? null : ends })

function daysOf(first: string, last: string): readonly string[] {
  const days: string[] = []
  for (let day = first; day <= last && days.length < mostDays; day = addDays(day, 1)) days.push(day)
  return days
}

const isOn = (seats: readonly Seat[], visit: Other, personId: string, zone: string): boolean =>
  seats.some(
    (seat) => seat.teamId === visit.teamId && seat.personId === personId && covers(seat, dayIn(visit.starts, zone)),
  )

const nameOf = (world: World, personId: string): string => world.people.get(personId)?.name ?? ''

/** Somebody of the inspected side: their organisation is the unit, or a part of it ("Cục …, Bộ Công an"). */
function ownSide(personId: string, { people, unit }: World): readonly Conflict[] {
  const person = people.get(personId)
  if (person === undefined || person.organisation === null) return []
  const { name, organisation } = person
  return isOfUnit(organisation, unit.names) ? [{ kind: 'own-side', person: name, organisation }] : []
}

/** Whether an organisation is a unit with one of these names, or a part of it. */
export function isOfUnit(organisation: string, names: readonly string[]): boolean {
  const words = ` ${fold(organisation)} `
  return names.some((name) => name !== '' && words.includes(` ${fold(name)} `))
}
