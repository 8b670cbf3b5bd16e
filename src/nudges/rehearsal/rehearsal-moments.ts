import { isWorkingDay } from '../../calendar/calendar.ts'
import { addDays, dayIn, toInstant } from '../../calendar/zoned.ts'
import { ladderSteps, type RoundFacts, type Rules } from '../ladder/due.ts'
import { officeHours } from '../ladder/ladder.ts'
import type { Cast } from './played.ts'

/** Every zone in which somebody keeps office hours. */
export const zonesIn = (rules: Rules, cast: Pick<Cast, 'people'>): readonly string[] => [
  ...new Set([rules.zone, ...[...cast.people.values()].map((person) => person.zone)]),
]

/** The moments of a round's steps, on the clocks of these zones. */
export const roundSteps = (rules: Rules, round: RoundFacts, zones: readonly string[]): ReadonlySet<number> =>
  new Set(zones.flatMap((zone) => ladderSteps(rules, round, zone).map((step) => step.at.getTime())))

/**
 * Every moment from `cast.now` up to `end` at which something can come up, in order: the beginning itself, openings,
 * deadlines, steps, the midnights of the committee's clocks, at which roles and delegations begin and end, and the fixed
 * times of each working day on everybody's clocks.
 */
export function momentsOf(rules: Rules, cast: Cast, end: Date): readonly Date[] {
  const zones = zonesIn(rules, cast)
  const found = new Set<number>([cast.now.getTime(), ...cast.waiting.map((one) => one.notBefore.getTime())])
  for (const round of cast.rounds) {
    for (const at of [round.opensAt.getTime(), round.dueAt.getTime()]) found.add(at)
    for (const at of roundSteps(rules, round, zones)) found.add(at)
  }
  for (const round of cast.answers) {
    for (const at of [round.startsAt.getTime(), round.dueAt.getTime()]) found.add(at)
    for (const at of roundSteps(rules, round, zones)) found.add(at)
  }
  const times = new Set([officeHours.from, '08:30', ...cast.rounds.map((round) => round.ladder.at)])
  if (cast.digest !== 'off') times.add(cast.digest.time)
  for (const zone of zones)
    for (let day = dayIn(cast.now, zone); day <= dayIn(end, zone); day = addDays(day, 1)) {
      if (zone === rules.zone) found.add(toInstant(day, '00:00', zone).getTime())
      if (!isWorkingDay(rules.calendar, day)) continue
      for (const time of times) found.add(toInstant(day, time, zone).getTime())
    }
  return [...found]
    .filter((at) => at >= cast.now.getTime() && at < end.getTime())
    .sort((a, b) => a - b)
    .map((at) => new Date(at))
}
