import { derivedDeadline } from '../../calendar/derived-deadline.ts'
import { quarterOf } from '../../calendar/quarters.ts'
import { dayIn } from '../../calendar/zoned.ts'
import { atWork, type Held, officeHold } from '../ladder/at-work.ts'
import type { Rules } from '../ladder/due.ts'
import type { Planned } from '../planned.ts'
import { dueUpcoming, type UpcomingStep, upcomingSteps } from './upcoming.ts'

/** An occasion at which what a quarter lacks is brought up. */
export type Occasion = { readonly quarter: string; readonly step: UpcomingStep; readonly at: Date }

/** The occasion of the running quarter that has come by `now`, while the committee is at work on its own clocks. */
export function upcomingOccasion({ calendar, zone }: Rules, now: Date): Occasion | undefined {
  const quarter = quarterOf(dayIn(now, zone))
  const due = dueUpcoming(calendar, zone, quarter, now)
  if (due === undefined || !atWork(calendar, zone, now)) return undefined
  return { quarter, step: due.step, at: due.at }
}

/** The permanent key of what one person is told at an occasion. */
const upcomingKey = (quarter: string, step: UpcomingStep, personId: string): string =>
  `upcoming:${quarter}:${step}:${personId}`

/** The occasions of a quarter that come with this one or after it, in their order. */
export function occasionsFrom({ calendar, zone }: Rules, { quarter, at }: Occasion): readonly UpcomingStep[] {
  return upcomingSteps(calendar, zone, quarter)
    .filter((one) => one.at >= at)
    .map(({ step }) => step)
}

/** A round as far as it says what it lacks: its draft is a file or an address. */
type WithDraft = { readonly state: string; readonly draftUrl: string | null; readonly documentId: string | null }

/** What an item of the plan lacks: a round, or the draft of the open one; nothing where it has had both. */
export function lackOf(latest: WithDraft | undefined) {
  if (latest === undefined) return 'round'
  const hasDraft = latest.draftUrl !== null || latest.documentId !== null
  return latest.state === 'open' && !hasDraft ? 'draft' : undefined
}

/**
 * Tells coordinators, and each drafting agency of its own, what the quarter lacks: the latest occasion alone, once a
 * person. `lacking`: the drafting agencies of the items that lack something, one entry an item. `told`: the keys there
 * are of this occasion and of later ones, which a clock set back must not go behind. Pure.
 */
export function upcomingMessages(
  rules: Rules,
  occasion: Occasion,
  rows: {
    readonly lacking: readonly (string | null)[]
    readonly coordinators: readonly string[]
    readonly drafters: readonly { readonly id: string; readonly organisation: string | null }[]
    readonly told: { has(key: string): boolean }
  },
): readonly Planned[] {
  if (rows.lacking.length === 0) return []
  const { quarter, step } = occasion
  const agencies = new Set(rows.lacking)
  const concerned = rows.drafters.filter(({ organisation }) => organisation !== null && agencies.has(organisation))
  const readers = new Set([...rows.coordinators, ...concerned.map(({ id }) => id)])
  const since = occasionsFrom(rules, occasion)
  return [...readers]
    .filter((personId) => !since.some((one) => rows.told.has(upcomingKey(quarter, one, personId))))
    .map((personId): Planned => {
      const key = upcomingKey(quarter, step, personId)
      const letter = { kind: 'upcoming', quarter, step }
      return { post: { key, personId, letter }, reasons: [{ key, kind: 'upcoming', step }] }
    })
}

/** Somebody about to be told what a quarter lacks. */
export type UpcomingReader = {
  readonly id: string
  readonly coordinates: boolean
  /** Their organisation, where they are of a drafting agency. */
  readonly agency: string | null
  readonly zone: string
}

/**
 * What keeps an occasion of a quarter from a reader at `now`: it is dropped for who is neither coordinator nor of a
 * drafting agency any more, from the quarter's deadline on, where a later occasion has been planned for them, and where
 * nothing of theirs is lacking any more; and it waits for office hours on the reader's own clocks. Pure.
 */
export function holdUpcoming(
  { calendar, zone }: Rules,
  { quarter, step }: Pick<Occasion, 'quarter' | 'step'>,
  reader: UpcomingReader,
  rows: { readonly lacking: readonly (string | null)[]; readonly told: { has(key: string): boolean } },
  now: Date,
): Held | undefined {
  if (!reader.coordinates && reader.agency === null) return { drop: 'neither coordinator nor drafting agency any more' }
  const deadline = derivedDeadline(calendar, zone, quarter)
  if (deadline === undefined || now >= deadline) return { drop: 'the quarter is over' }
  const steps = upcomingSteps(calendar, zone, quarter).map((one) => one.step)
  const later = steps.slice(steps.indexOf(step) + 1)
  // After a rest of the platform one comes, not three.
  if (later.some((one) => rows.told.has(upcomingKey(quarter, one, reader.id))))
    return { drop: 'a later occasion has come since' }
  if (!rows.lacking.some((agency) => reader.coordinates || agency === reader.agency))
    return { drop: 'every item has a round and a draft by now' }
  return officeHold(calendar, reader.zone, now)
}
